import { type LocalDate } from '../../../kernel/local-time.ts';
import { parseDong } from '../../../kernel/money.ts';
import { normalizePersonName } from '../../../kernel/person-name.ts';
import { tidyPhone } from '../../../kernel/phone-number.ts';
import { type Answer, type AnswerRow, isAddress, isRows } from './answers.ts';
import { type ChoiceOption, type ColumnField, type DateField, type FormField, type NumberField, type TextField } from './form-definition.ts';
import { type FormFault, type FormFaultCode } from './form-fault.ts';
import { firstDay, lastDay, readPartialDate } from './partial-date.ts';

/** What answers are judged within. */
export interface FormContext {
  /** The local day of today. */
  readonly today: LocalDate;
  /** True where places were looked up before: then an address without its commune is a fault. */
  readonly placesLookedUp: boolean;
}

/** An answer in its one form, nothing for an empty one, or what is wrong with it. */
export type Normalised = { readonly answer: Answer | undefined } | { readonly why: FormFaultCode; readonly facts?: FormFault['facts'] | undefined };
type Normalise = (raw: Answer, context: FormContext) => Normalised;

const NOTHING: Normalised = { answer: undefined };
const DEFAULT_LENGTH = 500;
const LONGEST_NUMBER = 18;
/** Nobody alive, and no event of anybody alive, is older. */
const EARLIEST_YEAR = 1880;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@.]{2,20}$/u;
const DECIMAL = /^-?\d+(?:[.,](\d+))?$/u;
const TIME = /^(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{2})?$/u;
// eslint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** What most answers are free of: anything that tidying would change in one line. */
// eslint-disable-next-line no-control-regex -- the same control characters
const UNTIDY = /[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|[^\S ]| {2}|^ | $/u;

/** How the answers of one field are read: chosen once, when the form is compiled. Table rows and choices are in `normaliserOf`. */
export function normaliserOf(field: Exclude<FormField, { kind: 'computed' | 'table' | 'paper' }>): Normalise {
  switch (field.kind) {
    case 'text': return textNormaliser(field);
    case 'number': return numberNormaliser(field);
    case 'money': {
      const { min = 0, max } = field;
      return onText((text) => {
        const amount = parseDong(text);
        if (!amount.ok) return { why: 'money.unreadable' };
        return bounded(amount.value, min, max);
      });
    }
    case 'date': return dateNormaliser(field);
    case 'time': return onText(readTime);
    case 'choice': {
      const known = valuesOf(field.options);
      if (field.many !== true) {
        const read = onText((text) => (known.has(text) ? { answer: text } : { why: 'choice.unknown' }));
        return (raw, context) => (typeof raw === 'string' && known.has(raw) ? { answer: raw } : read(raw, context));
      }
      return (raw) => {
        const ticked: readonly unknown[] = Array.isArray(raw) ? raw : raw === '' ? [] : [raw];
        if (!ticked.every((one) => typeof one === 'string' && known.has(one))) return { why: 'choice.unknown' };
        const chosen = field.options.flatMap(({ value }) => (ticked.includes(value) ? [value] : []));
        return { answer: chosen.length === 0 ? undefined : chosen };
      };
    }
    case 'address': return (raw, context) => normaliseAddress(raw, field.abroad === true, context);
    case 'citizen-number': return onText((text) => {
      const digits = text.replace(/[\s.]/gu, '');
      return /^(?:\d{12}|\d{9})$/u.test(digits) ? { answer: digits } : { why: 'citizen-number.unreadable', facts: { digits: digits.length } };
    });
    case 'phone': return onText((text) => {
      const phone = tidyPhone(text);
      return phone === undefined ? { why: 'phone.unreadable' } : { answer: phone };
    });
    case 'statement':
    case 'consent': return (raw) => ({ answer: raw === true || raw === 'true' || raw === 'on' ? true : undefined });
  }
}

/** The values of a list, once for all fields that share it: countries are asked for many persons. */
const known = new WeakMap<readonly ChoiceOption[], ReadonlySet<string>>();

function valuesOf(options: readonly ChoiceOption[]): ReadonlySet<string> {
  const values = known.get(options) ?? new Set(options.map(({ value }) => value));
  known.set(options, values);
  return values;
}

/** Reads the rows of a table; rows without any entry are left out, and faults name their row as it was written. */
export function normaliseRows(raw: Answer | undefined, columns: readonly { readonly field: ColumnField; readonly normalise: Normalise }[], context: FormContext, fault: (row: number, column: string, why: FormFaultCode, facts?: FormFault['facts']) => void): readonly AnswerRow[] {
  const rows: AnswerRow[] = [];
  if (!isRows(raw)) return rows;
  for (const [position, row] of raw.entries()) {
    const results = columns.map(({ field, normalise }) => {
      const entry = row[field.id];
      return { field, result: entry === undefined ? NOTHING : normalise(entry, context) };
    });
    if (results.every(({ result }) => 'answer' in result && result.answer === undefined)) continue;
    const kept: Record<string, AnswerRow[string]> = {};
    for (const { field, result } of results) {
      if ('why' in result) fault(position, field.id, result.why, result.facts);
      else if (result.answer !== undefined) kept[field.id] = result.answer as AnswerRow[string];
      else if (field.required !== false) fault(position, field.id, 'missing');
    }
    rows.push(kept);
  }
  return rows;
}

/** A text without control and direction signs, composed, with single spaces; line breaks stay where lines are kept. */
function tidyText(text: string, lines: boolean): string {
  const composed = text.normalize('NFC');
  if (!lines && !UNTIDY.test(composed)) return composed;
  const plain = composed.replace(/\r\n?/gu, '\n').replace(CONTROL, ' ');
  return (lines ? plain.replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/gu, '\n').replace(/\n{3,}/gu, '\n\n') : plain.replace(/\s+/gu, ' ')).trim();
}

