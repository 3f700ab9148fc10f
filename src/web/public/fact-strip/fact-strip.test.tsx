import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { FactStrip } from './fact-strip.tsx';

test('facts are pairs of term and value', () => {
  assert.equal(renderToStaticMarkup(<FactStrip facts={[{ label: 'Lệ phí', value: '0 đ' }]} />), '<dl class="facts"><div><dt>Lệ phí</dt><dd>0 đ</dd></div></dl>');
});
