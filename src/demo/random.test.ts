import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRandom } from './random.ts';

const draw = (seed: string): readonly number[] => {
  const random = createRandom(seed);
  return Array.from({ length: 50 }, () => random.next());
};

test('the same seed draws the same numbers, another seed others', () => {
  assert.deepEqual(draw('a'), draw('a'));
  assert.notDeepEqual(draw('a'), draw('b'));
});

test('a fork does not depend on what was drawn before it', () => {
  const early = createRandom('a').fork('people');
  const late = createRandom('a');
  late.bytes(100);
  assert.equal(late.fork('people').next(), early.next());
});

test('numbers lie from 0 up to but not including 1, and fill that space evenly', () => {
  const random = createRandom('even');
  const tenths = new Array<number>(10).fill(0);
  for (let n = 0; n < 10_000; n += 1) {
    const drawn = random.next();
    assert.ok(drawn >= 0 && drawn < 1);
    const tenth = Math.floor(drawn * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) assert.ok(count > 850 && count < 1150, `${count} in a tenth`);
});

test('both ends of a range come up and nothing beyond them', () => {
  const random = createRandom('range');
  assert.deepEqual([...new Set(Array.from({ length: 200 }, () => random.between(3, 6)))].sort(), [3, 4, 5, 6]);
});

test('what has no weight is never chosen, and an empty choice throws', () => {
  const random = createRandom('weights');
  for (let n = 0; n < 200; n += 1) assert.equal(random.weighted([['never', 0], ['always', 2]] as const), 'always');
  assert.throws(() => random.weighted([['never', 0]] as const), RangeError);
  assert.throws(() => random.pick([]), RangeError);
});
