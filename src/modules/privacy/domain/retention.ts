import { addDays, instantOn, dayOf, type Instant, type LocalDate } from '../../../kernel/local-time.ts';

/** What happens to a kind of data when its time is over. */
export interface RetentionKind {
  readonly kind: 'card-picture' | 'superseded-file' | 'unsent-draft' | 'declined-contact' | 'assisted-proof';
  readonly act: 'erase' | 'blur';
  readonly after: 'result-given' | 'work-ended' | 'uploaded';
  readonly days: number;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly basis: string;
  readonly name: { readonly vi: string; readonly en: string };
  /** For papers: words of their names without accents. */
  readonly match?: readonly string[];
}

/** Something that stays although erasure is asked, by which law and for how many years after the last dossier ended. */
export interface StayingData {
  readonly what: { readonly vi: string; readonly en: string };
  readonly years: number;
  readonly basis: string;
}

export interface RetentionFile {
  readonly kinds: readonly RetentionKind[];
  readonly stays: readonly StayingData[];
}

/** The kinds that hold on a day. */
export function kindsOn({ kinds }: RetentionFile, day: LocalDate): readonly RetentionKind[] {
  return kinds.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo));
}

/** What happened before this moment is over on the given day: the day of the event does not count, whole days do. */
export function overBefore({ days }: Pick<RetentionKind, 'days'>, today: LocalDate): Instant {
  return instantOn(dayOf(addDays(today, -days)), 0);
}

/** Until which day something stays, counted from the day on which the last dossier ended; null while nothing has ended. */
export function staysUntil({ years }: Pick<StayingData, 'years'>, lastEnded: LocalDate | null): LocalDate | null {
  if (lastEnded === null) return null;
  const [year = '', month = '', day = ''] = lastEnded.split('-');
  const moved = `${String(Number(year) + years).padStart(4, '0')}-${month}-${day}`;
  return month === '02' && day === '29' && new Date(`${moved}T00:00:00Z`).getUTCDate() !== 29 ? `${moved.slice(0, 8)}28` : moved;
}
