import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGateway } from './config-gateway.ts';

const RIGHT = { XASO_GATEWAY: 'cong.json', XASO_GATEWAY_MERCHANT: 'HOALOC', XASO_GATEWAY_SECRET: 'khoa-bi-mat-cua-cong' };

test('a payment gateway is named whole or not at all', () => {
  assert.deepEqual(readGateway({}, '/xa'), { gateway: undefined, faults: [] });
  assert.deepEqual(readGateway(RIGHT, '/xa'), { gateway: { file: '/xa/cong.json', merchant: 'HOALOC', secret: 'khoa-bi-mat-cua-cong' }, faults: [] });
  for (const name of Object.keys(RIGHT)) {
    const { gateway, faults } = readGateway({ ...RIGHT, [name]: '' }, '/xa');
    assert.equal(gateway, undefined);
    assert.deepEqual(faults.map(({ en }) => en.split(':')[0]), [name]);
  }
});

test('the secret is never repeated in a fault', () => {
  const { faults } = readGateway({ ...RIGHT, XASO_GATEWAY_SECRET: 'ngan-qua' }, '/xa');
  assert.equal(faults.length, 1);
  assert.ok(!JSON.stringify(faults).includes('ngan-qua'));
});
