import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Icon, ICON_NAMES } from './icon.tsx';

test('an icon is silent beside words and speaks when it has a label', () => {
  assert.match(renderToStaticMarkup(<Icon name="phone" />), /aria-hidden="true"/);
  assert.match(renderToStaticMarkup(<Icon name="phone" label="Gọi" />), /role="img" aria-label="Gọi"/);
});

test('every icon is one short path', () => {
  for (const name of ICON_NAMES) {
    const drawn = renderToStaticMarkup(<Icon name={name} />);
    assert.equal(drawn.match(/<path/g)?.length, 1, name);
    assert.match(drawn, / d="M[-\d. MmLlHhVvCcSsAaZz]+"/, name);
    assert.ok(drawn.length < 450, name);
  }
});
