import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { MarkedPicture } from './marked-picture.tsx';

const show = (marks: Parameters<typeof MarkedPicture>[0]['marks']) => renderToStaticMarkup(<MarkedPicture id="a" src="/b.jpg" alt="Giấy chứng sinh" marks={marks} />);

test('marks are drawn in parts of the picture, and their words stand in a list for whoever cannot see them', () => {
  const page = show([{ shape: 'box', x: 0.125, y: 0.2, w: 0.5, h: 0.3, words: 'Thiếu dấu' }, { shape: 'arrow', x: 0.9, y: 0.5, w: -0.4, h: 0.25, words: 'Mờ <b>' }]);
  assert.match(page, /<rect class="mark-line" x="12\.5%" y="20%" width="50%" height="30%"/);
  assert.match(page, /<line class="mark-line" x1="90%" y1="50%" x2="50%" y2="75%" marker-end="url\(#a-tip\)"/);
  assert.match(page, /<ol><li>Thiếu dấu<\/li><li>Mờ &lt;b&gt;<\/li><\/ol>/);
});

test('a picture without marks has no list', () => {
  assert.doesNotMatch(show([]), /<ol>|<rect/);
});
