import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { GATE_PATH, GATE_PICTURE, GateMark } from './gate-mark.tsx';

test('the mark in the page and the picture of the tab are the same drawing', () => {
  assert.ok(renderToStaticMarkup(<GateMark />).includes(GATE_PATH));
  assert.ok(GATE_PICTURE.includes(GATE_PATH));
});
