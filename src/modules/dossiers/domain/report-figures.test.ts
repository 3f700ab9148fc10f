import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addFigures, type Figure, type FigureCounts, FIGURES, NO_FIGURES, sumFigures } from './report-figures.ts';

const counts = (some: Partial<Record<Figure, number>>): FigureCounts => ({ ...NO_FIGURES, ...some });

test('sums: what came and was there, what was finished, what is under way, what went back', () => {
  const sums = sumFigures(counts({ 'carried-over': 3, 'received-online': 4, 'received-counter': 5, 'received-post': 1, 'finished-early': 6, 'finished-on-time': 1, 'finished-late': 1, 'under-way-in-time': 2, 'under-way-late': 1, 'waiting-supplement': 1, 'withdrawn': 1 }));
  assert.deepEqual([sums.toHandle, sums.finished, sums.underWay, sums.goneBack], [13, 8, 3, 1]);
  assert.equal(sums.onTimeShare, 7 / 8);
});

test('for the national indicator a dossier asked for supplements twice is late, whatever its date says', () => {
  assert.equal(sumFigures(counts({ 'finished-early': 8, 'finished-late': 2, 'asked-twice': 3 })).onTimeShare766, 0.5);
});

test('nothing finished has no share', () => {
  const sums = sumFigures(NO_FIGURES);
  assert.deepEqual([sums.onTimeShare, sums.onTimeShare766], [null, null]);
});

test('adding counts adds every figure', () => {
  const some = fc.record(Object.fromEntries(FIGURES.map((figure) => [figure, fc.nat(1000)])) as Record<Figure, fc.Arbitrary<number>>, { noNullPrototype: true });
  fc.assert(fc.property(some, some, (a, b) => {
    const sum = addFigures(a, b);
    for (const figure of FIGURES) assert.equal(sum[figure], a[figure] + b[figure]);
  }));
});
