import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offerProver, proofWanted, prove } from './step-up.ts';

test('two refusals want a proof, no other one does', () => {
  const wanted = (code: string) => proofWanted({ code });
  assert.equal(wanted('access.assurance-too-low'), 'access.assurance-too-low');
  assert.equal(wanted('access.second-factor-first'), 'access.second-factor-first');
  for (const code of ['access.not-allowed', 'access.sign-in-first', 'network.unreachable', 'identity.code-wrong']) assert.equal(wanted(code), undefined);
});

test('requests that want a proof at the same time ask the person once, and all hear the answer', async () => {
  let asked = 0;
  let answer: (proven: boolean) => void = () => undefined;
  const leave = offerProver(() => {
    asked += 1;
    return new Promise((resolve) => { answer = resolve; });
  });
  const waiting = [prove('access.assurance-too-low', true, 0), prove('access.assurance-too-low', false, 1), prove('access.second-factor-first', true, 2)];
  answer(true);
  assert.deepEqual(await Promise.all(waiting), [true, true, true]);
  assert.equal(asked, 1);
  leave();
  assert.equal(await prove('access.assurance-too-low', true, 3), false, 'nobody is there to ask');
});

test('whoever closed the dialog is left alone by what the screen reads by itself, and asked again by hand', async () => {
  let asked = 0;
  const leave = offerProver(() => {
    asked += 1;
    return Promise.resolve(false);
  });
  assert.equal(await prove('access.assurance-too-low', false, 100_000), false);
  assert.equal(await prove('access.assurance-too-low', false, 105_000), false);
  assert.equal(asked, 1);
  await prove('access.assurance-too-low', true, 106_000);
  assert.equal(asked, 2);
  await prove('access.assurance-too-low', false, 117_000);
  assert.equal(asked, 3, 'after a while a screen may ask again');
  leave();
});
