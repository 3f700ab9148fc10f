import { sql } from 'kysely';
import { type DossierState } from '../domain/dossier-states.ts';
import { type Figure } from '../domain/report-figures.ts';
import { figureCondition, type ReportPeriod } from './figure-condition.ts';
import { type Condition } from './work-scope.ts';

/** What narrows a list down; what is left out narrows nothing. */
export interface DossierFilter {
  readonly procedure?: string | undefined;
  readonly field?: string | undefined;
  readonly state?: DossierState | undefined;
  /** A unit with the fields that it handles: what was moved to it, and what it handles by field as long as nothing was moved. */
  readonly unit?: { readonly id: string; readonly fields: readonly string[] } | undefined;
  /** Null: nobody has taken it on. */
  readonly holder?: string | null | undefined;
  readonly channel?: string | undefined;
  readonly received?: { readonly from: Date | null; readonly until: Date | null } | undefined;
  readonly due?: { readonly from: Date | null; readonly until: Date | null } | undefined;
  /** Late at this instant, or finished late. */
  readonly lateAt?: Date | undefined;
  readonly supplements?: number | undefined;
  readonly way?: string | undefined;
  readonly figure?: { readonly name: Figure; readonly period: ReportPeriod } | undefined;
}

function within(column: Condition, range: { readonly from: Date | null; readonly until: Date | null }): Condition[] {
  return [...(range.from === null ? [] : [sql`${column} >= ${range.from}`]), ...(range.until === null ? [] : [sql`${column} < ${range.until}`])];
}

/** Which dossiers a unit answers for. */
function unitCondition(unit: NonNullable<DossierFilter['unit']>): Condition {
  return sql`(unit_id = ${unit.id}::uuid or (unit_id is null and field = any(${[...unit.fields]}::text[])))`;
}

/** A filter as a condition on `dossier`; undefined when it lets everything through. */
export function filterCondition(filter: DossierFilter): Condition | undefined {
  const { procedure, field, state, unit, holder, channel, received, due, lateAt, supplements, way, figure } = filter;
  const parts: Condition[] = [
    ...(procedure === undefined ? [] : [sql`procedure_code = ${procedure}`]),
    ...(field === undefined ? [] : [sql`field = ${field}`]),
    ...(state === undefined ? [] : [sql`state = ${state}`]),
    ...(unit === undefined ? [] : [unitCondition(unit)]),
    ...(holder === undefined ? [] : [holder === null ? sql`holder_id is null` : sql`holder_id = ${holder}::uuid`]),
    ...(channel === undefined ? [] : [sql`channel = ${channel}`]),
    ...(received === undefined ? [] : within(sql`received_at`, received)),
    ...(due === undefined ? [] : within(sql`due_at`, due)),
    ...(lateAt === undefined ? [] : [sql`due_at < coalesce(ended_at, ${lateAt}) and (paused_since is null or paused_since >= due_at)`]),
    ...(supplements === undefined ? [] : [sql`supplements >= ${supplements}`]),
    ...(way === undefined ? [] : [sql`delivery_method = ${way}`]),
    ...(figure === undefined ? [] : [figureCondition(figure.name, figure.period)]),
  ];
  return parts.length === 0 ? undefined : sql`(${sql.join(parts, sql` and `)})`;
}
