import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { QrPicture } from './qr-picture.tsx';

test('dark modules of a row are drawn as runs', () => {
  const picture = renderToStaticMarkup(
    <QrPicture
      alt="Mã QR"
      modules={[
        [true, true, false],
        [false, false, true],
        [false, false, false],
      ]}
    />,
  );
  assert.match(picture, /viewBox="0 0 3 3" role="img" aria-label="Mã QR"/);
  assert.match(picture, /<path d="M0 0h2v1h-2zM2 1h1v1h-1z"><\/path>/);
});
