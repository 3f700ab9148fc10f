import { sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';

/** How many accounts can be signed in to. */
export interface AccountCounts {
  readonly administrators: number;
  readonly real: number;
  readonly demonstration: number;
}

/** Counts the open accounts of the installation on a day. */
export async function countAccounts(db: Database, on: LocalDate): Promise<AccountCounts> {
  const { rows: [row] } = await sql<AccountCounts>`
    select count(*) filter (where not s.synthetic)::int as real, count(*) filter (where s.synthetic)::int as demonstration,
      count(*) filter (where exists (
        select from staff_position p where p.commune_code = s.commune_code and p.staff_id = s.id and p.role = 'administrator' and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on})))::int as administrators
    from staff s where s.active`.execute(db);
  if (row === undefined) throw new Error('the accounts could not be counted');
  return row;
}
