import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateSync } from 'otplib';
import { checkTotp, makeTotpSecret, totpAddress } from './totp.ts';

/** The secret of RFC 6238, appendix B, in Base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number): Date => new Date(seconds * 1000);

test('the values of RFC 6238 are accepted at their times (the last six of eight digits)', () => {
  for (const [seconds, code] of [[59, '287082'], [1_111_111_109, '081804'], [1_111_111_111, '050471'], [1_234_567_890, '005924'], [2_000_000_000, '279037']] as const) {
    assert.deepEqual(checkTotp(SECRET, code, null, at(seconds)), { kind: 'right', step: Math.floor(seconds / 30) });
  }
});

test('a step earlier and later is accepted; two are the fault of a clock, with its minutes and direction', () => {
  const now = 1_700_000_000;
  const code = (off: number): string => generateSync({ secret: SECRET, epoch: now + off });
  for (const off of [-30, 0, 30]) assert.equal(checkTotp(SECRET, code(off), null, at(now)).kind, 'right', String(off));
  assert.deepEqual(checkTotp(SECRET, code(-600), null, at(now)), { kind: 'clock', minutes: 10, ahead: false });
  assert.deepEqual(checkTotp(SECRET, code(300), null, at(now)), { kind: 'clock', minutes: 5, ahead: true });
  assert.equal(checkTotp(SECRET, code(3600), null, at(now)).kind, 'wrong');
});

test('a code is accepted once, and none that is older than the last accepted one', () => {
  const now = 1_700_000_000;
  const step = Math.floor(now / 30);
  const code = (off: number): string => generateSync({ secret: SECRET, epoch: now + off });
  assert.equal(checkTotp(SECRET, code(0), step, at(now)).kind, 'used');
  assert.equal(checkTotp(SECRET, code(-30), step, at(now)).kind, 'used');
  assert.equal(checkTotp(SECRET, code(30), step, at(now)).kind, 'right');
});

test('secrets are 160 bits and never the same; the address names office and person', () => {
  assert.match(makeTotpSecret(), /^[A-Z2-7]{32}$/u);
  assert.notEqual(makeTotpSecret(), makeTotpSecret());
  const address = new URL(totpAddress(SECRET, 'Xã Số Hoa Lộc', 'an.nguyen'));
  assert.equal(address.protocol, 'otpauth:');
  assert.equal(address.searchParams.get('secret'), SECRET);
  assert.equal(address.searchParams.get('issuer'), 'Xã Số Hoa Lộc');
});
