import { type ReactElement } from 'react';
import { type ReceivedFile } from '../../../../web/public/received-files/received-files.tsx';
import { type DrawnMark } from '../../../../web/public/marked-picture/mark-drawing.tsx';

/** A fault as the citizen reads it with the link alone: nothing that stands on the paper. */
export interface FaultView {
  readonly id: string;
  readonly paperName: string;
  /** The fault is about an answer of the form; paperName is its question. */
  readonly isAnswer: boolean;
  /** What is wrong, in the reader's language. */
  readonly reasons: readonly string[];
  /** The officer's own words; null when the reasons say it. */
  readonly words: string | null;
  readonly howToFix: string;
  readonly legalBasis: string;
}

/** A request for supplements that waits for the citizen, as the tracking page tells it. */
export interface AskedSupplement {
  readonly faults: readonly FaultView[];
  readonly words: string | null;
  /** “trước 17 giờ thứ Năm 03/12”. */
  readonly untilWords: string;
  /** The last day is over: only the counter takes papers now. */
  readonly late: boolean;
  /** A second request in one stage: a leader has approved it. */
  readonly again: boolean;
  /** Where it is answered. */
  readonly address: string;
}

/** A picture that the office marked. */
export interface MarkedFile {
  readonly id: string;
  readonly fileName: string;
  readonly address: string;
  readonly isPicture: boolean;
  readonly marks: readonly DrawnMark[];
}

/** A file that the server has for the answer. */
export interface ConfirmedFile {
  readonly sha256: string;
  readonly fileName: string;
  readonly address: string;
  readonly isPicture: boolean;
  readonly sizeWords: string;
}

/** A fault on the page where it is answered, for whoever has shown the second factor. */
export interface AnsweredFault extends FaultView {
  readonly before: readonly MarkedFile[];
  readonly confirmed: readonly ConfirmedFile[];
  /** Files that came one by one, in pieces. */
  readonly sent: readonly ReceivedFile[];
  /** Names of files of which only a part is here. */
  readonly arriving: readonly string[];
  /** Where pictures are taken and sent in pieces; undefined where no picture is asked for. */
  readonly camera: string | undefined;
  /** The question of the form with what was declared; null for a paper. */
  readonly question: {
    readonly field: string;
    readonly before: readonly string[];
    /** Its box; undefined where it is no longer asked, or the form cannot be read any more. */
    readonly content: ReactElement | undefined;
    readonly changed: boolean;
    readonly readable: boolean;
  } | null;
  /** What was typed. */
  readonly answer: string;
}

/** A payment that the office waits for. */
export interface AskedPayment {
  readonly amountWords: string;
  readonly inWords: string;
  readonly reason: string;
  readonly legalBasis: string | null;
  readonly untilWords: string;
  readonly late: boolean;
  readonly reference: string;
  /** Where it is paid by transfer; null while the commune has given no account. */
  readonly account: { readonly bankName: string; readonly number: string; readonly holder: string; readonly qr: readonly (readonly boolean[])[] } | null;
  /** Where every way to pay is, online too. */
  readonly address: string;
}

/** Fees of a dossier that are still to be paid. */
export interface OpenFee {
  readonly id: string;
  readonly amountWords: string;
  readonly inWords: string;
  /** What of it has come in already; null: nothing. */
  readonly partly: { readonly paid: string; readonly amount: string } | null;
  readonly reference: string;
  /** The VietQR code; null while the commune has given no account. */
  readonly qr: readonly (readonly boolean[])[] | null;
  /** Where every way to pay is. */
  readonly address: string;
}

/** The name of a fault's file field, of its words and of the mark that leaves one file out. */
export const answerField = {
  files: (faultId: string): string => `anh-${faultId}`,
  words: (faultId: string): string => `loi-${faultId}`,
  drop: (faultId: string, sha256: string): string => `bo-${faultId}-${sha256}`,
} as const;
