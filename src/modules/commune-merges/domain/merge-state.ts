/** How far two communes have come in becoming one, and back. */
export type MergeState = 'proposed' | 'agreed' | 'merged' | 'undo-proposed' | 'undo-agreed' | 'undone' | 'cancelled';

/** What people do with a merge; moving rows itself is the program's work once it is agreed. */
export type MergeAction = 'agree' | 'cancel' | 'propose-undo' | 'agree-undo' | 'keep';

/** What may be done in which state. */
export const MERGE_ACTIONS = {
  'proposed': ['agree', 'cancel'],
  // Nothing has moved yet: whoever is quick enough, or finds that it could not be done, may still take it back.
  'agreed': ['cancel'],
  'merged': ['propose-undo'],
  'undo-proposed': ['agree-undo', 'keep'],
  'undo-agreed': ['keep'],
  'undone': [],
  'cancelled': [],
} as const satisfies Readonly<Record<MergeState, readonly MergeAction[]>>;

/** What each action makes of a merge. */
export const STATE_AFTER = {
  'agree': 'agreed',
  'cancel': 'cancelled',
  'propose-undo': 'undo-proposed',
  'agree-undo': 'undo-agreed',
  'keep': 'merged',
} as const satisfies Readonly<Record<MergeAction, MergeState>>;

/** For so many days after the merge it can be undone: later, what two offices did as one is no longer told apart. */
export const UNDO_DAYS = 30;
