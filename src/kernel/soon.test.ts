import { equal, ok, rejects, throws } from 'node:assert/strict';
import { test } from 'node:test';
import { whenThere } from './soon.ts';

test('a value that is there is used at once', () => {
  equal(whenThere(2, (two) => two * 2), 4);
});

test('a value that comes later is used when it comes', async () => {
  const later = whenThere(Promise.resolve(2), (two) => two * 2);
  ok(later instanceof Promise);
  equal(await later, 4);
});

test('a failure stays a failure: thrown at once, or rejected later', async () => {
  const fail = (): never => {
    throw new Error('no');
  };
  throws(() => whenThere(1, fail), /no/);
  await rejects(async () => whenThere(Promise.resolve(1), fail), /no/);
});
