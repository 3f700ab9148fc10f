import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { createCommune, createStaff, type TestCommune, type TestStaff } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { type AbsenceResponse } from '../contract/absence-schemas.ts';

let house: DossierHouse;
let stranger: TestCommune;
let other: TestStaff;
before(async () => {
  house = await createDossierHouse();
  stranger = await createCommune(house.database.db, { commune: { code: '16073', name: 'Vạn Lộc', agencyCode: 'H56.15' } });
  other = await specialist('mai.ke', 'Mai Thị Kề', []);
});
after(() => house.close());

const specialist = (userName: string, fullName: string, fields: readonly string[]): Promise<TestStaff> =>
  createStaff(house.database.db, house.commune.commune, { userName, fullName, positions: [{ unitId: house.commune.units.office.id, role: 'specialist', title: 'Công chức tư pháp - hộ tịch', fields: [...fields] }] });

async function done(actor: StaffActor, url: string, body: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
  const answer = await house.call(actor, 'POST', url, { commandId: randomUUID(), ...body });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
}

/** A dossier that the specialist has in hand; its version is 3. */
async function taken(by: StaffActor = house.commune.staff.specialist.actor): Promise<string> {
  const { body } = await house.call(house.commune.staff.reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode: '1.004873' }));
  const id = String(body['id']);
  await done(house.commune.staff.reception.actor, `/api/dossiers/${id}/actions`, { expectedVersion: 1, action: 'transfer', note: null, outcome: null, legalBasis: null });
  await done(by, `/api/dossiers/${id}/claim`, { expectedVersion: 2 });
  return id;
}

const opened = async (id: string) => (await house.call(house.commune.staff.president.actor, 'GET', `/api/dossiers/${id}`)).body;
const holderOf = async (id: string): Promise<string | null> => (await house.database.pool.query<{ holder_id: string | null }>('select holder_id from dossier where id = $1', [id])).rows[0]?.holder_id ?? null;
const away = (change: Readonly<Record<string, unknown>> = {}) => ({ staffId: house.commune.staff.specialist.id, toStaffId: other.id, reason: 'Nghỉ ốm', fromDay: '2026-11-23', untilDay: '2026-11-27', ...change });
const give = async (actor: StaffActor, change: Readonly<Record<string, unknown>> = {}) => (await done(actor, '/api/absences', away(change))) as unknown as AbsenceResponse;
const outcomes = (absence: AbsenceResponse) => Object.fromEntries(absence.dossiers.map(({ id, outcome, why }) => [id, why ?? outcome]));

async function emptyHands(): Promise<void> {
  await house.database.owner.pool.query('truncate dossier cascade');
}

test('the whole list goes to a colleague; clocks go on, the history says from whom to whom and why, and the colleague is told once', async () => {
  await emptyHands();
  const ids = [await taken(), await taken()];
  const before = await Promise.all(ids.map(opened));
  const absence = await give(house.commune.staff.president.actor);
  assert.deepEqual([absence.moved, absence.stayed, absence.waiting, absence.to?.fullName], [2, 0, 0, 'Mai Thị Kề']);
  assert.deepEqual(await Promise.all(ids.map(holderOf)), [other.id, other.id]);
  const now = await Promise.all(ids.map(opened));
  assert.deepEqual(now.map(({ dueAt, steps, state }) => [dueAt, steps, state]), before.map(({ dueAt, steps, state }) => [dueAt, steps, state]));
  const history = now[0]?.['history'] as readonly { readonly event: string; readonly actorName: string; readonly facts: Readonly<Record<string, string>> }[];
  const last = history.at(-1);
  assert.deepEqual([last?.event, last?.actorName, last?.facts['from'], last?.facts['to'], last?.facts['note']], ['handed-to', 'Nguyễn Thị Chủ', 'Trần Văn Thẩm', 'Mai Thị Kề', 'Nghỉ ốm']);
  const { rows } = await house.database.pool.query<{ to: string[]; kind: string; count: string }>(
    `select payload -> 'to' as "to", payload ->> 'kind' as kind, payload -> 'facts' ->> 'count' as count from outbox where topic = 'StaffNotice' and payload ->> 'key' like '%' || $1 order by 2`, [absence.id]);
  assert.deepEqual(rows, [{ to: [other.id], kind: 'list-given', count: '2' }, { to: [house.commune.staff.specialist.id], kind: 'list-taken', count: '2' }]);
});

