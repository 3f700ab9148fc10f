import { decodeQRBatch } from 'qr/decode.js';

/** A picture as a canvas holds it. */
interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** Texts of the QR codes of a picture; none where there is none that can be read. */
async function codesOf(picture: Picture): Promise<readonly string[]> {
  const [found = []] = await decodeQRBatch([picture]).catch(() => [[]]);
  return [...new Set(found.filter((one) => typeof one === 'string'))];
}

// Beside the page, so that a slow phone goes on scrolling while it reads: what is asked is answered in the same order.
self.addEventListener('message', ({ data }: MessageEvent<Picture>) => {
  void codesOf(data).then((codes) => { self.postMessage(codes); });
});
