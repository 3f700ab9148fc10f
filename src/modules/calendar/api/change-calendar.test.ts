import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { runDueWork } from '../../../platform/jobs/start-job-runner.ts';
import { moveDeadlines, previewDeadlineMoves } from '../../dossiers/index.ts';
import { inboxRoutes, inboxSubscriber } from '../../notifications/index.ts';
import { trackByLink } from '../../dossiers/api/track-dossier.ts';
import { type ChangeDetail, type ChangesResponse, type CalendarYear, type PreviewResponse } from '../contract/calendar-schemas.ts';
import { CALENDAR_PROBLEMS } from '../contract/problems.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { type CalendarDeps } from './deps.ts';
import { adoptOfficialDays } from './adopt-official-days.ts';
import { settleCalendarChanges } from './settle-calendar.ts';

const NEVER = new AbortController().signal;
const BASIS = 'Thông báo 15/TB-UBND ngày 24/11/2026';
let house: DossierHouse;
let calendarDeps: CalendarDeps;
let admin: StaffActor;
before(async () => {
  house = await createDossierHouse((deps, calendars) => {
    calendarDeps = { db: deps.db, calendars, newId: deps.newId, previewMoves: previewDeadlineMoves, moveDossiers: (tx, move, reason) => moveDeadlines(deps, tx, move, reason) };
    return [...calendarRoutes(calendarDeps), ...inboxRoutes(deps.db)];
  }, CALENDAR_PROBLEMS);
  admin = house.commune.staff.administrator.actor;
});
after(() => house.close());
beforeEach(async () => {
  const { pool } = house.database.owner;
  await pool.query('truncate calendar_moved_dossier, calendar_change, dossier, staff_notice, outbox, outbox_task cascade');
  await pool.query('delete from calendar_day where changed_at is not null');
  calendarDeps.calendars.forgetCalendar('16072');
  house.clock.set('2026-11-23T08:00:00+07:00');
});

/** A dossier of three working days received on Monday 23 November at 8:00, due on Friday the 27th, at the appraisal. */
async function received(): Promise<string> {
  const { reception } = house.commune.staff;
  const answer = await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode: '1.004873' }));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const id = String(answer.body['id']);
  const moved = await house.call(reception.actor, 'POST', `/api/dossiers/${id}/actions`, { commandId: randomUUID(), expectedVersion: 1, action: 'transfer', note: null, outcome: null, legalBasis: null });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  return id;
}

const closing = (date: string, name = 'Trụ sở ngập do bão số 12') => ({ act: 'set', date, kind: 'local-closing', scope: 'commune', name });
const change = (edits: readonly object[], expectedRevision = 0, commandId: string = randomUUID()) => house.call(admin, 'POST', '/api/calendar/changes', { commandId, expectedRevision, edits, basis: BASIS });
const open = async (id: string) => (await house.call(house.commune.staff.president.actor, 'GET', `/api/dossiers/${id}`)).body as Readonly<Record<string, string>> & { readonly history: readonly { readonly event: string; readonly facts: Readonly<Record<string, string>> }[]; readonly trace: readonly string[] };
const read = async <T>(url: string): Promise<T> => (await house.call(admin, 'GET', url)).body as unknown as T;
const asked = async <T>(text: string): Promise<T> => (await house.database.owner.pool.query<{ answer: T }>(`select (${text}) as answer`)).rows[0]?.answer as T;