test('a repetition answers the same and moves nothing twice', async () => {
  await emptyHands();
  const id = await taken();
  const request = { commandId: randomUUID(), ...away() };
  const first = await done(house.commune.staff.specialist.actor, '/api/absences', request);
  const version = (await opened(id))['version'];
  assert.deepEqual(await done(house.commune.staff.specialist.actor, '/api/absences', request), first);
  assert.equal((await opened(id))['version'], version);
});

test('what broke off in the middle goes on where it stopped', async () => {
  await emptyHands();
  const ids = [await taken(), await taken(), await taken()];
  const absence = await give(house.commune.staff.president.actor);
  // As the program leaves it that ended after the first dossier: the second was moved but its line not read again, the third not begun.
  await house.database.owner.pool.query("update absence_dossier set outcome = 'waiting' where absence_id = $1 and dossier_id = any($2)", [absence.id, ids.slice(1)]);
  await house.database.owner.pool.query('delete from client_command where kind = $1', ['give-dossier']);
  await house.database.owner.pool.query('update dossier set holder_id = $2 where id = $1', [ids[2], house.commune.staff.specialist.id]);
  const again = (await done(house.commune.staff.president.actor, `/api/absences/${absence.id}/continue`, {})) as unknown as AbsenceResponse;
  assert.equal(again.waiting, 0);
  assert.equal(await holderOf(ids[2] ?? ''), other.id);
});

test('what cannot go stays, with the reason: another field for the colleague, other fields for the leader', async () => {
  await emptyHands();
  const id = await taken();
  const narrow = await specialist('dat.dai', 'Phan Văn Đất', ['Đất đai']);
  const absence = await give(house.commune.staff.president.actor, { toStaffId: narrow.id });
  assert.equal(outcomes(absence)[id], 'Phan Văn Đất không giữ vị trí xử lý bước này của lĩnh vực này. Chọn người khác trong danh sách.');
  assert.equal(await holderOf(id), house.commune.staff.specialist.id);
  const head: StaffActor = { ...house.commune.staff['unit-head'].actor, positions: [{ unitId: house.commune.units.economy.id, role: 'unit-head', title: 'Trưởng phòng', fields: ['Đất đai'] }] };
  assert.equal(outcomes(await give(head))[id], 'Bước này do vị trí công tác khác giữ. Bạn xem được hồ sơ nhưng không xử lý được ở bước này.');
});

test('given to nobody in particular, a dossier waits for whoever’s position holds its step, unless nobody else’s does', async () => {
  await emptyHands();
  const id = await taken();
  await give(house.commune.staff.specialist.actor, { toStaffId: null });
  assert.equal(await holderOf(id), null);
  await emptyHands();
  const clerkOnly = await taken();
  await done(house.commune.staff.specialist.actor, `/api/dossiers/${clerkOnly}/actions`, { expectedVersion: 3, action: 'appraise', note: null, outcome: 'positive', legalBasis: null });
  await done(house.commune.staff.president.actor, `/api/dossiers/${clerkOnly}/actions`, { expectedVersion: 4, action: 'approve', note: null, outcome: null, legalBasis: null });
  const absence = await give(house.commune.staff.clerk.actor, { staffId: house.commune.staff.clerk.id, toStaffId: null });
  assert.match(outcomes(absence)[clerkOnly] ?? '', /^Không ai khác giữ bước này/u);
});

test('a returning owner takes the list back; what has gone on or is with somebody else stays, with the reason', async () => {
  await emptyHands();
  const ids = [await taken(), await taken(), await taken()];
  const [home, gone, elsewhere] = ids as [string, string, string];
  const third = await specialist('thu.ba', 'Ngô Thị Ba', []);
  const absence = await give(house.commune.staff.president.actor);
  await done(other.actor, `/api/dossiers/${gone}/actions`, { expectedVersion: 4, action: 'appraise', note: null, outcome: 'positive', legalBasis: null });
  await done(third.actor, `/api/dossiers/${elsewhere}/claim`, { expectedVersion: 4 });
  const back = (await done(house.commune.staff.specialist.actor, `/api/absences/${absence.id}/end`, {})) as unknown as AbsenceResponse;
  assert.deepEqual(Object.fromEntries(back.dossiers.map((line) => [line.id, line.backWhy ?? line.back])), {
    [home]: 'moved', [gone]: 'Hồ sơ đã sang bước khác nên không nhận lại.', [elsewhere]: 'Hồ sơ đang ở Ngô Thị Ba, không còn ở người nhận bàn giao.',
  });
  assert.equal(await holderOf(home), house.commune.staff.specialist.id);
  assert.notEqual(back.endedAt, null);
  const again = await house.call(house.commune.staff.specialist.actor, 'POST', `/api/absences/${absence.id}/end`, { commandId: randomUUID() });
  assert.deepEqual([again.status, again.body['code']], [409, 'absence.ended-already']);
});

