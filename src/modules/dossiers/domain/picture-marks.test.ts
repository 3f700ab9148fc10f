import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkMarks, drawnPlace, MARK_SHAPES, MAX_MARKS, movePlace, type PictureMark, stretchPlace } from './picture-marks.ts';

const MARK: PictureMark = { page: 1, shape: 'box', x: 0.1, y: 0.2, w: 0.3, h: 0.1, words: 'Thiếu dấu đỏ' };
const code = (over: Partial<PictureMark>, pages = 2) => {
  const checked = checkMarks([{ ...MARK, ...over }], pages);
  return checked.ok ? 'kept' : checked.problem.code;
};

describe('marks on the picture of a paper', () => {
  test('are kept rounded, trimmed and in the order of the pages', () => {
    const checked = checkMarks([{ ...MARK, page: 2, words: '  Ảnh mờ ' }, { ...MARK, x: 0.123456 }], 2);
    assert.deepEqual(checked.ok && checked.value.map(({ page, x, words }) => ({ page, x, words })), [
      { page: 1, x: 0.1235, words: 'Thiếu dấu đỏ' },
      { page: 2, x: 0.1, words: 'Ảnh mờ' },
    ]);
    assert.deepEqual(checkMarks([], 0), { ok: true, value: [] });
  });

  for (const [name, over, expected] of [
    ['an arrow that points to the left and upwards', { shape: 'arrow', x: 0.9, y: 0.9, w: -0.5, h: -0.5 }, 'kept'],
    ['a box over the whole page', { x: 0, y: 0, w: 1, h: 1 }, 'kept'],
    ['a page that the paper does not have', { page: 3 }, 'mark.page-unknown'],
    ['page nought', { page: 0 }, 'mark.page-unknown'],
    ['half a page', { page: 1.5 }, 'mark.page-unknown'],
    ['a box beyond the right edge', { x: 0.8, w: 0.3 }, 'mark.not-on-picture'],
    ['a box above the upper edge', { y: -0.1 }, 'mark.not-on-picture'],
    ['a box turned inside out', { w: -0.1 }, 'mark.not-on-picture'],
    ['a box that nobody can see', { w: 0.001 }, 'mark.not-on-picture'],
    ['an arrow without length', { shape: 'arrow', w: 0, h: 0 }, 'mark.not-on-picture'],
    ['an arrow that points off the page', { shape: 'arrow', x: 0.1, w: -0.2 }, 'mark.not-on-picture'],
    ['no number', { x: Number.NaN }, 'mark.not-on-picture'],
    ['no words', { words: '  ' }, 'mark.words-missing'],
  ] satisfies readonly [string, Partial<PictureMark>, string][]) {
    test(`${name}: ${expected}`, () => { assert.equal(code(over), expected); });
  }

  test('are bounded in number', () => {
    const many = checkMarks(Array.from({ length: MAX_MARKS + 1 }, () => MARK), 1);
    assert.equal(!many.ok && many.problem.code, 'mark.too-many');
  });
});

describe('drawing', () => {
  test('a box may be drawn from any corner, an arrow keeps its direction', () => {
    assert.deepEqual(drawnPlace('box', { x: 0.5, y: 0.6 }, { x: 0.2, y: 0.1 }), { x: 0.2, y: 0.1, w: 0.3, h: 0.5 });
    assert.deepEqual(drawnPlace('arrow', { x: 0.5, y: 0.6 }, { x: 0.2, y: 0.1 }), { x: 0.5, y: 0.6, w: -0.3, h: -0.5 });
  });

  test('a click, and a box without height, are no marks', () => {
    assert.equal(drawnPlace('box', { x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }), undefined);
    assert.equal(drawnPlace('box', { x: 0.1, y: 0.5 }, { x: 0.9, y: 0.501 }), undefined);
    assert.equal(drawnPlace('arrow', { x: 0.5, y: 0.5 }, { x: 0.505, y: 0.5 }), undefined);
  });

  test('whatever is drawn, moved or stretched is a mark that may be kept', () => {
    const part = fc.double({ min: -0.5, max: 1.5, noNaN: true });
    const point = fc.record({ x: part, y: part }, { noNullPrototype: true });
    fc.assert(fc.property(fc.constantFrom(...MARK_SHAPES), point, point, point, point, (shape, from, to, by, more) => {
      const drawn = drawnPlace(shape, from, to);
      if (drawn === undefined) return;
      const moved = movePlace(drawn, by);
      assert.deepEqual([moved.w, moved.h], [drawn.w, drawn.h]);
      for (const place of [drawn, moved, stretchPlace(shape, moved, more)]) assert.equal(code({ shape, ...place }), 'kept');
    }));
  });
});
