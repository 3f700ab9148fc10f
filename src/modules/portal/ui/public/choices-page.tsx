import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { Button } from '../../../../web/public/button/button.tsx';
import { type ChoiceName, type PageLook } from '../../../../web/public/public-page/display-choices.ts';
import { PUBLIC_PATHS } from '../../../../web/public/public-paths.ts';
import { RadioGroup } from '../../../../web/public/radio-group/radio-group.tsx';
import { PORTAL_WORDS } from '../messages.ts';
import { type PortalWord } from '../messages-vi.ts';

interface ChoicesPageProps {
  readonly look: PageLook;
  /** Own path to which the choice leads back. */
  readonly back: string;
}

type Option = readonly [value: string, word: PortalWord, hint?: PortalWord];

/** Type size, contrast, background and language in one plain form, for those who want more than the switch in the header. */
export function ChoicesPage({ look, back }: ChoicesPageProps): ReactElement {
  const t = translator(PORTAL_WORDS, look.locale);
  const group = (name: ChoiceName, label: PortalWord, value: string, options: readonly Option[]): ReactElement => (
    <RadioGroup
      locale={look.locale}
      name={name}
      label={t(label)}
      value={value}
      inline
      options={options.map(([own, word, hint]) => ({ value: own, label: t(word), hint: hint === undefined ? undefined : t(hint) }))}
    />
  );
  return (
    <>
      <h1>{t('choices-title')}</h1>
      <p>{t('choices-lead')}</p>
      <form className="form" action={PUBLIC_PATHS.choices} method="get">
        <input type="hidden" name="ve" value={back} />
        {group('co-chu', 'choice-scale', look.scale, [
          ['100', 'choice-scale-100'],
          ['125', 'choice-scale-125'],
          ['150', 'choice-scale-150'],
        ])}
        {group('tuong-phan', 'choice-contrast', look.contrast === 'high' ? 'cao' : 'thuong', [
          ['thuong', 'choice-contrast-normal'],
          ['cao', 'choice-contrast-high', 'choice-contrast-hint'],
        ])}
        {group('mau-nen', 'choice-theme', { auto: 'theo-may', light: 'sang', dark: 'toi' }[look.theme], [
          ['theo-may', 'choice-theme-auto'],
          ['sang', 'choice-theme-light'],
          ['toi', 'choice-theme-dark'],
        ])}
        <RadioGroup
          locale={look.locale}
          name="ngon-ngu"
          label={t('choice-language')}
          value={look.locale}
          inline
          options={[
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Button>{t('choices-save')}</Button>
      </form>
    </>
  );
}
