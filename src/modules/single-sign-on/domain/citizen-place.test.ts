import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citizenPathAfter, isCitizenPlace } from './citizen-place.ts';

for (const [path, counts] of [
  ['/cua-toi', true],
  ['/cua-toi?x=1', true],
  ['/cua-toi/giay-to', true],
  ['/h/abc', true],
  ['/h/abc/ket-qua', true],
  ['/', false],
  ['/can-bo', false],
  ['/api/dossiers', false],
  ['/health', false],
  ['/cua-toi-khac', false],
  ['/hx', false],
  ['//cua-toi', false],
] as const) {
  test(`a citizen’s session ${counts ? 'counts' : 'does not count'} at ${path}`, () => {
    assert.equal(isCitizenPlace(path), counts);
  });
}

test('after sign-in a citizen goes where the session counts, and never in a circle', () => {
  assert.equal(citizenPathAfter('/h/abc/giay/1'), '/h/abc/giay/1');
  for (const path of ['/', '/can-bo', '/dang-nhap/vneid', '/cua-toi/dang-nhap', '/cua-toi/dang-nhap?tiep=x', '/cua-toi/dang-xuat']) assert.equal(citizenPathAfter(path), '/cua-toi');
});
