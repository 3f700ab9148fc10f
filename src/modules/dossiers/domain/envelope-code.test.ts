import assert from 'node:assert/strict';
import { test } from 'node:test';
import { envelopeCode, readEnvelopeCode } from './envelope-code.ts';

test('a code is read back as it is typed, scanned or spoken', () => {
  const code = envelopeCode(Uint8Array.from([0, 1, 2, 3, 30, 60, 90, 120, 200, 255]));
  assert.match(code, /^PB-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{2}$/);
  for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), code.replaceAll('-', ' '), code.slice(3), `https://xa.test/x/${code.replaceAll('-', '')}`]) assert.equal(readEnvelopeCode(typed), code, typed);
});

test('what cannot be a code is none', () => {
  for (const typed of ['', 'PB-123', 'PB-IIII-OOOO-11', 'PB-AAAA-AAAA-AAA', 'đđđđđđđđđđ']) assert.equal(readEnvelopeCode(typed), undefined, typed);
});
