import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/local-time.ts';
import { isWorkingDay } from '../../../kernel/working-calendar.ts';
import { moveDeadlines, previewDeadlineMoves } from '../../dossiers/index.ts';
import { type CalendarYear, type ChangeDetail, type ChangesResponse, type HoursPreview, type HoursResponse } from '../contract/calendar-schemas.ts';
import { CALENDAR_PROBLEMS } from '../contract/problems.ts';
import { countPlannedHours } from '../store/ahead.ts';
import { findHoursNotice, listOpeningHours } from '../store/calendar-rows.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { type CalendarDeps } from './deps.ts';
import { settleCalendarChanges } from './settle-calendar.ts';

const BASIS = 'QĐ 12/QĐ-UBND ngày 20/11/2026';
let house: DossierHouse;
let deps: CalendarDeps;
let admin: StaffActor;
before(async () => {
  house = await createDossierHouse((dossiers, calendars) => {
    deps = { db: dossiers.db, calendars, newId: dossiers.newId, previewMoves: previewDeadlineMoves, moveDossiers: (tx, move, reason) => moveDeadlines(dossiers, tx, move, reason) };
    return calendarRoutes(deps);
  }, CALENDAR_PROBLEMS);
  admin = house.commune.staff.administrator.actor;
});
after(() => house.close());
beforeEach(async () => {
  const { pool } = house.database.owner;
  await pool.query('truncate calendar_moved_dossier, calendar_change, dossier, outbox, outbox_task cascade');
  await pool.query("delete from working_session where valid_from > '1900-01-01'");
  await pool.query('update working_session set valid_to = null');
  deps.calendars.forgetCalendar('16072');
  house.clock.set('2026-11-23T08:00:00+07:00');
});

/** A dossier of three working days received on Monday 23 November at 8:00, due on Friday the 27th at 17:00 (Tuesday is a holiday). */
async function received(): Promise<string> {
  const answer = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode: '1.004873' }));
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return String(answer.body['id']);
}

type Span = readonly [string, string];
const week = (weekdays: readonly number[], ...spans: readonly Span[]) => weekdays.flatMap((weekday) => spans.map(([opens, closes]) => ({ weekday, opens, closes })));
const MON_FRI = [1, 2, 3, 4, 5];
const FULL = week(MON_FRI, ['07:00', '11:30'], ['13:30', '17:00']);
const EARLY = week(MON_FRI, ['7h', '11h30'], ['13h', '16h30']);
const SATURDAY = { weekday: 6, opens: '7h30', closes: '11h30' };
const plan = (from: string, sessions: readonly object[]) => ({ act: 'plan', from, sessions, basis: BASIS });
const back = (from: string) => ({ act: 'take-back', from, basis: 'Hoãn theo TB 16/TB-UBND' });
const preview = async (wish: object): Promise<HoursPreview> => {
  const { status, body } = await house.call(admin, 'POST', '/api/calendar/hours/preview', { wish });
  assert.equal(status, 200, JSON.stringify(body));
  return body as unknown as HoursPreview;
};
const change = (wish: object, expectedRevision = 0, commandId: string = randomUUID()) => house.call(admin, 'POST', '/api/calendar/hours', { commandId, expectedRevision, wish });
const changed = async (wish: object, expectedRevision = 0): Promise<string> => {
  const { status, body } = await change(wish, expectedRevision);
  assert.equal(status, 200, JSON.stringify(body));
  return String(body['id']);
};
const read = async <T>(url: string): Promise<T> => (await house.call(admin, 'GET', url)).body as unknown as T;
const open = async (id: string) => (await house.call(house.commune.staff.president.actor, 'GET', `/api/dossiers/${id}`)).body as Readonly<Record<string, string>> & { readonly history: readonly { readonly event: string; readonly facts: Readonly<Record<string, string>> }[] };
const dueOf = async (id: string): Promise<string | undefined> => (await open(id))['dueAt'];
const friday = async (on: string): Promise<string> => (await listOpeningHours(house.database.db, '16072', on)).filter(({ weekday }) => weekday === 5).map(({ opens, closes }) => `${opens}-${closes}`).join(' ');

