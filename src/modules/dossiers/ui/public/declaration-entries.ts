import { type DateBoxes } from '../../../../web/public/date-field/read-date-boxes.ts';

/** The text fields of the declaration form and the most characters each may have. */
export const ENTRY_LIMITS = {
  fullName: 100,
  citizenNumber: 20,
  village: 60,
  address: 180,
  phone: 20,
  email: 200,
  note: 1000,
  assistedBy: 100,
  assistedConsent: 20,
  assistedAccount: 20,
} as const;

/** A text field of the form by its name. */
export type EntryName = keyof typeof ENTRY_LIMITS;

/** What stands in the form, as typed. */
export interface DeclarationEntries extends Readonly<Record<EntryName, string>> {
  readonly birthDate: DateBoxes;
}

/** The choice of those who live outside the commune. */
export const ELSEWHERE = 'noi-khac';

/** A form that nobody has filled in yet. */
export const NO_ENTRIES: DeclarationEntries = {
  fullName: '',
  citizenNumber: '',
  village: '',
  address: '',
  phone: '',
  email: '',
  note: '',
  assistedBy: '',
  assistedConsent: '',
  assistedAccount: '',
  birthDate: { day: '', month: '', year: '' },
};
