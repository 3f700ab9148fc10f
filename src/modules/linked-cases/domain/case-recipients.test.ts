import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Role, type StaffActor } from '../../../kernel/actor.ts';
import { caseRecipients } from './case-recipients.ts';

function colleague(staffId: string, role: Role): StaffActor {
  return { kind: 'staff', staffId, communeCode: '16072', fullName: staffId, userName: staffId, positions: [{ unitId: 'u', role, title: '', fields: [] }] };
}

test('whoever received a case hears of it; when they have left, everybody at reception does', () => {
  const colleagues = [colleague('a', 'reception'), colleague('b', 'reception'), colleague('c', 'president')];
  assert.deepEqual(caseRecipients('b', colleagues), ['b']);
  assert.deepEqual(caseRecipients('gone', colleagues), ['a', 'b']);
});
