import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { type FastifyInstance } from 'fastify';
import { PLATFORM_PROBLEMS } from '../../../platform/http/problem-table.ts';
import { createServer } from '../../../platform/http/server.ts';
import { createPageCache } from '../../../web/public/page-cache/page-cache.ts';
import { createProblemPage } from '../../../web/public/problem-page/problem-page.tsx';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { publicContentSecurityPolicy } from '../../../web/public/security-policy/security-policy.ts';
import { type VillageHelp } from '../domain/village-help.ts';
import { PORTAL_WORDS } from '../ui/messages.ts';
import { portalRoutes } from './portal-routes.tsx';

const OFFICE: PublicOffice = {
  name: 'Xã Hoa Lộc',
  centreName: 'Trung tâm Phục vụ hành chính công',
  address: 'Thôn Hoa Phú, xã Hoa Lộc',
  hotline: '0237 000 0000',
  hours: [{ weekday: 1, opens: '07:00', closes: '11:30' }],
};
const VILLAGES: readonly VillageHelp[] = [
  { id: 'v2', name: 'Phú Lĩnh', kind: 'thôn', teamLeaderName: null, teamLeaderPhone: null },
  { id: 'v1', name: 'Đông Hòa', kind: 'thôn', teamLeaderName: 'Lê Thị Mẫu', teamLeaderPhone: '0900 000 006' },
  { id: 'v3', name: 'Hòa Phú', kind: 'thôn', teamLeaderName: 'Phạm Văn Thử', teamLeaderPhone: null },
];

interface World {
  readonly server: FastifyInstance;
  office: PublicOffice | undefined;
  villages: readonly VillageHelp[];
  now: number;
}

const opened: FastifyInstance[] = [];
after(async () => {
  await Promise.all(opened.map((server) => server.close()));
});

async function open(): Promise<World> {
  const world = { office: OFFICE as PublicOffice | undefined, villages: VILLAGES, now: Date.UTC(2026, 10, 22) };
  const server = await createServer({
    routes: portalRoutes({ getOffice: () => Promise.resolve(world.office), listVillages: () => Promise.resolve(world.villages), cache: createPageCache(), version: '1' }),
    problems: PLATFORM_PROBLEMS,
    identify: () => Promise.resolve({ kind: 'anonymous' }), keepView: () => undefined,
    renderProblemPage: createProblemPage(() => world.office),
    contentSecurityPolicy: publicContentSecurityPolicy(),
    version: '1',
    clock: () => new Date(world.now),
    logLevel: 'silent',
    secure: false,
  });
  opened.push(server);
  return Object.assign(world, { server });
}

test('the home page asks its questions in the order of what people come for', async () => {
  const { server } = await open();
  const page = (await server.inject('/')).body;
  const places = ['Bạn cần làm việc gì?', 'Sinh con', 'Trợ cấp, hỗ trợ', 'Hồ sơ của tôi đến đâu rồi?', 'Cần người giúp tại nhà?'].map((words) => page.indexOf(words));
  assert.ok(places.every((place) => place > 0));
  assert.deepEqual(places, places.toSorted((a, b) => a - b));
});

test('the home page shows nothing about a queue while there is none', async () => {
  const { server } = await open();
  assert.doesNotMatch((await server.inject('/')).body, /Đang gọi|Lấy số/);
});

test('the home page weighs at most 15 KB on the wire with all styles and the script, in both languages', async () => {
  const { server } = await open();
  for (const locale of ['vi', 'en']) {
    const answer = await server.inject({ url: '/', headers: { 'accept-encoding': 'br', 'cookie': `ngon-ngu=${locale}` } });
    assert.equal(answer.headers['content-encoding'], 'br');
    assert.ok(answer.rawPayload.length <= 15 * 1024, `${answer.rawPayload.length} bytes`);
  }
});

test('villages are offered in the order of the alphabet, and choosing one needs no script', async () => {
  const { server } = await open();
  const page = (await server.inject('/')).body;
  assert.deepEqual(
    [...page.matchAll(/<option value="(v\d)">/g)].map((match) => match[1]),
    ['v1', 'v3', 'v2'],
  );
  assert.match(page, /<form [^>]*action="\/#nguoi-giup" method="get">/);
});

