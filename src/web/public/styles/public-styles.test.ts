import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { KIOSK_STYLES } from '../kiosk/kiosk-styles.ts';
import { minifyCss } from './minify-css.ts';
import { UPLOADS_SHEET } from '../uploads-script/uploads-sheet.ts';
import { PUBLIC_STYLES } from './public-styles.ts';

const web = fileURLToPath(new URL('../..', import.meta.url));
const sheets = ['public', 'tokens'].flatMap((room) =>
  readdirSync(join(web, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => join(room, file)),
);

for (const sheet of sheets) {
  test(`${sheet} is part of the one style sheet, of the one of devices or of the one of pages for papers`, () => {
    assert.ok(`${PUBLIC_STYLES}${KIOSK_STYLES}${UPLOADS_SHEET}`.includes(minifyCss(readFileSync(join(web, sheet), 'utf8'))));
  });
}

test('the style sheet uses only tokens that exist', () => {
  const defined = new Set([...PUBLIC_STYLES.matchAll(/(--[\w-]+):/g)].map((match) => match[1]));
  for (const [, name] of `${PUBLIC_STYLES}${KIOSK_STYLES}${UPLOADS_SHEET}`.matchAll(/var\((--[\w-]+)/g)) assert.ok(defined.has(name), name);
});

test('the style sheet cannot end its element early and fetches only from this server', () => {
  for (const styles of [PUBLIC_STYLES, KIOSK_STYLES]) {
    assert.doesNotMatch(styles, /<\//);
    assert.doesNotMatch(styles, /url\((?!\/phong-chu\/)/);
    assert.doesNotMatch(styles, /@import/);
  }
});

test('all styles together weigh at most 5 KB on the wire', () => {
  const weight = brotliCompressSync(PUBLIC_STYLES).length;
  assert.ok(weight <= 5 * 1024, `${weight} bytes`);
});
