import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createDatabase, type TestDatabase } from '../../test/database.ts';
import { addDays, dateAt } from '../kernel/local-time.ts';
import { listStaffActors, listUnits, readStaffBasis } from '../modules/identity/index.ts';
import { loadPacks } from '../modules/procedures/index.ts';
import { loadDemo } from './index.ts';

const NOW = new Date('2026-11-27T16:00:00+07:00');
const TODAY = dateAt(NOW.getTime());
let database: TestDatabase;
before(async () => {
  database = await createDatabase();
  await loadPacks(database.owner.db, new URL('../../data/procedures/', import.meta.url), NOW);
  await loadDemo(database.owner.db, NOW);
});
after(() => database.close());

test('a specialist is on leave and a colleague acts, for the days of the leave only', async () => {
  const acting = async (day: string) => (await listStaffActors(database.db, '16072', day)).find(({ userName }) => userName === 'diachinh')?.positions.filter(({ actingFor }) => actingFor != null).map(({ title, actingFor }) => [title, actingFor?.fullName]);
  assert.deepEqual(await acting(TODAY), [['Thay Công chức Kinh tế', 'Đỗ Văn Thử']]);
  assert.deepEqual(await acting(addDays(TODAY, 30)), []);
});

test('a unit got its name on the day of the load, and the name of yesterday is found', async () => {
  const named = async (day: string) => (await listUnits(database.db, '16072', day)).map(({ name }) => name);
  assert.ok((await named(TODAY)).includes('Ban Chỉ huy Quân sự xã'));
  assert.ok((await named(addDays(TODAY, -1))).includes('Ban Quân sự xã'));
  const { units } = await readStaffBasis({ listFields: () => [] }, database.db, '16072', TODAY);
  assert.deepEqual(units.find(({ name }) => name === 'Ban Chỉ huy Quân sự xã')?.formerNames, ['Ban Quân sự xã']);
});
