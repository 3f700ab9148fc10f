import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Position, type StaffActor } from '../../../kernel/actor.ts';
import { declared, dossierAt, ME, officer, UNIT } from './dossiers-for-tests.ts';
import { holdsStep, isDoer, permissionFor } from './may-act.ts';
import { type DossierAction } from './transitions.ts';

const OTHER = '01890000-0000-7000-8000-000000000009';

function limited(role: Position['role'], limits: Partial<Position>): StaffActor {
  const actor = officer(role);
  return { ...actor, positions: actor.positions.map((position) => ({ ...position, ...limits })) };
}

const MOVED_HERE = dossierAt(1, { unitId: UNIT });
const MOVED_AWAY = dossierAt(1, { unitId: OTHER });
const AT_APPROVAL = dossierAt(2);

/** Own unit, other unit, own field, other field: what a position may do to a dossier at one step. */
const BY_UNIT: readonly (readonly [string, StaffActor, ReturnType<typeof dossierAt>, DossierAction, string])[] = [
  ['an appraiser of every unit appraises what nobody moved', limited('specialist', {}), dossierAt(1), 'appraise', 'allowed'],
  ['an appraiser of the own unit appraises what the unit looks after', limited('specialist', { unitScope: 'own', unitFields: ['Hộ tịch'] }), dossierAt(1), 'appraise', 'allowed'],
  ['and nothing that another unit looks after', limited('specialist', { unitScope: 'own', unitFields: ['Đất đai'] }), dossierAt(1), 'appraise', 'not-yours'],
  ['and nothing where the unit looks after no field', limited('specialist', { unitScope: 'own', unitFields: [] }), dossierAt(1), 'appraise', 'not-yours'],
  ['and not outside its fields, though the unit looks after them', limited('specialist', { unitScope: 'own', unitFields: ['Hộ tịch'], fields: ['Chứng thực'] }), dossierAt(1), 'appraise', 'not-yours'],
  ['but what was moved to it, whatever its field', limited('specialist', { unitScope: 'own', unitFields: [], fields: ['Chứng thực'] }), MOVED_HERE, 'appraise', 'allowed'],
  ['what was moved away is not an appraiser’s of every unit either', limited('specialist', {}), MOVED_AWAY, 'appraise', 'not-yours'],
  ['a head of every unit urges what was moved elsewhere', limited('unit-head', {}), MOVED_AWAY, 'urge', 'allowed'],
  ['a head of the own unit does not', limited('unit-head', { unitScope: 'own', unitFields: ['Hộ tịch'] }), MOVED_AWAY, 'urge', 'not-yours'],
  ['a head of the own unit urges what was moved to it', limited('unit-head', { unitScope: 'own' }), MOVED_HERE, 'urge', 'allowed'],
  ['but not of other fields than its own', limited('unit-head', { unitScope: 'own', fields: ['Đất đai'] }), MOVED_HERE, 'urge', 'not-yours'],
  ['a head of the own unit approves what the unit looks after', limited('unit-head', { unitScope: 'own', unitFields: ['Hộ tịch'] }), AT_APPROVAL, 'approve', 'allowed'],
  ['and not what another unit looks after', limited('unit-head', { unitScope: 'own', unitFields: ['Đất đai'] }), AT_APPROVAL, 'approve', 'not-yours'],
];
describe('limits by unit', () => {
  for (const [what, actor, dossier, action, expected] of BY_UNIT) test(what, () => { assert.equal(permissionFor(dossier, action, actor), expected); });
});

const BY_STEP: readonly (readonly [string, StaffActor, ReturnType<typeof dossierAt>, DossierAction, string])[] = [
  ['whoever only receives receives', limited('reception', { steps: ['receive'] }), declared(), 'receive', 'allowed'],
  ['and passes on', limited('reception', { steps: ['receive'] }), dossierAt(0), 'transfer', 'allowed'],
  ['and does not hand over', limited('reception', { steps: ['receive'] }), dossierAt(4), 'hand-over', 'not-yours'],
  ['whoever only hands over hands over', limited('reception', { steps: ['hand-over'] }), dossierAt(4), 'hand-over', 'allowed'],
  ['and does not receive', limited('reception', { steps: ['hand-over'] }), declared(), 'receive', 'not-yours'],
  ['and does not pass on', limited('reception', { steps: ['hand-over'] }), dossierAt(0), 'transfer', 'not-yours'],
  ['a leader without the step of approval does not sign', limited('unit-head', { steps: ['appraise'] }), AT_APPROVAL, 'approve', 'not-yours'],
  ['but leads: urging is no step', limited('unit-head', { steps: ['appraise'] }), AT_APPROVAL, 'urge', 'allowed'],
  ['a clerk with the step of sealing seals', limited('clerk', { steps: ['seal'] }), dossierAt(3), 'seal', 'allowed'],
  ['steps give no right that the role has not', limited('clerk', { steps: ['approve'] }), AT_APPROVAL, 'approve', 'not-yours'],
];
describe('limits by step', () => {
  for (const [what, actor, dossier, action, expected] of BY_STEP) test(what, () => { assert.equal(permissionFor(dossier, action, actor), expected); });
});

test('a position that somebody acts in counts like one’s own, beside it', () => {
  const own = officer('clerk');
  const acting: StaffActor = { ...own, positions: [...own.positions, { unitId: UNIT, role: 'specialist', title: 'Thay Công chức', fields: ['Hộ tịch'], actingFor: { staffId: OTHER, fullName: 'Lê Văn Vắng', title: 'Công chức' } }] };
  assert.ok(holdsStep(dossierAt(1), acting));
  assert.ok(holdsStep(dossierAt(3), acting));
  assert.ok(!holdsStep(dossierAt(1, { field: 'Đất đai' }), acting));
  assert.ok(!holdsStep(dossierAt(1), own));
});

test('what left the own unit is the sender’s to look after, and of no other unit', () => {
  const handed = dossierAt(1, { unitId: OTHER, handed: { by: OTHER, fromUnitId: null } });
  assert.ok(isDoer('sender', handed, limited('specialist', { unitScope: 'own', unitFields: ['Hộ tịch'] })));
  assert.ok(!isDoer('sender', handed, limited('specialist', { unitScope: 'own', unitFields: ['Đất đai'] })));
  assert.ok(isDoer('sender', { ...handed, handed: { by: ME, fromUnitId: OTHER } }, limited('specialist', { unitScope: 'own' })));
});
