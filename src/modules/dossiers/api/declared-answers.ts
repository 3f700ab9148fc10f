import { type ReactElement } from 'react';
import { type Result } from '../../../kernel/result.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';

/** A question that was asked in the declared form, and what was answered. */
export interface DeclaredQuestion {
  readonly field: string;
  /** The part of the form that it stands in. */
  readonly group: string;
  /** In the citizen's words, Vietnamese and in the reader's language. */
  readonly name: string;
  readonly label: string;
  /** As the printed form says it. */
  readonly official: string;
  /** One line for each part, numbers masked; nothing where it was left empty. */
  readonly answer: readonly string[];
  /** What stands in a row, where it is answered by a table. */
  readonly columns: readonly string[] | null;
}

/** The request for supplements that a correction answers, and the questions that it names. */
export interface CorrectionPlace {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly requestId: string;
  readonly fields: readonly string[];
}

/** How the questions of a request are drawn. */
export interface CorrectionView {
  /** Every named question with its box, by its field id; one that is no longer asked has none. */
  readonly named: ReadonlyMap<string, ReactElement>;
  /** What the questions are called in the reader's language, by field id. */
  readonly labels: ReadonlyMap<string, string>;
  /** What was declared, whole, by field id: for whoever has shown the second factor. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  /** Questions that the new answers call for. */
  readonly following: readonly { readonly field: string; readonly content: ReactElement }[];
  /** Named questions whose answer is another one now. */
  readonly changed: ReadonlySet<string>;
  readonly faults: readonly FieldFault[];
  readonly warnings: readonly string[];
  /** What the page carries along. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** What became of a page that was sent. */
export interface CorrectionSaved {
  /** Sentences about answers that another browser gave meanwhile; both are shown. */
  readonly differing: readonly FieldFault[];
  /** A question that an answer has just called for and that nobody has seen yet. */
  readonly fresh: boolean;
  /** What was kept: sending means exactly this. */
  readonly version: number;
}

/** The person who declares, as corrected answers say. */
export interface DeclaredPerson {
  readonly fullName: string;
  readonly citizenNumber: string | null;
  readonly birthDate: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly address: string;
  readonly phone: string | null;
  readonly email: string | null;
}

/** A correction that may be written in the transaction that judged it. */
export interface JudgedCorrection {
  /** Named questions whose answer changes. */
  readonly changed: ReadonlySet<string>;
  /** Whether anything changes at all. */
  readonly changes: number;
  readonly person: DeclaredPerson;
  readonly write: (tx: Tx, by: null | { readonly staffId: string; readonly name: string }, now: Date) => Promise<void>;
}

/** One answer before and after, numbers masked. */
export interface ChangedAnswer {
  readonly field: string;
  readonly label: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Whether the request named the question itself. */
  readonly asked: boolean;
}

/** What is asked of the answers of a declared form, kept by another module. */
export interface DeclaredAnswers {
  /** The questions that an officer may say are answered wrongly, in the order of the form; none where no form was declared, or where its version can no longer be read. */
  readonly questions: (db: Database | Tx, communeCode: string, dossierId: string, locale: Locale) => Promise<readonly DeclaredQuestion[]>;
  /** Draws the questions of a request; undefined where the form can no longer be read, so that words have to do. */
  readonly view: (place: CorrectionPlace, reader: { readonly locale: Locale; readonly now: Date; readonly differing?: readonly FieldFault[] | undefined; readonly posted: boolean; readonly typed?: ReadonlyMap<string, readonly string[]> | undefined }) => Promise<CorrectionView | undefined>;
  /** Keeps what a page sends; two browsers are put together question by question. Undefined where the form can no longer be read. */
  readonly save: (place: CorrectionPlace, texts: ReadonlyMap<string, readonly string[]>, reader: { readonly locale: Locale; readonly now: Date }) => Promise<CorrectionSaved | undefined>;
  /** Judges what was kept, or what an officer enters, in the transaction that takes the answer. Refuses what the form refuses, and a draft that another browser changed since `version`. */
  readonly judge: (tx: Tx, place: CorrectionPlace, given: { readonly version: number } | { readonly entered: ReadonlyMap<string, string> }, now: Date) => Promise<Result<JudgedCorrection>>;
  /** Nothing is waited for any more: what was typed goes. */
  readonly forget: (tx: Tx, communeCode: string, dossierId: string) => Promise<void>;
  /** What corrections changed, by the id of their request. */
  readonly changes: (db: Database, communeCode: string, dossierId: string, locale: Locale) => Promise<ReadonlyMap<string, readonly ChangedAnswer[]>>;
  /** The person who declares, as the answers that hold say; undefined where no form was declared. */
  readonly person: (db: Database, communeCode: string, dossierId: string) => Promise<DeclaredPerson | undefined>;
}
