import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { controlTies, Field, type FieldProps } from '../../../../web/public/field/field.tsx';
import { fieldId } from '../../../../web/public/field/field-id.ts';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { type Answer, isAddress } from '../../domain/answers.ts';
import { type FormField } from '../../domain/form-definition.ts';
import { entryName } from '../../domain/read-entries.ts';
import { nowCalled } from '../answer-words.ts';
import { FORM_PAGE_WORDS } from './messages.ts';
import { type PlaceHelp } from './question-view.ts';

interface AddressFieldProps {
  readonly field: Extract<FormField, { kind: 'address' }>;
  readonly props: FieldProps;
  readonly answer: Answer | undefined;
  readonly place: PlaceHelp | undefined;
}

/** The name of the box that says for which text a commune was chosen: another text is another place. */
export function chosenForName(field: string): string {
  return `${field}-cho`;
}

/** A place in one line as people write it. The server finds the commune of today; where the words mean several, they are chosen from. */
export function AddressField({ field, props, answer, place }: AddressFieldProps): ReactElement {
  const { locale, name } = props;
  const t = translator(FORM_PAGE_WORDS, locale);
  const given = isAddress(answer) ? answer : { text: typeof answer === 'string' ? answer : '', commune: null };
  const choices = place?.choices ?? [];
  const id = fieldId(name);
  return (
    <div className="form">
      <Field props={props}>
        <input {...controlTies(props)} type="text" defaultValue={given.text} autoComplete={field.fact === 'applicant.residence' ? 'street-address' : 'off'} spellCheck={false} />
        {place?.now === undefined ? null : <p className="hint">{nowCalled(place.now, locale)}</p>}
      </Field>
      <input type="hidden" name={chosenForName(name)} value={given.text} />
      {choices.length === 0 ? (
        given.commune === null ? null : <input type="hidden" name={entryName(name, 'commune')} value={given.commune} />
      ) : (
        <fieldset className="field">
          <legend>{t('address-which')}</legend>
          <div>
            {choices.map(({ code, name: label }, index) => (
              <div className="choice" key={code}>
                <input type="radio" id={`${id}-xa-${String(index)}`} name={entryName(name, 'commune')} value={code} defaultChecked={code === given.commune} />
                <label htmlFor={`${id}-xa-${String(index)}`}>{label}</label>
              </div>
            ))}
            <div className="choice">
              <input type="radio" id={`${id}-xa-khac`} name={entryName(name, 'commune')} value="" />
              <label htmlFor={`${id}-xa-khac`}>{t('address-none')}</label>
            </div>
          </div>
        </fieldset>
      )}
      {field.abroad === true ? <TextField name={entryName(name, 'country')} locale={locale} label={t('address-country')} required={false} value={'country' in given ? given.country : ''} autoComplete="off" width="medium" /> : null}
    </div>
  );
}
