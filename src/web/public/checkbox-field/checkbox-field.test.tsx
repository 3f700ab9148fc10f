import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { CheckboxField } from './checkbox-field.tsx';

test('a box is never ticked unless the caller says so', () => {
  assert.doesNotMatch(renderToStaticMarkup(<CheckboxField locale="vi" name="a" label="Tôi đồng ý" />), /checked/);
  assert.match(renderToStaticMarkup(<CheckboxField locale="vi" name="a" label="Tôi đồng ý" checked />), /checked=""/);
});