for (const [thon, shown, hidden] of [
  ['v1', 'href="tel:0900000006"', 'Chọn thôn của bạn'],
  ['v2', 'Tổ công nghệ số thôn Phú Lĩnh chưa công bố tổ trưởng. Gọi 0237 000 0000', 'tel:0900000006'],
  ['v3', 'Tổ trưởng chưa công bố số điện thoại. Gọi 0237 000 0000', 'tel:0900000006'],
  ['khong-co', 'Chọn thôn của bạn', 'tel:0900000006'],
] as const) {
  test(`choosing the village ${thon} shows ${shown}`, async () => {
    const { server } = await open();
    const answer = await server.inject(`/?thon=${thon}`);
    assert.equal(answer.statusCode, 200);
    assert.ok(answer.body.includes(shown), shown);
    assert.ok(!answer.body.includes(hidden), hidden);
  });
}

test('a commune without villages leaves the block out', async () => {
  const world = await open();
  world.villages = [];
  assert.ok(!(await world.server.inject('/')).body.includes('nguoi-giup'));
});

test('a new team leader is seen after half a minute', async () => {
  const world = await open();
  await world.server.inject('/?thon=v2');
  world.villages = [{ id: 'v2', name: 'Phú Lĩnh', kind: 'thôn', teamLeaderName: 'Trần Thị Điểm', teamLeaderPhone: '0900 000 007' }];
  world.now += 30_000;
  assert.ok((await world.server.inject('/?thon=v2')).body.includes('Trần Thị Điểm'));
});

test('keys that other sites add to a link do no harm', async () => {
  const { server } = await open();
  assert.equal((await server.inject('/?fbclid=x&zarsrc=30&utm_source=zalo')).statusCode, 200);
});

test('what a browser already has is not sent again, and the answer names what it depends on', async () => {
  const { server } = await open();
  const first = await server.inject('/');
  assert.equal(first.headers.vary, 'Accept-Encoding, Cookie');
  const again = await server.inject({ url: '/', headers: { 'if-none-match': first.headers.etag as string } });
  assert.deepEqual([again.statusCode, again.body], [304, '']);
});

test('HEAD answers as GET does, without the page', async () => {
  const { server } = await open();
  const answer = await server.inject({ method: 'HEAD', url: '/' });
  assert.deepEqual([answer.statusCode, answer.body], [200, '']);
});

test('before the office is set up the home page leads to the set-up', async () => {
  const world = await open();
  world.office = undefined;
  for (const url of ['/', '/tro-giup/lua-dao']) {
    const answer = await world.server.inject(url);
    assert.deepEqual([answer.statusCode, answer.headers.location, answer.headers['cache-control']], [303, '/thiet-lap', 'no-store']);
  }
});

test('a choice is kept in a cookie for a year and leads back to the page', async () => {
  const { server } = await open();
  const answer = await server.inject(`/lua-chon?co-chu=125&ngon-ngu=en&ve=${encodeURIComponent('/thu-tuc?tim=a')}`);
  assert.equal(answer.statusCode, 303);
  assert.equal(answer.headers.location, '/thu-tuc?tim=a');
  assert.deepEqual(answer.headers['set-cookie'], ['co-chu=125; Path=/; Max-Age=31536000; SameSite=Lax', 'ngon-ngu=en; Path=/; Max-Age=31536000; SameSite=Lax']);
  assert.equal(answer.headers['cache-control'], 'no-store');
});

test('behind HTTPS the cookie is for HTTPS alone', async () => {
  const { server } = await open();
  const answer = await server.inject({ url: '/lua-chon?tuong-phan=cao', headers: { 'x-forwarded-proto': 'https' } });
  assert.match(String(answer.headers['set-cookie']), /^tuong-phan=cao; .*; Secure$/);
});

test('a value that is not offered sets nothing', async () => {
  const { server } = await open();
  for (const query of ['co-chu=999', 'mau-nen=%0d%0aSet-Cookie:x', 'ngon-ngu=fr']) {
    const answer = await server.inject(`/lua-chon?${query}`);
    assert.deepEqual([answer.statusCode, answer.headers.location, answer.headers['set-cookie']], [303, '/', undefined]);
  }
});

for (const elsewhere of ['https://example.com', '//example.com', '/\\example.com', '/.//example.com', 'javascript:alert(1)']) {
  test(`a choice never leads to ${elsewhere}`, async () => {
    const { server } = await open();
    const answer = await server.inject(`/lua-chon?co-chu=100&ve=${encodeURIComponent(elsewhere)}`);
    assert.equal(answer.headers.location, '/');
  });
}

