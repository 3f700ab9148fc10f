import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AssistanceInput, checkAssistance } from './check-assistance.ts';

const HELP: AssistanceInput = { by: ' Chị Hoa ', consent: 'spoken', account: null };

test('help is kept with its helper, the consent and no account when none was used', () => {
  assert.deepEqual(checkAssistance(HELP), { ok: true, value: { by: 'Chị Hoa', consent: 'spoken', account: 'none' } });
});

test('nobody helped: nothing is kept', () => {
  assert.deepEqual(checkAssistance({ by: '  ', consent: null, account: 'none' }), { ok: true, value: { by: null, consent: null, account: null } });
});

for (const [what, change, code, field] of [
  ['the officer’s own account files', { account: 'officer' }, 'dossier.officer-account', 'assistedAccount'],
  ['the officer’s own account files and no helper is named', { by: null, consent: null, account: 'officer' }, 'dossier.officer-account', 'assistedAccount'],
  ['the person has not agreed', { consent: null }, 'dossier.consent-missing', 'assistedConsent'],
  ['there is consent to help by nobody', { by: ' ' }, 'dossier.helper-missing', 'assistedBy'],
  ['a representative’s account was used by nobody', { by: null, consent: null, account: 'representative' }, 'dossier.helper-missing', 'assistedBy'],
] as const) {
  test(`help is refused when ${what}`, () => {
    const checked = checkAssistance({ ...HELP, ...change });
    assert.deepEqual(checked.ok ? checked : [checked.problem.code, checked.problem.field], [code, field]);
  });
}
