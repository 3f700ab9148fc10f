import { maskNumbersIn } from '../../../kernel/mask-numbers.ts';
import { momentWords } from '../../../kernel/date-words.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { DOSSIER_PROBLEMS } from '../../dossiers/index.ts';
import { FIELD_WORDS, FINDING_WORDS, STATUS_WORDS } from '../contract/finding-words.ts';
import { type RowsResponse } from '../contract/exchange-schemas.ts';
import { type Finding } from '../domain/stated-dossier.ts';

type FindingView = RowsResponse['items'][number]['findings'][number];

const WORDS: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = { ...FINDING_WORDS, ...DOSSIER_PROBLEMS };

function isFieldName(name: string): name is keyof typeof FIELD_WORDS {
  return Object.hasOwn(FIELD_WORDS, name);
}

/** One side of a difference as people read it. */
export function sideWords(kind: string, side: string, locale: Locale): string {
  if (kind === 'status') return STATUS_WORDS[Number(side)]?.[locale] ?? side;
  return kind === 'due' ? momentWords(Date.parse(side), locale) : side;
}

/** A finding in the reader's language, beginning with the field that it is about. */
export function findingView({ level, code, field, facts }: Finding, locale: Locale): FindingView {
  const kind = String(facts['kind'] ?? '');
  const shown = Object.fromEntries(Object.entries(facts).map(([key, value]) => {
    const text = String(value);
    if (key === 'fields') return [key, text.split(',').map((name) => (isFieldName(name) ? FIELD_WORDS[name][locale].toLowerCase() : name)).join(', ')];
    return [key, key === 'ours' || key === 'theirs' ? sideWords(kind, text, locale) : text];
  }));
  const entry = WORDS[code];
  if (entry === undefined) throw new Error(`there are no words for the finding ${code}`);
  const words = fillMessage(entry[locale], shown);
  const name = field === null ? '' : FIELD_WORDS[field][locale];
  // The sentences of refusals stand for themselves; those of lines go on from the name of the field.
  const sentence = Object.hasOwn(FINDING_WORDS, code) ? [name, words].filter((part) => part !== '').join(' ') : words;
  return { level, field, words: maskNumbersIn(sentence.charAt(0).toUpperCase() + sentence.slice(1)) };
}

/** The findings of a stored line; nobody but us writes them. */
export function storedFindings(stored: unknown): readonly Finding[] {
  return stored as readonly Finding[];
}
