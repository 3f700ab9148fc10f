import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { SelectField } from './select-field.tsx';

const OPTIONS = [
  { value: '1', label: 'thôn Đông Hòa' },
  { value: '2', label: 'thôn Phú Lĩnh' },
];

test('the chosen option is selected, otherwise the empty one', () => {
  assert.match(renderToStaticMarkup(<SelectField locale="vi" name="a" label="A" empty="Chọn" options={OPTIONS} value="2" />), /<option value="2" selected="">/);
  assert.match(renderToStaticMarkup(<SelectField locale="vi" name="a" label="A" empty="Chọn" options={OPTIONS} />), /<option value="" selected="">Chọn/);
});
