import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Actor } from '../../src/kernel/actor.ts';
import { createTwoCommunes, type TwoCommunes } from '../matrix-things.ts';

const NOBODY: Actor = { kind: 'anonymous' };
const MOST_HEADERS = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'x-frame-options', 'cross-origin-opener-policy', 'permissions-policy'];

/** What fills the places of an address, where something is there. */
const THERE: Readonly<Record<string, string>> = { code: '1.004873', event: 'sinh-con', slug: 'ho-tich', name: 'x.js', file: 'x.woff2' };

describe('what every answer tells the browser', () => {
  let program: TwoCommunes;
  let tokens: readonly string[];
  let visitors = 0;

  before(async () => {
    program = await createTwoCommunes();
    const dossier = await program.make('appraised dossier', program.home);
    tokens = [linkOf(dossier.params['id'] ?? '')];
  });
  after(() => program.close());

  const linkOf = (id: string): string => program.links.token('dossier', id);
  const ask = (actor: Actor, url: string, headers: Readonly<Record<string, string>> = {}) => {
    visitors += 1;
    return program.server.inject({ url, remoteAddress: `10.9.${String(visitors >> 8)}.${String(visitors & 255)}`, headers: { ...program.as(actor), ...headers } });
  };
  const pages = (): readonly string[] =>
    program.routes.filter(({ method, kind }) => method === 'GET' && kind === 'page').map(({ url }) => url.replaceAll(/:(\w+)/gu, (_all, name: string) => (name === 'token' ? (tokens[0] ?? '') : (THERE[name] ?? 'x'))).replace('*', 'x'));

  test('every page, whoever asks, has a policy without anything unsafe, and all other headers', async () => {
    let shown = 0;
    for (const url of pages()) {
      for (const actor of [NOBODY, program.home.staff.administrator.actor]) {
        const answer = await ask(actor, url);
        assert.ok(answer.statusCode < 500, `${url}: ${String(answer.statusCode)}`);
        for (const name of MOST_HEADERS) assert.ok(answer.headers[name] !== undefined, `${url} without ${name}`);
        const policy = String(answer.headers['content-security-policy']);
        assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|data: *;|script-src[^;]*(\*|http:|https:|data:)/u, url);
        assert.match(policy, /default-src '(none|self)'/u, url);
        assert.match(policy, /frame-ancestors 'none'/u, url);
        assert.match(policy, /base-uri '(none|self)'/u, url);
        assert.match(policy, /form-action/u, url);
        assert.equal(answer.headers['x-content-type-options'], 'nosniff');
        if (!String(answer.headers['content-type']).startsWith('text/html')) continue;
        shown += 1;
        // Whatever stands inline is named by its digest; nothing else would run.
        for (const [, attributes = '', content = ''] of answer.body.matchAll(/<(?:script|style)([^>]*)>([^]*?)<\/(?:script|style)>/giu)) {
          if (/\bsrc=|type="application\/(?:ld\+)?json"/u.test(attributes) || content === '') continue;
          assert.ok(policy.includes(`'sha256-${createHash('sha256').update(content).digest('base64')}'`), `${url}: inline content that the policy does not know`);
        }
        assert.doesNotMatch(answer.body, /<[a-z][^>]*\s(?:on[a-z]+|style)="/iu, `${url}: an inline handler or style`);
        assert.doesNotMatch(answer.body, /href="javascript:/iu, url);
      }
    }
    assert.ok(shown > 40, String(shown));
  });

  test('a refusal and a page that is not there carry the same headers, and answers with data are kept by nobody', async () => {
    for (const url of ['/khong-co', '/api/khong-co', '/api/dossiers', '/api/session']) {
      const answer = await ask(NOBODY, url);
      for (const name of MOST_HEADERS) assert.ok(answer.headers[name] !== undefined, `${url} without ${name}`);
      assert.match(String(answer.headers['cache-control']), /no-store/u, url);
    }
    for (const url of ['/api/dossiers?list=all', '/api/staff', `/h/${tokens[0] ?? ''}`]) {
      assert.match(String((await ask(program.home.staff.administrator.actor, url)).headers['cache-control']), /no-store/u, url);
    }
  });

  test('no answer says which software made it', async () => {
    for (const url of ['/', '/api/session', '/khong-co']) {
      const { headers } = await ask(NOBODY, url);
      for (const name of ['server', 'x-powered-by', 'via']) assert.equal(headers[name], undefined, `${url}: ${name}`);
    }
  });

  test('whatever changes something is refused when another site’s page sends it, before anything of it is read', async () => {
    for (const { method, url } of program.routes.filter((route) => route.method !== 'GET')) {
      const address = url.replaceAll(/:(\w+)/gu, 'x').replace('*', 'x');
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://evil.example' }, { origin: 'null' }]) {
        const answer = await program.server.inject({
          method, url: address, headers: { ...program.as(program.home.staff.administrator.actor), ...headers, 'content-type': 'application/json' }, payload: '{',
        });
        assert.equal(answer.statusCode, 403, `${method} ${url} from ${JSON.stringify(headers)}`);
      }
    }
  });

  test('nothing changes on a GET: every route that writes has another method', () => {
    const writes = program.routes.filter(({ method, schema }) => method === 'GET' && schema.body !== undefined);
    assert.deepEqual(writes.map(({ url }) => url), []);
  });

  const AWAY = [
    '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example', 'https:evil.example', 'javascript:alert(1)', '/\t/evil.example', '/%0d%0aLocation:%20https://evil.example',
    '/\r\nx: y', '//evil.example/%2e%2e', '/.evil.example//', '@evil.example', 'data:text/html,x', '／／evil.example',
  ];
  const isHere = (location: string): boolean => new URL(location, 'http://xa.test/a/b').host === 'xa.test';

  test('no address of a next page, in a form, a link or a choice, leads away from here', async () => {
    const { userName, password } = program.home.staff.clerk;
    for (const target of AWAY) {
      const form = new URLSearchParams({ tenDangNhap: userName, userName, matKhau: password, password, tiep: target }).toString();
      const signIn = await program.server.inject({ method: 'POST', url: '/can-bo/dang-nhap', payload: form, headers: { 'content-type': 'application/x-www-form-urlencoded' }, remoteAddress: `10.8.0.${String(AWAY.indexOf(target))}` });
      const asked = [signIn, await ask(NOBODY, `/can-bo/dang-nhap?tiep=${encodeURIComponent(target)}`), ...(await Promise.all(['ve', 'tiep', 'next', 'url'].map((name) => ask(NOBODY, `/lua-chon?ngonNgu=en&lang=en&${name}=${encodeURIComponent(target)}`, { referer: target.replaceAll(/[^\x21-\x7e]/gu, '') }))))];
      for (const answer of asked) {
        const { location } = answer.headers;
        if (location !== undefined) assert.ok(isHere(String(location)), `${target} leads to ${String(location)}`);
        assert.doesNotMatch(answer.body, /(?:href|action|value)="(?:https?:)?\/\/evil\.example/iu, target);
      }
    }
    const kept = await ask(NOBODY, '//evil.example/can-bo');
    if (kept.headers.location !== undefined) assert.ok(isHere(String(kept.headers.location)));
  });

  const PATHS = ['../../../../etc/passwd', '..%2f..%2f..%2f..%2fetc%2fpasswd', '%2e%2e/%2e%2e/%2e%2e/etc/passwd', '..%5c..%5cwindows%5cwin.ini', '....//....//etc/passwd', '%252e%252e%252fetc%252fpasswd', '/etc/passwd', '..%c0%af..%c0%afetc/passwd', 'x%00.js', '.env', '../package.json', '..%2fpackage.json'];

  test('no path leads out of the folders that files are given from', async () => {
    const doors = program.routes.filter(({ method, url }) => method === 'GET' && /[:*]/u.test(url)).map(({ url }) => url);
    for (const url of doors) {
      for (const path of PATHS) {
        const address = url.replaceAll(/:(\w+)|\*/gu, path);
        for (const actor of [NOBODY, program.home.staff.administrator.actor]) {
          const answer = await ask(actor, address);
          assert.ok(answer.statusCode < 500, `${address}: ${String(answer.statusCode)} ${answer.body.slice(0, 200)}`);
          assert.doesNotMatch(answer.body, /root:x:0|"dependencies"|\[fonts\]/u, address);
        }
      }
    }
  });
});
