import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { TraceList } from './trace-list.tsx';

test('the trace is folded until it is asked for', () => {
  assert.match(renderToStaticMarkup(<TraceList summary="Vì sao?" lines={[{ text: 'A' }]} />), /^<details class="trace"><summary>Vì sao\?<\/summary><ol><li><span>A<\/span><\/li><\/ol><\/details>$/);
  assert.match(renderToStaticMarkup(<TraceList open summary="Vì sao?" lines={[]} />), /<details class="trace" open="">/);
});
