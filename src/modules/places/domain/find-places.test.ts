import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadPlaceIndex } from '../load-places.ts';
import { findPlaces } from './find-places.ts';
import { placePath } from './resolve-address.ts';

const index = loadPlaceIndex();

function paths(query: string, limit?: number): readonly string[] {
  return findPlaces(query, index, limit).map(({ unit }) => `${unit.level}: ${placePath(unit)}`);
}

test('every commune of today is found first by its name and province, and every unit by its code', () => {
  for (const commune of index.units.communes) {
    const path = `commune: ${placePath(commune)}`;
    assert.equal(paths(placePath(commune), 1)[0], path);
    assert.equal(paths(commune.code, 1)[0], path);
  }
});

test('a name gives the units of today before those of the past', () => {
  assert.deepEqual(paths('hoa loc').slice(0, 3), [
    'commune: Xã Hoa Lộc, Tỉnh Thanh Hoá',
    'former-commune: Xã Hòa Lộc, Huyện Hậu Lộc, Tỉnh Thanh Hóa',
    'former-commune: Xã Hoa Lộc, Huyện Hậu Lộc, Tỉnh Thanh Hóa',
  ]);
  assert.deepEqual(paths('Thanh Hóa').slice(0, 2), ['province: Tỉnh Thanh Hoá', 'former-province: Tỉnh Thanh Hóa']);
  assert.equal(paths('hải dương')[0], 'former-province: Tỉnh Hải Dương');
  assert.equal(paths('q.3 hcm')[0], 'former-district: Quận 3, Thành phố Hồ Chí Minh');
  assert.equal(paths('Sài Gòn')[0], 'province: Thành phố Hồ Chí Minh');
});

test('a name that is still being typed is completed, and small errors are forgiven', () => {
  assert.ok(paths('hậu l').includes('commune: Xã Hậu Lộc, Tỉnh Thanh Hoá'));
  assert.ok(paths('xã hậu l').every((path) => path.includes('commune')));
  assert.ok(paths('hoa lcc hau loc').includes('commune: Xã Hoa Lộc, Tỉnh Thanh Hoá'));
  assert.equal(paths('Thanh', 3).length, 3);
});

test('nothing is found for nothing, and no text makes the search throw', () => {
  for (const query of ['', ' ', '…', 'xyzq']) assert.deepEqual(findPlaces(query, index), [], query);
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }), (units) => { findPlaces(String.fromCharCode(...units), index); }));
});
