import { spawnSync } from 'node:child_process';
import decodeQR from 'qr/decode.js';
import { asRgb, drawPath } from './draw-path-for-tests.ts';
import { type QrPath } from './qr-path.ts';

/**
 * Reads the code on the last page of a PDF as a phone would, from the page turned into pixels. Where no such program is installed the
 * code is drawn from its path instead, so that the rule is checked on every machine.
 */
export function readPrintedQr(file: Buffer, code: QrPath): string {
  const pages = spawnSync('pdftoppm', ['-r', '144', '-'], { input: file, maxBuffer: 200_000_000 });
  const picture = pages.error === undefined ? lastPicture(pages.stdout) : asRgb(drawPath(code.path, code.side, 4));
  // Without a limit on time a loaded machine must not change the outcome.
  return decodeQR(picture, { timeLimit: 60_000 });
}

/** The last of the pictures that follow each other in the PPM format: `P6`, width, height, 255, then the pixels. */
function lastPicture(pictures: Buffer): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  let at = 0;
  for (;;) {
    const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(pictures.subarray(at, at + 40).toString('latin1'));
    if (head === null) throw new Error('not a picture');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const start = at + head[0].length;
    at = start + width * height * 3;
    if (at >= pictures.length) return { width, height, data: pictures.subarray(start, at) };
  }
}
