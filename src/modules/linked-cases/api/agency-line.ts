import { type SendOutcome } from '../domain/transfer.ts';

/** An agency that cases are handed to. */
export type OtherAgency = 'police' | 'social-insurance' | 'province';

/** A message on its way out. Sent again under the same id it must not do anything twice over there. */
export interface AgencyMessage {
  readonly id: string;
  readonly communeCode: string;
  readonly agency: OtherAgency;
  readonly kind: 'request' | 'supplement' | 'withdrawal';
  /** Names the procedure within its group. */
  readonly procedure: string;
  /** The code of the case, printed on the citizen's slip. */
  readonly caseCode: string;
  readonly lines: readonly { readonly name: string; readonly value: string }[];
  readonly attempt: number;
}

/** What an agency says about a message: that it has it, that it does not take it, what is lacking, or the result. */
export interface AgencyAnswer {
  /** The agency's own id of this answer; the same answer may come any number of times. */
  readonly id: string;
  readonly messageId: string;
  readonly kind: 'acknowledged' | 'refused' | 'supplement' | 'result' | 'negative';
  /** The agency's number of the request, or of the result. */
  readonly number: string | null;
  readonly words: string | null;
}

/** A message that may still be answered. */
export interface AwaitedMessage {
  readonly id: string;
  readonly agency: OtherAgency;
  readonly kind: AgencyMessage['kind'];
  readonly procedure: string;
  readonly sentAt: Date;
}

/** The line to other agencies. Whatever goes wrong on it is an outcome and never an exception. */
export interface AgencyLine {
  send(message: AgencyMessage, now: Date): Promise<SendOutcome>;
  /** What has been answered about these messages; answers that were fetched before may come again. */
  collect(awaited: readonly AwaitedMessage[], now: Date): Promise<readonly AgencyAnswer[]>;
}

/** A commune without any line: every message is handed over by hand. */
export const NO_LINE: AgencyLine = {
  send: () => Promise.resolve({ kind: 'fault', fault: 'not-connected' }),
  collect: () => Promise.resolve([]),
};
