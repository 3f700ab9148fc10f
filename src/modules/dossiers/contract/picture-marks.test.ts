import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { PictureMarksInput } from './picture-marks.ts';

const MARK = { page: 1, shape: 'arrow', x: 0.5, y: 0.5, w: -0.2, h: 0.1, words: 'Mờ' };

test('marks are plain data in parts of the picture, and nothing else', () => {
  assert.ok(Value.Check(PictureMarksInput, [MARK, { ...MARK, shape: 'box', w: 0.2 }]));
  for (const wrong of [{ ...MARK, x: 1.2 }, { ...MARK, w: -2 }, { ...MARK, page: 0 }, { ...MARK, shape: 'star' }, { ...MARK, words: '' }, { ...MARK, words: 'a'.repeat(61) }, { ...MARK, colour: 'red' }]) {
    assert.ok(!Value.Check(PictureMarksInput, [wrong]), JSON.stringify(wrong));
  }
});
