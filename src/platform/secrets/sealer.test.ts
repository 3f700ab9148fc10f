import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSealer } from './sealer.ts';

const sealer = createSealer(Buffer.alloc(32, 7));

test('what was sealed is read again, and looks different every time', () => {
  const sealed = sealer.seal('totp', 'a', 'GEZDGNBV đ');
  assert.equal(sealer.open('totp', 'a', sealed), 'GEZDGNBV đ');
  assert.notEqual(sealer.seal('totp', 'a', 'GEZDGNBV đ'), sealed);
  assert.ok(!sealed.includes('GEZ'));
});

test('another owner, another purpose, another installation and an altered text open nothing', () => {
  const sealed = sealer.seal('totp', 'a', 'secret');
  assert.throws(() => sealer.open('totp', 'b', sealed));
  assert.throws(() => sealer.open('other', 'a', sealed));
  assert.throws(() => createSealer(Buffer.alloc(32, 8)).open('totp', 'a', sealed));
  const altered = Buffer.from(sealed, 'base64url');
  altered[30] = (altered[30] ?? 0) ^ 1;
  assert.throws(() => sealer.open('totp', 'a', altered.toString('base64url')));
});

test('a digest is the same for the same owner and text only', () => {
  assert.equal(sealer.digest('code', 'a', 'X'), sealer.digest('code', 'a', 'X'));
  assert.notEqual(sealer.digest('code', 'a', 'X'), sealer.digest('code', 'b', 'X'));
  assert.notEqual(sealer.digest('code', 'a', 'X'), createSealer(Buffer.alloc(32, 8)).digest('code', 'a', 'X'));
});