describe('a holiday added later', () => {
  test('is previewed with every dossier that would move, and the preview changes nothing', async () => {
    const id = await received();
    const { status, body } = await house.call(admin, 'POST', '/api/calendar/preview', { edits: [closing('2026-11-26')], basis: BASIS });
    assert.equal(status, 200, JSON.stringify(body));
    const preview = body as unknown as PreviewResponse;
    assert.deepEqual(preview.counts, { moved: 1, later: 1, sooner: 0, paused: 0, becomeLate: 0, noLongerLate: 0 });
    assert.deepEqual(preview.items.map(({ dossierId, oldDueAt, newDueAt }) => [dossierId, oldDueAt, newDueAt]), [[id, '2026-11-27T10:00:00.000Z', '2026-11-30T10:00:00.000Z']]);
    assert.equal((await open(id))['dueAt'], '2026-11-27T10:00:00.000Z');
    assert.deepEqual((await read<ChangesResponse>('/api/calendar/changes')).items, []);
  });

  test('moves running dossiers with history and notice, keeps the printed date, and lists those that moved', async () => {
    const id = await received();
    const done = await change([closing('2026-11-26')]);
    assert.equal(done.status, 200, JSON.stringify(done.body));
    assert.equal(done.body['revision'], 1);
    const dossier = await open(id);
    assert.deepEqual([dossier['dueAt'], dossier['receiptDueAt'], dossier['version']], ['2026-11-30T10:00:00.000Z', '2026-11-27T10:00:00.000Z', 3]);
    const line = dossier.history.at(-1);
    assert.equal(line?.event, 'deadline-moved');
    assert.deepEqual([line.facts['dueAt'], line.facts['newDueAt'], line.facts['note']], ['2026-11-27T17:00:00+07:00', '2026-11-30T17:00:00+07:00', `Trụ sở ngập do bão số 12 (${BASIS})`]);
    assert.match(dossier.trace.join('\n'), /thứ Năm,? 26\/11[^\n]*Trụ sở ngập do bão số 12/);
    const detail = await read<ChangeDetail>(`/api/calendar/changes/${String(done.body['id'])}`);
    assert.deepEqual(detail.items.map(({ dossierId, code }) => [dossierId, code]), [[id, dossier['code']]]);
    assert.equal(detail.change.counts.later, 1);
    assert.equal(await asked<number>("select count(*)::int from journal where entry like '%calendar.changed%'"), 1);
    await runDueWork(house.database.db, { subscribers: [inboxSubscriber(house.deps.newId)], jobs: [] }, house.clock.now(), NEVER);
    const inbox = (await house.call(house.commune.staff.specialist.actor, 'GET', '/api/inbox')).body as unknown as { readonly items: readonly { readonly kind: string; readonly dossierId: string | null; readonly facts: Readonly<Record<string, string>> }[] };
    assert.deepEqual(inbox.items.map(({ kind, dossierId, facts }) => [kind, dossierId, facts['count']]), [['dates-moved', null, '1']]);
  });

  test('tells the citizen: the date on the slip, the date that holds, and why', async () => {
    const id = await received();
    await change([closing('2026-11-26')]);
    const context = { actor: { kind: 'anonymous' }, now: house.clock.now(), locale: 'vi' } as Parameters<typeof trackByLink>[2];
    const page = await trackByLink(house.deps, house.deps.links.token('dossier', id), context);
    assert.match(page?.dateMoved?.receiptWords ?? '', /thứ Sáu 27\/11/);
    assert.match(page?.dueWords ?? '', /thứ Hai 30\/11/);
    assert.match(page?.dateMoved?.reason ?? '', /bão số 12/);
  });

  test('in the past leaves finished dossiers alone, with the reason of their date as it was', async () => {
    const finished = await received();
    const running = await received();
    house.clock.set('2026-11-27T09:00:00+07:00');
    const stopped = await house.call(house.commune.staff.specialist.actor, 'POST', `/api/dossiers/${finished}/stop`, { commandId: randomUUID(), expectedVersion: 2, kind: 'other', reason: 'Trùng' });
    assert.equal(stopped.status, 200, JSON.stringify(stopped.body));
    house.clock.set('2026-11-28T09:00:00+07:00');
    const done = await change([closing('2026-11-26')]);
    assert.deepEqual(done.body['counts'], { moved: 1, later: 1, sooner: 0, paused: 0, becomeLate: 0, noLongerLate: 1 });
    const [ended, moved] = [await open(finished), await open(running)];
    assert.equal(ended['dueAt'], '2026-11-27T10:00:00.000Z');
    assert.doesNotMatch(ended.trace.join('\n'), /bão/);
    assert.match(ended.trace.join('\n'), /27\/11/);
    assert.equal(moved['dueAt'], '2026-11-30T10:00:00.000Z');
  });

  test('taken out again moves the dossiers back', async () => {
    const id = await received();
    await change([closing('2026-11-26')]);
    const back = await change([{ act: 'remove', date: '2026-11-26' }], 1);
    assert.equal(back.status, 200, JSON.stringify(back.body));
    assert.equal((await open(id))['dueAt'], '2026-11-27T10:00:00.000Z');
    assert.deepEqual((await read<ChangesResponse>('/api/calendar/changes')).items.map(({ counts }) => [counts.later, counts.sooner]), [[0, 1], [1, 0]]);
  });

  test('does not move the date of an apology letter', async () => {
    const id = await received();
    const extended = await house.call(house.commune.staff.president.actor, 'POST', `/api/dossiers/${id}/extension`, { commandId: randomUUID(), expectedVersion: 2, reason: 'Chờ Sở trả lời', newDueOn: '2026-12-02' });
    assert.equal(extended.status, 200, JSON.stringify(extended.body));
    await change([closing('2026-11-26')]);
    assert.equal((await open(id))['extendedDueAt'], '2026-12-02T10:00:00.000Z');
  });
});

