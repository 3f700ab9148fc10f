import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkReuse, type ReusablePaper } from './check-reuse.ts';

const PAPER: ReusablePaper = { id: 'k1', personId: 'me', name: 'Giấy chứng sinh', validTo: '2026-12-31', withdrawn: false, hashes: ['a', 'b'] };
const code = (over: Partial<ReusablePaper> = {}, hashes: readonly string[] = ['a'], keptId = 'k1') => {
  const checked = checkReuse([{ keptId, hashes }], [{ ...PAPER, ...over }], 'me', '2026-11-29');
  return checked.ok ? 'done' : checked.problem.code;
};

test('a kept paper of the same person that is still good may be used again, whole or in part', () => {
  assert.equal(code(), 'done');
  assert.equal(code({ validTo: null }, ['a', 'b']), 'done');
  assert.equal(code({ validTo: '2026-11-29' }), 'done');
  assert.ok(checkReuse([], [], 'me', '2026-11-29').ok);
});

test('a paper of somebody else, an expired or withdrawn one, a foreign file and an unknown id are refused', () => {
  assert.equal(code({ personId: 'other' }), 'dossier.kept-paper-of-another');
  assert.equal(code({ validTo: '2026-11-28' }), 'dossier.kept-paper-expired');
  assert.equal(code({ withdrawn: true }), 'dossier.kept-paper-expired');
  assert.equal(code({}, ['a', 'swapped']), 'dossier.kept-paper-unknown');
  assert.equal(code({}, ['a'], 'k2'), 'dossier.kept-paper-unknown');
});
