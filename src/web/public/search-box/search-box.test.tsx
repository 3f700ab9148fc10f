import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { SearchBox } from './search-box.tsx';

test('a search asks by GET, keeps what was asked and has a name for screen readers', () => {
  const box = renderToStaticMarkup(<SearchBox action="/thu-tuc" name="tim" label="Tìm thủ tục" labelHidden button="Tìm" value={'"><script>'} hint="Gợi ý" />);
  assert.match(box, /role="search" aria-label="Tìm thủ tục" action="\/thu-tuc" method="get"/);
  assert.match(box, /<label for="o-tim" class="unseen">/);
  assert.match(box, /value="&quot;&gt;&lt;script&gt;"/);
  assert.match(box, /aria-describedby="o-tim-hint"/);
});
