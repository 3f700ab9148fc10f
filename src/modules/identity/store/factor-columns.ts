import { type RawBuilder, sql } from 'kysely';

/** What a query about one person selects to know the second factors: codes that were confirmed, and passkeys that are not suspended. Columns such as `s.staff_id`. */
export function factorColumns(commune: string, staff: string): { readonly hasTotp: RawBuilder<boolean>; readonly hasPasskey: RawBuilder<boolean> } {
  const [c, s] = [sql.ref(commune), sql.ref(staff)];
  return {
    hasTotp: sql<boolean>`exists (select from totp_factor f where f.commune_code = ${c} and f.staff_id = ${s} and f.confirmed_at is not null)`,
    hasPasskey: sql<boolean>`exists (select from passkey k where k.commune_code = ${c} and k.staff_id = ${s} and k.suspended_at is null)`,
  };
}
