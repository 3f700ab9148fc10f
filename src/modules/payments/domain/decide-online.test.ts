import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideOnline } from './decide-online.ts';

const STATES = ['started', 'paid', 'failed', 'expired'] as const;

test('money that a gateway tells of always counts, also after a failure or when the time was over', () => {
  for (const state of STATES) assert.deepEqual(decideOnline({ state }, { outcome: 'paid' }), { do: 'record' });
});

test('a failure that comes after the money says nothing any more, and one that comes twice says nothing new', () => {
  assert.deepEqual(STATES.map((state) => decideOnline({ state }, { outcome: 'failed' }).do), ['fail', 'nothing', 'nothing', 'fail']);
});

test('a payment under way is waited for', () => {
  assert.deepEqual(decideOnline({ state: 'started' }, { outcome: 'pending' }), { do: 'nothing', verdict: 'pending' });
  assert.deepEqual(decideOnline({ state: 'paid' }, { outcome: 'pending' }), { do: 'nothing', verdict: 'known' });
});
