import { type RawBuilder, sql } from 'kysely';
import { type Position } from '../../../kernel/actor.ts';
import { type LocalDate } from '../../../kernel/local-time.ts';

/** A position as it is read for a day: every limit of it is known, so that none is forgotten on the way to the rules. */
export type LoadedPosition = Required<Position>;

/**
 * The positions that a person holds on a day, as a column: first the person's own, then those of colleagues on leave for whom the
 * person acts (`Thay …`). The names are those of the columns of the query around it; written once, because rights rest on it.
 */
export function positionsOn(names: { readonly commune: string; readonly staff: string }, on: LocalDate): RawBuilder<readonly LoadedPosition[]> {
  const commune = sql.ref(names.commune);
  const staff = sql.ref(names.staff);
  const held = sql`valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)`;
  return sql<readonly LoadedPosition[]>`coalesce((
    select json_agg(json_build_object(
        'unitId', p.unit_id, 'role', p.role, 'title', case when p.absent_id is null then p.title else 'Thay ' || p.title end, 'fields', p.fields,
        'unitScope', p.unit_scope, 'unitFields', u.fields, 'steps', p.steps,
        'actingFor', case when p.absent_id is null then null else json_build_object('staffId', p.absent_id, 'fullName', p.absent_name, 'title', p.title) end
      ) order by p.absent_id nulls first, p.valid_from, p.id)
      from (
        select own.*, null::uuid as absent_id, null::text as absent_name from staff_position own where own.commune_code = ${commune} and own.staff_id = ${staff} and ${held}
        union all
        select theirs.*, absent.id, absent.full_name
          from staff_leave l
          join staff absent on absent.commune_code = l.commune_code and absent.id = l.staff_id
          join staff_position theirs on theirs.commune_code = l.commune_code and theirs.staff_id = l.staff_id and theirs.role <> 'administrator' and ${held}
         where l.commune_code = ${commune} and l.acting_staff_id = ${staff} and l.ended_at is null and l.from_day <= ${on}::date and l.until_day >= ${on}::date
      ) p
      join units_on(${commune}, ${on}::date) u on u.id = p.unit_id
  ), '[]'::json)`;
}
