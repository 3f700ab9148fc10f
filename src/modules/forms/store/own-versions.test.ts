import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { addDays } from '../../../kernel/local-time.ts';
import { formInForce } from '../domain/form-in-force.ts';
import { findOtherForm, isFormClash, withdrawFormVersions } from './own-versions.ts';

const NOW = new Date('2026-11-30T01:00:00Z');
const FIRST = '2027-01-01';

interface Version { readonly code: string; readonly version: number; readonly validFrom: string; readonly validTo: string | null; readonly procedures: readonly string[] }

describe('the database decides which form of the office holds for a procedure', () => {
  let database: TestDatabase;
  before(async () => { database = await createDatabase(); });
  after(() => database.close());

  const insert = ({ code, version, validFrom, validTo, procedures }: Version, at: { query: (text: string, values: unknown[]) => Promise<unknown> } = database.pool) =>
    at.query('insert into form_version (code, version, valid_from, valid_to, content, content_hash, loaded_at) values ($1, $2, $3, $4, $5, $6, $7)', [code, version, validFrom, validTo, JSON.stringify({ procedures }), 'a'.repeat(64), NOW]);
  const form = (version: number, procedures: readonly string[], validFrom = FIRST, validTo: string | null = null): Omit<Version, 'code'> => ({ version, procedures, validFrom, validTo });
  const bindings = async (code: string) => (await database.pool.query<{ procedure_code: string; days: string }>('select procedure_code, days::text from form_binding where code = $1 order by 1', [code])).rows.map((row) => `${row.procedure_code} ${row.days}`);
  const clash = (error: unknown) => isFormClash(error);

  test('a second form for a procedure on the same days is refused by the constraint; other days and other procedures are free', async () => {
    await insert({ code: 'a', ...form(1000, ['9.100001', '9.100002'], FIRST, '2027-06-30') });
    await assert.rejects(insert({ code: 'b', ...form(1000, ['9.100002'], '2027-06-30') }), clash);
    assert.deepEqual((await database.pool.query("select from form_version where code = 'b'")).rowCount, 0);
    await insert({ code: 'b', ...form(1000, ['9.100002'], '2027-07-01') });
    await insert({ code: 'c', ...form(1000, ['9.100003']) });
    await insert({ code: 'program', ...form(1, ['9.100002']) }, database.owner.pool);
    assert.deepEqual(await bindings('program'), [], 'forms of the program give way and need no binding');
    assert.deepEqual(await findOtherForm(database.db, 'b', ['9.100002']), { code: 'a', procedure: '9.100002' });
    assert.equal(await findOtherForm(database.db, 'c', ['9.100003']), undefined);
  });

  test('a later version that leaves a procedure out frees it; taking that version back is refused once another form has it, and taking all back at once is not', async () => {
    await insert({ code: 'd', ...form(1000, ['9.200001']) });
    await insert({ code: 'd', ...form(1001, ['9.200002'], '2027-03-01') });
    assert.deepEqual(await bindings('d'), ['9.200001 {[2027-01-01,2027-03-01)}', '9.200002 {[2027-03-01,)}']);
    await insert({ code: 'e', ...form(1000, ['9.200001'], '2027-03-01') });
    const takeBack = (versions: readonly number[]) => database.db.transaction().execute((tx) => withdrawFormVersions(tx, 'd', versions, NOW));
    await assert.rejects(takeBack([1001]), clash);
    await takeBack([1001, 1000]);
    assert.deepEqual(await bindings('d'), []);
  });

  test('of two that publish at the same moment the second waits and loses', async () => {
    const [one, other] = [await database.pool.connect(), await database.pool.connect()];
    try {
      await one.query('begin');
      await other.query('begin');
      await insert({ code: 'f', ...form(1000, ['9.300001']) }, one);
      const waiting = insert({ code: 'g', ...form(1000, ['9.300001']) }, other).then(() => undefined, (error: unknown) => error);
      await one.query('commit');
      assert.ok(isFormClash(await waiting));
      await other.query('rollback');
    } finally {
      one.release();
      other.release();
    }
  });

  test('the application writes no binding of its own', async () => {
    for (const statement of ["insert into form_binding values ('9.1', 'x', '{[2027-01-01,)}')", "update form_binding set code = 'x'", 'delete from form_binding', "select bind_form('a')"]) await assert.rejects(database.pool.query(statement), { code: '42501' }, statement);
  });

  test('the days of a binding are those on which the version in force names the procedure, whatever is published and taken back', async () => {
    const version = fc.record({ from: fc.integer({ min: 0, max: 12 }), length: fc.option(fc.integer({ min: 0, max: 8 })), procedures: fc.subarray(['9.400001', '9.400002']), withdrawn: fc.boolean() });
    await fc.assert(fc.asyncProperty(fc.array(version, { minLength: 1, maxLength: 5 }), async (wishes) => {
      const code = `p-${randomUUID().replaceAll(/[^a-f]/gu, '')}${String(Math.abs(wishes.length))}`;
      const versions = wishes.map((wish, place): Version => ({ code, version: 1000 + place, validFrom: addDays(FIRST, wish.from), validTo: wish.length === null ? null : addDays(FIRST, wish.from + wish.length), procedures: wish.procedures }));
      const client = await database.owner.pool.connect();
      try {
        await client.query('begin');
        for (const one of versions) await insert(one, client);
        for (const [place, { withdrawn }] of wishes.entries()) if (withdrawn) await client.query('insert into form_withdrawal values ($1, $2, $3)', [code, 1000 + place, NOW]);
        const standing = versions.filter((_one, place) => wishes[place]?.withdrawn === false);
        for (let day = FIRST; day <= addDays(FIRST, 24); day = addDays(day, 1)) {
          const { rows } = await client.query<{ procedure_code: string }>('select procedure_code from form_binding where code = $1 and days @> $2::date order by 1', [code, day]);
          assert.deepEqual(rows.map((row) => row.procedure_code), [...(formInForce(standing, day)?.procedures ?? [])].sort(), day);
        }
      } finally {
        await client.query('rollback');
        client.release();
      }
    }), { numRuns: 40 });
  });
});
