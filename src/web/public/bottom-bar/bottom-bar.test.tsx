import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { BottomBar } from './bottom-bar.tsx';

test('the button that reads aloud is hidden until the script finds a voice', () => {
  assert.match(renderToStaticMarkup(<BottomBar locale="vi" main={{ label: 'Khai', href: '/khai' }} />), /<button type="button" class="button quiet no-print" data-read="Dừng đọc" hidden="">/);
});

test('a bar with nothing but that button is hidden as a whole', () => {
  assert.match(renderToStaticMarkup(<BottomBar locale="vi" />), /^<div class="bar no-print" role="region" aria-label="Làm ngay" hidden="">/);
});
