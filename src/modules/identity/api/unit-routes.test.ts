import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { addDays, dateAt } from '../../../kernel/local-time.ts';
import { codeOf, cookieOf, serveIdentity } from '../../../../test/identity-house.ts';
import { type UnitPreview, type UnitTree } from '../contract/units.ts';
import { listUnits } from '../store/commune.ts';
import { type SettleDeps, settleUnits } from './settle-units.ts';

let office: Awaited<ReturnType<typeof serveIdentity>>;
let admin: Readonly<Record<string, string>>;
let today: string;

before(async () => {
  office = await serveIdentity();
  const { userName, password } = office.commune.staff.administrator;
  const response = await office.call('POST', '/api/session', { body: { userName, password } });
  admin = { 'xaso-phien': cookieOf(response, 'xaso-phien') ?? '' };
  today = dateAt(office.clock.now().getTime());
});
after(() => office.close());

const tree = async (): Promise<UnitTree> => (await office.call('GET', '/api/units/tree', { cookies: admin })).json<UnitTree>();
const enter = (change: unknown, effectiveOn = today, over: Readonly<Record<string, unknown>> = {}) =>
  office.call('POST', '/api/units/changes', { cookies: admin, body: { commandId: randomUUID(), changeId: randomUUID(), subject: 'unit', reason: 'QĐ 12/QĐ-UBND ngày 20/11/2026', effectiveOn, change, ...over } });
const nameOf = async (id: string, on: string): Promise<string | undefined> => (await listUnits(office.database.db, '16072', on)).find((unit) => unit.id === id)?.name;
const withdraw = (id: string) => office.call('POST', `/api/units/changes/${id}/withdraw`, { cookies: admin, body: { commandId: randomUUID() } });

test('a renamed unit is the same unit: every day has its name, the later of one day counts, and former names stay findable', async () => {
  const { id, name: first } = office.commune.units.culture;
  for (const name of ['Phòng Văn hóa', 'Phòng Văn xã']) assert.equal((await enter({ kind: 'rename', unitId: id, name, shortName: 'VX', fields: ['Hộ tịch'] })).statusCode, 200);
  assert.equal(await nameOf(id, today), 'Phòng Văn xã');
  assert.equal(await nameOf(id, addDays(today, -1)), first);
  const node = (await tree()).units.find((unit) => unit.id === id);
  assert.deepEqual(node?.names.map(({ name }) => name), [first, 'Phòng Văn hóa', 'Phòng Văn xã']);
  assert.deepEqual(node.fields, ['Hộ tịch']);
});

test('a planned change waits for its day and can be withdrawn until then', async () => {
  const [a, b] = [office.commune.units.office.id, office.commune.units.police.id];
  const day = addDays(today, 10);
  const before = await tree();
  const response = await enter({ kind: 'merge', unitIds: [a], into: b }, day);
  assert.equal(response.statusCode, 200, response.body);
  const { id } = response.json<{ id: string }>();
  assert.equal(await nameOf(a, addDays(day, -1)), office.commune.units.office.name);
  assert.equal(await nameOf(a, day), undefined);
  // Whoever works in the unit goes on in the other from that day.
  const clerk = async (on: string) => (await office.database.pool.query<{ unit_id: string }>(
    "select unit_id from staff_position where staff_id = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2)", [office.commune.staff.clerk.id, on])).rows.map((row) => row.unit_id);
  assert.deepEqual([await clerk(addDays(day, -1)), await clerk(day)], [[a], [b]]);
  assert.equal(codeOf(await enter({ kind: 'merge', unitIds: [b], into: a }, addDays(day, 5))), 'identity.unit-not-there');
  assert.equal((await withdraw(id)).statusCode, 200);
  assert.deepEqual([await clerk(day), await nameOf(a, day)], [[a], office.commune.units.office.name]);
  assert.deepEqual((await tree()).units, before.units);
  assert.equal(codeOf(await withdraw(id)), 'identity.unit-change-begun');
});

