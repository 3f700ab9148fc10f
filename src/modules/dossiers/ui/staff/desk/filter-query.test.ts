import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filterQuery, readFilter, withFilter, writeFilter } from './filter-query.ts';

for (const [query, kept] of [
  ['', ''],
  ['field=H%E1%BB%99+t%E1%BB%8Bch&late=yes', 'field=H%E1%BB%99+t%E1%BB%8Bch&late=yes'],
  ['late=yes&utm_source=x&q=Nguyen', 'late=yes'],
  ['channel=', ''],
  ['to=2026-11-30&figure=finished-late&from=2026-11-01', 'figure=finished-late&from=2026-11-01&to=2026-11-30'],
] as const) {
  test(`“${query}” narrows down by “${kept}”`, () => {
    assert.equal(filterQuery(query), kept);
  });
}

test('one part is set, changed and taken out; a figure takes its period with it', () => {
  const filter = readFilter('figure=refused&from=2026-11-01&to=2026-11-30&channel=online');
  assert.equal(writeFilter(withFilter(filter, 'channel', 'post')), 'channel=post&figure=refused&from=2026-11-01&to=2026-11-30');
  assert.equal(writeFilter(withFilter(filter, 'figure', '')), 'channel=online');
});
