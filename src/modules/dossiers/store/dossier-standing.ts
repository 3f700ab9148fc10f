import { sql } from 'kysely';
import { type StaffActor } from '../../../kernel/actor.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type ViewStanding, viewStanding } from '../domain/is-own-work.ts';
import { seenDossier } from './seen-dossier.ts';

/** How a dossier of the actor's commune stands to the actor; undefined when there is no such dossier. */
export async function findViewStanding(db: Database, actor: StaffActor, id: string): Promise<ViewStanding | undefined> {
  const row = await db
    .selectFrom('dossier')
    .select(['state', 'current_step', 'current_role_name', 'field', 'unit_id', 'holder_id', 'approval_asked', 'urged_at', 'extended_due_at', 'answered_at', 'agency_asked', 'version', 'handed_at', 'handed_by', 'handed_from'])
    .select(sql<boolean>`exists (select from dossier_history h where h.commune_code = dossier.commune_code and h.dossier_id = dossier.id and h.actor_id = ${actor.staffId})`.as('handled'))
    .where('commune_code', '=', actor.communeCode)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? undefined : viewStanding(seenDossier(row), row.handled, actor);
}
