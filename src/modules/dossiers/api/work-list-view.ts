import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt, dayOf, instantOn } from '../../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type SearchRequest, type SearchResponse, type WorkItem, type WorkListQuery, type WorkListResponse } from '../contract/work-list-schemas.ts';
import { readSearch } from '../domain/read-search.ts';
import { type SearchCursor, searchDossiers } from '../store/dossier-search.ts';
import { listWork, type WorkCursor, type WorkRow } from '../store/work-list.ts';
import { type DossiersDeps } from './deps.ts';
import { dossierFilterOf } from './dossier-filter-of.ts';
import { timeView } from './time-view.ts';
import { workScopeOf } from './work-scope-of.ts';

const PAGE = 50;
const MOMENT = /^(?:-?infinity|\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2}(?::\d{2})?)$/;
const ID = /^[0-9a-f-]{36}$/;

/** A cursor that cannot be read begins the list again. */
function readCursor(text: string | undefined): WorkCursor | null {
  const [key, id] = (text ?? '').split('~');
  return key === undefined || id === undefined || !MOMENT.test(key) || !ID.test(id) ? null : { key, id };
}

function readSearchCursor(text: string | null): SearchCursor | null {
  const [rank, at, id] = (text ?? '').split('~');
  return rank === undefined || at === undefined || id === undefined || !/^[0-3]$/.test(rank) || !MOMENT.test(at) || !ID.test(id) ? null : { rank: Number(rank), at, id };
}

/** One page of a work list with the counts of all lists. */
export async function workListView(deps: DossiersDeps, actor: StaffActor, query: WorkListQuery, context: RequestContext): Promise<WorkListResponse> {
  const calendar = await deps.calendarOf(actor.communeCode);
  const scope = workScopeOf(actor, calendar, context.now);
  const filter = dossierFilterOf(query, query.unit === undefined ? [] : await deps.unitsOf(actor.communeCode), context.now);
  const { rows, counts, found, chips, waitingSince, waitingLong } = await listWork(deps.db, scope, query.list, { ...filter, time: query.time }, readCursor(query.after), PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    items: await itemsOf(deps, actor, page, calendar, context),
    counts,
    found,
    chips: [...chips],
    next: rows.length > PAGE && last !== undefined ? `${last.sort_key}~${last.id}` : null,
    waitingSince: waitingSince?.toISOString() ?? null,
    waitingLong,
  };
}

/** What matches the text of the search box within a list, best first. */
export async function searchView(deps: DossiersDeps, actor: StaffActor, request: SearchRequest, context: RequestContext): Promise<SearchResponse> {
  const terms = readSearch(request.q, dateAt(context.now.getTime()));
  if (terms === undefined) return { items: [], next: null };
  const calendar = await deps.calendarOf(actor.communeCode);
  const day = terms.day === null ? null : { from: instantOn(dayOf(terms.day), 0), to: instantOn(dayOf(terms.day) + 1, 0) };
  const rows = await searchDossiers(deps.db, workScopeOf(actor, calendar, context.now), request.list, { ...terms, day }, readSearchCursor(request.after), PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    items: await itemsOf(deps, actor, page, calendar, context),
    next: rows.length > PAGE && last !== undefined ? `${String(last.rank)}~${last.sort_key}~${last.id}` : null,
  };
}

/** Lines of a list, with the time as it stands now. */
async function itemsOf(deps: DossiersDeps, actor: StaffActor, rows: readonly WorkRow[], calendar: WorkingCalendar, context: RequestContext): Promise<WorkItem[]> {
  const holders = [...new Set(rows.flatMap(({ holder_id }) => (holder_id === null ? [] : [holder_id])))];
  const { communeCode } = actor;
  const units = rows.some(({ handed_at }) => handed_at !== null) ? await deps.unitsOf(communeCode) : [];
  const names = new Map(await Promise.all(holders.map(async (id) => [id, (await deps.staffName(communeCode, id)) ?? null] as const)));
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    code: row.code ?? row.reference,
    procedureName: row.procedure_name,
    applicantName: row.applicant_name,
    place: row.applicant_address,
    channel: row.channel,
    assisted: row.assisted_by !== null,
    state: row.state,
    step: row.current_step,
    holderName: row.holder_id === null ? null : (names.get(row.holder_id) ?? null),
    heldSince: row.held_since?.toISOString() ?? null,
    submittedAt: row.submitted_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    supplements: row.supplements,
    answered: row.answered_at !== null,
    leaderAsked: row.approval_asked === 'supplement',
    handing: handingOf(row, actor, units),
    ...timeView(row, calendar, context.now, context.locale),
  }));
}

/** Which unit has to take a dossier over, seen from the actor's; null when none has to. */
function handingOf({ handed_at: handedAt, handed_from: from, unit_id: to }: WorkRow, { positions }: StaffActor, units: readonly { readonly id: string; readonly name: string }[]): WorkItem['handing'] {
  if (handedAt === null) return null;
  const incoming = positions.some(({ unitId, role }) => unitId === to && role === 'specialist');
  return { way: incoming ? 'incoming' : 'outgoing', unit: units.find(({ id }) => id === (incoming ? from : to))?.name ?? null };
}
