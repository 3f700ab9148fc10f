import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declared, dossierAt, ME, officer } from './dossiers-for-tests.ts';
import { mayReveal } from './may-reveal.ts';

const OTHER = '01890000-0000-7000-8000-000000000009';

for (const [what, dossier, asker, allowed] of [
  ['reception, of a declaration that waits', declared(), officer('reception'), true],
  ['the specialist, at the appraisal', dossierAt(1), officer('specialist'), true],
  ['the specialist of another field', dossierAt(1), officer('specialist', ['Đất đai']), false],
  ['the specialist, before it is their turn', dossierAt(0), officer('specialist'), false],
  ['reception, while the specialist has it', dossierAt(1), officer('reception'), false],
  ['whoever has taken the step on', dossierAt(1, { holderId: ME }), officer('specialist'), true],
  ['a colleague of whoever has taken it on', dossierAt(1, { holderId: OTHER }), officer('specialist'), false],
  ['the specialist, while the clock stands still', dossierAt(1, { state: 'supplement-requested' }), officer('specialist'), true],
  ['reception, while the result waits', dossierAt(4), officer('reception'), true],
  ['reception, after the hand-over', dossierAt(4, { state: 'returned' }), officer('reception'), false],
  ['the specialist, after a stop', dossierAt(1, { state: 'stopped' }), officer('specialist'), false],
  ['the administrator', dossierAt(1), officer('administrator'), false],
  ['a citizen', dossierAt(1), { kind: 'link-holder' }, false],
] as const) {
  test(`${what}: ${allowed ? 'sees' : 'does not see'} a number whole`, () => { assert.equal(mayReveal(dossier, asker), allowed); });
}
