/** What the holder of the slip may see of the case of interlinked procedures that a dossier belongs to: nothing personal, no number of another agency. */
export interface LinkedCaseView {
  readonly groupName: string;
  /** “trước 17 giờ thứ Năm 26/11”: when the last of them is due; null once the whole has ended. */
  readonly dueWords: string | null;
  readonly endedWords: string | null;
  readonly time: { readonly timeState: 'in-time' | 'near' | 'due-today' | 'overdue' | 'paused' | 'finished' | 'waiting'; readonly timeWords: string };
  readonly children: readonly LinkedChildView[];
}

/** One procedure of the case with its agency. */
export interface LinkedChildView {
  readonly name: string;
  readonly agencyName: string;
  readonly state: 'waiting' | 'in-progress' | 'paused' | 'finished' | 'refused' | 'stopped' | 'withdrawn';
  /** When it is due or was done, and what is being waited for. */
  readonly words: string;
  /** How the request stands on its way to the agency; null for the commune's own part and for what has ended. */
  readonly wayWords: string | null;
  /** Why there is no result, in the words of whoever decided. */
  readonly reason: string | null;
}
