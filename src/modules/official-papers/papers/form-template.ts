import { type LocalDate } from '../../../kernel/local-time.ts';
import { type PaperKind } from '../domain/paper-kind.ts';

/** The papers of the one-stop: those that a circular lays down, and the slips of the office. */
export type FormKey = PaperKind;

/** One form: its number in the circular (slips have none), its title and what follows the number on the paper. */
export interface FormTemplate {
  readonly key: FormKey;
  readonly number: string | null;
  readonly title: string;
  /** Such as `TTPVHCC` in “Số: 05/TTPVHCC”; null where the source does not say. */
  readonly numberSuffix: string | null;
}

/** The forms of one circular, or the slips of the office, with the days on which they hold; a file of `data/form-templates/`. */
export interface FormTemplateSet {
  /** Number of the circular, such as `03/2025/TT-VPCP`; null for slips that no legal text lays down. */
  readonly basis: string | null;
  /** Null where the first day is not known and an older set does not matter. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly forms: readonly FormTemplate[];
}

/** The form that applies to a paper issued on a day; undefined when no set of that day has one. */
export function formTemplateInForce(sets: readonly FormTemplateSet[], key: FormKey, day: LocalDate): FormTemplate | undefined {
  const inForce = sets.filter(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo));
  return inForce.flatMap(({ forms }) => forms).find((form) => form.key === key);
}
