import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ownPath } from './own-path.ts';

for (const path of ['/', '/thu-tuc/1.001193', '/thu-tuc?tim=khai+sinh', '/?thon=v1#nguoi-giup', '/can-bo/ho-so?trang=2']) {
  test(`${path} is a path of this site and stays as it is`, () => {
    assert.equal(ownPath(path), path);
  });
}

for (const elsewhere of [
  undefined,
  '',
  'thu-tuc',
  '//example.com',
  '/\\example.com',
  '/\t/example.com',
  '\\\\example.com',
  'https://example.com/',
  'javascript:alert(1)',
  '/.//example.com',
  '/a/..//example.com',
  '/%0a/../..//example.com',
  ' //example.com',
  '/x\r\nSet-Cookie: a=b',
  `/${'a'.repeat(600)}`,
]) {
  test(`${elsewhere === undefined ? 'nothing' : JSON.stringify(elsewhere).slice(0, 40)} leads to the first page`, () => {
    assert.equal(ownPath(elsewhere), '/');
  });
}

test('the language of the query is left out, the rest of the query stays', () => {
  assert.equal(ownPath('/thu-tuc?lang=en&tim=a'), '/thu-tuc?tim=a');
  assert.equal(ownPath('/?lang=en'), '/');
});

test('whatever is asked, the answer is a path that a browser resolves on this site', () => {
  const pieces = fc.array(fc.constantFrom('/', '\\', '.', '..', '//', 'example.com', '@', ':', '?', '#', '%2f', '%5c', 'a', 'é', ' ', '\n', '\t', 'https:'), { maxLength: 8 });
  fc.assert(
    fc.property(pieces, (parts) => {
      const path = ownPath(`/${parts.join('')}`);
      assert.equal(new URL(path, 'https://xa.example').origin, 'https://xa.example');
      assert.equal(ownPath(path), path);
    }),
    { numRuns: 2000 },
  );
});
