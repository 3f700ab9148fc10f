import { type StaffActor } from '../../../kernel/actor.ts';
import { type Instant } from '../../../kernel/local-time.ts';
import { type Problem, type Result } from '../../../kernel/result.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type FileStore } from '../../../platform/files/file-store.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { type LinkSigner } from '../../../platform/secrets/link-signer.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { type ReceivableProcedure } from '../domain/decide-reception.ts';
import { type LinkedCaseView } from '../ui/public/linked-case-view.ts';
import { type AssessedFees, type FeesOfDossier, type FeesQuery, type FeesWords } from '../../fees/contract/assessed-fees.ts';
import { type ReceivedFormInput } from '../../forms/contract/scan-schemas.ts';
import { type DossierState } from '../domain/dossier-states.ts';
import { type ProcedureSpan } from '../domain/refuse-procedure.ts';
import { type DeclaredAnswers } from './declared-answers.ts';

/** Vietnamese first; English is null where only the official Vietnamese text exists. */
export interface ProcedureWords {
  readonly vi: string;
  readonly en: string | null;
}

/** One paper that a procedure asks for, as the declaration form shows it; the papers of a procedure pack fit. */
export interface ProcedurePaper {
  /** Stable within the procedure. */
  readonly id: string;
  readonly name: ProcedureWords;
  readonly help: ProcedureWords | null;
  readonly handling: 'submit-original' | 'submit-copy' | 'submit-certified-copy' | 'show' | 'form';
  /** Null: always needed. */
  readonly onlyWhen: { readonly label: ProcedureWords } | null;
  /** Papers of one group are alternatives: any one of them is enough. */
  readonly anyOf: string | null;
}

/** What the dossiers module needs to know of a procedure: enough to receive and to show it. */
export interface DossierProcedure extends ReceivableProcedure {
  /** Everyday name where one was curated, else the official one. */
  readonly name: ProcedureWords;
  readonly officialName: string;
  readonly field: string;
  readonly papers: readonly ProcedurePaper[];
  /** What the office looks up by itself and must not ask for. */
  readonly lookedUp: readonly { readonly name: ProcedureWords; readonly source: ProcedureWords }[];
}

export interface DossierCommune {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly provinceName: string;
  readonly agencyCode: string;
  readonly centreName: string;
  readonly address: string;
  readonly hotline: string;
}

/** What a case of interlinked procedures is told when one of its dossiers changed. */
export interface CaseDossier {
  readonly communeCode: string;
  readonly caseId: string;
  readonly dossierId: string;
  readonly state: DossierState;
  readonly dueAt: Date;
  readonly resultKind: 'positive' | 'negative' | null;
  readonly resultNumber: string | null;
  readonly stopKind: 'withdrawn' | 'not-supplemented' | 'not-paid' | 'other' | null;
  readonly words: string | null;
  readonly now: Date;
  /** The calendar of the transaction, where it is another one than everybody knows yet. */
  readonly calendar?: WorkingCalendar;
}

/** A dossier that another system knows has come to another state. */
export interface StateChange {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly state: DossierState;
  readonly at: Date;
}

/** An account of the commune, as a payment code needs it. */
export interface BankAccount {
  /** Six digits of the bank in the NAPAS network. */
  readonly bin: string;
  readonly bankName: string;
  readonly number: string;
  readonly holder: string;
}

/** Who moves money: a member of staff; null: nobody in the office. */
export type MoneyActor = { readonly staffId: string; readonly name: string } | null;

/** What is still to be paid for a dossier. */
export interface OpenMoney {
  readonly id: string;
  readonly purpose: 'fees' | 'during-work' | 'certification';
  /** Whole đồng; `missing` is what of `amount` has not come in yet. */
  readonly amount: number;
  readonly missing: number;
  /** What the payer writes on a transfer. */
  readonly reference: string;
  /** Where a transfer goes, with the text of its VietQR code; null while the commune has given no account. */
  readonly transfer: { readonly bankName: string; readonly number: string; readonly holder: string; readonly memo: string; readonly qr: string } | null;
}

