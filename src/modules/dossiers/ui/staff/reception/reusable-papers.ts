import { foldForSearch } from '../../../../../kernel/text-folding.ts';
import { type KnownPerson } from '../../../../../web/staff/person/person-entries.ts';
import { type PaperEntry } from './reception-draft.ts';

/** A paper that the person gave at an earlier visit. */
export type EarlierPaper = KnownPerson['papers'][number];

/** Form papers are filled in for one request and mean nothing in the next. */
const ONCE_ONLY = new Set(['form']);

/** The newest kept paper of the same name that is still good, if any; forms are never offered again. */
export function earlierPaper(paper: Pick<PaperEntry, 'name' | 'form'>, known: KnownPerson | null): EarlierPaper | undefined {
  if (known === null || ONCE_ONLY.has(paper.form)) return undefined;
  const wanted = foldForSearch(paper.name);
  return known.papers
    .filter((earlier) => !earlier.expired && earlier.files.length > 0 && foldForSearch(earlier.name) === wanted)
    .sort((a, b) => Date.parse(b.givenAt) - Date.parse(a.givenAt))[0];
}

/** The last day of a kept paper of the same name that is no longer good, so that nobody wonders why it is not offered. */
export function expiredPaper(paper: Pick<PaperEntry, 'name' | 'form'>, known: KnownPerson | null): EarlierPaper | undefined {
  if (known === null || ONCE_ONLY.has(paper.form)) return undefined;
  const wanted = foldForSearch(paper.name);
  return known.papers.find((earlier) => earlier.expired && foldForSearch(earlier.name) === wanted);
}
