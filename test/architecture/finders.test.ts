import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findImpurities } from './find-impurities.ts';
import { findLoggedKeys } from './find-logged-keys.ts';
import { findComposedCodes, findMentionedCodes, findRefusals } from './find-problem-codes.ts';
import { findTableNames } from './find-table-names.ts';
import { findUndocumented } from './find-undocumented.ts';
import { parseText } from './source-tree.ts';

/** Code that a promise forbids must be found; a test that finds nothing proves nothing. */
describe('what the promises are checked with', () => {
  const TABLES = new Set(['dossier', 'staff', 'unit']);
  const NAMING: readonly (readonly [code: string, tables: readonly string[]])[] = [
    ["db.selectFrom('dossier as d').innerJoin('staff', 'a', 'b')", ['dossier', 'staff']],
    ["tx.insertInto('unit').values({})", ['unit']],
    ['sql`select 1 from dossier d join public.staff s on true`', ['dossier', 'staff']],
    ['sql<number>`with x as (insert into dossier select * from unnest(${rows})) update staff set a = ${b}`', ['dossier', 'staff']],
    ['sql`select * from jsonb_populate_record(null::dossier, ${row}::jsonb)`', ['dossier']],
    ["pool.query('delete from unit where id = $1')", ['unit']],
    ["say('take it from staff and update unit tomorrow')", []],
    ["const staff = 'dossier'; // select from dossier", []],
  ];
  for (const [code, tables] of NAMING) {
    test(`tables in ${code}`, () => {
      assert.deepEqual(findTableNames(parseText(code), TABLES).map(({ table }) => table).sort(), tables);
    });
  }

  const IMPURE: readonly (readonly [code: string, found: number])[] = [
    ['const a = Date.now() + Math.random();', 2],
    ['const b = new Date();', 1],
    ['const c = new Date(now); const d = Date.parse(text); const e = Math.round(1.5);', 0],
    ['// Date.now() would be wrong here', 0],
  ];
  for (const [code, found] of IMPURE) {
    test(`time and chance in ${code}`, () => {
      assert.equal(findImpurities(parseText(code)).length, found);
    });
  }

  test('an exported function without a docstring is found, whatever way it is written', () => {
    const code = `
      export function bare() {}
      export const alsoBare = () => 1;
      /** Said. */
      export function said() {}
      /** Said. */
      export const alsoSaid = () => 1;
      function own() {}
      export const NUMBER = 1;`;
    assert.deepEqual(findUndocumented(parseText(code)).map((line) => line.split(' ')[1]), ['bare', 'alsoBare']);
  });

  test('refusals are found in calls, objects and conditions, but not where the words come along', () => {
    const code = `
      return refuse(late ? 'dossier.too-late' : 'dossier.too-early');
      problemAnswer({ code: 'dossier.not-found' });
      faults.push({ field: 'a', code: 'field.own-words', message: 'Sai.' });
      const procedure = { code: '1.001193' };`;
    assert.deepEqual(findRefusals(parseText(code)).map((one) => one.code), ['dossier.too-late', 'dossier.too-early', 'dossier.not-found']);
  });

  test('a code that is put together from pieces is found', () => {
    assert.equal(findComposedCodes(parseText("refuse(`dossier.${what}`); refuse('dossier.' + what); refuse('dossier.whole');")).length, 2);
  });

  test('a code counts as used where it stands as a value, not as the key of its own entry', () => {
    const code = "const T = { 'a.key-only': 1 }; const M = { F: 'a.value' };";
    assert.deepEqual([...findMentionedCodes(parseText(code))], ['a.value']);
  });

  test('every name that goes to the log is found', () => {
    const code = "request.log.error({ requestId: request.id, fullName: person.fullName }, 'x'); Math.log(secret);";
    assert.deepEqual([...new Set(findLoggedKeys(parseText(code)).map(({ key }) => key))], ['requestId', 'request', 'id', 'fullName', 'person']);
  });
});
