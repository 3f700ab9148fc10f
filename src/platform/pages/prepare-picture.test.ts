import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import sharp from 'sharp';
import { isGrey, PAGE_SIDE, preparePicture } from './prepare-picture.ts';

/** A page in four quarters of one brightness each: left above, right above, left below, right below. */
async function quarters(width: number, height: number): Promise<Buffer> {
  const shades = [20, 90, 160, 230];
  const bytes = Buffer.alloc(width * height);
  for (let at = 0; at < bytes.length; at += 1) {
    const right = at % width >= width / 2 ? 1 : 0;
    const below = at >= bytes.length / 2 ? 2 : 0;
    bytes[at] = shades[right + below] ?? 0;
  }
  return sharp(bytes, { raw: { width, height, channels: 1 } }).png().toBuffer();
}

async function shadesOf(jpeg: Buffer): Promise<readonly number[]> {
  const { data } = await sharp(jpeg).resize(2, 2, { fit: 'fill', kernel: 'nearest' }).greyscale().raw().toBuffer({ resolveWithObject: true });
  return [...data].map((shade) => Math.round(shade / 10) * 10);
}

describe('a picture that becomes a page', () => {
  test('is turned clockwise', async () => {
    const page = await preparePicture(await quarters(400, 600), { crop: null, turn: 90 });
    assert.deepEqual([page.width, page.height], [600, 400]);
    assert.deepEqual(await shadesOf(page.jpeg), [160, 20, 230, 90]);
    assert.deepEqual(await shadesOf((await preparePicture(await quarters(400, 600), { crop: null, turn: 180 })).jpeg), [230, 160, 90, 20]);
  });

  test('is cut where it lies in its file, then turned', async () => {
    const page = await preparePicture(await quarters(400, 600), { crop: { x: 0.5, y: 0, w: 0.5, h: 1 }, turn: 90 });
    assert.deepEqual([page.width, page.height], [600, 200]);
    assert.deepEqual(await shadesOf(page.jpeg), [230, 90, 230, 90]);
  });

  test('is never larger than a page needs and never made larger', async () => {
    const large = await preparePicture(await quarters(3000, 4000), { crop: null, turn: 0 });
    assert.deepEqual([large.width, large.height], [PAGE_SIDE * 0.75, PAGE_SIDE]);
    assert.equal((await preparePicture(await quarters(300, 400), { crop: null, turn: 0 })).height, 400);
  });

  test('a crop that is as thin as a line still gives a picture', async () => {
    const page = await preparePicture(await quarters(100, 100), { crop: { x: 0.9999, y: 0, w: 0.0001, h: 1 }, turn: 0 });
    assert.equal(page.width, 1);
  });

  test('without colour it is kept grey; a red seal keeps the colour of the whole page', async () => {
    const paper = sharp({ create: { width: 1000, height: 1400, channels: 3, background: '#eeeae4' } });
    const seal = Buffer.from('<svg width="160" height="160"><circle cx="80" cy="80" r="70" fill="none" stroke="#c8102e" stroke-width="6"/></svg>');
    const plain = await preparePicture(await paper.clone().png().toBuffer(), { crop: null, turn: 0 });
    const sealed = await preparePicture(await paper.clone().composite([{ input: seal, left: 600, top: 1000 }]).png().toBuffer(), { crop: null, turn: 0 });
    assert.equal((await sharp(plain.jpeg).metadata()).channels, 1);
    assert.equal((await sharp(sealed.jpeg).metadata()).channels, 3);
  });

  test('what is no picture throws', async () => {
    await assert.rejects(preparePicture(Buffer.from('nothing'), { crop: null, turn: 0 }));
  });
});

test('dust of colour is no colour, a blue signature is', () => {
  const pixels = (coloured: number) => Uint8Array.from({ length: 30_000 }, (_, at) => (at < coloured * 3 && at % 3 === 2 ? 250 : 120));
  assert.ok(isGrey(pixels(2)));
  assert.ok(!isGrey(pixels(30)));
});
