import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc16, crc16Hex } from './crc16.ts';

test('the check value of CRC-16/CCITT-FALSE holds', () => {
  assert.equal(crc16('123456789'), 0x29b1);
  assert.equal(crc16Hex('123456789'), '29B1');
  assert.equal(crc16(''), 0xffff);
});

test('letters with accents count by their UTF-8 bytes and a broken surrogate does not throw', () => {
  assert.notEqual(crc16('ế'), crc16('e'));
  assert.equal(crc16('\ud800'), crc16('\ufffd'));
});
