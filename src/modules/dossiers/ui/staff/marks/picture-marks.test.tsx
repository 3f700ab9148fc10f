import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { MAX_MARKS, type PictureMark } from '../../../domain/picture-marks.ts';
import { PictureMarks } from './picture-marks.tsx';

const MARK: PictureMark = { page: 1, shape: 'box', x: 0.1, y: 0.2, w: 0.3, h: 0.1, words: 'Thiếu dấu đỏ' };
const show = (marks: readonly PictureMark[], page = 1) =>
  renderToStaticMarkup(<PictureMarks picture={{ address: '/api/a', name: 'Giấy chứng sinh, trang 1' }} page={page} marks={marks} onChange={() => undefined} />);

test('a page shows its own marks only, each with its words and a place that the keyboard can change', () => {
  const page = show([{ ...MARK, page: 2, words: 'Trang khác' }, MARK]);
  assert.match(page, /<rect class="mark-line" x="10%" y="20%"/);
  assert.match(page, /aria-label="Dấu 1\. Mũi tên để dời/);
  assert.match(page, /value="Thiếu dấu đỏ"/);
  assert.doesNotMatch(page, /Trang khác|Dấu 2/);
  assert.match(show([MARK], 2), /Chưa có dấu nào/);
});

test('when a paper has as many marks as it can take, the screen says so', () => {
  assert.match(show(Array.from({ length: MAX_MARKS }, () => MARK)), /Đã đủ 20 dấu/);
  assert.match(show([MARK]), /Kéo chuột/);
});
