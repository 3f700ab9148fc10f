import assert from 'node:assert/strict';
import test from 'node:test';
import decodeQR from 'qr/decode.js';
import fc from 'fast-check';
import { asRgb, drawPath } from './draw-path-for-tests.ts';
import { qrMatrix, QUIET_ZONE } from './qr-matrix.ts';
import { qrPath } from './qr-path.ts';
import { qrSvg } from './qr-svg.ts';

const ADDRESS = 'https://hoaloc.thanhhoa.gov.vn/h/4hd8sQmW0cT1lVgJ3yP0mA';

const letters = (alphabet: string) => fc.constantFrom(...Array.from(alphabet));

function read(text: string): string {
  const { path, side } = qrPath(text);
  // Without a limit on time a loaded machine must not change the outcome.
  return decodeQR(asRgb(drawPath(path, side, 3)), { timeLimit: 60_000 });
}

test('what is put into a code is read from the drawn path, for 200 random addresses, numbers and Vietnamese texts', () => {
  const address = fc.tuple(fc.webUrl({ validSchemes: ['https'] }), fc.string({ unit: letters('abcXYZ0189-_'), maxLength: 60 }));
  const payload = fc.oneof(
    address.map(([url, token]) => `${url}/h/${token}`),
    fc.string({ unit: letters('0123456789'), minLength: 1, maxLength: 40 }),
    fc.string({ unit: letters('aăâđêôơưàảãáạằẳẫấậệốộớựỳỵ ,.'), minLength: 1, maxLength: 120 }),
  );
  fc.assert(
    fc.property(payload, (text) => {
      assert.equal(read(text), text);
    }),
    { numRuns: 200, seed: 2026 },
  );
});

test('the path draws exactly the modules of the code', () => {
  const dark = qrMatrix(ADDRESS);
  const { path, side } = qrPath(ADDRESS);
  const picture = drawPath(path, side, 1);
  assert.equal(side, dark.length);
  assert.deepEqual(
    Array.from(picture.pixels, (pixel) => pixel === 0),
    dark.flat(),
  );
});

test('four light modules surround the code on every side', () => {
  const dark = qrMatrix(ADDRESS);
  const edge = (index: number) => index < QUIET_ZONE || index >= dark.length - QUIET_ZONE;
  for (const [y, row] of dark.entries()) for (const [x, module] of row.entries()) if (edge(x) || edge(y)) assert.equal(module, false);
});

test('the picture has one path, names what it is for, and stays under 3 KB for a tracking address', () => {
  const svg = qrSvg(ADDRESS, { label: 'Mã QR mở trang theo dõi hồ sơ' });
  assert.equal(svg.match(/<path /g)?.length, 1);
  assert.match(svg, /role="img" aria-label="Mã QR mở trang theo dõi hồ sơ"/);
  assert.match(svg, /<rect width="\d+" height="\d+" fill="#fff"\/>/);
  assert.ok(svg.length < 3000, `${svg.length} characters`);
});

test('a label cannot break out of its attribute', () => {
  const svg = qrSvg('x', { label: '"><script>alert(1)</script>' });
  assert.doesNotMatch(svg, /<script/);
});

test('an empty text and one that fits in no code are refused', () => {
  assert.throws(() => qrPath(''), RangeError);
  assert.throws(() => qrPath('x'.repeat(2400)));
});
