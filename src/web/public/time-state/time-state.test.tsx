import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { TimeState } from './time-state.tsx';

test('the five states have five pictures and carry their words', () => {
  const drawn = (['in-time', 'near', 'due-today', 'overdue', 'paused'] as const).map((state) => renderToStaticMarkup(<TimeState state={state}>Lời</TimeState>));
  assert.equal(new Set(drawn.map((one) => / d="([^"]+)"/.exec(one)?.[1])).size, 5);
  for (const one of drawn) assert.ok(one.includes('<span>Lời</span>'));
});
