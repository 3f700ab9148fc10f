import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administrationView } from './administration-view.ts';

const NOW = new Date('2026-11-24T03:00:00Z');

test('the figures of all modules stand in their areas, and those that ask for somebody are counted', async () => {
  const view = await administrationView({
    counters: [
      (commune) => Promise.resolve({ 'placed': commune === '16072' ? 14 : 0, 'without-second-factor': 2 }),
      () => Promise.resolve({ 'numbers-unexplained': 0, 'books-open': 3 }),
    ],
  }, '16072', NOW);
  assert.deepEqual(view.areas.find(({ area }) => area === 'people')?.figures, [{ key: 'placed', count: 14, alert: false }, { key: 'without-second-factor', count: 2, alert: true }]);
  assert.deepEqual(view.areas.find(({ area }) => area === 'number-books')?.figures, [{ key: 'books-open', count: 3, alert: false }, { key: 'numbers-unexplained', count: 0, alert: false }]);
  assert.equal(view.alerts, 1);
});