function onText(read: (text: string, context: FormContext) => Normalised): Normalise {
  return (raw, context) => {
    if (typeof raw !== 'string' && typeof raw !== 'number') return raw === false ? NOTHING : { why: 'choice.unknown' };
    const text = tidyText(String(raw), false);
    return text === '' ? NOTHING : read(text, context);
  };
}

function textNormaliser(field: TextField): Normalise {
  const most = field.maxLength ?? DEFAULT_LENGTH;
  if ((field.lines ?? 1) > 1) {
    return (raw) => {
      const text = typeof raw === 'string' ? tidyText(raw, true) : '';
      return text === '' ? NOTHING : text.length > most ? { why: 'too-long', facts: { most, length: text.length } } : { answer: text };
    };
  }
  return onText((text) => {
    if (text.length > most) return { why: 'too-long', facts: { most, length: text.length } };
    if (field.format === 'person-name') {
      const name = normalizePersonName(text);
      return name.ok ? { answer: name.value } : { why: 'name.unreadable' };
    }
    return field.format === 'email' && !EMAIL.test(text) ? { why: 'email.unreadable' } : { answer: text };
  });
}

function bounded(value: number, min: number | undefined, max: number | undefined): Normalised {
  if (min !== undefined && value < min) return { why: 'number.too-small', facts: { min } };
  return max !== undefined && value > max ? { why: 'number.too-large', facts: { max } } : { answer: value };
}

/** Reads `75,5`, `75.5` and, where no places are allowed, `1.200` as one thousand two hundred. */
function numberNormaliser({ min = 0, max, decimals = 0 }: NumberField): Normalise {
  return onText((text) => {
    let plain = text.replace(/\s/gu, '');
    if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(plain) && (decimals === 0 || plain.includes(','))) plain = plain.replaceAll('.', '');
    const parts = DECIMAL.exec(plain);
    if (parts === null || plain.length > LONGEST_NUMBER) return { why: 'number.unreadable' };
    if ((parts[1]?.length ?? 0) > decimals) return { why: 'number.too-many-decimals', facts: { decimals } };
    return bounded(Number(plain.replace(',', '.')), min, max);
  });
}

function dateNormaliser({ precision = 'day', span }: DateField): Normalise {
  return onText((text, { today }) => {
    const date = readPartialDate(text);
    if (!date.ok) return { why: date.why, facts: date.facts };
    const { value } = date;
    if (precision !== 'year' && value.length === 4) return { why: 'date.month-missing' };
    if (precision === 'day' && value.length === 7) return { why: 'date.day-missing' };
    if (Number(value.slice(0, 4)) < EARLIEST_YEAR) return { why: 'date.too-long-ago', facts: { year: EARLIEST_YEAR } };
    if (span === 'past' && firstDay(value) > today) return { why: 'date.in-the-future' };
    return span === 'future' && lastDay(value) < today ? { why: 'date.in-the-past' } : { answer: value };
  });
}

function readTime(text: string): Normalised {
  const [, hour = '', minute = '00'] = TIME.exec(text) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return { why: 'time.unreadable' };
  return { answer: `${hour.padStart(2, '0')}:${minute}` };
}

function normaliseAddress(raw: Answer, abroad: boolean, { placesLookedUp }: FormContext): Normalised {
  const given = typeof raw === 'string' ? { text: raw, commune: null } : isAddress(raw) ? raw : undefined;
  if (given === undefined) return { why: 'choice.unknown' };
  const text = tidyText(given.text, false);
  const country = 'country' in given && typeof given.country === 'string' ? tidyText(given.country, false) : '';
  if (text === '' && country === '') return NOTHING;
  if (text.length > DEFAULT_LENGTH) return { why: 'too-long', facts: { most: DEFAULT_LENGTH, length: text.length } };
  if (country !== '') return abroad ? { answer: { text, commune: null, country } } : { why: 'address.abroad' };
  if (text === '') return NOTHING;
  const commune = typeof given.commune === 'string' && /^\d{5}$/u.test(given.commune) ? given.commune : null;
  return commune === null && placesLookedUp ? { why: 'address.commune-missing' } : { answer: { text, commune } };
}
