import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { FileField } from './file-field.tsx';

test('photographs are made smaller unless the page says otherwise, and the script finds its words', () => {
  assert.match(renderToStaticMarkup(<FileField locale="vi" name="a" label="Ảnh" />), /data-shrink="Đang thu nhỏ ảnh…" data-shrunk="Ảnh đã thu nhỏ còn \{size\}\." name="a"\/><p class="hint" role="status"><\/p>/);
  assert.doesNotMatch(renderToStaticMarkup(<FileField locale="vi" name="a" label="Ảnh" shrink={false} />), /data-shr/);
});

test('the camera opens only where it is asked for', () => {
  assert.match(renderToStaticMarkup(<FileField locale="vi" name="a" label="Ảnh" camera />), /capture="environment"/);
  assert.doesNotMatch(renderToStaticMarkup(<FileField locale="vi" name="a" label="Ảnh" />), /capture/);
});
