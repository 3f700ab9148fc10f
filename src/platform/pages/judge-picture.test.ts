import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type CameraFaults, photograph, printedPage } from './printed-page-for-tests.ts';
import { judgePhotograph } from './prepare-picture.ts';
import { judgePicture } from './judge-picture.ts';

const [WIDTH, HEIGHT] = [1300, 1840];

describe('what a picture of a paper looks like', () => {
  const whole = printedPage(WIDTH, HEIGHT, 40);
  const fewLines = printedPage(WIDTH, HEIGHT, 3);
  const nothing = printedPage(WIDTH, HEIGHT, 0);

  for (const [name, page, faults, expected] of [
    ['a page of print', whole, {}, undefined],
    ['a page of print with the noise of a cheap camera', whole, { noise: 6 }, undefined],
    ['a page with a shadow across it', whole, { noise: 6, shade: true }, undefined],
    ['a page in the dark that can still be read', whole, { noise: 8, light: 0.4 }, undefined],
    ['a page slightly out of focus', whole, { blur: 1.2, noise: 4 }, undefined],
    ['a page out of focus', whole, { blur: 5 }, 'blurred'],
    ['a page out of focus, taken by a cheap camera', whole, { blur: 5, noise: 6 }, 'blurred'],
    ['a page far out of focus, in a shadow', whole, { blur: 11, noise: 6, shade: true }, 'blurred'],
    ['three lines on a page', fewLines, { noise: 4 }, undefined],
    ['three lines on a page, out of focus', fewLines, { blur: 5, noise: 4 }, 'blurred'],
    ['an empty page', nothing, {}, 'blank'],
    ['an empty page with noise and a shadow', nothing, { noise: 6, shade: true }, 'blank'],
  ] satisfies readonly [string, Uint8Array, CameraFaults, string | undefined][]) {
    test(`${name}: ${expected ?? 'nothing to say'}`, async () => {
      assert.equal(await judgePhotograph(await photograph(page, WIDTH, HEIGHT, faults)), expected);
    });
  }

  test('a picture too small to be judged is not judged', () => {
    assert.equal(judgePicture(new Uint8Array(64 * 64), 64, 64), undefined);
  });
});
