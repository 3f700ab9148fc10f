import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ROLES } from '../kernel/actor.ts';
import { rolesOfStep } from '../modules/dossiers/domain/may-act.ts';
import { DEMO_FIELDS } from './demo-fields.ts';
import { DEMO_UNITS } from './demo-office.ts';
import { DEMO_ACCOUNTS, DEMO_STAFF } from './demo-staff.ts';

const PACKS = new URL('../../data/procedures/', import.meta.url);

/** Every field that a citizen can file in, in the words of the catalogue. */
function citizenFields(): readonly string[] {
  const packs = readdirSync(PACKS)
    .filter((name) => /^\d.*\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(new URL(name, PACKS), 'utf8')) as { readonly field: string; readonly audience: { readonly kind: string } });
  return [...new Set(packs.filter(({ audience }) => audience.kind === 'citizen').map(({ field }) => field.normalize('NFC')))];
}

test('there is somebody for every role, and two at reception', () => {
  for (const role of ROLES) assert.ok(DEMO_STAFF.some((member) => member.role === role), role);
  assert.equal(DEMO_STAFF.filter(({ role }) => role === 'reception').length, 2);
});

test('names and user names are given once, user names can be typed, and every account is announced', () => {
  assert.equal(new Set(DEMO_STAFF.map(({ fullName }) => fullName)).size, DEMO_STAFF.length);
  assert.equal(new Set(DEMO_STAFF.map(({ userName }) => userName)).size, DEMO_STAFF.length);
  for (const { fullName, userName } of DEMO_STAFF) {
    assert.match(userName, /^[a-z0-9.-]{3,40}$/);
    assert.match(fullName, / (Mẫu|Thử|Thí|Điểm)$/u);
  }
  assert.deepEqual(DEMO_ACCOUNTS.map(({ userName }) => userName), DEMO_STAFF.map(({ userName }) => userName));
});

test('a dossier of any field that a citizen can file in finds somebody for each of its steps', () => {
  for (const field of citizenFields()) {
    for (const step of ['reception', 'specialist', 'leader', 'clerk'] as const) {
      const able = DEMO_STAFF.filter(({ fields, role }) => rolesOfStep(step).includes(role) && (fields.length === 0 || fields.includes(field)));
      assert.ok(able.length > 0, `${step} of ${field}`);
    }
  }
});

test('no field belongs to two desks, and every field of a desk is one of the catalogue', () => {
  const all = Object.values(DEMO_FIELDS).flat();
  assert.equal(new Set(all).size, all.length);
  const known = citizenFields();
  for (const field of all) assert.ok(known.includes(field), field);
});

test('every member of staff sits in a unit, and there are five counters', () => {
  for (const { unit } of DEMO_STAFF) assert.ok(DEMO_UNITS.some(({ key }) => key === unit), unit);
  assert.equal(DEMO_UNITS.filter(({ kind }) => kind === 'counter').length, 5);
});
