/** The fields that the exchange understands, in the order of the wizard. */
export const EXCHANGE_FIELDS = [
  'externalCode', 'procedure', 'status', 'channel', 'submittedAt', 'receivedAt', 'dueAt', 'fullName', 'citizenNumber', 'birthDate', 'sex', 'phone', 'email', 'address', 'content',
] as const;
export type ExchangeField = (typeof EXCHANGE_FIELDS)[number];

/** Without these no dossier can be made of a line. */
export const NEEDED_FIELDS: readonly ExchangeField[] = ['externalCode', 'procedure', 'status', 'fullName'];

/** What another system states about a dossier, read and tidied. Instants are ISO texts in UTC, dates `YYYY-MM-DD`. */
export interface StatedDossier {
  readonly externalCode: string;
  readonly procedureCode: string;
  /** National code 1 to 10 (TrangThai). */
  readonly status: number;
  /** National code 1 to 3 (KenhThucHien). */
  readonly channel: number;
  readonly submittedAt: string | null;
  readonly receivedAt: string | null;
  readonly dueAt: string | null;
  /** Whether the due date came without a time of day: then only the days are compared. */
  readonly dueOnDay: boolean;
  readonly fullName: string;
  readonly citizenNumber: string | null;
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: string;
  readonly content: string;
}

/** What was found in a line. An error keeps the line out; a notice says what was repaired or left alone. */
export interface Finding {
  readonly level: 'error' | 'notice';
  readonly code: string;
  readonly field: ExchangeField | null;
  readonly facts: Readonly<Record<string, string | number>>;
}
