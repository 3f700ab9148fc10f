import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { RadioGroup } from './radio-group.tsx';

const OPTIONS = [
  { value: 'co', label: 'Có' },
  { value: 'khong', label: 'Không', hint: 'Xã tra cứu giúp.' },
];
const group = renderToStaticMarkup(<RadioGroup locale="vi" name="a" label="Có giấy không?" options={OPTIONS} value="khong" />);

test('the question is the legend, and the first box carries the id that error links lead to', () => {
  assert.match(group, /<fieldset.*<legend>Có giấy không\?<\/legend>/);
  assert.match(group, /<input type="radio" id="o-a" required="" name="a" value="co"\/>/);
});

test('the chosen answer is checked and a hint describes its own box', () => {
  assert.match(group, /<input type="radio" id="o-a-1" required="" aria-describedby="o-a-1-hint-own" name="a" checked="" value="khong"\/>/);
});
