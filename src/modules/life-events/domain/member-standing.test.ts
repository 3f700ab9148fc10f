import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundlePhase, type MemberFacts, memberStanding } from './member-standing.ts';

const member = (key: string, more: Partial<MemberFacts> = {}): MemberFacts => ({ key, wanted: true, available: true, told: 'none', dossierId: null, granted: false, ...more });
const SENT = { told: 'sent', dossierId: 'd' } as const;

test('what is not needed, not in force, begun and sent stands as such; what was sent counts whatever was chosen later', () => {
  const kind = (more: Partial<MemberFacts>) => memberStanding(member('a', more), [], []).kind;
  assert.deepEqual([kind({}), kind({ told: 'open' }), kind(SENT), kind({ wanted: false }), kind({ available: false }), kind({ ...SENT, wanted: false, available: false }), kind({ wanted: false, told: 'open' })], ['todo', 'open', 'sent', 'unwanted', 'closed', 'sent', 'unwanted']);
});

test('it waits for the result of another until that is there and grants what was asked', () => {
  const waits = (other: Partial<MemberFacts>) => {
    const standing = memberStanding(member('b'), ['a'], [member('a', other), member('b')]);
    return standing.kind === 'todo' ? standing.waits : undefined;
  };
  assert.deepEqual(waits({}), [{ member: 'a', from: 'coming' }]);
  assert.deepEqual(waits({ told: 'open' }), [{ member: 'a', from: 'coming' }]);
  assert.deepEqual(waits(SENT), [{ member: 'a', from: 'coming' }]);
  assert.deepEqual(waits({ ...SENT, granted: true }), []);
});

test('what the family does not declare here has to be there already', () => {
  const standing = memberStanding(member('b'), ['a'], [member('a', { wanted: false }), member('b')]);
  assert.deepEqual(standing, { kind: 'todo', waits: [{ member: 'a', from: 'already' }] });
});

test('a bundle is open until its moment, and closed for good once its person deleted it', () => {
  const end = new Date('2026-12-30T00:00:00Z');
  assert.equal(bundlePhase({ expiresAt: end, closedAt: null }, new Date(end.getTime() - 1)), 'open');
  assert.equal(bundlePhase({ expiresAt: end, closedAt: null }, end), 'expired');
  assert.equal(bundlePhase({ expiresAt: end, closedAt: new Date('2026-12-01T00:00:00Z') }, new Date('2026-12-02T00:00:00Z')), 'closed');
});
