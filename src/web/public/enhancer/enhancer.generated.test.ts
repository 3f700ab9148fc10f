import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { bundleEnhancer, enhancerModule } from './bundle-enhancer.ts';
import { ENHANCER } from './enhancer.generated.ts';

test('the generated script is what its sources give today; if not, run generate-enhancer.ts', async () => {
  const kept = readFileSync(new URL('./enhancer.generated.ts', import.meta.url), 'utf8');
  assert.equal(kept, enhancerModule(await bundleEnhancer()));
});

test('the script weighs at most 2 KB on the wire', () => {
  const weight = brotliCompressSync(ENHANCER).length;
  assert.ok(weight <= 2048, `${weight} bytes`);
});

test('the script cannot end its element early and imports nothing', () => {
  assert.doesNotMatch(ENHANCER, /<\/|<!--/);
  assert.doesNotMatch(ENHANCER, /\bimport\b|\brequire\b/);
});
