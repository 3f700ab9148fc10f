import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) } });

/** Every QR code of a picture, read by ZXing: another program than the one that drew it, and the one in many banks' apps. */
export async function readWithZxing(picture: Buffer): Promise<readonly string[]> {
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 });
  return found.filter(({ isValid }) => isValid).map(({ text }) => text);
}

/** The drawings of a page that are codes, as pictures: each `<svg>` of a `figure` with `qr` in its class, on white. */
export async function qrPicturesOf(page: string, scale = 6): Promise<readonly Buffer[]> {
  const drawings = [...page.matchAll(/<figure class="qr"><svg viewBox="0 0 (\d+) \d+"[^>]*>(.*?)<\/svg>/gsu)];
  return Promise.all(drawings.map(([, side = '', inside = '']) => {
    const size = Number(side) * scale;
    return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${String(size)}" height="${String(size)}"><rect width="100%" height="100%" fill="#fff"/>${inside}</svg>`)).png().toBuffer();
  }));
}
