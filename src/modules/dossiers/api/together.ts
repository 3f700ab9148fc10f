import { type StaffActor } from '../../../kernel/actor.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type DossierResponse } from '../contract/dossier-schemas.ts';
import { type DossierState } from '../domain/dossier-states.ts';
import { listStandings } from '../store/dossier-standings.ts';
import { findViewStanding } from '../store/dossier-standing.ts';
import { appendHistory } from '../store/move-dossier.ts';
import { stateWords } from '../ui/public/state-words.ts';
import { type DossiersDeps } from './deps.ts';

/** A dossier as whoever declared it sees it beside others of the same matter. */
export interface DossierStanding {
  readonly id: string;
  readonly code: string;
  readonly procedureName: string;
  readonly state: DossierState;
  readonly words: string;
  /** Its result is there and grants what was asked. */
  readonly granted: boolean;
}

/** Where dossiers of a commune stand, in words for their citizen. */
export async function dossierStandings(db: Database, communeCode: string, ids: readonly string[], locale: Locale): Promise<readonly DossierStanding[]> {
  const rows = await listStandings(db, communeCode, ids);
  return rows.map(({ id, code, procedureName, state, resultKind, deliveryMethod }) => ({
    id, code, procedureName, state,
    words: stateWords({ state, negative: resultKind === 'negative', deliveryMethod }, locale),
    granted: (state === 'decided' || state === 'returned') && resultKind !== 'negative',
  }));
}

/** The dossiers that were declared together with one, for an officer: what is beyond the officer's positions is named and not opened. */
export async function togetherForStaff(deps: Pick<DossiersDeps, 'db' | 'togetherOf'>, actor: StaffActor, dossierId: string, locale: Locale): Promise<DossierResponse['together']> {
  const together = await deps.togetherOf?.(actor.communeCode, dossierId);
  if (together === undefined) return null;
  const others = await listStandings(deps.db, actor.communeCode, together.dossierIds.filter((id) => id !== dossierId));
  if (others.length === 0) return null;
  return {
    event: together.event[locale],
    dossiers: await Promise.all(others.map(async ({ id, code, procedureName, state }) => {
      const standing = await findViewStanding(deps.db, actor, id);
      const mayOpen = standing !== undefined && standing !== 'beyond';
      return { id: mayOpen ? id : null, code: mayOpen ? code : null, name: procedureName, state };
    })),
  };
}

/** The same for whoever holds the slip: names and states, without any way to the others. */
export async function togetherForCitizen(deps: Pick<DossiersDeps, 'db' | 'togetherOf'>, communeCode: string, dossierId: string, locale: Locale): Promise<{ readonly event: string; readonly dossiers: readonly { readonly name: string; readonly words: string }[] } | null> {
  const together = await deps.togetherOf?.(communeCode, dossierId);
  if (together === undefined) return null;
  const others = await dossierStandings(deps.db, communeCode, together.dossierIds.filter((id) => id !== dossierId), locale);
  return others.length === 0 ? null : { event: together.event[locale], dossiers: others.map(({ procedureName, words }) => ({ name: procedureName, words })) };
}

/** Writes into the history of a dossier that it was declared as part of something larger, in the transaction that makes it. */
export async function noteTogether(tx: Tx, communeCode: string, dossierId: string, matter: string, now: Date): Promise<void> {
  await appendHistory(tx, communeCode, dossierId, { at: now, event: 'declared-together', actor_id: null, actor_name: null, facts: JSON.stringify({ note: matter }) });
}
