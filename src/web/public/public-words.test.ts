import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROBLEM_WORDS } from './problem-page/problem-words.ts';
import { PUBLIC_WORDS } from './public-words.ts';

for (const [name, catalogue] of Object.entries({ PUBLIC_WORDS, PROBLEM_WORDS })) {
  test(`${name} has the same keys, the same places and no empty sentence in both languages`, () => {
    const english: Readonly<Record<string, string>> = catalogue.en;
    assert.deepEqual(Object.keys(english), Object.keys(catalogue.vi));
    for (const [key, vietnamese] of Object.entries(catalogue.vi)) {
      assert.notEqual(vietnamese.trim(), '', key);
      assert.deepEqual(english[key]?.match(/\{\w+\}/g), vietnamese.match(/\{\w+\}/g), key);
      assert.equal(vietnamese, vietnamese.normalize('NFC'), key);
    }
  });
}