describe('two administrators', () => {
  test('one wins, the other is told by whom, and nothing is overwritten', async () => {
    await received();
    const [first, second] = await Promise.all([change([closing('2026-11-26')]), change([closing('2026-11-30')])]);
    assert.deepEqual([first.status, second.status].sort(), [200, 409]);
    const lost = first.status === 409 ? first : second;
    assert.equal(lost.body['code'], 'calendar.changed-meanwhile');
    assert.match(String(lost.body['title']), /Ngô Văn Quản vừa sửa lịch lúc 08:00/);
    assert.equal((await read<ChangesResponse>('/api/calendar/changes')).items.length, 1);
  });

  test('a repeated command answers the first result and moves nothing twice', async () => {
    const id = await received();
    const commandId = randomUUID();
    const first = await change([closing('2026-11-26')], 0, commandId);
    const again = await change([closing('2026-11-26')], 0, commandId);
    assert.deepEqual(again.body, first.body);
    assert.equal((await open(id)).history.filter(({ event }) => event === 'deadline-moved').length, 1);
  });
});

test('a refused day leaves the calendar as it was and names the entry', async () => {
  const { status, body } = await change([closing('2026-11-26'), closing('2026-11-28')]);
  assert.equal(status, 409);
  assert.equal(body['code'], 'calendar.day-off-already');
  assert.equal((await read<CalendarYear>('/api/calendar?year=2026')).named.some(({ kind }) => kind === 'local-closing'), false);
});

test('the year shows official, computed and own days with who wrote them, and how many days are worked', async () => {
  await change([closing('2026-11-26')]);
  const year = await read<CalendarYear>('/api/calendar?year=2026');
  const own = year.named.find(({ date }) => date === '2026-11-26');
  assert.deepEqual([own?.kind, own?.scope, own?.changedByName, own?.changeable, own?.basis], ['local-closing', 'commune', 'Ngô Văn Quản', true, BASIS]);
  assert.equal(year.named.find(({ date }) => date === '2026-11-24')?.changeable, false);
  assert.equal(year.workingDays[10], 19);
  assert.equal(year.plainOff.includes('2026-11-28'), true);
  assert.equal((await read<CalendarYear>('/api/calendar?year=2029')).named.every(({ computed }) => computed), true);
});

test('a dossier that was received by the calendar from before, while it changed, is moved a minute later, once', async () => {
  const early = await received();
  await change([closing('2026-11-26')]);
  // As if its transaction had begun before the change and ended after it.
  const late = await received();
  await house.database.owner.pool.query("update dossier set due_at = '2026-11-27T17:00:00+07:00' where id = $1", [late]);
  const settle = () => settleCalendarChanges(calendarDeps, house.clock.now(), NEVER);
  assert.equal(await settle(), 0);
  house.clock.set('2026-11-23T08:02:00+07:00');
  assert.equal(await settle(), 1);
  assert.equal(await settle(), 0);
  assert.equal((await open(late))['dueAt'], '2026-11-30T10:00:00.000Z');
  const [item] = (await read<ChangesResponse>('/api/calendar/changes')).items;
  assert.equal(item?.counts.moved, 2);
  assert.equal((await open(early)).history.filter(({ event }) => event === 'deadline-moved').length, 1);
});

test('a thousand running dossiers move in one transaction', async () => {
  const id = await received();
  const { pool } = house.database.owner;
  await pool.query(
    `insert into dossier select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'reference', 'KB-' || n, 'code', 'H56.14-261123-' || (5000 + n), 'token_hash', md5(n::text)))).*
     from dossier d, generate_series(1, 1000) n where d.id = $1`, [id]);
  const done = await change([closing('2026-11-26')]);
  assert.equal((done.body['counts'] as { readonly moved: number }).moved, 1001);
  assert.equal(await asked<number>("select count(*)::int from dossier where due_at = '2026-11-30T17:00:00+07:00'"), 1001);
  assert.equal(await asked<number>("select count(*)::int from dossier_history where event = 'deadline-moved' and dossier_id in (select id from dossier)"), 1001);
});

test('official days that a newer program brings come in once, in the program’s name, and the commune’s own days stay', async () => {
  const { pool } = house.database.owner;
  // As an older program left it: 2027 is not there, and its holidays are computed. The commune closed a day of its own.
  await change([closing('2027-01-04')]);
  await pool.query("delete from calendar_day where day >= '2027-01-01' and changed_at is null");
  await pool.query("update setting set value = '[2024, 2025, 2026]' where key = 'calendar.settled-years'");
  calendarDeps.calendars.forgetCalendar('16072');
  assert.equal((await read<CalendarYear>('/api/calendar?year=2027')).named.some(({ computed }) => computed), true);
  const adopt = () => adoptOfficialDays(calendarDeps, house.clock.now(), NEVER);
  assert.equal(await adopt(), 1);
  assert.equal(await adopt(), 0);
  const year = await read<CalendarYear>('/api/calendar?year=2027');
  assert.equal(year.named.find(({ date }) => date === '2027-01-04')?.kind, 'local-closing');
  assert.equal(year.named.some(({ computed }) => computed), false);
  const [latest] = (await read<ChangesResponse>('/api/calendar/changes')).items;
  assert.deepEqual([latest?.byName, latest?.seq], ['Chương trình', 2]);
  assert.ok((latest?.days.length ?? 0) > 5);
});
