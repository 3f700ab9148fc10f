import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Role, type StaffActor } from '../../../kernel/actor.ts';
import { isOwnWork } from './is-own-work.ts';
import { type DossierPosition } from './may-act.ts';

const [ME, SOMEBODY, UNIT, ANOTHER] = ['me', 'somebody', 'unit', 'another unit'];

const dossier: DossierPosition = {
  state: 'in-progress', currentStep: 'appraise', currentRole: 'specialist', field: 'Hộ tịch', unitId: UNIT, holderId: SOMEBODY, approvalAsked: null, urged: false, extended: false, answered: false,
  agencyAsked: false, handed: null,
};

function staff(role: Role, unitId: string, ...fields: readonly string[]): StaffActor {
  return { kind: 'staff', staffId: ME, communeCode: '1', fullName: '', userName: '', positions: [{ unitId, role, title: '', fields }] };
}

const CASES: readonly (readonly [string, boolean, StaffActor, Partial<DossierPosition>, boolean])[] = [
  ['a specialist of another unit and field', false, staff('specialist', ANOTHER, 'Đất đai'), {}, false],
  ['whoever holds it', true, staff('cashier', ANOTHER, 'Đất đai'), { holderId: ME }, false],
  ['whoever handled it before', true, staff('cashier', ANOTHER, 'Đất đai'), {}, true],
  ['the President, whatever the field', true, staff('president', ANOTHER, 'Đất đai'), {}, false],
  ['a colleague of its unit', true, staff('cashier', UNIT), {}, false],
  ['whose position names its field', true, staff('cashier', ANOTHER, 'Hộ tịch'), {}, false],
  ['a cashier for every field, which names none', false, staff('cashier', ANOTHER), {}, false],
  ['a head who leads its field', true, staff('unit-head', ANOTHER, 'Hộ tịch'), {}, false],
  ['a head of another field', false, staff('unit-head', ANOTHER, 'Đất đai'), {}, false],
  ['whose position holds its step', true, staff('specialist', ANOTHER), { unitId: null }, false],
  ['the administrator', false, staff('administrator', ANOTHER), {}, false],
  ['the committee', false, staff('committee', ANOTHER), {}, false],
];

for (const [who, own, actor, change, handled] of CASES) {
  test(`a dossier ${own ? 'is' : 'is not'} the own work of: ${who}`, () => {
    assert.equal(isOwnWork({ ...dossier, ...change }, handled, actor), own);
  });
}
