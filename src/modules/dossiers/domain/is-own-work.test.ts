import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Role, type StaffActor } from '../../../kernel/actor.ts';
import { viewStanding, type ViewStanding } from './is-own-work.ts';
import { type DossierPosition } from './may-act.ts';

const [ME, SOMEBODY, UNIT, ANOTHER] = ['me', 'somebody', 'unit', 'another unit'];

const dossier: DossierPosition = {
  state: 'in-progress', currentStep: 'appraise', currentRole: 'specialist', field: 'Hộ tịch', unitId: UNIT, holderId: SOMEBODY, approvalAsked: null, urged: false, extended: false, answered: false,
  agencyAsked: false, handed: null,
};

function staff(role: Role, unitId: string, ...fields: readonly string[]): StaffActor {
  return { kind: 'staff', staffId: ME, communeCode: '1', fullName: '', userName: '', positions: [{ unitId, role, title: '', fields }] };
}

const limited = (unitId: string, unitScope: 'own' | 'all', unitFields: readonly string[]): StaffActor => ({ ...staff('cashier', unitId), positions: [{ unitId, role: 'cashier', title: '', fields: [], unitScope, unitFields }] });

const CASES: readonly (readonly [string, ViewStanding, StaffActor, Partial<DossierPosition>, boolean])[] = [
  ['a specialist of another unit and field', 'beyond', staff('specialist', ANOTHER, 'Đất đai'), {}, false],
  ['whoever holds it', 'own', staff('cashier', ANOTHER, 'Đất đai'), { holderId: ME }, false],
  ['whoever handled it before', 'own', staff('cashier', ANOTHER, 'Đất đai'), {}, true],
  ['the President, whatever the field', 'own', staff('president', ANOTHER, 'Đất đai'), {}, false],
  ['a colleague of its unit', 'own', staff('cashier', UNIT), {}, false],
  ['whose position names its field', 'own', staff('cashier', ANOTHER, 'Hộ tịch'), {}, false],
  ['a cashier for every field, which names none', 'reach', staff('cashier', ANOTHER), {}, false],
  ['a head who leads its field', 'own', staff('unit-head', ANOTHER, 'Hộ tịch'), {}, false],
  ['a head of another field', 'beyond', staff('unit-head', ANOTHER, 'Đất đai'), {}, false],
  ['whose position holds its step', 'own', staff('specialist', ANOTHER), { unitId: null }, false],
  ['the administrator', 'reach', staff('administrator', ANOTHER), {}, false],
  ['the committee', 'reach', staff('committee', ANOTHER), {}, false],
  ['one whose position is for the own unit only', 'beyond', limited(ANOTHER, 'own', ['Đất đai']), {}, false],
  ['one whose own unit looks after the field', 'reach', limited(ANOTHER, 'own', ['Hộ tịch']), {}, false],
  ['nobody of today any more', 'beyond', { ...staff('specialist', UNIT), positions: [] }, {}, false],
];

for (const [who, standing, actor, change, handled] of CASES) {
  test(`a dossier is ${standing === 'own' ? 'the own work of' : standing === 'reach' ? 'opened with a purpose by' : 'not opened by'}: ${who}`, () => {
    assert.equal(viewStanding({ ...dossier, ...change }, handled, actor), standing);
  });
}
