import { type Language, plainDateWords } from '../../../kernel/date-words.ts';
import { formatDong } from '../../../kernel/money.ts';
import { numberInWords } from '../../../kernel/number-words.ts';
import { type Answer, type AnswerRow, isAddress, isRows } from '../domain/answers.ts';
import { type ColumnField, type FormField } from '../domain/form-definition.ts';
import { isPartialDate } from '../domain/partial-date.ts';

/** The full name of a commune of today by its five-digit code; undefined for an unknown one. */
export type PlaceName = (code: string) => string | undefined;

const YES: Readonly<Record<Language, string>> = { vi: 'Đồng ý', en: 'Agreed' };
const ROW: Readonly<Record<Language, string>> = { vi: 'Dòng', en: 'Row' };

/** An answer as people read it, one line for each part; nothing for none. What was typed and cannot be read stands as it was typed. */
export function answerLines(field: FormField, answer: Answer | undefined, language: Language, placeName: PlaceName): readonly string[] {
  if (answer === undefined || answer === '' || answer === false) return [];
  if (field.kind === 'table') return isRows(answer) ? answer.map((row, index) => rowLine(field.columns, row, index, language)) : [];
  if (answer === true) return [YES[language]];
  if (isAddress(answer)) {
    const today = answer.commune === null ? undefined : placeName(answer.commune);
    const text = [answer.text, answer.country ?? ''].filter((part) => part !== '').join(', ');
    return text === '' ? [] : today === undefined || includesName(text, today) ? [text] : [text, nowCalled(today, language)];
  }
  if (Array.isArray(answer)) return field.kind === 'choice' ? answer.map((value: unknown) => optionLabel(field, String(value), language)) : [];
  return [plainWords(field, answer as string | number, language)];
}

/** “Nay là: xã Hoa Lộc, tỉnh Thanh Hóa”: what a place is called today. */
export function nowCalled(name: string, language: Language): string {
  return language === 'vi' ? `Nay là: ${name}` : `Today: ${name}`;
}

/** A stored date as it is written: `5/3/1990`, `3/1990`, `1990`. */
function dateText(date: string): string {
  return date.split('-').reverse().map((part) => part.replace(/^0+/u, '')).join('/');
}

function plainWords(field: FormField, answer: string | number, language: Language): string {
  switch (field.kind) {
    case 'choice': return optionLabel(field, String(answer), language);
    case 'money': return typeof answer === 'number' ? formatDong(answer) : answer;
    case 'number': return `${typeof answer === 'number' ? answer.toLocaleString('vi-VN') : answer}${field.unit === undefined ? '' : ` ${field.unit[language]}`}`;
    case 'date': return typeof answer === 'string' && isPartialDate(answer) ? dateText(answer) : String(answer);
    case 'computed': if (field.shown === 'date-in-words' && typeof answer === 'string' && answer.length === 10) return dateInWords(answer, language);
      return field.shown === 'money' && typeof answer === 'number' ? formatDong(answer) : field.shown === 'date' && typeof answer === 'string' && isPartialDate(answer) ? dateText(answer) : String(answer);
    case 'phone': return typeof answer === 'string' ? answer.replace(/^(\d{4})(\d{3})(\d{3})$/u, '$1 $2 $3') : String(answer);
    default: return String(answer);
  }
}

/** A whole date in words as papers of the civil status write it: “ngày mười hai tháng mười một năm hai nghìn không trăm hai mươi sáu”. */
function dateInWords(date: string, language: Language): string {
  if (language === 'en') return plainDateWords(date, 'en');
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const words = numberInWords;
  // The fourth month is “tư” in dates.
  return `ngày ${words(day)} tháng ${month === 4 ? 'tư' : words(month)} năm ${words(year)}`;
}

function optionLabel(field: Extract<FormField, { kind: 'choice' }>, value: string, language: Language): string {
  return field.options.find((option) => option.value === value)?.label[language] ?? value;
}

function rowLine(columns: readonly ColumnField[], row: AnswerRow, index: number, language: Language): string {
  const cells = columns.flatMap((column) => {
    const value = row[column.id];
    if (value === undefined || value === '' || typeof value === 'object') return Array.isArray(value) && value.length > 0 ? [value.join(', ')] : [];
    return [plainWords(column, value, language)];
  });
  return `${ROW[language]} ${String(index + 1)}: ${cells.join(' · ')}`;
}

/** Whether the text says the name of the commune already. */
function includesName(text: string, name: string): boolean {
  const commune = name.split(',')[0] ?? name;
  return text.toLowerCase().includes(commune.toLowerCase());
}
