import { hasRole, type StaffActor } from '../../../kernel/actor.ts';

/** What somebody wants to read of the journal. */
export interface JournalWish {
  readonly day: string | null;
  readonly staffId: string | null;
  readonly object: string | null;
  readonly action: string | null;
  /** `2026-11`; left out or null: any. */
  readonly month?: string | null;
}

/** Whether somebody reads everybody's entries: the President and the administrator. */
export function readsEverything(actor: StaffActor): boolean {
  return hasRole(actor, 'president', 'administrator');
}

/**
 * What somebody may read: the President and the administrator everything, a head of unit besides everything about one dossier, and everybody
 * the own entries, whatever was asked for.
 */
export function journalScope(actor: StaffActor, wish: JournalWish): JournalWish {
  if (readsEverything(actor)) return wish;
  if (hasRole(actor, 'unit-head') && wish.object?.startsWith('dossier:') === true) return wish;
  return { ...wish, staffId: actor.staffId };
}