for (const [why, change, code] of [
  ['ends before it begins', { untilDay: '2026-11-22' }, 'absence.period-wrong'],
  ['ends on a day that does not exist', { untilDay: '2026-11-31' }, 'absence.period-wrong'],
  ['is over already', { fromDay: '2026-11-01', untilDay: '2026-11-20' }, 'absence.period-wrong'],
  ['is longer than a year', { untilDay: '2027-12-01' }, 'absence.period-too-long'],
  ['has no reason', { reason: '  ' }, 'dossier.reason-missing'],
] as const) {
  test(`an absence that ${why} is refused`, async () => {
    const answer = await house.call(house.commune.staff.president.actor, 'POST', '/api/absences', { commandId: randomUUID(), ...away(change) });
    assert.equal(answer.body['code'], code);
  });
}

test('a colleague neither gives nor takes back nor sees another’s list; the one who has it sees it; another commune knows nothing of it', async () => {
  await emptyHands();
  await taken();
  const absence = await give(house.commune.staff.specialist.actor);
  const { clerk } = house.commune.staff;
  const call = async (actor: StaffActor, method: 'GET' | 'POST', url: string, body?: object) => (await house.call(actor, method, url, body)).body['code'];
  assert.equal(await call(clerk.actor, 'POST', '/api/absences', { commandId: randomUUID(), ...away() }), 'absence.not-yours');
  assert.equal(await call(clerk.actor, 'POST', `/api/absences/${absence.id}/end`, { commandId: randomUUID() }), 'absence.not-yours');
  assert.equal(await call(clerk.actor, 'GET', `/api/absences/${absence.id}`), 'absence.not-yours');
  assert.equal(await call(clerk.actor, 'GET', `/api/absences/of/${house.commune.staff.specialist.id}`), 'absence.not-yours');
  assert.equal(await call(other.actor, 'GET', `/api/absences/${absence.id}`), undefined);
  const listOf = async (actor: StaffActor) => ((await house.call(actor, 'GET', '/api/absences')).body['items'] as readonly { id: string }[]).some(({ id }) => id === absence.id);
  assert.deepEqual([await listOf(clerk.actor), await listOf(other.actor), await listOf(house.commune.staff.president.actor), await listOf(stranger.staff.president.actor)], [false, true, true, false]);
  assert.equal(await call(stranger.staff.president.actor, 'POST', '/api/absences', { commandId: randomUUID(), ...away() }), 'dossier.officer-unknown');
  assert.equal(await call(stranger.staff.president.actor, 'GET', `/api/absences/${absence.id}`), 'absence.not-found');
});

test('before giving one sees how much the list holds and how much of it each colleague could have', async () => {
  await emptyHands();
  await taken();
  await taken();
  const { body } = await house.call(house.commune.staff.president.actor, 'GET', `/api/absences/of/${house.commune.staff.specialist.id}`);
  assert.equal(body['dossiers'], 2);
  assert.deepEqual((body['colleagues'] as readonly { fullName: string; fits: number }[]).find(({ fullName }) => fullName === 'Mai Thị Kề')?.fits, 2);
  const people = (await house.call(house.commune.staff.specialist.actor, 'GET', '/api/absences/people')).body['people'] as readonly { id: string }[];
  assert.deepEqual(people.map(({ id }) => id), [house.commune.staff.specialist.id]);
});

test('what nobody has taken on stays where every colleague of the step sees it', async () => {
  await emptyHands();
  const [held, common] = [await taken(), await taken()];
  await done(house.commune.staff.specialist.actor, `/api/dossiers/${common}/release`, { expectedVersion: 3 });
  const absence = await give(house.commune.staff.president.actor);
  assert.deepEqual(absence.dossiers.map(({ id }) => id), [held]);
  assert.equal(await holderOf(common), null);
});

test('somebody with empty hands has nothing to give', async () => {
  await emptyHands();
  const answer = await house.call(house.commune.staff.president.actor, 'POST', '/api/absences', { commandId: randomUUID(), ...away() });
  assert.deepEqual([answer.status, answer.body['code']], [409, 'absence.nothing-held']);
});
