import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { type Actor } from '../kernel/actor.ts';
import { PLATFORM_PROBLEMS } from '../platform/http/problem-table.ts';
import { createServer } from '../platform/http/server.ts';
import { staffAssetRoutes } from './staff-assets.ts';

const OFFICER: Actor = {
  kind: 'staff', staffId: 's1', communeCode: '14953', fullName: 'Lê Thị Điểm', userName: 'motcua1',
  positions: [{ unitId: 'u1', role: 'reception', title: 'Cán bộ Một cửa', fields: [] }],
};
const SCRIPT = 'console.log("Xã Số");'.repeat(50);
const PAGE = '<!doctype html>\n<html lang="vi" data-scale="100" data-contrast="normal"><head><title>Xã Số</title></head><body></body></html>';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'staff-assets-'));
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'main-1a2b3c.js'), SCRIPT);
  await writeFile(join(folder, 'main-1a2b3c.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, 'main-1a2b3c.js.gz'), gzipSync(SCRIPT));
  await writeFile(join(folder, 'notes.txt'), 'not for anybody');
});
after(async () => { await rm(folder, { recursive: true, force: true }); });

async function ask(url: string, options: { readonly actor?: Actor; readonly headers?: Record<string, string>; readonly from?: string } = {}) {
  const server = await createServer({
    routes: staffAssetRoutes(options.from ?? folder),
    problems: PLATFORM_PROBLEMS,
    identify: () => Promise.resolve(options.actor ?? OFFICER), keepView: () => undefined,
    renderProblemPage: (view) => view.message,
    contentSecurityPolicy: "default-src 'none'",
    version: '0',
    clock: () => new Date('2026-11-20T08:00:00+07:00'),
    logLevel: 'silent',
    secure: false,
  });
  try {
    return await server.inject({ url, headers: options.headers ?? {} });
  } finally {
    await server.close();
  }
}

for (const url of ['/can-bo', '/can-bo/viec-cua-toi', '/can-bo/tat-ca-ho-so/018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e6f']) {
  test(`${url} is the page of the workspace for staff, never kept by the browser`, async () => {
    const reply = await ask(url);
    assert.equal(reply.statusCode, 200);
    assert.ok(reply.body.includes('<title>Xã Số</title>'));
    assert.equal(reply.headers['cache-control'], 'no-store');
  });
}

test('without a session the page leads to the sign-in page and back', async () => {
  const reply = await ask('/can-bo/cho-tiep-nhan', { actor: { kind: 'anonymous' } });
  assert.equal(reply.statusCode, 303);
  assert.equal(reply.headers.location, '/can-bo/dang-nhap?tiep=%2Fcan-bo%2Fcho-tiep-nhan');
});

test('the page carries the reader’s language, type size and contrast before anything is drawn', async () => {
  const reply = await ask('/can-bo', { headers: { cookie: 'ngon-ngu=en; co-chu=150; tuong-phan=cao' } });
  assert.ok(reply.body.includes('<html lang="en" data-scale="150" data-contrast="high">'));
});

test('the page may load its own scripts and styles and call its own server, and nothing inline', async () => {
  const policy = String((await ask('/can-bo')).headers['content-security-policy']);
  // A recorded consent is played in the workspace.
  assert.ok(policy.includes("script-src 'self'") && policy.includes("connect-src 'self'") && policy.includes("media-src 'self'"));
  assert.ok(!policy.includes('unsafe'));
});

test('a built file is given to everyone, compressed as the browser reads it, and kept for a year', async () => {
  for (const [accepts, encoding, unpack] of [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=1.0', 'gzip', gunzipSync],
    ['', undefined, (bytes: Buffer) => bytes],
  ] as const) {
    const reply = await ask('/can-bo/assets/main-1a2b3c.js', { actor: { kind: 'anonymous' }, headers: { 'accept-encoding': accepts } });
    assert.equal(reply.headers['content-encoding'], encoding);
    assert.equal(unpack(reply.rawPayload).toString(), SCRIPT);
    assert.equal(reply.headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal(reply.headers['cache-control'], 'public, max-age=31536000, immutable');
  }
});

for (const name of ['gone.js', 'index.html', 'notes.txt', 'main-1a2b3c.js.br', '..%2Findex.html', '%2e%2e%2fpackage.json']) {
  test(`${name} is not among the built files`, async () => {
    assert.equal((await ask(`/can-bo/assets/${name}`)).statusCode, 404);
  });
}

test('without a build the page says what to do', async () => {
  const reply = await ask('/can-bo', { from: join(folder, 'nowhere') });
  assert.equal(reply.statusCode, 503);
  assert.ok(reply.body.includes('npm run build'));
});
