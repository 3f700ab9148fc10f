import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pathAfterSignIn } from './path-after-sign-in.ts';

for (const path of ['/', '/can-bo', '/can-bo/ho-so/12?loc=qua-han&trang=2#cuoi', '/thu-tuc/1.001193', '/can-bo/dang-nhap-lai', '/apis', '/a//b', '/%2F/evil.example']) {
  test(`the own path ${path} is kept`, () => {
    assert.equal(pathAfterSignIn(path, '/can-bo'), path);
  });
}

for (const target of [
  undefined,
  '',
  'can-bo',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/a\\b',
  ' //evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  '/hồ-sơ',
  '/api/session',
  '/api',
  '/can-bo/dang-nhap',
  '/can-bo/dang-nhap?tiep=/can-bo',
  '/can-bo/dang-xuat',
  `/${'a'.repeat(1000)}`,
]) {
  test(`the target ${JSON.stringify({ target }).slice(10, 50)} leads to the fallback`, () => {
    assert.equal(pathAfterSignIn(target, '/can-bo'), '/can-bo');
  });
}

test('no target ever leaves the site, whatever a browser makes of it', () => {
  const piece = fc.constantFrom('/', '\\', '.', '..', '@', ':', 'evil.example', '\t', '\r', '\n', '%2f', '%5c', '?', '#', 'http:', 'a', ' ', '\u0000', '／');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const answer = pathAfterSignIn(pieces.join(''), '/can-bo');
      assert.equal(new URL(answer, 'https://xa.example/can-bo/dang-nhap').host, 'xa.example');
    }),
    { numRuns: 5000 },
  );
});
