import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { renderPublicPage } from '../public-page/render-public-page.tsx';
import { publicContentSecurityPolicy } from './security-policy.ts';

const SHEET = '.sample{color:var(--ink)}';
const page = renderPublicPage(
  { context: { locale: 'vi', display: { scale: '100', contrast: 'normal' }, cookies: {} }, office: undefined, title: 'Mẫu', path: '/mau', sheet: SHEET },
  null,
);

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

test('every style and script that stands in a page is named in the policy by its hash', () => {
  const policy = publicContentSecurityPolicy([SHEET]);
  const inlined = [...page.matchAll(/<(style|script)>([\s\S]*?)<\/\1>/g)];
  assert.deepEqual(
    inlined.map((match) => match[1]),
    ['style', 'style', 'script'],
  );
  for (const [, kind, text] of inlined) {
    const directive = policy.split('; ').find((one) => one.startsWith(`${kind ?? ''}-src`));
    assert.ok(directive?.includes(hashOf(text ?? '')), kind);
  }
});

test('a sheet that was not given to the policy is not allowed', () => {
  assert.ok(!publicContentSecurityPolicy().includes(hashOf(SHEET)));
});

test('the policy allows nothing by default, nothing inline, no evaluation and no other site', () => {
  const policy = publicContentSecurityPolicy();
  assert.match(policy, /^default-src 'none'; /);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
  for (const directive of ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'", "connect-src 'self'", "worker-src 'self'"]) assert.ok(policy.split('; ').includes(directive), directive);
});
