import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sortVillages, villageLabel, type VillageHelp } from './village-help.ts';

function village(name: string, kind: VillageHelp['kind'] = 'thôn'): VillageHelp {
  return { id: name, name, kind, teamLeaderName: null, teamLeaderPhone: null };
}

for (const [name, kind, label] of [
  ['Đông Hòa', 'thôn', 'thôn Đông Hòa'],
  ['Khu phố 3', 'khu phố', 'Khu phố 3'],
  ['Tổ dân phố số 5', 'tổ dân phố', 'Tổ dân phố số 5'],
  ['Bản Lác', 'bản', 'Bản Lác'],
  ['Thôn', 'thôn', 'thôn Thôn'],
] as const) {
  test(`${name} of kind ${kind} is called ${label}`, () => {
    assert.equal(villageLabel(village(name, kind)), label);
  });
}

test('villages stand in the order of the Vietnamese alphabet, with numbers in the order of counting', () => {
  const names = ['Khu phố 10', 'Đông Hòa', 'Xuân Tình', 'Khu phố 2', 'Dương Nội', 'Ấp Bắc'];
  assert.deepEqual(
    sortVillages(names.map((name) => village(name))).map(({ name }) => name),
    ['Ấp Bắc', 'Dương Nội', 'Đông Hòa', 'Khu phố 2', 'Khu phố 10', 'Xuân Tình'],
  );
});
