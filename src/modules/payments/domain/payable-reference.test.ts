import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { findReferences, isOlderReference, isReference, makeReference, REFERENCE_BYTES } from './payable-reference.ts';

const reference = fc.uint8Array({ minLength: REFERENCE_BYTES, maxLength: REFERENCE_BYTES }).map(makeReference);
const place = fc.integer({ min: 0, max: 10 });

describe('the reference of a payable', () => {
  test('is eleven plain signs without look-alikes, and fits into the memo of a payment code', () => {
    fc.assert(fc.property(reference, (text) => {
      assert.match(text, /^XS[A-Z2-9]{9}$/u);
      assert.doesNotMatch(text, /[01ILOQU]/u);
      assert.ok(isReference(text));
    }));
  });

  test('with one wrong sign is never another valid one, whichever sign and whichever place', () => {
    const signs = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789');
    for (let round = 0; round < 60; round += 1) {
      const text = makeReference(Uint8Array.from({ length: REFERENCE_BYTES }, (_, index) => (round * 37 + index * 101) % 256));
      for (let at = 0; at < text.length; at += 1) {
        for (const sign of signs) if (sign !== text.charAt(at)) assert.ok(!isReference(text.slice(0, at) + sign + text.slice(at + 1)), `${text}: ${sign} at ${String(at)}`);
      }
    }
  });

  test('with any two signs that changed places is never another valid one', () => {
    fc.assert(fc.property(reference, place, place, (text, one, other) => {
      const signs = Array.from(text);
      [signs[one], signs[other]] = [signs[other] ?? '', signs[one] ?? ''];
      const swapped = signs.join('');
      assert.ok(swapped === text || !isReference(swapped));
    }), { numRuns: 2000 });
  });

  test('with a sign left out or put in is no reference', () => {
    fc.assert(fc.property(reference, place, (text, at) => {
      assert.ok(!isReference(text.slice(0, at) + text.slice(at + 1)));
      assert.ok(!isReference(`${text.slice(0, at)}A${text.slice(at)}`));
    }));
  });

  test('is found in the words of a transfer, glued, small, with spaces and with accents around it', () => {
    // What else the words may hold by chance begins or ends inside of it: a reference that has the first two signs once more, and words that make a check sign come out right.
    const others = (text: string, memo: string) => findReferences(memo).filter((other) => other !== text && !Array.from({ length: text.length - 2 }, (_, at) => at + 1).some((at) => other.startsWith(text.slice(at)) || other.endsWith(text.slice(0, at + 1))));
    fc.assert(fc.property(reference, (text) => {
      for (const memo of [`NGUYEN THI MAU chuyển tiền ${text} FT26330001`, `MBVCB.123${text.toLowerCase()}CT tu 0123`]) {
        assert.ok(findReferences(memo).includes(text), memo);
        assert.deepEqual(others(text, memo), [], memo);
      }
      assert.deepEqual(findReferences(`${text.slice(0, 4)} ${text.slice(4, 8)}-${text.slice(8)}`), [text]);
      assert.deepEqual(findReferences(`${text} ${text}`), [text]);
    }));
    assert.deepEqual(findReferences('chuyen tien le phi'), []);
    assert.deepEqual(findReferences(''), []);
  });

  test('of an older version is found too, though nothing checks it', () => {
    assert.ok(isOlderReference('XSNT7KQ4M2'));
    assert.deepEqual(findReferences('ck XSNT7KQ4M2 cam on'), ['XSNT7KQ4M2']);
    assert.ok(!isOlderReference('XSNT7KQ4M'));
  });
});
