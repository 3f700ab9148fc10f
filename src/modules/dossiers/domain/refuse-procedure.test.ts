import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseProcedure } from './refuse-procedure.ts';

const SPAN = { from: '2025-07-01', to: '2027-02-28' } as const;

for (const [what, span, day, code, facts] of [
  ['the day after the last', SPAN, '2027-03-01', 'dossier.procedure-ended', { until: '28/02/2027' }],
  ['the day before the first', SPAN, '2025-06-30', 'dossier.procedure-not-yet', { from: '01/07/2025' }],
  ['a day before the first of one without an end', { from: '2027-01-01', to: null }, '2026-12-31', 'dossier.procedure-not-yet', { from: '01/01/2027' }],
  ['a gap between two versions', SPAN, '2026-01-01', 'dossier.procedure-unknown', {}],
  ['a code that nobody knows', undefined, '2026-01-01', 'dossier.procedure-unknown', {}],
] as const) {
  test(`${what} is refused as ${code}`, () => {
    assert.deepEqual(refuseProcedure(span, day).problem, { code, facts, field: 'procedureCode' });
  });
}