describe('other opening hours', () => {
  test('are previewed with every dossier that would move and what the law says, and the preview writes nothing', async () => {
    const id = await received();
    const found = await preview(plan('2026-11-26', EARLY));
    assert.deepEqual(found.items.map(({ dossierId, oldDueAt, newDueAt }) => [dossierId, oldDueAt, newDueAt]), [[id, '2026-11-27T10:00:00.000Z', '2026-11-27T09:30:00.000Z']]);
    assert.deepEqual([found.week.length, found.until, found.countedMinutes, found.closedWeekdays, found.openWeekend], [10, null, 2400, [], false]);
    assert.equal(await friday('2026-11-27'), '07:00-11:30 13:30-17:00');
    assert.deepEqual((await read<ChangesResponse>('/api/calendar/changes')).items, []);
  });

  test('hold from their day on, move running dossiers with history, and say who, when and why', async () => {
    const id = await received();
    const changeId = await changed(plan('2026-11-26', EARLY));
    assert.deepEqual([await friday('2026-11-25'), await friday('2026-11-26')], ['07:00-11:30 13:30-17:00', '07:00-11:30 13:00-16:30']);
    const dossier = await open(id);
    assert.deepEqual([dossier['dueAt'], dossier['receiptDueAt']], ['2026-11-27T09:30:00.000Z', '2026-11-27T10:00:00.000Z']);
    assert.equal(dossier.history.at(-1)?.facts['note'], `Giờ làm việc mới từ 26/11/2026 (${BASIS})`);
    const { change: kept, items } = await read<ChangeDetail>(`/api/calendar/changes/${changeId}`);
    assert.deepEqual([kept.byName, kept.basis, kept.hours?.from, kept.hours?.before, kept.hours?.after?.length, items.length], ['Ngô Văn Quản', BASIS, '2026-11-26', null, 10, 1]);
    const { periods, revision, mayChange } = await read<HoursResponse>('/api/calendar/hours');
    assert.deepEqual([revision, mayChange], [1, true]);
    assert.deepEqual(periods.map(({ from, until, state, by }) => [from, until, state, by?.changeId ?? null]), [['2026-11-26', null, 'planned', changeId], [null, '2026-11-25', 'now', null]]);
    assert.equal(await countPlannedHours(house.database.db, '16072', '2026-11-23'), 1);
    const { rows: [line] } = await house.database.owner.pool.query<{ n: number }>("select count(*)::int as n from journal where entry like '%calendar.hours-changed%'");
    assert.equal(line?.n, 1);
  });

  test('that are planned are taken back: the hours of before go on and the dossiers move back', async () => {
    const id = await received();
    await changed(plan('2026-11-26', EARLY));
    const found = await preview(back('2026-11-26'));
    assert.deepEqual([found.counts.moved, found.week.length, found.countedMinutes], [1, 10, 2400]);
    await changed(back('2026-11-26'), 1);
    assert.equal(await dueOf(id), '2026-11-27T10:00:00.000Z');
    assert.equal(await friday('2026-11-27'), '07:00-11:30 13:30-17:00');
    const { items } = await read<ChangesResponse>('/api/calendar/changes');
    assert.deepEqual(items.map(({ hours, basis }) => [hours?.after === null, basis]), [[true, 'Hoãn theo TB 16/TB-UBND'], [false, BASIS]]);
  });

  test('that hold already are not taken back; the former hours return from a later day', async () => {
    await changed(plan('2026-11-26', EARLY));
    house.clock.set('2026-11-26T08:00:00+07:00');
    const refused = await change(back('2026-11-26'), 1);
    assert.deepEqual([refused.status, refused.body['code']], [409, 'calendar.hours-hold-already']);
    await changed(plan('2026-12-07', FULL), 1);
    assert.deepEqual([await friday('2026-12-04'), await friday('2026-12-11')], ['07:00-11:30 13:00-16:30', '07:00-11:30 13:30-17:00']);
    assert.deepEqual((await read<HoursResponse>('/api/calendar/hours')).periods.map(({ from, state }) => [from, state]), [['2026-12-07', 'planned'], ['2026-11-26', 'now'], [null, 'past']]);
  });

  test('before others that are planned hold until those begin, and the preview says so', async () => {
    await changed(plan('2027-03-01', EARLY));
    const evening = week(MON_FRI, ['8h', '12h'], ['13h', '17h']);
    assert.equal((await preview(plan('2026-12-01', evening))).until, '2027-02-28');
    await changed(plan('2026-12-01', evening), 1);
    assert.deepEqual([await friday('2027-02-26'), await friday('2027-03-05')], ['08:00-12:00 13:00-17:00', '07:00-11:30 13:00-16:30']);
    const again = await change(plan('2027-03-01', evening), 2);
    assert.deepEqual([again.status, again.body['code']], [409, 'calendar.hours-planned-already']);
  });
});

