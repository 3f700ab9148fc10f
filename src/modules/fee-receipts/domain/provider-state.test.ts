import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextStep, PROVIDER_STATES, type ProviderOutcome, stateAfter, waitAfter } from './provider-state.ts';

const ISSUED: ProviderOutcome = { kind: 'issued', code: 'A1', signer: null, signedAt: null };

test('a draft is sent, what was sent is asked about, what was published and ended here is cancelled there', () => {
  assert.equal(nextStep({ state: 'draft', tries: 0, ended: false }), 'issue');
  assert.equal(nextStep({ state: 'draft', tries: 3, ended: true }), 'issue', 'perhaps it arrived: it is told again, then cancelled');
  assert.equal(nextStep({ state: 'draft', tries: 0, ended: true }), 'drop', 'nobody outside has heard of it');
  assert.equal(nextStep({ state: 'sent', tries: 1, ended: false }), 'ask');
  assert.equal(nextStep({ state: 'issued', tries: 0, ended: false }), undefined);
  for (const state of ['issued', 'adjusted'] as const) assert.equal(nextStep({ state, tries: 0, ended: true }), 'cancel');
  for (const state of ['cancelled', 'refused'] as const) assert.equal(nextStep({ state, tries: 0, ended: true }), undefined);
});

test('an answer that comes twice or late changes nothing', () => {
  assert.equal(stateAfter('issued', ISSUED), 'issued');
  assert.equal(stateAfter('cancelled', ISSUED), 'cancelled');
  assert.equal(stateAfter('adjusted', { kind: 'processing' }), 'adjusted');
  assert.equal(stateAfter('issued', { kind: 'refused', words: 'x' }), 'issued');
  assert.equal(stateAfter('refused', { kind: 'cancelled' }), 'refused');
});

test('whatever comes back, a fault changes nothing', () => {
  for (const state of PROVIDER_STATES) assert.equal(stateAfter(state, { kind: 'fault', fault: 'timeout' }), state);
});

test('waiting doubles from a minute to an hour', () => {
  assert.deepEqual([1, 2, 3, 7, 40].map(waitAfter), [60_000, 120_000, 240_000, 3_600_000, 3_600_000]);
});
