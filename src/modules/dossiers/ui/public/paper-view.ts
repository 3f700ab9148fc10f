/** Words with the language they are in: papers that only have their official Vietnamese text keep it on English pages. */
export interface PaperWords {
  readonly text: string;
  readonly lang: 'vi' | 'en';
}

/** A paper that may be sent as pictures or PDF. */
export interface SendablePaper {
  readonly id: string;
  readonly name: PaperWords;
  readonly help: PaperWords | null;
  /** The sentence that says when it is needed at all. */
  readonly onlyWhen: PaperWords | null;
  /** A form to be filled in, which the counter has too. */
  readonly form: boolean;
}

/** The papers of a procedure as the declaration form asks for them. */
export interface PaperPlan {
  /** In the order of the procedure; an inner list of several holds alternatives of which one is enough. */
  readonly send: readonly (readonly SendablePaper[])[];
  /** Shown to the officer; no picture of it is asked for. */
  readonly bring: readonly PaperWords[];
  readonly lookedUp: readonly PaperWords[];
}

/** A file that the server already has for this form. */
export interface KeptFileView {
  readonly paperId: string;
  readonly fileName: string;
  /** Proves that this form's sender sent it. */
  readonly reference: string;
}

/** The name of the file field of a paper. */
export function paperField(paperId: string): string {
  return `paper-${paperId}`;
}
