import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Actor } from '../../src/kernel/actor.ts';
import { createTwoCommunes, type TwoCommunes } from '../matrix-things.ts';
import { addressOf, nameOf } from './by-schema.ts';

let program: TwoCommunes;
let dossierId = '';
before(async () => {
  program = await createTwoCommunes();
  dossierId = (await program.make('dossier', program.home)).params['id'] ?? '';
});
after(() => program.close());

/** What fills the places of addresses so that pages show something. */
const params = (): Readonly<Record<string, string>> => ({ code: '1.004873', token: program.links.token('dossier', dossierId), provider: 'vneid', version: 'x', file: 'x', name: 'x' });
const PARTS = [/default-src 'none'/u, /frame-ancestors 'none'/u, /base-uri 'none'/u, /form-action '(?:self|none)'/u] as const;
const HEADERS = { 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': /^(?:same-origin|no-referrer)$/u, 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'permissions-policy': /camera=\(self\)/u } as const;

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function judge(answer: Answer, what: string): void {
  const policy = String(answer.headers['content-security-policy']);
  for (const part of PARTS) assert.match(policy, part, what);
  assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|unsafe-hashes|(?:^|[\s;])\*|https?:|script-src[^;]*(?:data:|blob:)/u, what);
  for (const [name, wanted] of Object.entries(HEADERS)) {
    const value = String(answer.headers[name]);
    if (typeof wanted === 'string') assert.equal(value, wanted, `${what}: ${name}`);
    else assert.match(value, wanted, `${what}: ${name}`);
  }
  assert.equal(answer.headers['server'], undefined, `${what}: says which program answers`);
  assert.equal(answer.headers['x-powered-by'], undefined);
  if (!String(answer.headers['content-type']).startsWith('text/html')) return;
  // What stands inside the page is named by its digest, and nothing runs from an attribute.
  for (const [, kind = '', attributes = '', text = ''] of answer.body.matchAll(/<(script|style)([^>]*)>([\s\S]*?)<\/\1>/gu)) {
    if (/\bsrc=|type="application\/(?:ld\+)?json"/u.test(attributes)) continue;
    const digest = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    assert.ok(policy.split(';').some((part) => part.trim().startsWith(`${kind}-src`) && part.includes(digest)), `${what}: a ${kind} inside the page is not named by the policy`);
  }
  assert.doesNotMatch(answer.body, /<[a-z][^>]*\s(?:on[a-z]+|style)="/iu, `${what}: an attribute that runs or styles`);
  assert.doesNotMatch(answer.body, /(?:href|src|action)="\s*(?:javascript|data:text\/html|vbscript):/iu, what);
}

describe('every answer carries the headers that bind the browser', () => {
  test('of every page and every reading route, for strangers and for staff', async () => {
    const seats: readonly Actor[] = [{ kind: 'anonymous' }, program.home.staff.president.actor];
    let pages = 0;
    for (const route of program.routes.filter(({ method }) => method === 'GET')) {
      for (const actor of seats) {
        const answer = await program.server.inject({ method: 'GET', url: addressOf(route, params()), headers: program.as(actor), remoteAddress: '10.3.0.1' });
        judge(answer, `${nameOf(route)} as ${actor.kind} (${String(answer.statusCode)})`);
        // The provider of the tests is not there and the workspace is not built, which have their own sentences.
        assert.ok(answer.statusCode < 500 || /^\/(?:dang-nhap|can-bo)\b/u.test(route.url), `${nameOf(route)}: ${answer.body.slice(0, 200)}`);
        if (String(answer.headers['content-type']).startsWith('text/html')) pages += 1;
      }
    }
    assert.ok(pages > 40, `only ${String(pages)} pages were looked at`);
  });

  test('of every refusal: of an address that nobody has, one that cannot be read, a body that is too large or of another kind, and of another site', async () => {
    const asked = [
      ['nowhere', { method: 'GET', url: '/khong-co' }],
      ['nowhere in the API', { method: 'GET', url: '/api/khong-co' }],
      ['a NUL', { method: 'GET', url: '/tim?q=%00' }],
      ['a broken escape', { method: 'GET', url: '/thu-tuc/%E0%A4%A' }],
      ['too large', { method: 'POST', url: '/api/session', payload: 'x'.repeat(70_000), headers: { 'content-type': 'application/json' } }],
      ['another kind', { method: 'POST', url: '/api/session', payload: '<a/>', headers: { 'content-type': 'text/xml' } }],
      ['no JSON', { method: 'POST', url: '/api/session', payload: '{', headers: { 'content-type': 'application/json' } }],
      ['another method', { method: 'DELETE', url: '/' }],
      ['another site', { method: 'POST', url: '/tra-cuu', payload: 'ma=', headers: { 'content-type': 'application/x-www-form-urlencoded', 'origin': 'https://xau.example' } }],
      ['an address of a dossier that nobody has', { method: 'GET', url: `/h/${'A'.repeat(43)}` }],
      ['a long address', { method: 'GET', url: `/thu-tuc/${'a'.repeat(300)}` }],
    ] as const;
    for (const [what, request] of asked) {
      const answer = await program.server.inject({ ...request, remoteAddress: '10.3.0.2' });
      assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${what}: ${String(answer.statusCode)}`);
      judge(answer, what);
      assert.doesNotMatch(answer.body, /node_modules|at \w+ \(|src\/(?:platform|modules)|syntax error|relation "/u, `${what}: tells of its insides`);
    }
  });

  test('where there are too many requests, and when the database is away', async () => {
    const form = { method: 'POST', url: '/tra-cuu', payload: 'ma=&bonSo=', headers: { 'content-type': 'application/x-www-form-urlencoded' }, remoteAddress: '10.3.0.9' } as const;
    let last = await program.server.inject(form);
    for (let turn = 0; turn < 40 && last.statusCode !== 429; turn += 1) last = await program.server.inject(form);
    assert.equal(last.statusCode, 429);
    judge(last, 'too many');
  });

  test('an answer with personal data is not kept by anybody on the way', async () => {
    for (const route of program.routes.filter(({ method, shows }) => method === 'GET' && shows !== undefined)) {
      const { actor } = program.home.staff.president;
      const answer = await program.server.inject({ method: 'GET', url: addressOf(route, { ...params(), id: dossierId }), headers: program.as(actor), remoteAddress: '10.3.0.3' });
      if (answer.statusCode === 200) assert.match(String(answer.headers['cache-control']), /no-store/u, `${nameOf(route)} (${String(answer.statusCode)})`);
    }
  });
});
