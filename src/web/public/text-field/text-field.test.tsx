import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { TextField } from './text-field.tsx';

test('what was typed comes back escaped, a password never', () => {
  assert.match(renderToStaticMarkup(<TextField locale="vi" name="a" label="A" value={'"x'} />), /value="&quot;x"/);
  assert.doesNotMatch(renderToStaticMarkup(<TextField locale="vi" name="a" label="A" type="password" value="bí mật" />), /bí mật/);
});

test('the words for the script stand on the field', () => {
  assert.match(renderToStaticMarkup(<TextField locale="vi" name="a" label="A" missing="Nhập A." wrong="A chưa đúng." />), /data-missing="Nhập A." data-wrong="A chưa đúng."/);
});
