/** One dossier of a citizen, as the own page shows it. */
export interface OwnDossier {
  readonly code: string;
  readonly procedureName: string;
  readonly stateWords: string;
  /** “trước 17 giờ thứ Năm 26/11”; null when no date holds. */
  readonly dueWords: string | null;
  readonly timeState: 'in-time' | 'near' | 'due-today' | 'overdue' | 'paused' | 'finished' | 'waiting';
  readonly timeWords: string;
  /** The page of the dossier; null when it carries the number under another name and is not opened. */
  readonly address: string | null;
  /** The citizen has something to do. */
  readonly waitsForCitizen: boolean;
  readonly over: boolean;
  /** What was declared in it can be used again in another declaration. */
  readonly reusable: boolean;
}

/** One paper or result that a citizen can open. */
export interface OwnPaper {
  readonly kind: 'receipt' | 'fee-receipt' | 'letter' | 'result';
  readonly title: string;
  readonly dossierCode: string;
  /** The day on which it was issued; null where it does not matter. */
  readonly day: string | null;
  readonly address: string;
}

/** One thing that the office told a citizen. */
export interface OwnMessage {
  readonly moment: string;
  readonly text: string;
  /** What an officer wrote, in Vietnamese; null when nothing was. */
  readonly words: string | null;
  readonly dossierCode: string;
  readonly address: string;
}

/** Everything that the office has of a citizen. */
export interface OwnAffairs {
  readonly dossiers: readonly OwnDossier[];
  readonly papers: readonly OwnPaper[];
  readonly messages: readonly OwnMessage[];
}
