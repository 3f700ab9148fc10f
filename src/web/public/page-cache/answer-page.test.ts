import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { answerPage } from './answer-page.ts';

type Input = Parameters<typeof answerPage>[0];

test('a page for one person is compressed and kept by nobody', async () => {
  const answer = await answerPage({ request: { headers: { 'accept-encoding': 'gzip' } } as Input['request'] }, '<p>đ</p>', 422);
  if (answer.kind !== 'html') throw new Error(answer.kind);
  assert.equal(answer.status, 422);
  assert.equal(gunzipSync(answer.body).toString(), '<p>đ</p>');
  assert.deepEqual(answer.headers, { 'cache-control': 'no-store', 'vary': 'Accept-Encoding, Cookie', 'content-encoding': 'gzip' });
});
