import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { KIOSK_SCRIPT } from '../kiosk/kiosk-script.generated.ts';
import { bundleEnhancer, enhancerModule, kioskModule } from './bundle-enhancer.ts';
import { ENHANCER } from './enhancer.generated.ts';

test('the generated script is what its sources give today; if not, run generate-enhancer.ts', async () => {
  const kept = readFileSync(new URL('./enhancer.generated.ts', import.meta.url), 'utf8');
  assert.equal(kept, enhancerModule(await bundleEnhancer()));
});

test('so is the script of the kiosk', async () => {
  const kept = readFileSync(new URL('../kiosk/kiosk-script.generated.ts', import.meta.url), 'utf8');
  assert.equal(kept, kioskModule(await bundleEnhancer('kiosk')));
});

test('the script weighs at most 2 KB on the wire', () => {
  const weight = brotliCompressSync(ENHANCER).length;
  assert.ok(weight <= 2048, `${weight} bytes`);
});

test('the script cannot end its element early and imports nothing', () => {
  for (const script of [ENHANCER, KIOSK_SCRIPT]) {
    assert.doesNotMatch(script, /<\/|<!--/);
    assert.doesNotMatch(script, /\bimport\b|\brequire\b/);
  }
});
