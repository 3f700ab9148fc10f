import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Position } from './actor.ts';
import { signatureTitle, signatureTitleInLine } from './signature-title.ts';

const LEADERS = '01890000-0000-7000-8000-00000000000a';
const OFFICE = '01890000-0000-7000-8000-00000000000b';
const chair: Position = { unitId: LEADERS, role: 'president', title: 'Chủ tịch Ủy ban nhân dân xã', fields: [] };
const deputy: Position = { ...chair, title: 'Phó Chủ tịch Ủy ban nhân dân xã' };
const officer: Position = { unitId: OFFICE, role: 'specialist', title: 'Công chức Tư pháp – Hộ tịch', fields: ['Hộ tịch'] };
const standingIn = (position: Position): Position => ({ ...position, title: `Thay ${position.title}`, actingFor: { staffId: 'x', fullName: 'Nguyễn Văn Vắng', title: position.title } });

describe('the words above a signature', () => {
  test('one’s own position signs under its title', () => {
    assert.equal(signatureTitle(chair, [chair]), 'Chủ tịch Ủy ban nhân dân xã');
    assert.equal(signatureTitle(deputy, [deputy, standingIn(chair)]), 'Phó Chủ tịch Ủy ban nhân dân xã');
  });

  test('a deputy signs for the absent head: KT., the head’s title, the own one below', () => {
    const acting = standingIn(chair);
    assert.equal(signatureTitle(acting, [deputy, acting]), 'KT. Chủ tịch Ủy ban nhân dân xã\nPhó Chủ tịch Ủy ban nhân dân xã');
  });

  test('a leader of another unit, and an officer, sign by authority: TUQ.', () => {
    const acting = standingIn(chair);
    assert.equal(signatureTitle(acting, [{ ...deputy, unitId: OFFICE, title: 'Trưởng phòng' }, acting]), 'TUQ. Chủ tịch Ủy ban nhân dân xã\nTrưởng phòng');
    assert.equal(signatureTitle(acting, [officer, acting]), 'TUQ. Chủ tịch Ủy ban nhân dân xã\nCông chức Tư pháp – Hộ tịch');
  });

  test('whoever stands in for two does not sign for one with the title of the other', () => {
    const [first, second] = [standingIn(chair), standingIn({ ...deputy, title: 'Phó Chủ tịch phụ trách kinh tế' })];
    assert.equal(signatureTitle(first, [officer, second, first]), 'TUQ. Chủ tịch Ủy ban nhân dân xã\nCông chức Tư pháp – Hộ tịch');
  });

  test('without any position of one’s own the line below is left out', () => {
    assert.equal(signatureTitle(standingIn(chair), [standingIn(chair)]), 'TUQ. Chủ tịch Ủy ban nhân dân xã');
  });

  test('stands in one line in a register', () => {
    assert.equal(signatureTitleInLine('KT. Chủ tịch\nPhó Chủ tịch'), 'KT. Chủ tịch – Phó Chủ tịch');
  });
});
