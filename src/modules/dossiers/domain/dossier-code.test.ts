import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDossierCode, buildReference, isAgencyCode, isDossierCode, tidyCode } from './dossier-code.ts';

test('a code is agency, local day and at least four digits, and widens beyond 9999', () => {
  assert.equal(buildDossierCode('H56.14', '2026-11-22', 1), 'H56.14-261122-0001');
  assert.equal(buildDossierCode('H56.14', '2026-11-22', 10_000), 'H56.14-261122-10000');
});

for (const code of ['000.17.22.H56-210531-0001', '000.00.06.H56-231027-0361', 'H56.14-240823-0001', 'H26.101.00-260801-150007']) {
  test(`the code ${code} of an official family is accepted`, () => {
    assert.equal(isDossierCode(code), true);
  });
}

for (const text of ['', 'H56.14-261322-0001', 'H56.14-261100-0001', 'H56.14-261122-001', "H56.14-261122-0001' or 1=1", 'H56.14/261122/0001', 'h56.14-261122-0001']) {
  test(`“${text}” is not a code`, () => {
    assert.equal(isDossierCode(text), false);
  });
}

test('a typed code is tidied: spaces, small letters, long dashes and full-width characters', () => {
  assert.equal(tidyCode('  h56.14 – 261122 – 0001 '), 'H56.14-261122-0001');
  assert.equal(tidyCode('Ｈ56.14－261122－0001'), 'H56.14-261122-0001');
});

test('an agency code begins with a level-1 group and has at most 35 characters', () => {
  for (const good of ['H56', 'H56.14', 'H26.101.00', 'K01.1']) assert.equal(isAgencyCode(good), true);
  for (const bad of ['', '56', 'Z56', 'h56', 'H56.', 'H56.14-1', `H56.${'A'.repeat(40)}`]) assert.equal(isAgencyCode(bad), false);
});

test('a reference has two groups of four letters that cannot be mistaken for each other', () => {
  const reference = buildReference(Uint8Array.from([0, 1, 2, 3, 200, 201, 202, 255]));
  assert.match(reference, /^KB-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
});
