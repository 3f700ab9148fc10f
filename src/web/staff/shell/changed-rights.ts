import { type SessionAnswer } from '../../../modules/identity/contract/session.ts';

type Role = SessionAnswer['roles'][number];

/** What of a person's roles went and what came since the page was opened; undefined while they are the same. */
export interface ChangedRights {
  readonly lost: readonly Role[];
  readonly gained: readonly Role[];
}

/** Compares the roles that a page was opened with to those of now. */
export function changedRights(before: readonly Role[], now: readonly Role[]): ChangedRights | undefined {
  const lost = before.filter((role) => !now.includes(role));
  const gained = now.filter((role) => !before.includes(role));
  return lost.length + gained.length === 0 ? undefined : { lost, gained };
}
