import { plainDateWords } from '../../kernel/date-words.ts';
import { type LocalDate, parseLocalDate } from '../../kernel/local-time.ts';

/** Reads a day as people type it, `05031990`, `5/3/1990`, `5.3.1990` or `1990-03-05`; undefined when it is none or does not exist. */
export function readTypedDate(text: string): LocalDate | undefined {
  const plain = text.trim();
  const parts = /^(\d{2})(\d{2})(\d{4})$/.exec(plain) ?? /^(\d{1,2})[\s/.-](\d{1,2})[\s/.-](\d{4})$/.exec(plain);
  const iso = parts === null ? plain : `${parts[3] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}`;
  const date = parseLocalDate(iso);
  return date.ok ? date.value : undefined;
}

/** A day as the field shows it, `05/03/1990`, in both languages: it must be typed again the same way. */
export function shownDate(date: LocalDate): string {
  return plainDateWords(date, 'vi');
}
