import { sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';

/** How many accounts can be signed in to. */
export interface AccountCounts {
  readonly administrators: number;
  /** Real ones who can sign in with a password alone: no code app, no passkey. */
  readonly withoutFactor: number;
  readonly real: number;
  readonly demonstration: number;
}

/** Counts the open accounts of the installation on a day. */
export async function countAccounts(db: Database, on: LocalDate): Promise<AccountCounts> {
  const { rows: [row] } = await sql<AccountCounts>`
    select count(*) filter (where not s.synthetic)::int as real, count(*) filter (where s.synthetic)::int as demonstration,
      count(*) filter (where a.administrator)::int as administrators,
      count(*) filter (where a.administrator and not s.synthetic
        and not exists (select from totp_factor t where t.commune_code = s.commune_code and t.staff_id = s.id and t.confirmed_at is not null)
        and not exists (select from passkey k where k.commune_code = s.commune_code and k.staff_id = s.id and k.suspended_at is null))::int as "withoutFactor"
    from staff s cross join lateral (select exists (
      select from staff_position p where p.commune_code = s.commune_code and p.staff_id = s.id and p.role = 'administrator' and p.valid_from <= ${on} and (p.valid_to is null or p.valid_to >= ${on})) as administrator) a
    where s.active`.execute(db);
  if (row === undefined) throw new Error('the accounts could not be counted');
  return row;
}

/** How many open accounts wait with a password that somebody else made before a day. */
export async function countGivenPasswords(db: Database, communeCode: string, before: LocalDate): Promise<number> {
  const { rows: [row] } = await sql<{ count: number }>`
    select count(*)::int as count from staff
    where commune_code = ${communeCode} and active and must_change_password and (password_given_at at time zone 'Asia/Ho_Chi_Minh')::date < ${before}::date`.execute(db);
  return row?.count ?? 0;
}
