import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createCommune, createStaff, type TestCommune } from '../../../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { findAccount, listStaff } from './staff.ts';

let database: TestDatabase;
let office: TestCommune;
before(async () => {
  database = await createDatabase();
  office = await createCommune(database.db, { calendar: false });
  await createCommune(database.db, { commune: { code: '00070' }, calendar: false });
  const specialist = { unitId: office.units.office.id, role: 'specialist', title: 'Công chức' } as const;
  await createStaff(database.db, office.commune, { userName: 'ho.tich', fullName: 'An Hộ Tịch', positions: [{ ...specialist, fields: ['Hộ tịch', 'Chứng thực'] }] });
  await createStaff(database.db, office.commune, { userName: 'dat.dai', fullName: 'Bình Đất Đai', positions: [{ ...specialist, unitId: office.units.economy.id, fields: ['Đất đai'] }] });
  await createStaff(database.db, office.commune, {
    userName: 'hai.viec',
    fullName: 'Chi Hai Việc',
    positions: [
      { ...specialist, fields: ['Hộ tịch'], validTo: '2026-11-30' },
      { unitId: office.units.centre.id, role: 'reception', title: 'Tiếp nhận', fields: [], validFrom: '2026-12-01' },
    ],
  });
  const gone = await createStaff(database.db, office.commune, { userName: 'da.nghi', fullName: 'Dũng Đã Nghỉ', positions: [{ ...specialist, fields: [] }] });
  await database.pool.query('update staff set active = false where id = $1', [gone.id]);
});
after(() => database.close());

const names = async (filter: Partial<Parameters<typeof listStaff>[1]>): Promise<readonly string[]> =>
  (await listStaff(database.db, { communeCode: '16072', on: '2026-11-23', ...filter })).map(({ fullName }) => fullName);

for (const [what, filter, expected] of [
  ['a role', { roles: ['specialist'] }, ['An Hộ Tịch', 'Bình Đất Đai', 'Chi Hai Việc', 'Trần Văn Thẩm']],
  ['a field, with those who handle every field', { roles: ['specialist'], field: 'Hộ tịch' }, ['An Hộ Tịch', 'Chi Hai Việc', 'Trần Văn Thẩm']],
  ['a field that only the generalist handles', { roles: ['specialist'], field: 'Môi trường' }, ['Trần Văn Thẩm']],
  ['a later day', { roles: ['reception'], on: '2026-12-01' }, ['Chi Hai Việc', 'Lê Thị Nhận']],
  ['two roles', { roles: ['clerk', 'president'] }, ['Nguyễn Thị Chủ', 'Phạm Thị Thư']],
  ['no role at all', { roles: [] }, []],
  ['a day before the commune existed', { on: '2025-06-30' }, []],
] as const) {
  test(`staff are found by ${what}`, async () => {
    const wanted = { ...filter, ...('roles' in filter ? { roles: [...filter.roles] } : {}) };
    assert.deepEqual((await names(wanted)).toSorted(), expected);
  });
}

test('staff are found by unit', async () => {
  assert.deepEqual(await names({ unitId: office.units.economy.id }), ['Bình Đất Đai']);
});

test('a listing says nothing but who and which positions', async () => {
  const [first] = await listStaff(database.db, { communeCode: '16072', on: '2026-11-23', unitId: office.units.economy.id });
  assert.deepEqual(Object.keys(first ?? {}).toSorted(), ['fullName', 'id', 'positions', 'userName']);
  assert.deepEqual(first?.positions, [{ unitId: office.units.economy.id, role: 'specialist', title: 'Công chức', fields: ['Đất đai'], unitScope: 'all', unitFields: [], steps: [] }]);
});

test('an account is found by its stored name only, with the positions of the day', async () => {
  const account = await findAccount(database.db, 'hai.viec', '2026-12-01');
  assert.deepEqual(account?.positions, [{ unitId: office.units.centre.id, role: 'reception', title: 'Tiếp nhận', fields: [], unitScope: 'all', unitFields: [], steps: [], actingFor: null }]);
  assert.equal(await findAccount(database.db, 'HAI.VIEC', '2026-12-01'), undefined);
});

test('one user name is one person, whatever the commune', async () => {
  await assert.rejects(createStaff(database.db, { code: '00070' }, { userName: 'ho.tich', positions: [] }), { code: '23505' });
});
