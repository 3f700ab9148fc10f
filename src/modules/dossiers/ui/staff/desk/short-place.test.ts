import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortPlace } from './short-place.ts';

for (const [address, place] of [
  ['Thôn Đông Hòa, xã Hoa Lộc, tỉnh Thanh Hóa', 'Thôn Đông Hòa'],
  ['Số nhà 12, thôn Phú Lĩnh, xã Hoa Lộc', 'thôn Phú Lĩnh'],
  ['12 Lê Lợi, Tổ dân phố 3, phường Mẫu, Ninh Bình', 'Tổ dân phố 3'],
  ['Bản Piềng Lâu,Xã Trung Hạ', 'Bản Piềng Lâu'],
  ['Số 1 Phố Thử Nghiệm, Phường Thí Điểm, Hà Nội', 'Số 1 Phố Thử Nghiệm'],
  ['Số nhà 128, ngõ 27, khu tái định cư Đồng Bái, thôn Xuân Tình, xã Hoa Lộc', 'thôn Xuân Tình'],
  ['Số 4, tổ 12, phường Mẫu', 'tổ 12'],
  ['  ', ''],
] as const) {
  test(`“${address}” is told in short as “${place}”`, () => {
    assert.equal(shortPlace(address), place);
  });
}
