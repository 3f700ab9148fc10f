import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserKind } from './browser-kind.ts';
import { judgeToken } from './judge-token.ts';
import { pairingCodeOf, readPairingCode, showPairingCode } from './pairing-code.ts';

const AT = new Date('2026-11-23T08:00:00+07:00');
const later = (ms: number): Date => new Date(AT.getTime() + ms);
const FACTS = { browser: 'firefox/linux', endedAt: null, lastSeenAt: AT, pairedAt: AT } as const;
const TOKEN = { generation: 2, issuedAt: AT, firstUsedAt: AT, retiredAt: null } as const;
const DAY = 24 * 60 * 60_000;

for (const [what, token, facts, browser, now, verdict] of [
  ['the key of today', TOKEN, FACTS, 'firefox/linux', later(1), 'live'],
  ['a key that was never used', { ...TOKEN, firstUsedAt: null }, FACTS, 'firefox/linux', later(1), 'first-use'],
  ['a key that was followed a minute ago at most', { ...TOKEN, retiredAt: AT }, FACTS, 'firefox/linux', later(59_999), 'late'],
  ['a key that was followed longer ago', { ...TOKEN, retiredAt: AT }, FACTS, 'firefox/linux', later(60_000), 'replayed'],
  ['a followed key after the clock was set back', { ...TOKEN, retiredAt: AT }, FACTS, 'firefox/linux', later(-DAY), 'late'],
  ['a key in another browser', TOKEN, FACTS, 'chrome/windows', later(1), 'other-browser'],
  ['any key of an ended device', { ...TOKEN, retiredAt: AT }, { ...FACTS, endedAt: AT }, 'chrome/windows', later(DAY), 'ended'],
  ['a key that nobody used for ninety days', TOKEN, FACTS, 'firefox/linux', later(90 * DAY), 'unused'],
] as const) {
  test(`${what} is ${verdict}`, () => {
    assert.equal(judgeToken(token, facts, browser, now), verdict);
  });
}

test('a code is eight digits, shown in two groups and read with whatever gaps were typed', () => {
  assert.equal(showPairingCode('01234567'), '0123 4567');
  for (const typed of ['01234567', ' 0123 4567 ', '0123-4567', '0123.45 67']) assert.equal(readPairingCode(typed), '01234567');
  for (const typed of ['', '0123456', '012345678', '0123456a', '１２３４５６７８']) assert.equal(readPairingCode(typed), undefined);
});

test('every code is as likely as any other: numbers beyond the last whole hundred million make none', () => {
  const of = (number: number): string | undefined => {
    const bytes = new Uint8Array(32);
    new DataView(bytes.buffer).setUint32(0, number);
    return pairingCodeOf(bytes);
  };
  assert.deepEqual([of(0), of(99_999_999), of(100_000_000), of(4_199_999_999), of(4_200_000_000)], ['00000000', '99999999', '00000000', '99999999', undefined]);
});

for (const [userAgent, kind] of [
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox/linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'edge/windows'],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'chrome/android'],
  ['Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1', 'safari/ios'],
  ['', 'other/other'],
] as const) {
  test(`${userAgent.slice(0, 40) || 'nothing'} is ${kind}`, () => {
    assert.equal(browserKind(userAgent), kind);
  });
}
