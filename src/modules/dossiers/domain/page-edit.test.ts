import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkPages, CROP_CORNERS, cropInSource, MAX_PAGES, moveCorner, movePage, type PageEdit, type PageSource, pagesOf, turnPage } from './page-edit.ts';

const EDIT: PageEdit = { sha256: 'a', page: 1, turn: 0, crop: null };
const SOURCES: readonly PageSource[] = [{ sha256: 'a', pages: 2, signed: false }, { sha256: 's', pages: 1, signed: true }];
const code = (edits: readonly PageEdit[]) => {
  const checked = checkPages(edits, SOURCES);
  return checked.ok ? 'bound' : checked.problem.code;
};

describe('the order of pages', () => {
  test('a page moves to its place and the others close up', () => {
    assert.deepEqual(movePage(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a']);
    assert.deepEqual(movePage(['a', 'b', 'c'], 2, 0), ['c', 'a', 'b']);
    assert.deepEqual(movePage(['a', 'b', 'c'], 1, 9), ['a', 'c', 'b']);
    assert.deepEqual(movePage(['a', 'b', 'c'], 1, -1), ['b', 'a', 'c']);
    assert.deepEqual(movePage(['a'], 5, 0), ['a']);
  });

  test('the pages of files follow each other; a signed file stays as it is', () => {
    assert.deepEqual(pagesOf(SOURCES).map(({ sha256, page }) => `${sha256}${String(page)}`), ['a1', 'a2']);
  });
});

describe('turning and cropping', () => {
  test('four quarter turns are none, with and without a crop', () => {
    for (const crop of [null, { x: 0.1, y: 0.2, w: 0.3, h: 0.4 }]) {
      let edit: PageEdit = { ...EDIT, crop };
      for (let turn = 0; turn < 4; turn += 1) edit = turnPage(edit);
      assert.deepEqual(edit, { ...EDIT, crop });
    }
  });

  test('the kept part turns with the page, so that in its file it stays where it is', () => {
    const crop = { x: 0.1, y: 0.2, w: 0.3, h: 0.4 };
    let edit: PageEdit = { ...EDIT, crop };
    for (let turn = 0; turn < 4; turn += 1) {
      assert.deepEqual(cropInSource(edit), crop, String(edit.turn));
      edit = turnPage(edit);
    }
    assert.equal(cropInSource(EDIT), null);
  });

  test('a page turned once has its upper left corner at the upper right', () => {
    assert.deepEqual(turnPage({ ...EDIT, crop: { x: 0, y: 0, w: 0.2, h: 0.1 } }).crop, { x: 0.9, y: 0, w: 0.1, h: 0.2 });
  });

  test('a corner moves and the opposite one stays; pulled back to the edges there is no crop', () => {
    const once = moveCorner(null, 'nw', { x: 0.1, y: 0.2 });
    assert.deepEqual(once, { x: 0.1, y: 0.2, w: 0.9, h: 0.8 });
    assert.deepEqual(moveCorner(once, 'se', { x: -0.5, y: -0.1 }), { x: 0.1, y: 0.2, w: 0.4, h: 0.7 });
    assert.equal(moveCorner(once, 'nw', { x: -1, y: -1 }), null);
  });

  test('whatever the hand does, what is kept is a part of the page that can be seen', () => {
    const step = fc.record({ x: fc.double({ min: -2, max: 2, noNaN: true }), y: fc.double({ min: -2, max: 2, noNaN: true }) }, { noNullPrototype: true });
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...CROP_CORNERS), step), { maxLength: 6 }), fc.nat(3), (moves, turns) => {
      let edit: PageEdit = { ...EDIT, crop: moves.reduce((crop, [corner, by]) => moveCorner(crop, corner, by), EDIT.crop) };
      for (let turn = 0; turn < turns; turn += 1) edit = turnPage(edit);
      assert.equal(code([edit]), 'bound');
      assert.equal(code([{ ...edit, turn: 0, crop: cropInSource(edit) }]), 'bound');
    }));
  });
});

describe('binding pages', () => {
  for (const [name, edits, expected] of [
    ['two pages in any order', [{ ...EDIT, page: 2 }, EDIT], 'bound'],
    ['a page twice', [EDIT, EDIT], 'bound'],
    ['no page', [], 'pages.none'],
    ['one page too many', Array.from({ length: MAX_PAGES + 1 }, () => EDIT), 'pages.too-many'],
    ['a file that is not there', [{ ...EDIT, sha256: 'b' }], 'pages.source-unknown'],
    ['a signed file', [{ ...EDIT, sha256: 's' }], 'pages.signed'],
    ['a page beyond the end', [{ ...EDIT, page: 3 }], 'pages.page-unknown'],
    ['page nought', [{ ...EDIT, page: 0 }], 'pages.page-unknown'],
    ['a crop beyond the edge', [{ ...EDIT, crop: { x: 0.5, y: 0, w: 0.7, h: 1 } }], 'pages.crop-wrong'],
    ['a crop of nothing', [{ ...EDIT, crop: { x: 0.5, y: 0.5, w: 0, h: 0 } }], 'pages.crop-wrong'],
    ['a crop that is no number', [{ ...EDIT, crop: { x: Number.NaN, y: 0, w: 1, h: 1 } }], 'pages.crop-wrong'],
  ] satisfies readonly [string, readonly PageEdit[], string][]) {
    test(`${name}: ${expected}`, () => { assert.equal(code(edits), expected); });
  }
});