/** The payables of dossiers, kept by another module; what writes belongs to the caller's transaction. */
export interface DossierMoney {
  /** Everything that is still to be paid for a dossier, oldest first. */
  readonly openOf: (communeCode: string, dossierId: string) => Promise<readonly OpenMoney[]>;
  /** What the office owes back to the payer, and what it has paid back, in whole đồng. */
  readonly backOf: (communeCode: string, dossierId: string) => Promise<{ readonly owed: number; readonly paidBack: number }>;
  /** Opens what a payment request asks for, under the request's own id; answers the reference that the citizen writes on the transfer. */
  readonly open: (tx: Tx, asked: { readonly communeCode: string; readonly id: string; readonly dossierId: string; readonly amount: number; readonly at: Date; readonly actor: MoneyActor }) => Promise<string>;
  /** An officer saw that it was paid: whatever is missing is recorded. Refuses what taking money refuses, such as cash without an open day. */
  readonly confirm: (tx: Tx, seen: { readonly communeCode: string; readonly id: string; readonly method: 'cash' | 'transfer' | 'other'; readonly paidAt: Date; readonly commandId: string; readonly at: Date; readonly actor: MoneyActor; readonly officer: StaffActor }) => Promise<Result<void>>;
  /** Cash for the fees, taken in the transaction of the reception that opened them. Refuses whoever takes no cash, an amount that is not what is due, a receipt number that is known, and what taking money refuses. */
  readonly takeCash: (tx: Tx, taken: { readonly dossierId: string; readonly amount: number; readonly receiptElsewhere: string | null; readonly commandId: string; readonly actor: StaffActor; readonly at: Date; readonly address: string }) => Promise<Result<void>>;
  /** What keeps somebody from taking cash now (undefined: nothing), and whether the program gives its receipt at once. */
  readonly cashOf: (actor: StaffActor, now: Date) => Promise<{ readonly hindrance: Problem | undefined; readonly givesReceipt: boolean }>;
  /** It is asked for no longer. What was paid for it is owed back. */
  readonly cancel: (tx: Tx, called: { readonly communeCode: string; readonly id: string; readonly reason: string; readonly at: Date; readonly actor: MoneyActor }) => Promise<void>;
  /** The work has ended without a decision: nothing more is to be paid for it. */
  readonly end: (tx: Tx, ended: { readonly communeCode: string; readonly dossierId: string; readonly reason: string; readonly at: Date; readonly actor: MoneyActor }) => Promise<void>;
}

/** One line of who looked at a dossier or worked on it. */
export interface DossierViewer {
  readonly at: Date;
  /** Null: whoever holds the link and the four digits. */
  readonly who: { readonly name: string; readonly position: string } | null;
  readonly what: string;
  readonly isLook: boolean;
  /** Null: it was the own work. */
  readonly purpose: string | null;
}

/** What reception and the citizen's pages need of fees. */
export interface DossierFees {
  /** Reckons what a dossier is charged, before its transaction begins; refuses quantities and claims that do not hold. */
  readonly prepare: (query: FeesQuery) => Promise<Result<AssessedFees>>;
  /** Writes the fees of dossiers that are received in this transaction. */
  readonly write: (tx: Tx, all: readonly FeesOfDossier[]) => Promise<void>;
  /** Reckoned fees as form 01 prints them. */
  readonly onReceipt: (fees: AssessedFees) => FeesWords;
  /** The fees of a dossier in words; undefined when nobody has assessed them. */
  readonly inWords: (communeCode: string, dossierId: string, locale: Locale) => Promise<FeesWords | undefined>;
}

