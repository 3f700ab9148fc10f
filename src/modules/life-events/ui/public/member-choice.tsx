import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { FieldGroup } from '../../../../web/public/field/field.tsx';
import { fieldId } from '../../../../web/public/field/field-id.ts';
import { BUNDLE_WORDS } from './messages.ts';

/** A procedure that a family may need. */
export interface ChoosableMember {
  readonly key: string;
  readonly name: string;
  readonly who: string;
  /** What it comes after, and why. */
  readonly after: readonly { readonly name: string; readonly what: string }[];
}

interface MemberChoiceProps {
  readonly locale: Locale;
  readonly members: readonly ChoosableMember[];
  readonly ticked: readonly string[];
  readonly error: string | undefined;
}

/** One box for each procedure, with who needs it and why; nothing is ticked for anybody. */
export function MemberChoice({ locale, members, ticked, error }: MemberChoiceProps): ReactElement {
  const t = translator(BUNDLE_WORDS, locale);
  const id = fieldId('viec');
  return (
    <FieldGroup props={{ name: 'viec', locale, label: t('choose-title'), hint: t('choose-help'), error }}>
      <div>
        {members.map(({ key, name, who, after }, index) => {
          const own = index === 0 ? id : `${id}-${key}`;
          return (
            <div className="choice" key={key}>
              <input type="checkbox" id={own} name="viec" value={key} defaultChecked={ticked.includes(key)} aria-describedby={`${own}-ai`} />
              <div>
                <label htmlFor={own}>{name}</label>
                <div className="hint" id={`${own}-ai`}>
                  {who}
                  {after.map((one) => <div key={one.name}>{t('after', { name: one.name, what: one.what })}</div>)}
                </div>
              </div>
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}
