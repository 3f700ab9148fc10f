import { type LocalDate } from '../../../kernel/local-time.ts';

/** The papers of the one-stop that a circular lays down. */
export type FormKey = 'receipt' | 'supplement' | 'refusal' | 'apology' | 'stop' | 'control-sheet' | 'register-book';

/** One form of a circular: its number there, its title and what follows the number on the paper. */
export interface FormTemplate {
  readonly key: FormKey;
  readonly number: string;
  readonly title: string;
  /** Such as `TTPVHCC` in “Số: 05/TTPVHCC”; null where the source does not say. */
  readonly numberSuffix: string | null;
}

/** The forms of one circular with the days it applies; a file of `data/form-templates/`. */
export interface FormTemplateSet {
  /** Number of the circular, such as `03/2025/TT-VPCP`. */
  readonly basis: string;
  /** Null where the first day is not known and an older set does not matter. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly forms: readonly FormTemplate[];
}

/** The form that applies to a paper issued on a day; undefined when no circular of that day has one. */
export function formTemplateInForce(sets: readonly FormTemplateSet[], key: FormKey, day: LocalDate): FormTemplate | undefined {
  const set = sets.find(({ validFrom, validTo }) => (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo));
  return set?.forms.find((form) => form.key === key);
}
