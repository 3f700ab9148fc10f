import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createPlaceIndex } from './domain/place-index.ts';
import { findCommune, findPlaces, listCommunes, listProvinces, resolveAddress as resolveFromFront } from './index.ts';
import { readPlaceData } from './load-places.ts';

test('the index takes under 25 MB', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  createPlaceIndex(readPlaceData());
  collect();
  const before = process.memoryUsage().heapUsed;
  const index = createPlaceIndex(readPlaceData());
  collect();
  assert.ok(process.memoryUsage().heapUsed - before < 25_000_000);
  assert.equal(index.units.formerCommunes.length, 10_035 + 769);
});

test('lists that contradict themselves are noticed when they are joined', () => {
  const data = readPlaceData();
  const broken = { ...data, mapping: { ...data.mapping, communes: { ...data.mapping.communes, 99999: ['00001'] } } };
  assert.throws(() => createPlaceIndex(broken), /99999/u);
});

test('the front door answers plain data', () => {
  assert.equal(listProvinces().length, 34);
  assert.equal(listProvinces().flatMap(({ code }) => listCommunes(code)).length, 3321);
  assert.deepEqual(listCommunes('00'), []);
  assert.deepEqual(findCommune('16012'), { code: '16012', fullName: 'Xã Hậu Lộc', provinceCode: '38', provinceName: 'Tỉnh Thanh Hoá' });
  assert.equal(findCommune('00001'), undefined);
  const answer = JSON.parse(JSON.stringify(resolveFromFront('xã Hoa Lộc, huyện Hậu Lộc, tỉnh Thanh Hóa'))) as unknown;
  assert.deepEqual(answer, {
    level: 'commune',
    ambiguous: false,
    detail: '',
    provinces: [{ code: '38', fullName: 'Tỉnh Thanh Hoá' }],
    communes: [
      {
        code: findPlaces('Xã Hoa Lộc, Thanh Hóa')[0]?.code,
        fullName: 'Xã Hoa Lộc',
        provinceCode: '38',
        provinceName: 'Tỉnh Thanh Hoá',
        how: 'former-commune',
        from: { code: '16063', path: 'Xã Hoa Lộc, Huyện Hậu Lộc, Tỉnh Thanh Hóa' },
        errors: 0,
        score: 145,
      },
    ],
  });
});
