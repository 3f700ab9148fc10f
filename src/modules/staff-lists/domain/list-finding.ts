import { type StaffColumn } from './staff-columns.ts';

/** What keeps a line from being written. */
export type ListFault =
  | 'formula' | 'cell-error' | 'name-missing' | 'name-not-readable' | 'user-name-not-readable' | 'user-name-elsewhere' | 'user-name-needed'
  | 'same-name-needs-user-name' | 'number-not-readable' | 'number-rounded' | 'number-twice' | 'number-taken' | 'phone-not-readable' | 'phone-twice'
  | 'phone-taken' | 'unit-missing' | 'unit-unknown' | 'unit-similar' | 'role-missing' | 'role-unknown' | 'role-similar' | 'title-too-long'
  | 'field-unknown' | 'field-similar' | 'scope-unknown' | 'step-unknown' | 'day-not-readable' | 'end-before-start' | 'end-past' | 'rows-disagree'
  | 'position-twice' | 'other-row-wrong' | 'too-many-positions' | 'rule';

/** What was understood or added, and may be looked at. */
export type ListNotice =
  | 'number-repaired' | 'phone-repaired' | 'start-past' | 'unit-renamed' | 'user-name-made' | 'example';

/** One thing found in a line, with the column it stands in and what its sentence names. */
export interface ListFinding<C extends string = ListFault | ListNotice> {
  readonly column: StaffColumn | null;
  readonly code: C;
  readonly facts: Readonly<Record<string, string | number>>;
}
