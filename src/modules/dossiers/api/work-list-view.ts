import { type Actor, type Position, type StaffActor } from '../../../kernel/actor.ts';
import { nextWorkingDay } from '../../../kernel/legal-clock/working-time.ts';
import { dayAt, instantOn } from '../../../kernel/local-time.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type WorkItem, type WorkList, type WorkListResponse } from '../contract/dossier-schemas.ts';
import { tidyCode } from '../domain/dossier-code.ts';
import { type StepRole } from '../domain/dossier-states.ts';
import { rolesOfStep } from '../domain/may-act.ts';
import { countWork, listWork, type WorkCursor, type WorkRow, type WorkScope } from '../store/work-list.ts';
import { type DossiersDeps } from './deps.ts';
import { timeView } from './time-view.ts';

const PAGE = 50;
const STEP_ROLES: readonly StepRole[] = ['reception', 'specialist', 'leader', 'clerk'];

/** The steps that the actor's positions hold, each with its fields. */
function stepsOfActor(actor: Actor): WorkScope['steps'] {
  if (actor.kind !== 'staff') return [];
  const holds = (role: StepRole) => (position: Position) => rolesOfStep(role).includes(position.role);
  return STEP_ROLES.flatMap((role) => {
    const positions = actor.positions.filter(holds(role));
    if (positions.length === 0) return [];
    const everyField = positions.some((position) => position.fields.length === 0);
    return [{ role, fields: everyField ? [] : positions.flatMap((position) => position.fields) }];
  });
}

/** The end of the next working day: what is due before it is near. */
function nearUntil(calendar: WorkingCalendar, now: Date): Date {
  const today = dayAt(now.getTime());
  return new Date(instantOn((nextWorkingDay(calendar, today) ?? today) + 1, 0));
}

function readCursor(text: string | undefined): WorkCursor | null {
  const [key, id] = (text ?? '').split('~');
  if (key === undefined || id === undefined || Number.isNaN(Date.parse(key)) || !/^[0-9a-f-]{36}$/.test(id)) return null;
  return { key, id };
}

/** A code keeps its hyphens, a name is folded. */
function readSearch(text: string | undefined): string | null {
  const plain = text?.trim() ?? '';
  if (plain === '') return null;
  const code = tidyCode(plain);
  if (/\d.*-|^KB-/.test(code)) return code.toLowerCase();
  const folded = foldForSearch(plain);
  // Signs alone fold to nothing, and nothing would match everything.
  return folded === '' ? plain : folded;
}

/** One page of a work list with the counts of all lists. */
export async function workListView(
  deps: DossiersDeps,
  actor: StaffActor,
  query: { readonly list: WorkList; readonly q?: string; readonly after?: string },
  context: RequestContext,
): Promise<WorkListResponse> {
  const calendar = await deps.calendarOf(actor.communeCode);
  const scope: WorkScope = { communeCode: actor.communeCode, steps: stepsOfActor(actor), nearUntil: nearUntil(calendar, context.now) };
  const [rows, counts] = await Promise.all([
    listWork(deps.db, scope, query.list, readSearch(query.q), readCursor(query.after), PAGE + 1),
    countWork(deps.db, scope),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const items = await Promise.all(page.map((row) => itemOf(deps, actor.communeCode, row, calendar, context)));
  return { items, counts, next: rows.length > PAGE && last !== undefined ? `${last.sort_key}~${last.id}` : null };
}

async function itemOf(deps: DossiersDeps, communeCode: string, row: WorkRow, calendar: WorkingCalendar, context: RequestContext): Promise<WorkItem> {
  return {
    id: row.id,
    code: row.code ?? row.reference,
    procedureName: row.procedure_name,
    applicantName: row.applicant_name,
    place: row.applicant_address,
    channel: row.channel,
    assisted: row.assisted_by !== null,
    state: row.state,
    step: row.current_step,
    holderName: row.holder_id === null ? null : ((await deps.staffName(communeCode, row.holder_id)) ?? null),
    heldSince: row.held_since?.toISOString() ?? null,
    submittedAt: row.submitted_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    ...timeView(row, calendar, context.now, context.locale),
  };
}
