import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideLeave, type LeaveWish } from './decide-leave.ts';
import { type StaffMember } from './staff-member.ts';

const TODAY = '2026-11-23';
const POSITION = { positionId: 'p', unitId: 'u', unitName: 'Văn phòng', role: 'clerk', title: 'Văn thư', fields: [], validFrom: '2025-07-01', validTo: null } as const;
const person = (id: string, over: Partial<StaffMember> = {}): StaffMember => ({
  id, userName: id, fullName: `Người ${id}`, active: true, synthetic: false, lastSignInAt: null, positions: [POSITION], leaves: [], ...over,
});
const WISH: LeaveWish = { fromDay: '2026-12-01', untilDay: '2026-12-05', reason: ' Nghỉ phép năm ', actingStaffId: 'b' };
const AWAY = { id: 'l', fromDay: '2026-12-05', untilDay: '2026-12-06', reason: 'Học', actingStaffId: null, actingName: null };

for (const [what, wish, absent, acting, code] of [
  ['a leave that is over', { untilDay: '2026-11-22', fromDay: '2026-11-20' }, {}, {}, 'identity.leave-period'],
  ['an end before the beginning', { untilDay: '2026-11-30' }, {}, {}, 'identity.leave-period'],
  ['a day that does not exist', { fromDay: '2026-11-31' }, {}, {}, 'identity.leave-period'],
  ['more than a year', { untilDay: '2027-12-31' }, {}, {}, 'identity.leave-period'],
  ['a second leave that shares a day', {}, { leaves: [AWAY] }, {}, 'identity.leave-overlap'],
  ['no reason', { reason: ' ' }, {}, {}, 'identity.leave-reason-missing'],
  ['acting for oneself', { actingStaffId: 'a' }, {}, {}, 'identity.acting-same'],
  ['a closed account', {}, {}, { active: false }, 'identity.acting-unknown'],
  ['a colleague who is away too', {}, {}, { leaves: [AWAY] }, 'identity.acting-away'],
  ['a person without a position in those days', {}, { positions: [{ ...POSITION, validTo: '2026-11-30' }] }, {}, 'identity.acting-no-position'],
  ['administration alone', {}, { positions: [{ ...POSITION, role: 'administrator' }] }, {}, 'identity.acting-administrator'],
] as const satisfies readonly (readonly [string, Partial<LeaveWish>, Partial<StaffMember>, Partial<StaffMember>, string])[]) {
  test(`${what} is refused`, () => {
    const decided = decideLeave(person('a', absent), { ...WISH, ...wish }, person('b', acting), TODAY);
    assert.equal(!decided.ok && decided.problem.code, code);
  });
}

test('somebody of no account here cannot act', () => {
  const decided = decideLeave(person('a'), WISH, undefined, TODAY);
  assert.equal(!decided.ok && decided.problem.code, 'identity.acting-unknown');
});

test('a leave begins today or earlier and may go without anybody acting', () => {
  assert.deepEqual(decideLeave(person('a'), WISH, person('b'), TODAY), { ok: true, value: { reason: 'Nghỉ phép năm' } });
  assert.ok(decideLeave(person('a', { positions: [] }), { ...WISH, fromDay: '2026-11-20', actingStaffId: null }, undefined, TODAY).ok);
});
