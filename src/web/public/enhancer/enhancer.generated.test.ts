import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { KIOSK_SCRIPT } from '../kiosk/kiosk-script.generated.ts';
import { UPLOADS_SCRIPT } from '../uploads-script/uploads-script.generated.ts';
import { agreeModule, bundleEnhancer, cardsModule, enhancerModule, formsModule, kioskModule, readerModule, uploadsModule } from './bundle-enhancer.ts';
import { ENHANCER } from './enhancer.generated.ts';

test('the generated script is what its sources give today; if not, run generate-enhancer.ts', async () => {
  const kept = readFileSync(new URL('./enhancer.generated.ts', import.meta.url), 'utf8');
  assert.equal(kept, enhancerModule(await bundleEnhancer()));
});

test('so is the script of the kiosk', async () => {
  const kept = readFileSync(new URL('../kiosk/kiosk-script.generated.ts', import.meta.url), 'utf8');
  assert.equal(kept, kioskModule(await bundleEnhancer('kiosk')));
});

test('so is the script of the pages for papers, which weighs at most 4 KB on the wire', async () => {
  const kept = readFileSync(new URL('../uploads-script/uploads-script.generated.ts', import.meta.url), 'utf8');
  assert.equal(kept, uploadsModule(await bundleEnhancer('uploads')));
  const weight = brotliCompressSync(UPLOADS_SCRIPT).length;
  assert.ok(weight <= 4096, `${weight} bytes`);
});

test('so is the script of the pages of declarations, which weighs at most 8.5 KB on the wire', async () => {
  const kept = readFileSync(new URL('../../../modules/forms/api/form-page-script.generated.ts', import.meta.url), 'utf8');
  const script = await bundleEnhancer('forms');
  assert.equal(kept, formsModule(script));
  const weight = brotliCompressSync(script).length;
  assert.ok(weight <= 8.5 * 1024, `${weight} bytes`);
});

test('so is the script that reads cards, which is fetched when its part is opened and weighs at most 2 KB on the wire', async () => {
  const kept = readFileSync(new URL('../../../modules/forms/api/card-script.generated.ts', import.meta.url), 'utf8');
  const script = await bundleEnhancer('cards');
  assert.equal(kept, cardsModule(script));
  const weight = brotliCompressSync(script).length;
  assert.ok(weight <= 2048, `${weight} bytes`);
});

test('so is the worker that reads codes, which is fetched after a tap and weighs at most 14 KB on the wire', async () => {
  const kept = readFileSync(new URL('../../../modules/forms/api/code-reader-script.generated.ts', import.meta.url), 'utf8');
  const script = await bundleEnhancer('reader');
  assert.equal(kept, readerModule(script));
  const weight = brotliCompressSync(script).length;
  assert.ok(weight <= 14 * 1024, `${weight} bytes`);
});

test('so is the script of the page on which somebody agrees, which weighs at most 3 KB on the wire', async () => {
  const kept = readFileSync(new URL('../../../modules/assisted-filing/api/agree-page-script.generated.ts', import.meta.url), 'utf8');
  const script = await bundleEnhancer('agree');
  assert.equal(kept, agreeModule(script));
  assert.ok(brotliCompressSync(script).length <= 3 * 1024);
});

test('the script weighs at most 2 KB on the wire', () => {
  const weight = brotliCompressSync(ENHANCER).length;
  assert.ok(weight <= 2048, `${weight} bytes`);
});

test('the script cannot end its element early and imports nothing', () => {
  for (const script of [ENHANCER, KIOSK_SCRIPT, UPLOADS_SCRIPT]) {
    assert.doesNotMatch(script, /<\/|<!--/);
    assert.doesNotMatch(script, /\bimport\b|\brequire\b/);
  }
});