test('without a choice the page of choices shows what is chosen now', async () => {
  const { server } = await open();
  const page = (await server.inject({ url: '/lua-chon?ve=/thu-tuc', headers: { cookie: 'co-chu=150; tuong-phan=cao; mau-nen=toi' } })).body;
  assert.match(page, /<html lang="vi" data-scale="150" data-contrast="high" data-theme="dark">/);
  assert.deepEqual(
    [...page.matchAll(/name="([\w-]+)" checked="" value="([\w-]+)"/g)].map((match) => match.slice(1)),
    [
      ['co-chu', '150'],
      ['tuong-phan', 'cao'],
      ['mau-nen', 'toi'],
      ['ngon-ngu', 'vi'],
    ],
  );
  assert.ok(page.includes('<input type="hidden" name="ve" value="/thu-tuc"/>'));
});

test('the page against scams gives the office’s own number and the national ones', async () => {
  const { server } = await open();
  const page = (await server.inject('/tro-giup/lua-dao')).body;
  for (const words of ['tel:02370000000', 'tel:113', 'tel:156', 'tel:5656', 'Hỏi mã OTP, mật khẩu']) assert.ok(page.includes(words), words);
});

test('the fonts that the style sheet names are served for a year, others are not there', async () => {
  const { server } = await open();
  const fonts = [...readFileSync(new URL('../../../web/tokens/fonts.css', import.meta.url), 'utf8').matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? '');
  assert.equal(new Set(fonts).size, 4);
  for (const url of fonts) {
    const answer = await server.inject(url);
    assert.deepEqual([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']], [200, 'font/woff2', 'public, max-age=31536000, immutable'], url);
    assert.equal(answer.rawPayload.subarray(0, 4).toString(), 'wOF2');
  }
  for (const url of ['/phong-chu/0.0.0/latin-400.woff2', '/phong-chu/5.3.0/..%2f..%2fpackage.json', '/phong-chu/5.3.0/constructor']) {
    assert.equal((await server.inject(url)).statusCode, 404, url);
  }
});

test('the small files that browsers and search engines ask for are there', async () => {
  const { server } = await open();
  for (const url of ['/favicon.svg', '/favicon.ico']) assert.equal((await server.inject(url)).headers['content-type'], 'image/svg+xml');
  const manifest = await server.inject('/manifest.webmanifest');
  assert.equal(manifest.headers['content-type'], 'application/manifest+json');
  assert.equal(manifest.json<{ short_name: string }>().short_name, 'Xã Hoa Lộc');
  assert.match((await server.inject('/robots.txt')).body, /Disallow: \/can-bo\n/);
});

test('every word of the portal is there in both languages with the same places', () => {
  for (const [key, vietnamese] of Object.entries(PORTAL_WORDS.vi)) {
    const english = PORTAL_WORDS.en[key as keyof typeof PORTAL_WORDS.en];
    assert.deepEqual(english.match(/\{\w+\}/g), vietnamese.match(/\{\w+\}/g), key);
    assert.equal(vietnamese, vietnamese.normalize('NFC'), key);
  }
});

test('no page leaves a place of a sentence unfilled', async () => {
  const { server } = await open();
  for (const url of ['/', '/?thon=v1', '/?thon=v2', '/?thon=v3', '/lua-chon', '/tro-giup/lua-dao', '/khong-co']) {
    for (const locale of ['vi', 'en']) {
      const page = (await server.inject({ url, headers: { cookie: `ngon-ngu=${locale}` } })).body.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
      assert.doesNotMatch(page, /\{\w+\}/, url);
    }
  }
});

test('every page of the portal carries the policy, no style attribute and no inline handler', async () => {
  const { server } = await open();
  for (const url of ['/', '/lua-chon', '/tro-giup/lua-dao', '/khong-co']) {
    const answer = await server.inject(url);
    assert.equal(answer.headers['content-security-policy'], publicContentSecurityPolicy());
    const page = answer.body.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
    assert.doesNotMatch(page, /\sstyle=|\son[a-z]+=/i, url);
  }
});

test('the problem page stays within the weight of a page too', async () => {
  const { server } = await open();
  const { rawPayload } = await server.inject('/khong-co');
  assert.ok(brotliCompressSync(rawPayload, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length <= 15 * 1024);
});
