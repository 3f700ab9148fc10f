import { type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type Instant, type LocalDate } from '../../../kernel/local-time.ts';
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
  /** Where the paper is checked, when its QR leads elsewhere: the receipt's opens the dossier. */
  readonly check?: string;
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
  /** Who helped to fill it in, and how the applicant agreed, in one line. Left out: nobody. */
  readonly helper?: string;
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
  /** The group of interlinked procedures that it begins: when the whole is due, and the other parts in words. Left out: none. */
  readonly linked?: { readonly dueAt: Instant; readonly parts: readonly string[] } | null;
  /** What is to be paid, line by line with its basis. Left out: nobody has assessed it. */
  readonly fees?: ReceiptFees | null;
  /** Name of the officer who received, printed under the signature. */
  readonly receivedBy: string;
}

/** Phí, lệ phí of a dossier in words. */
export interface ReceiptFees {
  readonly lines: readonly {
    readonly label: string;
    /** “5.000 đ”, or that nothing is paid. */
    readonly amount: string;
    readonly reckoning: string | null;
    /** What it would be without the exemption or reduction. */
    readonly before: string | null;
    readonly basis: string;
    /** The exemption or reduction with its basis, or why nothing is paid. */
    readonly reason: string | null;
  }[];
  readonly total: string;
  /** Charges that are not known yet. */
  readonly pending: readonly string[];
}

export interface ReceiptPaper {
  readonly name: string;
  readonly kind: 'original' | 'copy' | 'certified-copy' | 'electronic' | 'data' | 'form';
  readonly source: 'submitted' | 'shown' | 'store' | 'database';
  readonly copies: number;
  /** Pages of one copy; unknown on papers of before they were counted. */
  readonly pages?: number | null;
  readonly lookedUp?: { readonly database: string; readonly at: Instant } | null;
  /** The original stays at the office. */
  readonly kept?: boolean;
}

/** One thing to complete: which paper, what is wrong, how to mend it, by which rule. */
export interface SupplementLine {
  readonly paper: string;
  readonly fault: string;
  /** What was declared, numbers masked, where it is about an answer; papers of before have it in `fault`. */
  readonly declared?: string;
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

/** One side of a hand-over: the unit and, where it is known, the person. */
export interface PaperParty {
  readonly unit: string;
  readonly person: string | null;
}

/** One hand-over in the life of a dossier. */
export interface ControlLine {
  readonly giver: PaperParty;
  readonly receiver: PaperParty;
  readonly at: Instant;
  /** How the step that ended stood to its own limit; null where it had none. */
  readonly result: 'early' | 'on-time' | 'late' | null;
  readonly note: string | null;
}

/** Form 06. */
export interface ControlSheetView extends Frozen<'control-sheet'> {
  readonly code: string;
  readonly procedureName: string;
  /** Cơ quan giải quyết hồ sơ. */
  readonly agency: string;
  /** Cơ quan phối hợp giải quyết hồ sơ. */
  readonly otherAgency: string | null;
  readonly receivedAt: Instant;
  readonly dueAt: Instant;
  readonly lines: readonly ControlLine[];
  /** Originals that the office keeps, with their shelf; absent on sheets of before they were noted. */
  readonly originals?: readonly { readonly name: string; readonly shelf: string | null }[];
  readonly madeBy: string;
}

export interface RegisterRow {
  readonly code: string;
  readonly procedureName: string;
  readonly applicant: string;
  readonly address: string | null;
  readonly phone: string | null;
  /** Cơ quan chủ trì. */
  readonly unit: string;
  readonly receivedAt: Instant;
  /** As it was printed for the citizen. */
  readonly dueAt: Instant;
  readonly returnedAt: Instant | null;
  /** What became of it instead, such as “Đã dừng giải quyết”; null while it runs. */
  readonly ended: string | null;
  readonly method: 'counter' | 'post' | 'home' | 'electronic';
  /** Who took the result. */
  readonly receiver: string | null;
}

/** Form 07, for the dossiers received from one local day to another, both included. */
export interface RegisterView extends Frozen<'register-book'> {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The only field (lĩnh vực) whose dossiers it lists; null or, on papers of before there was a choice, absent for all of them. */
  readonly field?: string | null;
  readonly rows: readonly RegisterRow[];
  readonly madeBy: string;
}

export interface SlipRow {
  readonly code: string;
  readonly procedureName: string;
  readonly applicant: string;
  /** How many papers lie in it. */
  readonly papers: number;
  readonly dueAt: Instant | null;
}

/** Phiếu bàn giao between units. */
export interface HandOverSlipView extends Frozen<'hand-over-slip'> {
  readonly what: 'dossiers' | 'results';
  readonly from: PaperParty;
  readonly to: PaperParty;
  readonly note: string | null;
  readonly rows: readonly SlipRow[];
}

/** Giấy biên nhận trả kết quả. */
export interface ResultReceiptView extends Frozen<'result-receipt'> {
  readonly code: string;
  readonly applicant: string;
  readonly procedureName: string;
  readonly receiver: { readonly name: string; readonly relation: 'self' | 'authorised' | 'family'; readonly paper: string | null };
  readonly at: Instant;
  /** Giấy tờ đã trả. */
  readonly papers: readonly string[];
  readonly returnedBy: string;
}

/** The label of an envelope that leaves the office. */
export interface EnvelopeLabelView extends Frozen<'envelope-label'> {
  readonly code: string;
  readonly to: { readonly name: string; readonly address: string; readonly phone: string | null };
  /** On a sealed envelope that is carried home; null by post. */
  readonly envelopeCode: string | null;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly carriedBy: string | null;
}

/** Everything that an issued paper may be. */
export type PaperView =
  | ReceiptView
  | SupplementView
  | RefusalView
  | ApologyView
  | StopView
  | ControlSheetView
  | RegisterView
  | HandOverSlipView
  | ResultReceiptView
  | EnvelopeLabelView;