/** The fee receipts (biên lai) of a dossier, for whoever filed it. */
export interface DossierFeeReceipts {
  /** Those that hold, oldest first. */
  readonly list: (communeCode: string, dossierId: string) => Promise<readonly { readonly id: string; readonly title: string; readonly number: string; readonly issuedAt: Date }[]>;
  /** The numbers of those that hold, by dossier; a dossier without one is left out. */
  readonly numbersOf: (communeCode: string, dossierIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** One of them to be printed; undefined when the dossier has none of that id. */
  readonly draw: (communeCode: string, dossierId: string, id: string) => Promise<PdfFlow | undefined>;
}

/** A printed form that is received with a dossier. */
export interface ReceivedForm {
  /** Papers that were sent with its draft and go into the dossier. */
  readonly papers: readonly { readonly requirementId: string; readonly name: string; readonly files: readonly { readonly sha256: string; readonly fileName: string }[] }[];
  /** Papers that were sent with it and stay behind, and why. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
  /** Keeps its answers and takes its papers, in the transaction of the reception. */
  readonly write: (tx: Tx, dossierId: string) => Promise<Result<void>>;
}

/** Everything the module is given by the composition root; each is another module's front door. */
export interface DossiersDeps {
  readonly db: Database;
  readonly files: FileStore;
  readonly links: LinkSigner;
  /** Address that goes into QR codes, without a slash at the end. */
  readonly publicUrl: string;
  readonly newId: () => string;
  readonly feeReceipts: DossierFeeReceipts;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly homeCommune: () => Soon<DossierCommune | undefined>;
  /** The office as the public pages show it; undefined before it was set up. */
  readonly office: () => Soon<PublicOffice | undefined>;
  /** `tx`: inside a transaction, so that it does not wait for a second connection. */
  readonly communeOf: (code: string, tx?: Tx) => Promise<DossierCommune>;
  /** `asOf`: as it was known then; what is finished keeps the date that was right on its last day. */
  readonly calendarOf: (communeCode: string, asOf?: Date | null) => Promise<WorkingCalendar>;
  /** Hears, inside the transaction that makes it, of every new state of a dossier that another system knows. */
  readonly onStateChange: (tx: Tx, change: StateChange) => Promise<void>;
  /** The version in force on the day; undefined for an unknown, hidden or expired procedure. */
  readonly procedureInForce: (communeCode: string, code: string, at: Instant) => Promise<DossierProcedure | undefined>;
  /** From which to which day a procedure holds at all; undefined for an unknown or hidden code. */
  readonly procedureSpan: (code: string) => ProcedureSpan | undefined;
  /** By whose word citizens may sign in instead of giving digits; undefined: nothing of it is shown. */
  readonly signOnLabel?: { readonly vi: string; readonly en: string } | undefined;
  /** The page where a procedure is declared with its form; undefined: it has none, and the general declaration serves. */
  readonly formPath?: ((procedureCode: string, now: Date) => string | undefined) | undefined;
  /** Whether a dossier was declared with a form. */
  readonly hasAnswers?: ((communeCode: string, dossierId: string) => Promise<boolean>) | undefined;
  /** The matter of a family that a dossier was declared for, and all dossiers that were; undefined for one that stands alone. */
  readonly togetherOf?: ((communeCode: string, dossierId: string) => Promise<{ readonly event: { readonly vi: string; readonly en: string }; readonly dossierIds: readonly string[] } | undefined>) | undefined;
  /** How many copies of the result the form of a dossier asks for; null: none. */
  readonly copiesWanted?: ((communeCode: string, dossierId: string) => Promise<number | null>) | undefined;
  /** Reads the codes of a printed form for the dossier that is received with it. Undefined: no forms here. */
  readonly scannedForm?: ((asked: { readonly communeCode: string; readonly procedureCode: string; readonly form: ReceivedFormInput }, now: Date) => Promise<Result<ReceivedForm>>) | undefined;
  /** The answers of declared forms; undefined: no form is declared here, and only papers can be asked for. */
  readonly declared?: DeclaredAnswers | undefined;
  readonly villagesOf: (communeCode: string) => Promise<readonly { readonly id: string; readonly name: string; readonly kind: string }[]>;
  /** Everybody with an open account and the positions of today. */
  readonly colleaguesOf: (communeCode: string) => Promise<readonly StaffActor[]>;
  /** A case of interlinked procedures as the citizen sees it; undefined when there is none. */
  readonly caseOf: (communeCode: string, caseId: string, context: { readonly now: Date; readonly locale: Locale }) => Promise<LinkedCaseView | undefined>;
  /** Called in the transaction that changed a dossier of a case. */
  readonly onCaseDossier: (tx: Tx, dossier: CaseDossier) => Promise<void>;
  /** Called in the transaction of a signature; answers the number that the result is given by it, or null. */
  readonly onSigned: (tx: Tx, dossier: { readonly communeCode: string; readonly dossierId: string; readonly field: string }, signer: StaffActor, now: Date) => Promise<string | null>;
  /** Whether the law has whoever signs a procedure's result compare the papers in person, so that appraisal and signature belong to one person. */
  readonly signerCompares: (procedureCode: string, now: Date) => boolean;
  readonly unitsOf: (communeCode: string) => Promise<readonly { readonly id: string; readonly name: string; readonly fields: readonly string[] }[]>;
  /** Where the commune takes money by transfer; undefined while the administrator has given no account. */
  readonly bankAccountOf: (communeCode: string) => Promise<BankAccount | undefined>;
  readonly money: DossierMoney;
  readonly fees: DossierFees;
  readonly staffName: (communeCode: string, staffId: string) => Promise<string | undefined>;
  /** Who looked at a dossier or worked on it, newest first, in words for its citizen. */
  readonly viewersOf: (communeCode: string, dossierId: string, locale: Locale) => Promise<readonly DossierViewer[]>;
}
