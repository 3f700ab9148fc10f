import { type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type Instant } from '../../../kernel/local-time.ts';
import { type PaperInput, type ReceiveDossierRequest } from '../contract/dossier-schemas.ts';
import { type FormTemplate } from './form-template.ts';

/** Everything that form 01 shows, as plain data. The person's number is printed whole: the paper is handed to that person. */
export interface ReceiptView {
  readonly paper: 'A5' | 'A4';
  readonly template: FormTemplate;
  readonly office: PaperOffice;
  /** Number of the paper; null leaves dots to fill in by hand. */
  readonly number: number | null;
  /** Mã số hồ sơ. */
  readonly code: string;
  /** Date on the paper and in the file, so that printing again gives the same bytes. */
  readonly issuedAt: Instant;
  readonly applicant: ReceiptPerson;
  /** The person on whose behalf the applicant files, if any. */
  readonly principal: (ReceiptPerson & { readonly authorisingPaper: string | null }) | null;
  /** Nội dung yêu cầu giải quyết. */
  readonly content: string;
  readonly papers: readonly ReceiptPaper[];
  /** Number of sets (bộ). */
  readonly copies: number;
  readonly timeLimit: TimeLimit;
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  /** One short line that says why the due date is what it is; see `due-reason.ts`. */
  readonly dueReason: string | null;
  readonly delivery: { readonly method: ReceiveDossierRequest['delivery']['method']; readonly address: string | null };
  /** Volume and number in the register book (sổ theo dõi hồ sơ), where the office keeps one. */
  readonly register: { readonly volume: string; readonly number: string } | null;
  /** Name of the officer who received, printed under the signature. */
  readonly receivedBy: string;
  /** The secret address behind the QR. */
  readonly link: string;
  /** The address printed under the QR for those who type. */
  readonly shortAddress: string;
}

/** The office on its papers. */
export interface PaperOffice {
  readonly communeKind: string;
  /** Without its kind: “Hoa Lộc”. */
  readonly communeName: string;
  readonly centreName: string;
  readonly address: string;
  readonly hotline: string;
}

export interface ReceiptPerson {
  readonly fullName: string;
  readonly citizenNumber: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

export interface ReceiptPaper {
  readonly name: string;
  readonly kind: PaperInput['kind'];
  readonly source: PaperInput['source'];
  readonly copies: number;
}
