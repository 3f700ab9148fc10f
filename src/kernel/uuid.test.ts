import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createUuidSource, isUuid, makeUuidV7, parseUuid } from './uuid.ts';

const BYTES = fc.uint8Array({ minLength: 10, maxLength: 10 });
const TIME = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test('the example of RFC 9562 is made from its time and random bits', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  assert.equal(makeUuidV7(0x017f22e279b0, random), '017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('every made identifier is well formed and gives its time back', () => {
  fc.assert(
    fc.property(TIME, BYTES, (time, random) => {
      const uuid = makeUuidV7(time, random);
      assert.ok(isUuid(uuid));
      assert.deepEqual(parseUuid(uuid.toUpperCase()), { ok: true, value: { uuid, version: 7, madeAt: time } });
    }),
  );
});

test('identifiers of one source only grow, also within a millisecond and when the clock goes back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), BYTES), { minLength: 2 }), (steps) => {
      let step = 0;
      const next = createUuidSource({
        now: () => steps[step]![0],
        randomBytes: () => steps[step]![1],
      });
      let before = '';
      for (step = 0; step < steps.length; step++) {
        const uuid = next();
        assert.ok(uuid > before, `${before} ${uuid}`);
        assert.ok(isUuid(uuid));
        before = uuid;
      }
    }),
  );
});

test('when the random part is used up, the source borrows a millisecond', () => {
  const next = createUuidSource({ now: () => 1000, randomBytes: (length) => new Uint8Array(length).fill(0xff) });
  assert.equal(next(), '00000000-03e8-7fff-bfff-ffffffffffff');
  assert.equal(next(), '00000000-03e9-7fff-bfff-ffffffffffff');
});

test('what is no identifier is refused, and other versions are read without a time', () => {
  for (const text of ['', 'abc', '00000000-0000-0000-0000-000000000000', '017f22e2-79b0-7cc3-18c4-dc0c0c07398f', '017f22e279b07cc398c4dc0c0c07398f']) {
    assert.deepEqual(parseUuid(text), { ok: false, problem: { code: 'uuid.malformed' } }, text);
  }
  const four = '919108f7-52d1-4320-9bac-f847db4148a8';
  assert.deepEqual(parseUuid(` ${four} `), { ok: true, value: { uuid: four, version: 4 } });
  assert.equal(isUuid(four.toUpperCase()), false);
});

test('a time or a number of bytes that cannot be right is a fault of the caller', () => {
  assert.throws(() => makeUuidV7(-1, new Uint8Array(10)), RangeError);
  assert.throws(() => makeUuidV7(2 ** 48, new Uint8Array(10)), RangeError);
  assert.throws(() => makeUuidV7(1, new Uint8Array(9)), RangeError);
});
