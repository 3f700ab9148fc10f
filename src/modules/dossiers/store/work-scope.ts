import { type RawBuilder, sql } from 'kysely';
import { type StepRole } from '../domain/dossier-states.ts';
import { type TimeChip, type WorkList } from '../contract/work-lists.ts';

/** Whose lists are asked for. */
export interface WorkScope {
  readonly communeCode: string;
  readonly staffId: string;
  /** The step roles of the actor's positions, each with its fields (empty: every field) and units. */
  readonly steps: readonly { readonly role: StepRole; readonly fields: readonly string[]; readonly units: readonly string[] }[];
  /** The fields that the actor's positions see in the lists of the office; null: every field. */
  readonly fields: readonly string[] | null;
  /** The units of the actor's positions: what was moved there is seen there, whatever its field. */
  readonly units: readonly string[];
  /** Dossiers due before this instant are `near`. */
  readonly nearUntil: Date;
  readonly now: Date;
  /** The beginning of today: a declaration sent in before it has waited over night. */
  readonly today: Date;
  /** The beginning of tomorrow. */
  readonly tomorrow: Date;
  /** A declaration sent in by this moment has waited eight working hours; null when the calendar does not reach so far back. */
  readonly longSince: Date | null;
}

/** A condition on `dossier`. */
export type Condition = RawBuilder<unknown>;

/** Exactly the predicate of the index `dossier_open`. */
export const OPEN: Condition = sql`state in ('submitted', 'received', 'in-progress', 'supplement-requested', 'payment-requested', 'withdraw-requested', 'decided')`;

/** Whether every dossier of a list is open. */
export function isOpenList(list: WorkList): boolean {
  return list !== 'stopped' && list !== 'all';
}

/** Whose step it is and nobody else has taken it on: what `holdsStep` of the rules says, for the rows of a list. */
function mineCondition(scope: WorkScope): Condition {
  if (scope.steps.length === 0) return sql`false`;
  const held = sql`(state in ('received', 'in-progress', 'withdraw-requested', 'decided') and (holder_id is null or holder_id = ${scope.staffId}::uuid) and ${ofMySteps(scope)})`;
  return sql`(${held} or ${handedOut(scope)} or ${askedOfLeader(scope)})`;
}

/** Whatever stands at a step that the actor's positions hold, whoever has taken it on. */
function ofMySteps(scope: WorkScope): Condition {
  if (scope.steps.length === 0) return sql`false`;
  const parts = scope.steps.map(({ role, fields, units }) => {
    const byField = fields.length === 0 ? sql`true` : sql`field = any(${[...fields]}::text[])`;
    const covers = role === 'specialist' ? sql`case when unit_id is null then ${byField} else unit_id = any(${[...units]}::uuid[]) end` : byField;
    return sql`(current_role_name = ${role} and ${covers})`;
  });
  return sql`(${sql.join(parts, sql` or `)})`;
}

/** The open dossiers of an officer: those taken on, wherever they are, and those at the officer's steps that nobody has taken on. */
export function officerCondition(scope: WorkScope): Condition {
  return sql`(${OPEN} and handed_at is null and (holder_id = ${scope.staffId}::uuid or (holder_id is null and state in ('received', 'in-progress', 'decided') and ${ofMySteps(scope)})))`;
}

/** What was handed to another unit and not taken over is still the sender's to look after: the person's, and that of the unit it left. */
function handedOut({ staffId, steps }: WorkScope): Condition {
  const specialist = steps.find(({ role }) => role === 'specialist');
  const ofUnit = specialist === undefined ? sql`false` : sql`case when handed_from is null
    then ${specialist.fields.length === 0 ? sql`true` : sql`field = any(${[...specialist.fields]}::text[])`} else handed_from = any(${[...specialist.units]}::uuid[]) end`;
  return sql`(handed_at is not null and state = 'in-progress' and (handed_by = ${staffId}::uuid or ${ofUnit}))`;
}

/** What a leader of the field is asked about a further request for supplements is the leader's work, wherever the dossier stands. */
function askedOfLeader({ steps }: WorkScope): Condition {
  const leads = steps.filter(({ role }) => role === 'leader').map(({ fields }) => (fields.length === 0 ? sql`true` : sql`field = any(${[...fields]}::text[])`));
  return leads.length === 0 ? sql`false` : sql`(approval_asked = 'supplement' and state in ('submitted', 'received', 'in-progress') and (${sql.join(leads, sql` or `)}))`;
}

/** The citizen was waited for and the last day is over. */
function unanswered({ now }: WorkScope): Condition {
  return sql`((state = 'supplement-requested' and exists (
      select from supplement_request r where r.commune_code = dossier.commune_code and r.dossier_id = dossier.id and r.status = 'open' and r.answer_by < ${now}))
    or (state = 'payment-requested' and exists (
      select from payment_request p where p.commune_code = dossier.commune_code and p.dossier_id = dossier.id and p.status = 'open' and p.pay_by < ${now})))`;
}

function seen(scope: WorkScope): Condition {
  return scope.fields === null ? sql`true` : sql`(field = any(${[...scope.fields]}::text[]) or unit_id = any(${[...scope.units]}::uuid[]))`;
}

/** Which dossiers of the commune stand in a list. Everybody may look at every dossier; the lists of work show those of one's fields. */
export function listCondition(list: WorkList, scope: WorkScope): Condition {
  switch (list) {
    case 'mine':
      return mineCondition(scope);
    case 'waiting':
      return sql`state = 'submitted' and ${seen(scope)}`;
    case 'near':
      return sql`state in ('received', 'in-progress') and due_at < ${scope.nearUntil} and ${seen(scope)}`;
    case 'new':
      return sql`state = 'received' and ${seen(scope)}`;
    case 'in-progress':
      return sql`state = 'in-progress' and ${seen(scope)}`;
    case 'supplement':
      return sql`state = 'supplement-requested' and ${seen(scope)}`;
    case 'payment':
      return sql`state = 'payment-requested' and ${seen(scope)}`;
    case 'unanswered':
      return sql`${unanswered(scope)} and ${seen(scope)}`;
    case 'withdrawal':
      return sql`state = 'withdraw-requested' and ${seen(scope)}`;
    case 'hand-over':
      return sql`state = 'decided' and ${seen(scope)}`;
    case 'stopped':
      return sql`state = 'stopped' and ${seen(scope)}`;
    case 'all':
      return sql`true`;
  }
}

/** Which dossiers of a list a chip lets through; says the same as the time of each line. */
export function chipCondition(chip: TimeChip, { now, tomorrow, nearUntil, today, longSince }: WorkScope): Condition {
  const running = sql`ended_at is null and paused_since is null`;
  const long = longSince === null ? sql`false` : sql`submitted_at <= ${longSince}`;
  switch (chip) {
    case 'late':
      return sql`(due_at < coalesce(ended_at, ${now}) and (paused_since is null or paused_since >= due_at))`;
    case 'today':
      return sql`(${running} and due_at >= ${now} and due_at < ${tomorrow})`;
    case 'soon':
      return sql`(${running} and due_at >= ${tomorrow} and due_at < ${nearUntil})`;
    case 'later':
      return sql`(${running} and due_at >= ${nearUntil})`;
    case 'long':
      return long;
    case 'overnight':
      return sql`(not ${long} and submitted_at < ${today})`;
    case 'sent-today':
      return sql`(not ${long} and submitted_at >= ${today})`;
  }
}
