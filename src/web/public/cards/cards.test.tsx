import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { CardList } from './card-list.tsx';
import { PageWays } from './page-ways.tsx';

test('the page that is open is marked among its neighbours, and only it', () => {
  const nav = renderToStaticMarkup(<PageWays label="Của tôi" ways={[{ href: '/a', label: 'A', current: false }, { href: '/b', label: 'B', current: true }]} />);
  assert.match(nav, /<nav class="ways no-print" aria-label="Của tôi">/u);
  assert.match(nav, /<a href="\/b" aria-current="page">B<\/a>/u);
  assert.equal(nav.match(/aria-current/gu)?.length, 1);
});

test('cards are one list', () => {
  assert.equal(renderToStaticMarkup(<CardList><li>1</li><li>2</li></CardList>), '<ul class="cards"><li>1</li><li>2</li></ul>');
});
