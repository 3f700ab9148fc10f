import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { type Actor } from '../../../kernel/actor.ts';
import { type Answer } from '../../../platform/http/route.ts';
import { answerCached, createPageCache } from './page-cache.ts';

type Input = Parameters<typeof answerCached>[1];

interface Asked {
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: Readonly<Record<string, string>>;
  readonly now?: number;
  readonly actor?: Actor;
  readonly locale?: 'vi' | 'en';
  readonly scale?: '100' | '150';
}

function ask({ headers = { 'accept-encoding': 'br' }, cookies = {}, now = 0, actor = { kind: 'anonymous' }, locale = 'vi', scale = '100' }: Asked = {}): Input {
  return {
    context: { actor, now: new Date(now), locale, display: { scale, contrast: 'normal' }, cookies, requestId: 'r', address: '127.0.0.1', userAgent: '' },
    request: { headers } as Input['request'],
  };
}

function counted(): { readonly render: () => string; readonly calls: () => number } {
  let calls = 0;
  return { render: () => `<p>${++calls} ${'đ'.repeat(500)}</p>`, calls: () => calls };
}

interface Sent {
  readonly status: number;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

function sent(answer: Answer): Sent {
  if (answer.kind !== 'ready') throw new Error(answer.kind);
  const pairs = answer.headers.flatMap((name, at) => (at % 2 === 0 ? [[name, answer.headers[at + 1] ?? ''] as const] : []));
  return { status: answer.status, body: answer.body, headers: Object.fromEntries(pairs) };
}

const KEY = { path: '/', version: 1 } as const;

test('a page is drawn once and then sent as ready bytes', async () => {
  const cache = createPageCache();
  const page = counted();
  const first = sent(await answerCached(cache, ask(), KEY, page.render));
  const second = answerCached(cache, ask(), KEY, page.render);
  assert.ok(!(second instanceof Promise), 'a ready page is answered at once');
  assert.equal(page.calls(), 1);
  assert.equal(sent(second).body, first.body);
  assert.equal(brotliDecompressSync(first.body).toString(), `<p>1 ${'đ'.repeat(500)}</p>`);
  assert.equal(first.headers['content-encoding'], 'br');
  assert.equal(first.headers['vary'], 'Accept-Encoding, Cookie');
});

test('twenty visitors who come at the same time cause one drawing', async () => {
  const cache = createPageCache();
  const page = counted();
  await Promise.all(Array.from({ length: 20 }, async () => answerCached(cache, ask(), KEY, page.render)));
  assert.equal(page.calls(), 1);
});

test('what a visitor already has is answered with 304 and no body', async () => {
  const cache = createPageCache();
  const { render } = counted();
  const first = sent(await answerCached(cache, ask(), KEY, render));
  const etag = first.headers['etag'];
  const again = sent(await answerCached(cache, ask({ headers: { 'accept-encoding': 'br', 'if-none-match': `W/"x", ${etag}` } }), KEY, render));
  assert.deepEqual([again.status, again.body.length, again.headers['etag']], [304, 0, etag]);
  const other = sent(await answerCached(cache, ask({ headers: { 'accept-encoding': 'br', 'if-none-match': '"other"' } }), KEY, render));
  assert.equal(other.status, 200);
});

test('encodings have tags of their own and identity carries no encoding', async () => {
  const cache = createPageCache();
  const { render } = counted();
  const plain = sent(await answerCached(cache, ask({ headers: {} }), KEY, render));
  const zipped = sent(await answerCached(cache, ask({ headers: { 'accept-encoding': 'gzip' } }), KEY, render));
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(zipped.headers['content-encoding'], 'gzip');
  assert.notEqual(plain.headers['etag'], zipped.headers['etag']);
});

test('language, type size, background, path and version each have a page of their own', async () => {
  const cache = createPageCache();
  const page = counted();
  await answerCached(cache, ask(), KEY, page.render);
  await answerCached(cache, ask({ locale: 'en' }), KEY, page.render);
  await answerCached(cache, ask({ scale: '150' }), KEY, page.render);
  await answerCached(cache, ask({ cookies: { 'mau-nen': 'toi' } }), KEY, page.render);
  await answerCached(cache, ask(), { path: '/b', version: 1 }, page.render);
  await answerCached(cache, ask(), { path: '/', version: 2 }, page.render);
  assert.equal(page.calls(), 6);
  await answerCached(cache, ask({ cookies: { other: 'x' } }), KEY, page.render);
  assert.equal(page.calls(), 6, 'a foreign cookie makes no new page');
});

test('a page without a version is drawn again when its time is over', async () => {
  const cache = createPageCache();
  const page = counted();
  const key = { ...KEY, freshForMs: 1000 };
  await answerCached(cache, ask({ now: 0 }), key, page.render);
  await answerCached(cache, ask({ now: 999 }), key, page.render);
  assert.equal(page.calls(), 1);
  await answerCached(cache, ask({ now: 1000 }), key, page.render);
  assert.equal(page.calls(), 2);
});

test('a signed-in member of staff gets a page that nobody else will see', async () => {
  const cache = createPageCache();
  const page = counted();
  const actor: Actor = { kind: 'staff', staffId: 's', communeCode: '16072', fullName: 'A', userName: 'a', positions: [] };
  const answer = await answerCached(cache, ask({ actor }), KEY, page.render);
  assert.ok(answer.kind === 'html' && answer.headers?.['cache-control'] === 'no-store');
  assert.equal(cache.pageCount, 0);
});

test('memory is bounded: the page that was asked for longest ago leaves first', async () => {
  const incompressible = (seed: number): string => Array.from({ length: 1500 }, (_, i) => ((i * 7919 + seed * 104729) % 65521).toString(36)).join('');
  const one = createPageCache();
  await answerCached(one, ask(), KEY, () => incompressible(0));
  const cache = createPageCache({ maxBytes: Math.ceil(one.byteCount * 2.5) });
  const calls: string[] = [];
  let now = 0;
  const get = async (path: string): Promise<void> => {
    now += 2000;
    await answerCached(cache, ask({ now }), { path, version: 1 }, () => {
      calls.push(path);
      return incompressible(path.length);
    });
  };
  for (const path of ['/a', '/bb', '/a', '/ccc']) await get(path);
  assert.equal(cache.pageCount, 2);
  await get('/a');
  assert.deepEqual(calls, ['/a', '/bb', '/ccc']);
  await get('/bb');
  assert.deepEqual(calls, ['/a', '/bb', '/ccc', '/bb']);
});

test('a page larger than the whole memory is answered and not kept', async () => {
  const cache = createPageCache({ maxBytes: 100 });
  const { render } = counted();
  assert.equal(sent(await answerCached(cache, ask(), KEY, render)).status, 200);
  assert.deepEqual([cache.pageCount, cache.byteCount], [0, 0]);
});

test('a drawing that fails is not remembered: the next visitor gets a new try', async () => {
  const cache = createPageCache();
  const { render } = counted();
  const broken = (): string => {
    throw new Error('no database');
  };
  await assert.rejects(async () => answerCached(cache, ask(), KEY, broken), /no database/);
  assert.equal(sent(await answerCached(cache, ask(), KEY, render)).status, 200);
});

test('a drawing that began before everything was forgotten is answered but not kept', async () => {
  const cache = createPageCache();
  const { render } = counted();
  const coming = answerCached(cache, ask(), KEY, render);
  cache.clear();
  assert.equal(sent(await coming).status, 200);
  assert.deepEqual([cache.pageCount, cache.byteCount], [0, 0]);
});
