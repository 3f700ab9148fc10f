import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formInForce, formOfDraft, formOfProcedure } from './form-in-force.ts';

const form = (code: string, version: number, validFrom: string, procedures: readonly string[] = ['p'], validTo: string | null = null) => ({ code, version, validFrom, validTo, procedures });
const DAY = '2026-11-30';

test('a version of the office stands before the program’s for as long as it holds, the one that began last before others', () => {
  const versions = [form('a', 1, '2025-01-01'), form('a', 2, '2026-11-01'), form('a', 1000, '2026-06-01'), form('a', 1001, '2026-12-01')];
  assert.equal(formInForce(versions, DAY)?.version, 1000);
  assert.equal(formInForce(versions, '2026-12-01')?.version, 1001);
  assert.equal(formInForce(versions, '2026-01-01')?.version, 1);
  assert.equal(formInForce([form('a', 1000, '2026-01-01', ['p'], '2026-11-29'), form('a', 1, '2025-01-01')], DAY)?.version, 1);
});

test('a procedure that the office took out of a form is not declared with an older version of it', () => {
  assert.equal(formOfProcedure([form('a', 1, '2025-01-01', ['p', 'q']), form('a', 1000, '2026-01-01', ['p'])], 'q', DAY), undefined);
});

test('a form of the office stands before another one of the program', () => {
  assert.equal(formOfProcedure([form('own', 1000, '2026-01-01'), form('zoo', 1, '2026-11-01')], 'p', DAY)?.code, 'own');
});

test('a draft follows what is newer, and is finished with what it began with when that was taken back', () => {
  const [shipped, begun, newer] = [form('a', 1, '2025-01-01'), form('a', 1000, '2026-01-01'), form('a', 1001, '2026-02-01')];
  assert.equal(formOfDraft(shipped, begun, true), begun);
  assert.equal(formOfDraft(undefined, begun, true), begun);
  assert.equal(formOfDraft(newer, begun, true), newer);
  assert.equal(formOfDraft(newer, begun, false), newer);
  assert.equal(formOfDraft(shipped, begun, false), shipped, 'it ended by its own last day');
});
