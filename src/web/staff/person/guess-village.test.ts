import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessVillage } from './guess-village.ts';

const VILLAGES = [
  { id: '1', name: 'Đông Hòa', kind: 'thôn' },
  { id: '2', name: 'Phú Lĩnh', kind: 'thôn' },
  { id: '3', name: '1', kind: 'tổ dân phố' },
  { id: '4', name: '1 Nam', kind: 'tổ dân phố' },
  { id: '5', name: 'Hòa Phú', kind: 'thôn' },
];

for (const [address, id] of [
  ['Thôn Đông Hòa, Xã Hoa Lộc, Hậu Lộc, Thanh Hóa', '1'],
  ['Thôn Đông Hoà, Hoa Lộc', '1'],
  ['thon phu linh, xa hoa loc', '2'],
  ['Đông Hòa, Hoa Lộc, Hậu Lộc, Thanh Hóa', '1'],
  ['Số 5, Tổ dân phố 1 Nam, phường Mẫu', '4'],
  ['Số 5, Tổ dân phố 1, phường Mẫu', '3'],
  ['Số 1 Phố Thử Nghiệm, Phường Thí Điểm, Hà Nội', undefined],
  ['12 Lê Lợi, xã Hòa Phú, tỉnh khác', undefined],
  ['', undefined],
] as const) {
  test(`“${address}” lies in ${id === undefined ? 'no known village' : `village ${id}`}`, () => {
    assert.equal(guessVillage(address, VILLAGES)?.id, id);
  });
}