test('what is in the way of closing is shown with its people, and nothing is closed', async () => {
  const { id } = office.commune.units.economy;
  const unitId = office.commune.units.office.id;
  const preview = (await office.call('POST', '/api/units/preview', { cookies: admin, body: { subject: 'unit', effectiveOn: today, change: { kind: 'close', unitId } } })).json<UnitPreview>();
  assert.equal(preview.problem?.code, 'identity.unit-in-use');
  assert.ok(preview.positions.some(({ fullName, toUnit }) => fullName === 'Phạm Thị Thư' && toUnit === null));
  assert.equal(codeOf(await enter({ kind: 'close', unitId })), 'identity.unit-in-use');
  assert.equal(codeOf(await enter({ kind: 'close', unitId: office.commune.units.centre.id })), 'identity.unit-last-centre');
  assert.equal((await enter({ kind: 'close', unitId: id })).statusCode, 200);
  assert.equal(await nameOf(id, today), undefined);
});

test('a split opens the new units, and its dossiers go by field, batch after batch, also after a break', async () => {
  const from = office.commune.units.culture.id;
  const [x, y] = [randomUUID(), randomUUID()];
  const part = (id: string, name: string, fields: readonly string[]) => ({ id, name, shortName: name, kind: 'department', fields });
  assert.equal((await enter({ kind: 'split', unitId: from, into: [part(x, 'Phòng Văn hóa', []), part(y, 'Phòng Xã hội', ['Hộ tịch'])] })).statusCode, 200);
  let left = 450;
  let broken = true;
  const asked: string[] = [];
  const moveDossiers: SettleDeps['moveDossiers'] = (_tx, move, limit) => {
    if (broken && left < 450) throw new Error('the power went out');
    const moved = Math.min(limit, left);
    left -= moved;
    asked.push(move.successorOf('Hộ tịch').id, move.successorOf('Đất đai').id);
    return Promise.resolve({ moved, outbox: [] });
  };
  const settle = () => settleUnits({ db: office.database.db, moveDossiers }, office.clock.now());
  await assert.rejects(settle(), /the power went out/);
  assert.equal(left, 250);
  broken = false;
  assert.deepEqual([await settle(), await settle()], [250, 0]);
  assert.deepEqual([...new Set(asked)], [y, x]);
  const node = (await tree()).units.find(({ id }) => id === y);
  assert.deepEqual([node?.predecessors, node?.validFrom], [['Phòng Văn xã'], today]);
});

test('villages are added, renamed and merged in the same way', async () => {
  const [one, two] = office.commune.villages;
  assert.ok(one !== undefined && two !== undefined);
  const id = randomUUID();
  const village = { subject: 'village' };
  assert.equal((await enter({ kind: 'rename', unitId: one.id, name: 'Hoa Phú Đông', shortName: 'Hoa Phú Đông', fields: [] }, today, village)).statusCode, 200);
  assert.equal((await enter({ kind: 'merge', unitIds: [one.id, two.id], into: { id, name: 'Hoa Liên', shortName: 'Hoa Liên', kind: 'thôn', fields: [] } }, addDays(today, 3), village)).statusCode, 200);
  const found = (await tree()).villages.find((node) => node.id === id);
  assert.deepEqual(found?.predecessors.toSorted(), ['Hoa Phú Đông', 'Hoa Trung']);
  assert.equal(found.validFrom, addDays(today, 3));
});

test('a repeated command changes once, and nobody but the administrator changes anything', async () => {
  const body = { commandId: randomUUID(), changeId: randomUUID(), subject: 'unit', reason: 'QĐ 13', effectiveOn: today, change: { kind: 'add', unit: { id: randomUUID(), name: 'Quầy 6', shortName: 'Quầy 6', kind: 'counter', fields: [] } } };
  for (let time = 0; time < 2; time += 1) assert.equal((await office.call('POST', '/api/units/changes', { cookies: admin, body })).statusCode, 200);
  assert.equal((await tree()).units.filter(({ name }) => name === 'Quầy 6').length, 1);
  const clerk = office.commune.staff.clerk;
  const session = await office.call('POST', '/api/session', { body: { userName: clerk.userName, password: clerk.password }, address: '10.9.9.9' });
  const cookies = { 'xaso-phien': cookieOf(session, 'xaso-phien') ?? '' };
  assert.equal(codeOf(await office.call('POST', '/api/units/changes', { cookies, body: { ...body, commandId: randomUUID() } })), 'access.not-allowed');
});