describe('the legal clock', () => {
  test('does not count a Saturday on which the door is open: no term moves, and the door is open all the same', async () => {
    house.clock.set('2026-11-26T08:00:00+07:00');
    const id = await received();
    const due = await dueOf(id);
    assert.equal(due, '2026-12-01T10:00:00.000Z');
    const found = await preview(plan('2026-11-27', [...FULL, SATURDAY]));
    assert.deepEqual([found.counts.moved, found.openWeekend, found.countedMinutes], [0, true, 2400]);
    await changed(plan('2026-11-27', [...FULL, SATURDAY]));
    assert.equal(await dueOf(id), due);
    assert.equal(isWorkingDay(await deps.calendars.getCalendar('16072'), '2026-11-28'), false);
    assert.deepEqual((await deps.calendars.getOpening('16072')).day(dayOf('2026-11-28')).sessions, [{ opens: 450, closes: 690 }]);
    const year = await read<CalendarYear>('/api/calendar?year=2026');
    assert.deepEqual([year.receptionOnly.includes('2026-11-28'), year.plainOff.includes('2026-11-28'), year.plainOff.includes('2026-11-29')], [true, false, true]);
  });

  test('goes on counting a weekday on which nobody is received', async () => {
    const id = await received();
    const found = await preview(plan('2026-11-24', week([1, 2, 3, 5], ['07:00', '11:30'], ['13:30', '17:00'])));
    assert.deepEqual([found.counts.moved, found.closedWeekdays, found.countedMinutes], [0, [4], 2400]);
    await changed(plan('2026-11-24', week([1, 2, 3, 5], ['07:00', '11:30'], ['13:30', '17:00'])));
    assert.equal(await dueOf(id), '2026-11-27T10:00:00.000Z');
    assert.equal(isWorkingDay(await deps.calendars.getCalendar('16072'), '2026-11-26'), true);
    assert.deepEqual((await deps.calendars.getOpening('16072')).day(dayOf('2026-11-26')).sessions, []);
    assert.equal((await listOpeningHours(house.database.db, '16072', '2026-11-26')).some(({ weekday }) => weekday === 4), false);
  });

  test('a Saturday on which the door is open can be closed for one day', async () => {
    await changed(plan('2026-11-24', [...FULL, SATURDAY]));
    const closing = { act: 'set', date: '2026-11-28', kind: 'local-closing', scope: 'commune', name: 'Mất điện' };
    const done = await house.call(admin, 'POST', '/api/calendar/changes', { commandId: randomUUID(), expectedRevision: 1, edits: [closing], basis: BASIS });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    assert.deepEqual((await deps.calendars.getOpening('16072')).day(dayOf('2026-11-28')).sessions, []);
    await house.database.owner.pool.query('delete from calendar_day where changed_at is not null');
  });

  test('explains a date by the hours of its day, also after they changed', async () => {
    const asOf = new Date('2026-11-23T08:00:00+07:00');
    house.clock.set('2026-11-23T09:00:00+07:00');
    await changed(plan('2026-11-24', EARLY));
    const [now, then] = [await deps.calendars.getCalendar('16072'), await deps.calendars.getCalendar('16072', asOf)];
    assert.deepEqual([now, then].map((calendar) => calendar.day(dayOf('2026-11-27')).sessions.at(-1)?.closes), [16 * 60 + 30, 17 * 60]);
  });

  test('a dossier that was received by the hours from before, while they changed, is moved a minute later', async () => {
    await changed(plan('2026-11-26', EARLY));
    const late = await received();
    await house.database.owner.pool.query("update dossier set due_at = '2026-11-27T17:00:00+07:00' where id = $1", [late]);
    house.clock.set('2026-11-23T08:02:00+07:00');
    assert.equal(await settleCalendarChanges(deps, house.clock.now(), new AbortController().signal), 1);
    assert.equal(await dueOf(late), '2026-11-27T09:30:00.000Z');
  });
});

test('citizens read the hours of the day, and on the last day before others begin what begins tomorrow', async () => {
  await changed(plan('2026-12-01', [...FULL, SATURDAY]));
  const notice = (on: string) => findHoursNotice(house.database.db, '16072', on);
  assert.deepEqual([(await notice('2026-11-29')).hoursTomorrow, (await notice('2026-11-29')).hours.length], [null, 10]);
  const eve = await notice('2026-11-30');
  assert.deepEqual([eve.hours.length, eve.hoursTomorrow?.from, eve.hoursTomorrow?.hours.length], [10, '2026-12-01', 11]);
  assert.deepEqual([(await notice('2026-12-01')).hoursTomorrow, (await notice('2026-12-01')).hours.length], [null, 11]);
});

describe('two administrators', () => {
  test('one wins, the other is told by whom, also against a change of days', async () => {
    const closing = { act: 'set', date: '2026-11-26', kind: 'local-closing', scope: 'commune', name: 'Mất điện' };
    const answers = await Promise.all([change(plan('2026-12-01', EARLY)), house.call(admin, 'POST', '/api/calendar/changes', { commandId: randomUUID(), expectedRevision: 0, edits: [closing], basis: BASIS })]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    assert.equal(lost?.body['code'], 'calendar.changed-meanwhile');
    assert.match(String(lost.body['title']), /Ngô Văn Quản vừa sửa lịch lúc 08:00/);
    await house.database.owner.pool.query('delete from calendar_day where changed_at is not null');
  });

  test('a repeated command answers the first result and writes nothing twice', async () => {
    const commandId = randomUUID();
    const first = await change(plan('2026-12-01', EARLY), 0, commandId);
    const again = await change(plan('2026-12-01', EARLY), 0, commandId);
    assert.deepEqual([again.status, again.body], [200, first.body]);
    assert.equal((await read<HoursResponse>('/api/calendar/hours')).periods.length, 2);
  });
});

test('a refused session names its place and changes nothing', async () => {
  const { status, body } = await change(plan('2026-12-01', [...FULL, { weekday: 5, opens: '16h', closes: '18h' }]));
  assert.equal(status, 422);
  assert.equal(body['code'], 'calendar.hours-overlap');
  assert.match(JSON.stringify(body), /sessions\.10\.opens/);
  assert.match(String(body['title']), /Hai buổi của thứ Sáu chồng lên nhau: 13:30–17:00 và 16:00–18:00/);
  assert.equal((await read<HoursResponse>('/api/calendar/hours')).periods.length, 1);
});
