import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packsOf } from './packs-of-file.ts';

test('a file of this program is read with what it says about itself, packs by themselves without', () => {
  assert.deepEqual(packsOf('{"format":"xaso-procedures","formatVersion":1,"sha256":"ab","packs":[{"code":"1"}],"forms":[null,{"form":{}}]}'), { packs: [{ code: '1' }], forms: [null, { form: {} }], formatVersion: 1, sha256: 'ab' });
  assert.deepEqual(packsOf('[{"code":"1"},{"code":"2"}]'), { packs: [{ code: '1' }, { code: '2' }] });
  assert.deepEqual(packsOf('{"code":"1"}'), { packs: [{ code: '1' }] });
});

test('what holds no packs is none', () => {
  for (const text of ['', 'không phải', '[]', '3', '[3]', '[[]]', '{"packs":[]}', '{"packs":{}}', '{"packs":[{},null]}']) assert.equal(packsOf(text), undefined, text);
});
