import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressPage, pageEncodingOf } from './compress-page.ts';

for (const [header, encoding] of [
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br;q=0', 'identity'],
  ['br ; q=1.0', 'br'],
  ['brotli', 'identity'],
  ['*', 'identity'],
] as const) {
  test(`Accept-Encoding ${header ?? '(none)'} gets ${encoding}`, () => {
    assert.equal(pageEncodingOf(header), encoding);
  });
}

test('a page comes out of every encoding as it went in', async () => {
  const page = Buffer.from('Đăng ký khai sinh '.repeat(200));
  for (const use of ['often', 'once'] as const) {
    assert.deepEqual(brotliDecompressSync(await compressPage(page, 'br', use)), page);
    assert.deepEqual(gunzipSync(await compressPage(page, 'gzip', use)), page);
    assert.equal(await compressPage(page, 'identity', use), page);
  }
});
