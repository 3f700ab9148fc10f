import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Notice, type NoticeProps } from './notice.tsx';

for (const kind of ['info', 'good', 'warning', 'bad'] as const satisfies readonly NoticeProps['kind'][]) {
  test(`a notice of kind ${kind} shows it by a picture too`, () => {
    assert.match(renderToStaticMarkup(<Notice kind={kind}>Lời</Notice>), new RegExp(`^<div class="notice ${kind}"><svg class="icon".*<p>Lời</p></div></div>$`));
  });
}

test('the answer to what was just done is spoken at once, a refusal more urgently', () => {
  assert.match(renderToStaticMarkup(<Notice kind="good" live>Đã nhận</Notice>), /role="status"/);
  assert.match(renderToStaticMarkup(<Notice kind="bad" live>Chưa gửi được</Notice>), /role="alert"/);
  assert.doesNotMatch(renderToStaticMarkup(<Notice kind="bad">Lời</Notice>), /role/);
});
