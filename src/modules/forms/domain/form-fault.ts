/** Why an answer is not taken. The sentences are in `contract/fault-words.ts`. */
export type FormFaultCode =
  | 'missing'
  | 'too-long'
  | 'name.unreadable'
  | 'email.unreadable'
  | 'number.unreadable'
  | 'number.too-small'
  | 'number.too-large'
  | 'number.too-many-decimals'
  | 'money.unreadable'
  | 'date.unreadable'
  | 'date.no-such-day'
  | 'date.day-missing'
  | 'date.month-missing'
  | 'date.in-the-future'
  | 'date.in-the-past'
  | 'date.too-long-ago'
  | 'time.unreadable'
  | 'choice.unknown'
  | 'address.commune-missing'
  | 'address.country-missing'
  | 'address.abroad'
  | 'citizen-number.unreadable'
  | 'phone.unreadable'
  | 'table.too-few'
  | 'table.too-many'
  | 'statement.missing'
  | 'check';

/** One thing to correct, at a field; `check` names the check of the definition whose sentence is shown. */
export interface FormFault {
  /** The id of the field; inside a table `table.2.column` with rows counted from 0. */
  readonly field: string;
  readonly why: FormFaultCode;
  readonly facts?: Readonly<Record<string, string | number>> | undefined;
  readonly check?: string;
}
