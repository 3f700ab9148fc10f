import { type RawBuilder, sql } from 'kysely';
import { type StepKey, type StepRole } from '../domain/dossier-states.ts';
import { type TimeChip, type WorkList } from '../contract/work-lists.ts';

/** Which dossiers a position covers. */
export interface PositionScope {
  readonly unitId: string;
  /** Empty: every field. */
  readonly fields: readonly string[];
  /** The fields that its own unit looks after, where it is limited to that unit; null: every unit. */
  readonly ownFields: readonly string[] | null;
}

/** Whose lists are asked for. */
export interface WorkScope {
  readonly communeCode: string;
  readonly staffId: string;
  /** What the actor's positions hold, one for every step role of each. */
  readonly steps: readonly (PositionScope & { readonly role: StepRole; readonly steps: readonly StepKey[] })[];
  /** What the actor's positions see in the lists of the office; null: everything. */
  readonly sight: readonly PositionScope[] | null;
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
  // Who has no step any more still looks after what was handed out and not taken over.
  if (scope.steps.length === 0) return handedOut(scope);
  const held = sql`(state in ('received', 'in-progress', 'withdraw-requested', 'decided') and (holder_id is null or holder_id = ${scope.staffId}::uuid) and ${ofMySteps(scope)})`;
  return sql`(${held} or ${handedOut(scope)} or ${askedOfLeader(scope)})`;
}

function inFields(fields: readonly string[]): Condition {
  return fields.length === 0 ? sql`true` : sql`field = any(${[...fields]}::text[])`;
}

/** What a position covers where nothing was moved: its fields, and of those only the ones of its unit where it is limited to it. */
function coveredByField({ fields, ownFields }: PositionScope): Condition {
  return ownFields === null ? inFields(fields) : sql`(field = any(${[...ownFields]}::text[]) and ${inFields(fields)})`;
}

/** What `covers` of the rules says, with the unit that counts in a column. */
function covered(role: StepRole, position: PositionScope, unit: Condition = sql`unit_id`): Condition {
  const moved = role === 'specialist' ? sql`${unit} = ${position.unitId}::uuid` : position.ownFields === null ? inFields(position.fields) : sql`(${unit} = ${position.unitId}::uuid and ${inFields(position.fields)})`;
  return role !== 'specialist' && position.ownFields === null ? moved : sql`(case when ${unit} is null then ${coveredByField(position)} else ${moved} end)`;
}

function anyOf(parts: readonly Condition[]): Condition {
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
}

/** Whatever stands at a step that the actor's positions hold, whoever has taken it on. */
function ofMySteps(scope: WorkScope): Condition {
  return anyOf(scope.steps.map(({ role, steps, ...position }) => {
    const doesIt = steps.length === 0 ? sql`true` : sql`coalesce(current_step, 'receive') = any(${[...steps]}::text[])`;
    return sql`(current_role_name = ${role} and ${doesIt} and ${covered(role, position)})`;
  }));
}

/** The open dossiers of an officer: those taken on, wherever they are, and those at the officer's steps that nobody has taken on. */
export function officerCondition(scope: WorkScope): Condition {
  return sql`(${OPEN} and handed_at is null and (holder_id = ${scope.staffId}::uuid or (holder_id is null and state in ('received', 'in-progress', 'decided') and ${ofMySteps(scope)})))`;
}

/** What was handed to another unit and not taken over is still the sender's to look after: the person's, and that of the unit it left. */
function handedOut({ staffId, steps }: WorkScope): Condition {
  const appraisers = steps.filter((one) => one.role === 'specialist' && (one.steps.length === 0 || one.steps.includes('appraise')));
  const ofUnit = anyOf(appraisers.map((position) => covered('specialist', position, sql`handed_from`)));
  return sql`(handed_at is not null and state = 'in-progress' and (handed_by = ${staffId}::uuid or ${ofUnit}))`;
}

/** What a leader of the field is asked about a further request for supplements is the leader's work, wherever the dossier stands. */
function askedOfLeader({ steps }: WorkScope): Condition {
  const leads = steps.filter(({ role }) => role === 'leader').map((position) => covered('leader', position));
  return leads.length === 0 ? sql`false` : sql`(approval_asked = 'supplement' and state in ('submitted', 'received', 'in-progress') and ${anyOf(leads)})`;
}

/** The citizen was waited for and the last day is over. */
function unanswered({ now }: WorkScope): Condition {
  return sql`((state = 'supplement-requested' and exists (
      select from supplement_request r where r.commune_code = dossier.commune_code and r.dossier_id = dossier.id and r.status = 'open' and r.answer_by < ${now}))
    or (state = 'payment-requested' and exists (
      select from payment_request p where p.commune_code = dossier.commune_code and p.dossier_id = dossier.id and p.status = 'open' and p.pay_by < ${now})))`;
}

function seen({ sight }: WorkScope): Condition {
  if (sight === null) return sql`true`;
  return anyOf(sight.map((position) => {
    const moved = sql`unit_id = ${position.unitId}::uuid`;
    return position.ownFields === null ? sql`(${inFields(position.fields)} or ${moved})` : sql`(${moved} or (unit_id is null and ${coveredByField(position)}))`;
  }));
}

/** Which dossiers of the commune stand in a list: those that the actor's positions reach, as `viewStanding` of the rules says. */
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
      return scope.sight === null ? sql`true` : sql`(${seen(scope)} or holder_id = ${scope.staffId}::uuid)`;
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
