import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CommuneChoice } from './commune.ts';
import { defaultOffice, readCommuneChoice } from './default-office.ts';

const read = (fullName: string): CommuneChoice | undefined =>
  readCommuneChoice({ code: '16072', fullName, provinceCode: '38', provinceName: 'Tỉnh Thanh Hóa' });

for (const [fullName, kind, name] of [
  ['Xã Hoa Lộc', 'xã', 'Hoa Lộc'],
  ['Phường 1', 'phường', '1'],
  ['Đặc khu Phú Quốc', 'đặc khu', 'Phú Quốc'],
  ['Xã Hoa Lộc'.normalize('NFD'), 'xã', 'Hoa Lộc'],
] as const) {
  test(`“${fullName}” is the ${kind} ${name}`, () => {
    const choice = read(fullName);
    assert.deepEqual([choice?.kind, choice?.name], [kind, name]);
  });
}

for (const fullName of ['Huyện Hậu Lộc', 'Xãi', 'Tỉnh Thanh Hóa', '']) {
  test(`“${fullName}” is no commune`, () => {
    assert.equal(read(fullName), undefined);
  });
}

test('an office is named after its commune until somebody corrects it', () => {
  assert.deepEqual(defaultOffice(read('Xã Hoa Lộc')!), {
    centreName: 'Trung tâm Phục vụ hành chính công xã Hoa Lộc',
    address: 'Trụ sở Ủy ban nhân dân xã Hoa Lộc, tỉnh Thanh Hóa',
  });
});
