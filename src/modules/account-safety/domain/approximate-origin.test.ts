import assert from 'node:assert/strict';
import { test } from 'node:test';
import { approximateOrigin } from './approximate-origin.ts';

test('an origin names the network and not the machine', () => {
  const cases = [['10.20.30.40', '10.20.30.x'], ['::ffff:203.0.113.9', '203.0.113.x'], ['2001:db8:1:2:3::4', '2001:db8:1:x'], ['fe80::1%eth0', 'fe80:x'], ['::1', '::1'], ['console', 'console']] as const;
  for (const [address, origin] of cases) assert.equal(approximateOrigin(address), origin);
});
