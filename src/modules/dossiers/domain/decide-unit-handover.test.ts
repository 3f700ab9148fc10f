import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Result } from '../../../kernel/result.ts';
import { decideCallBack, decideTakeOver, decideTurnBack, decideUnitMove, type WaitingHandover } from './decide-unit-handover.ts';
import { dossierAt, ME, officer, UNIT } from './dossiers-for-tests.ts';
import { stageOf } from './dossier-states.ts';
import { availableActions, permissionFor } from './may-act.ts';

const OTHER = '01890000-0000-7000-8000-000000000003';
const COLLEAGUE = '01890000-0000-7000-8000-000000000004';
const unit = { id: OTHER, name: 'Phòng Kinh tế', staffed: true };
const handover: WaitingHandover = { fromUnitId: null, fromUnitName: 'Văn phòng', fromHolderId: ME, toUnitName: 'Phòng Kinh tế', handedByName: 'Lê Thị Điểm' };
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.problem.code);
const sender = officer('specialist');
const receiver = officer('specialist', ['Đất đai'], COLLEAGUE, OTHER);
const waiting = dossierAt(1, { unitId: OTHER, handed: { by: ME, fromUnitId: null } });
const seen = { expectedVersion: 3 };

describe('a hand-over between units', () => {
  test('goes at the appraisal, with a reason, to a unit where somebody appraises, and belongs to nobody there yet', () => {
    const moved = decideUnitMove(dossierAt(1, { holderId: ME }), { ...seen, reason: ' Thuộc lĩnh vực đất đai ' }, unit, sender);
    assert.ok(moved.ok);
    assert.deepEqual([moved.value.unitId, moved.value.holder, moved.value.reason, moved.value.event], [OTHER, null, 'Thuộc lĩnh vực đất đai', 'moved-to-unit']);
    assert.equal(codeOf(decideUnitMove(dossierAt(2), { ...seen, reason: 'x' }, unit, officer('president'))), 'dossier.action-not-possible');
    assert.equal(codeOf(decideUnitMove(dossierAt(1, { unitId: OTHER }), { ...seen, reason: 'x' }, unit, officer('president'))), 'dossier.unit-the-same');
    assert.equal(codeOf(decideUnitMove(dossierAt(1), { ...seen, reason: ' ' }, unit, sender)), 'dossier.reason-missing');
    assert.equal(codeOf(decideUnitMove(dossierAt(1), { ...seen, reason: 'x' }, { ...unit, staffed: false }, sender)), 'dossier.unit-nobody');
  });

  test('stands between the units: the receiver takes it over or turns it back, the sender calls it back, nobody works on it', () => {
    assert.equal(stageOf(waiting), 'between-units');
    assert.deepEqual(availableActions(waiting, receiver), ['take-over', 'turn-back']);
    assert.deepEqual(availableActions(waiting, sender), ['call-back']);
    assert.deepEqual(availableActions(waiting, officer('specialist', ['Đất đai'], COLLEAGUE, UNIT)), []);
    assert.equal(permissionFor(waiting, 'appraise', receiver), 'not-possible');
    assert.deepEqual(availableActions(waiting, officer('president', [], COLLEAGUE)), ['urge', 'extend']);
  });

  test('taken over it is the receiver’s to work on', () => {
    const taken = decideTakeOver(waiting, seen, handover, receiver);
    assert.ok(taken.ok);
    assert.deepEqual(taken.value.facts, { from: 'Văn phòng', giver: 'Lê Thị Điểm', to: 'Phòng Kinh tế' });
    assert.equal(codeOf(decideTakeOver(waiting, seen, handover, sender)), 'dossier.not-your-step');
    assert.equal(codeOf(decideTakeOver(waiting, { expectedVersion: 2 }, handover, receiver)), 'dossier.changed-meanwhile');
    assert.equal(codeOf(decideTakeOver(dossierAt(1, { unitId: OTHER }), seen, handover, receiver)), 'dossier.action-not-possible');
  });

  test('turned back it goes with the reason to the unit and the person it came from', () => {
    const back = decideTurnBack(waiting, { ...seen, reason: 'Không thuộc phòng' }, handover, receiver);
    assert.ok(back.ok);
    assert.deepEqual([back.value.unitId, back.value.holder, back.value.facts['note']], [null, ME, 'Không thuộc phòng']);
    assert.equal(codeOf(decideTurnBack(waiting, { ...seen, reason: '  ' }, handover, receiver)), 'dossier.reason-missing');
  });

  test('called back it is with the sender again; a stranger cannot', () => {
    const back = decideCallBack(waiting, seen, handover, sender);
    assert.ok(back.ok);
    assert.deepEqual([back.value.unitId, back.value.holder], [null, ME]);
    assert.equal(codeOf(decideCallBack(waiting, seen, handover, receiver)), 'dossier.not-your-step');
    // Whoever handed it over may, whatever their position.
    assert.equal(codeOf(decideCallBack(waiting, seen, handover, officer('president'))), 'ok');
  });
});
