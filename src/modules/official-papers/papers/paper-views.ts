import { type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type Instant } from '../../../kernel/local-time.ts';
import { type FormTemplate } from './form-template.ts';

/** The office on its papers. */
export interface PaperOffice {
  readonly communeKind: string;
  /** Without its kind: “Hoa Lộc”. */
  readonly communeName: string;
  readonly centreName: string;
  readonly address: string;
  readonly hotline: string;
}

/** A person on a paper. The number is printed whole: the paper is handed to that person. */
export interface PaperPerson {
  readonly fullName: string;
  readonly citizenNumber: string | null;
  readonly address: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Who signs: the title in capitals; the name where it is known, else room to write it. */
export interface PaperSigner {
  readonly title: string;
  readonly name: string | null;
}

/** What every paper freezes: the form of its day, and the office as it was called then. */
interface Frozen<Kind extends string> {
  readonly kind: Kind;
  readonly template: FormTemplate;
  readonly office: PaperOffice;
}

/** What is not frozen but belongs to one print: its number and date, the size of the sheet, and where its QR leads. */
export interface PaperStamp {
  readonly paper: 'A5' | 'A4';
  /** Number of the paper; null leaves dots to fill in by hand. */
  readonly number: number | null;
  /** Date on the paper and in the file, so that printing again gives the same bytes. */
  readonly issuedAt: Instant;
  /** The address in the QR. */
  readonly link: string;
  /** The address printed under the QR for those who type. */
  readonly shortAddress: string;
}

/** A view with what its print needs. */
export type Printed<View> = View & PaperStamp;

/** Form 01. */
export interface ReceiptView extends Frozen<'receipt'> {
  /** Mã số hồ sơ. */
  readonly code: string;
  readonly applicant: PaperPerson;
  /** The person on whose behalf the applicant files, if any. */
  readonly principal: (PaperPerson & { readonly authorisingPaper: string | null }) | null;
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
  readonly delivery: { readonly method: 'counter' | 'post' | 'home' | 'electronic'; readonly address: string | null };
  /** Volume and number in the register book (sổ theo dõi hồ sơ), where the office keeps one. */
  readonly register: { readonly volume: string; readonly number: string } | null;
  /** Name of the officer who received, printed under the signature. */
  readonly receivedBy: string;
}

export interface ReceiptPaper {
  readonly name: string;
  readonly kind: 'original' | 'copy' | 'certified-copy' | 'electronic' | 'data' | 'form';
  readonly source: 'submitted' | 'shown' | 'store' | 'database';
  readonly copies: number;
}

/** One thing to complete: which paper, what is wrong, how to mend it, by which rule. */
export interface SupplementLine {
  readonly paper: string;
  readonly fault: string;
  readonly howToFix: string;
  readonly legalBasis: string | null;
}

/** Form 02. */
export interface SupplementView extends Frozen<'supplement'> {
  /** Mã số hồ sơ, or the code of a declaration that is not received yet. */
  readonly code: string | null;
  readonly applicant: PaperPerson;
  readonly content: string;
  readonly items: readonly SupplementLine[];
  readonly reason: string | null;
  /** Until when the citizen is asked to answer. */
  readonly answerBy: Instant | null;
  readonly contact: { readonly name: string; readonly phone: string };
  /** Người hướng dẫn. */
  readonly guidedBy: string;
}

/** Form 03. */
export interface RefusalView extends Frozen<'refusal'> {
  readonly code: string | null;
  readonly applicant: PaperPerson;
  readonly content: string;
  readonly reason: string;
  readonly receivedBy: string;
}

/** Form 04. */
export interface ApologyView extends Frozen<'apology'> {
  readonly code: string;
  readonly applicant: PaperPerson;
  /** Name of the body that decides. */
  readonly agency: string;
  readonly procedureName: string;
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  readonly reason: string;
  readonly newDueAt: Instant;
  readonly signer: PaperSigner;
}

/** Form 05. */
export interface StopView extends Frozen<'stop'> {
  readonly code: string | null;
  readonly applicant: PaperPerson;
  readonly procedureName: string;
  readonly content: string;
  readonly submittedAt: Instant;
  readonly stopKind: 'withdrawn' | 'not-supplemented' | 'not-paid' | 'other';
  readonly reason: string | null;
  /** Where the dossier stood when it was stopped, in words. */
  readonly stateWas: string;
  /** What was paid and what of it is given back, in đồng; null where nothing was to pay. */
  readonly fee: { readonly paid: number; readonly refunded: number } | null;
  readonly signer: PaperSigner;
}

/** Everything that an issued paper may be. */
export type PaperView = ReceiptView | SupplementView | RefusalView | ApologyView | StopView;
