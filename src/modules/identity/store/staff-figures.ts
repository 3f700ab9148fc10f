import { sql } from 'kysely';
import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { SECOND_FACTOR_ROLES } from '../domain/second-factor-state.ts';

/** One person as far as the figures of accounts and sign-ins ask. */
export interface CountedPerson {
  readonly id: string;
  readonly active: boolean;
  readonly placed: boolean;
  /** Whether a sign-in was ever counted, or a browser is known from one before counting began. */
  readonly signedIn: boolean;
  /** Whether a position of the day administers or signs. */
  readonly powerful: boolean;
  /** Whether codes were confirmed or a passkey counts. */
  readonly enrolled: boolean;
}

/** Everybody of a commune with whether the account is open, a position is held on the day, and somebody ever signed in with it. */
export async function listCountedPeople(db: Database, communeCode: string, on: LocalDate): Promise<readonly CountedPerson[]> {
  const { rows } = await sql<CountedPerson>`
    select s.id, s.active,
        exists (select from staff_position p where p.commune_code = s.commune_code and p.staff_id = s.id and p.valid_from <= ${on}::date and (p.valid_to is null or p.valid_to >= ${on}::date)) as placed,
        exists (select from staff_position p where p.commune_code = s.commune_code and p.staff_id = s.id and p.role = any(${[...SECOND_FACTOR_ROLES]}) and p.valid_from <= ${on}::date and (p.valid_to is null or p.valid_to >= ${on}::date)) as powerful,
        (exists (select from totp_factor t where t.commune_code = s.commune_code and t.staff_id = s.id and t.confirmed_at is not null)
          or exists (select from passkey k where k.commune_code = s.commune_code and k.staff_id = s.id and k.suspended_at is null)) as enrolled,
        (exists (select from staff_sign_in_day d where d.commune_code = s.commune_code and d.staff_id = s.id)
          or exists (select from known_device k where k.commune_code = s.commune_code and k.staff_id = s.id)) as "signedIn"
      from staff s where s.commune_code = ${communeCode} order by s.full_name, s.id`.execute(db);
  return rows;
}

/** For each week that begins on one of the Mondays: how many people held a position on a day of it, and how many of them signed in. */
export async function countSignInWeeks(db: Database, communeCode: string, mondays: readonly LocalDate[]): Promise<readonly { readonly monday: LocalDate; readonly signedIn: number; readonly people: number }[]> {
  const { rows } = await sql<{ readonly monday: LocalDate; readonly signedIn: number; readonly people: number }>`
    select w.monday, count(distinct p.staff_id)::int as people, count(distinct d.staff_id)::int as "signedIn"
      from unnest(${[...mondays]}::date[]) as w (monday)
      left join staff_position p on p.commune_code = ${communeCode} and p.valid_from <= w.monday + 6 and (p.valid_to is null or p.valid_to >= greatest(w.monday, p.valid_from))
      left join staff_sign_in_day d on d.commune_code = p.commune_code and d.staff_id = p.staff_id and d.day between w.monday and w.monday + 6
     group by w.monday order by w.monday desc`.execute(db);
  return rows;
}
