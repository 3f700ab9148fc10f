import { sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type InstallationGrant } from '../domain/installation-grant.ts';

const COLUMNS = [
  'commune_code as communeCode', 'id', 'staff_id as staffId', 'staff_name as staffName', 'commune_name as communeName', 'valid_from as validFrom', 'valid_to as validTo', 'reason', 'state', 'proposed_by as proposedBy', 'proposed_by_name as proposedByName', 'proposed_at as proposedAt',
  'decided_by_name as decidedByName', 'decided_at as decidedAt', 'end_proposed_by as endProposedBy', 'end_proposed_by_name as endProposedByName', 'end_reason as endReason', 'ended_how as endedHow', 'ended_by_name as endedByName', 'ended_at as endedAt',
] as const;

/** How many namings that are over are still shown. */
const MOST = 500;

/** Whether somebody was named for a day, by the row of the own commune alone. */
export async function isNamedOn(db: Database | Tx, person: { readonly communeCode: string; readonly staffId: string }, on: LocalDate): Promise<boolean> {
  const row = await db
    .selectFrom('installation_administrator')
    .select('id')
    .where('commune_code', '=', person.communeCode)
    .where('staff_id', '=', person.staffId)
    .where('state', '=', 'granted')
    .where('valid_from', '<=', on)
    .where('valid_to', '>=', on)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The namings of people of one commune that are proposed or hold: a trigger ends them when the account is closed. */
export async function openNamingsOf(tx: Tx, communeCode: string, staffIds: readonly string[]): Promise<readonly string[]> {
  if (staffIds.length === 0) return [];
  const rows = await tx.selectFrom('installation_administrator').select('id').where('commune_code', '=', communeCode).where('staff_id', 'in', staffIds).where('state', 'in', ['proposed', 'granted']).orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Every naming of the installation, newest first; asked for the whole installation. */
export async function listGrants(db: Database | Tx): Promise<readonly InstallationGrant[]> {
  return db.selectFrom('installation_administrator').select(COLUMNS).orderBy('proposed_at', 'desc').orderBy('id').limit(MOST).execute();
}

/** From now until the end of the transaction nobody else decides who speaks for the installation. */
export async function lockGrants(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('installation-administrators'))`.execute(tx);
}

/** Who writes a step: a person of the office, or null for whoever runs the machine. */
export interface StepBy {
  readonly staffId: string | null;
  readonly name: string | null;
  readonly at: Date;
}

/** Writes a proposal, or a naming at the machine, which is granted at once. What waited too long for the person is declined before. */
export async function insertGrant(tx: Tx, grant: Pick<InstallationGrant, 'id' | 'communeCode' | 'staffId' | 'staffName' | 'communeName' | 'validFrom' | 'validTo' | 'reason'>, by: StepBy): Promise<void> {
  await tx
    .updateTable('installation_administrator')
    .set({ state: 'declined', decided_at: by.at })
    .where('commune_code', '=', grant.communeCode)
    .where('staff_id', '=', grant.staffId)
    .where('state', '=', 'proposed')
    .execute();
  await tx
    .insertInto('installation_administrator')
    .values({
      commune_code: grant.communeCode, id: grant.id, staff_id: grant.staffId, staff_name: grant.staffName, commune_name: grant.communeName, valid_from: grant.validFrom, valid_to: grant.validTo, reason: grant.reason,
      state: by.staffId === null ? 'granted' : 'proposed', proposed_by: by.staffId, proposed_by_name: by.name, proposed_at: by.at, ...(by.staffId === null ? { decided_at: by.at } : {}),
    })
    .execute();
}

/** What a step writes. */
type Change = { readonly state: 'granted' | 'declined' } | { readonly endReason: string } | { readonly keep: true } | { readonly ended: 'agreed' | 'command-line' };

/** Writes one step of a naming. */
export async function updateGrant(tx: Tx, { communeCode, id }: Pick<InstallationGrant, 'communeCode' | 'id'>, change: Change, by: StepBy): Promise<void> {
  await tx
    .updateTable('installation_administrator')
    .set(
      'state' in change ? { state: change.state, decided_by: by.staffId, decided_by_name: by.name, decided_at: by.at }
      : 'endReason' in change ? { end_proposed_by: by.staffId, end_proposed_by_name: by.name, end_proposed_at: by.at, end_reason: change.endReason }
      : 'keep' in change ? { end_proposed_by: null, end_proposed_by_name: null, end_proposed_at: null, end_reason: null }
      : { state: 'ended', ended_how: change.ended, ended_by: by.staffId, ended_by_name: by.name, ended_at: by.at },
    )
    .where('commune_code', '=', communeCode)
    .where('id', '=', id)
    .execute();
}
