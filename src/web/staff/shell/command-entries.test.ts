import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CommandEntry, matchingPlaces, procedureEntry } from './command-entries.ts';

const place = (title: string): CommandEntry => ({ id: title, group: 'go', title, detail: '', path: '/' });
const PLACES = ['Việc của tôi', 'Chờ tiếp nhận', 'Sắp quá hạn', 'Chờ trả kết quả', 'Hồ sơ mới'].map(place);

for (const [typed, found] of [
  ['', ['Việc của tôi', 'Chờ tiếp nhận', 'Sắp quá hạn', 'Chờ trả kết quả', 'Hồ sơ mới']],
  ['cho', ['Chờ tiếp nhận', 'Chờ trả kết quả']],
  ['ho so', ['Hồ sơ mới']],
  ['tra ket', ['Chờ trả kết quả']],
  ['quá hạn', ['Sắp quá hạn']],
  ['khai sinh', []],
] as const) {
  test(`“${typed}” finds ${found.length === 0 ? 'no place' : found.join(', ')}`, () => {
    assert.deepEqual(matchingPlaces(PLACES, typed).map((entry) => entry.title), found);
  });
}

test('a procedure that cannot be received yet is not offered for reception', () => {
  const procedure = { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', timeWords: 'Trong ngày', receivable: true };
  assert.equal(procedureEntry(procedure, '/x')?.detail, 'Hộ tịch · Trong ngày');
  assert.equal(procedureEntry({ ...procedure, receivable: false }, '/x'), undefined);
});
