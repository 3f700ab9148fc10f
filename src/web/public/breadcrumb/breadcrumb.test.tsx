import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Breadcrumb } from './breadcrumb.tsx';

test('the pages above are links in order; a page at the top has none', () => {
  assert.equal(renderToStaticMarkup(<Breadcrumb locale="vi" steps={[]} />), '');
  assert.match(renderToStaticMarkup(<Breadcrumb locale="vi" steps={[{ label: 'A', href: '/a' }, { label: 'B', href: '/b' }]} />), /aria-label="Vị trí của trang"><ol><li><a href="\/a">A<\/a><\/li><li><a href="\/b">B<\/a>/);
});
