import { type ReactElement, type ReactNode } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { CheckboxField } from '../../../../web/public/checkbox-field/checkbox-field.tsx';
import { DateField } from '../../../../web/public/date-field/date-field.tsx';
import { FieldGroup, type FieldProps } from '../../../../web/public/field/field.tsx';
import { fieldId } from '../../../../web/public/field/field-id.ts';
import { RadioGroup } from '../../../../web/public/radio-group/radio-group.tsx';
import { SelectField } from '../../../../web/public/select-field/select-field.tsx';
import { TextArea } from '../../../../web/public/text-area/text-area.tsx';
import { TextField } from '../../../../web/public/text-field/text-field.tsx';
import { type Answer } from '../../domain/answers.ts';
import { type ChoiceField, type ColumnField, type FormField } from '../../domain/form-definition.ts';
import { answerLines } from '../answer-words.ts';
import { AddressField } from './address-field.tsx';
import { FORM_PAGE_WORDS } from './messages.ts';
import { dateBoxes, type QuestionView } from './question-view.ts';
import { TableRows } from './table-rows.tsx';

/** More choices than this are a list to pick from instead of buttons. */
const MOST_BUTTONS = 7;

/** One question of a form, whatever its kind. */
export function QuestionField({ view, locale }: { readonly view: QuestionView; readonly locale: Locale }): ReactElement {
  return (
    <div data-field={view.field.id} hidden={!view.asked || (view.field.kind === 'computed' && view.answer === undefined)}>
      <QuestionControl view={view} locale={locale} />
    </div>
  );
}

function QuestionControl({ view, locale }: { readonly view: QuestionView; readonly locale: Locale }): ReactElement {
  const { field, answer } = view;
  const props = { ...controlProps(field, field.id, view.required, locale, view.given), error: view.faults.get(field.id) };
  switch (field.kind) {
    case 'computed': {
      const lines = answerLines(field, answer, locale, () => undefined);
      return lines.length === 0 ? <></> : <p>{field.label[locale]}: <b>{lines.join(', ')}</b></p>;
    }
    case 'paper': return <p className="hint">{field.label[locale]}</p>;
    case 'statement':
    case 'consent': return <CheckboxField {...props} checked={answer === true} />;
    case 'address': return <AddressField field={field} props={props} answer={answer} place={view.place} />;
    case 'table': return <TableRows view={view} field={field} props={props} cell={(column, name, value, error) => <PlainQuestion field={column} name={name} answer={value} locale={locale} error={error} required={column.required !== false} />} />;
    default: return <PlainQuestion field={field} name={field.id} answer={answer} locale={locale} error={props.error} required={view.required} given={view.given} />;
  }
}

interface PlainProps {
  readonly field: ColumnField | Extract<FormField, { kind: 'time' }>;
  readonly name: string;
  readonly answer: Answer | undefined;
  readonly locale: Locale;
  readonly error: string | undefined;
  readonly required: boolean;
  /** Where the answer comes from, when it was told before. */
  readonly given?: string | undefined;
}

/** A question with one plain answer; in tables the name is that of the cell. */
function PlainQuestion({ field, name, answer, locale, error, required, given }: PlainProps): ReactElement {
  const props = { ...controlProps(field, name, required, locale, given), error };
  const value = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
  switch (field.kind) {
    case 'text': {
      if ((field.lines ?? 1) > 1) return <TextArea {...props} value={value} rows={Math.min(field.lines ?? 4, 8)} />;
      const mail = field.format === 'email';
      return <TextField {...props} value={value} type={mail ? 'email' : 'text'} autoComplete={completion(field.fact)} width={(field.maxLength ?? 500) <= 40 ? 'medium' : 'full'} />;
    }
    case 'number': return <TextField {...props} value={value} inputMode={(field.decimals ?? 0) > 0 ? 'decimal' : 'numeric'} autoComplete="off" width="short" />;
    case 'money': return <TextField {...props} value={value} inputMode="numeric" autoComplete="off" width="medium" />;
    case 'time': return <TextField {...props} value={value} autoComplete="off" width="short" />;
    case 'citizen-number': return <TextField {...props} value={value} inputMode="numeric" autoComplete="off" width="medium" />;
    case 'phone': return <TextField {...props} value={value} type="tel" autoComplete={field.fact === 'applicant.phone' ? 'tel' : 'off'} width="medium" />;
    case 'date': return <DateField {...props} value={dateBoxes(answer)} birthday={field.fact === 'applicant.birthDate'} />;
    case 'choice': return <Choice field={field} props={props} answer={answer} />;
  }
}

function Choice({ field, props, answer }: { readonly field: ChoiceField; readonly props: FieldProps; readonly answer: Answer | undefined }): ReactElement {
  const { locale } = props;
  const t = translator(FORM_PAGE_WORDS, locale);
  const options = field.options.map(({ value, label, help }) => ({ value, label: label[locale], hint: help?.[locale] }));
  if (field.many === true) return <Boxes props={props} options={options} ticked={Array.isArray(answer) ? answer.map(String) : []} />;
  const value = typeof answer === 'string' ? answer : undefined;
  if (field.list !== undefined || options.length > MOST_BUTTONS) return <SelectField {...props} options={options} value={value} empty={t('choose')} />;
  const none = props.required === false ? [{ value: '', label: t('optional-none'), hint: undefined }] : [];
  return <RadioGroup {...props} options={[...options, ...none]} value={value ?? (none.length > 0 ? '' : undefined)} inline={options.length === 2 && options.every(({ label, hint }) => label.length < 12 && hint === undefined)} />;
}

function Boxes({ props, options, ticked }: { readonly props: FieldProps; readonly options: readonly { readonly value: string; readonly label: string; readonly hint: string | undefined }[]; readonly ticked: readonly string[] }): ReactElement {
  const id = fieldId(props.name);
  return (
    <FieldGroup props={props}>
      <div>
        {options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${String(index)}`;
          return (
            <div className="choice" key={option.value}>
              <input type="checkbox" id={own} name={props.name} value={option.value} defaultChecked={ticked.includes(option.value)} />
              <label htmlFor={own}>{option.label}</label>
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}

function controlProps(field: FormField, name: string, required: boolean, locale: Locale, given?: string): FieldProps {
  const hint = hintOf(field, locale);
  // The mark comes first: whoever sees a filled box wants to know why it is filled.
  return { name, label: field.label[locale], locale, hint: given === undefined ? hint : <><b>{given}</b>{hint === undefined ? null : <><br />{hint}</>}</>, required };
}

/** The help of the definition, what a right answer looks like, and for dates what may stay empty. */
function hintOf(field: FormField, locale: Locale): ReactNode {
  const t = translator(FORM_PAGE_WORDS, locale);
  const lines = [
    ...(field.help === undefined ? [] : [field.help[locale]]),
    ...(field.kind === 'date' && field.precision === 'year' ? [t('partial-date')] : field.kind === 'date' && field.precision === 'month' ? [t('partial-month')] : []),
    ...(field.kind === 'address' && field.help === undefined ? [t('address-hint')] : []),
    ...(field.example === undefined ? [] : [t('example', { example: field.example })]),
    ...(field.kind === 'number' && field.unit !== undefined ? [`(${field.unit[locale]})`] : []),
  ];
  return lines.length === 0 ? undefined : lines.join(' ');
}

/** What the browser may fill in: things of the person who sits there, never of others. */
function completion(fact: string | undefined): string {
  return fact === 'applicant.fullName' ? 'name' : fact === 'applicant.email' ? 'email' : 'off';
}
