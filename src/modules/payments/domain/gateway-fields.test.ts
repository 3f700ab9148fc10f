import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type GatewayDescription, gatewayTime, orderFields, readGatewayTime, readTold, signedText } from './gateway-fields.ts';

const GATEWAY = JSON.parse(readFileSync(new URL('../../../../data/payment-gateways/rehearsal.json', import.meta.url), 'utf8')) as GatewayDescription;
const AT = Date.parse('2026-11-26T09:05:07+07:00');
const TOLD = { order: 'XS7KQ4M2PTBA1', amount: '800000', transaction: 'TD123', code: '00', paid: '20261126090507', merchant: 'HOALOC' };

describe('the fields of a gateway', () => {
  test('are signed sorted by name, without the signature and without empty ones', () => {
    assert.equal(signedText(GATEWAY, { b: 'Phi 1', a: 'x&y', sig: 'abc', c: '' }), 'a=x%26y&b=Phi+1');
    assert.equal(signedText({ signature: { ...GATEWAY.signature, encoding: 'plain' } }, { b: 'Phi 1', a: 'x' }), 'a=x&b=Phi 1');
  });

  test('in whatever order they come are the same text', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ maxLength: 12 }), { maxKeys: 8 }), (fields) => {
      const turned = Object.fromEntries(Object.entries(fields).toReversed());
      assert.equal(signedText(GATEWAY, fields), signedText(GATEWAY, turned));
    }));
  });

  test('carry an order with its amount in the gateway’s own unit and Vietnamese times', () => {
    const fields = orderFields(GATEWAY, { merchant: 'HOALOC', number: 'XS1', amount: 8_000, words: 'XS1', returnUrl: 'http://xa.test/ve', createdAt: AT, expiresAt: AT + 900_000, address: '10.0.0.1', locale: 'vi' });
    assert.deepEqual([fields['amount'], fields['created'], fields['expires'], fields['command']], ['800000', '20261126090507', '20261126092007', 'pay']);
  });

  test('tell what was paid, in đồng', () => {
    assert.deepEqual(readTold(GATEWAY, TOLD), { number: 'XS7KQ4M2PTBA1', amount: 8_000, transaction: 'TD123', code: '00', outcome: 'paid', paidAt: AT });
    assert.equal(readTold(GATEWAY, { ...TOLD, code: '24' })?.outcome, 'failed');
    assert.equal(readTold(GATEWAY, { ...TOLD, code: '01' })?.outcome, 'pending');
  });

  test('that are missing, or are no amount, tell nothing', () => {
    for (const wrong of [{ order: '' }, { amount: '' }, { amount: '-800000' }, { amount: '800000.5' }, { amount: '1e9' }, { amount: '800050' }, { amount: '9'.repeat(19) }, { transaction: '' }, { transaction: 'a b' }, { code: '' }]) {
      assert.equal(readTold(GATEWAY, { ...TOLD, ...wrong }), undefined, JSON.stringify(wrong));
    }
    assert.equal(readTold(GATEWAY, { ...TOLD, paid: '20260230000000' })?.paidAt, null, 'a day that does not exist');
  });

  test('write and read moments to the second', () => {
    fc.assert(fc.property(fc.integer({ min: Date.parse('2020-01-01T00:00:00Z') / 1000, max: Date.parse('2099-12-31T00:00:00Z') / 1000 }), (seconds) => {
      assert.equal(readGatewayTime(gatewayTime(seconds * 1000)), seconds * 1000);
    }));
    assert.equal(readGatewayTime('hôm qua'), undefined);
  });
});
