import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { TextArea } from './text-area.tsx';

test('what was written comes back whole, line breaks and signs too', () => {
  assert.match(renderToStaticMarkup(<TextArea locale="vi" name="a" label="A" value={'một\nhai </textarea>'} />), />một\nhai &lt;\/textarea&gt;<\/textarea>/);
});
