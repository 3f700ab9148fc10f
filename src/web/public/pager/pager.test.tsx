import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Pager } from './pager.tsx';

test('one page has no pager, the first page no way back', () => {
  assert.equal(renderToStaticMarkup(<Pager locale="vi" />), '');
  const first = renderToStaticMarkup(<Pager locale="vi" next="/b" />);
  assert.match(first, /href="\/b" rel="next"/);
  assert.doesNotMatch(first, /rel="prev"/);
});
