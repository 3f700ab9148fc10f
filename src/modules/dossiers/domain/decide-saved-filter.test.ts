import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkSavedFilter, mayChangeFilter, MOST_SAVED_FILTERS, readFilterName, seesFilter } from './decide-saved-filter.ts';
import { ME, officer, UNIT } from './dossiers-for-tests.ts';

const OTHER = '01890000-0000-7000-8000-000000000003';
const ELSEWHERE = '01890000-0000-7000-8000-000000000004';
const code = (result: { readonly ok: boolean; readonly problem?: { readonly code: string } }) => (result.ok ? 'done' : result.problem?.code);

for (const [typed, kept] of [['Đất đai quá hạn', 'Đất đai quá hạn'], ['  Hộ   tịch\tgấp ', 'Hộ tịch gấp'], ['3', '3'], ['a'.repeat(60), 'a'.repeat(60)]] as const) {
  test(`the name “${typed}” is kept as “${kept}”`, () => {
    const read = readFilterName(typed);
    assert.equal(read.ok ? read.value : read.problem.code, kept);
  });
}

for (const typed of ['', '   ', '…', '—', 'a'.repeat(61), 'a\u0000b', 'a\u202Eb']) {
  test(`the name ${JSON.stringify(typed)} is refused`, () => {
    assert.equal(code(readFilterName(typed)), 'filter.name-bad');
  });
}

const own = { ownerId: OTHER, unitId: null };
const shared = { ownerId: OTHER, unitId: UNIT };
for (const [who, filter, actor, sees, changes] of [
  ['the owner', own, officer('specialist', [], OTHER), true, 'done'],
  ['a colleague', own, officer('specialist'), false, 'filter.not-found'],
  ['the President', own, officer('president'), false, 'filter.not-found'],
  ['somebody of the unit', shared, officer('specialist'), true, 'filter.not-yours'],
  ['a head of the unit', shared, officer('unit-head'), true, 'done'],
  ['a head of another unit', shared, officer('unit-head', [], ME, ELSEWHERE), false, 'filter.not-found'],
  ['the owner who has left the unit', shared, officer('specialist', [], OTHER, ELSEWHERE), true, 'done'],
] as const) {
  test(`a filter that is ${filter.unitId === null ? 'somebody’s own' : 'shared with a unit'}: ${who} ${sees ? 'sees it' : 'does not see it'}; changing it: ${changes}`, () => {
    assert.equal(seesFilter(filter, actor), sees);
    assert.equal(code(mayChangeFilter(filter, actor)), changes);
  });
}

for (const [what, wanted, actor, expected] of [
  ['an own one', { unitId: null, parts: 1, kept: 0 }, officer('specialist'), 'done'],
  ['a shared one of a head', { unitId: UNIT, parts: 2, kept: 0 }, officer('unit-head'), 'done'],
  ['a shared one of somebody who does not lead', { unitId: UNIT, parts: 2, kept: 0 }, officer('specialist'), 'filter.not-your-unit'],
  ['a shared one for another unit', { unitId: ELSEWHERE, parts: 2, kept: 0 }, officer('unit-head'), 'filter.not-your-unit'],
  ['one that narrows nothing', { unitId: null, parts: 0, kept: 0 }, officer('specialist'), 'filter.empty'],
  ['the last that has room', { unitId: null, parts: 1, kept: MOST_SAVED_FILTERS - 1 }, officer('specialist'), 'done'],
  ['one too many', { unitId: null, parts: 1, kept: MOST_SAVED_FILTERS }, officer('specialist'), 'filter.too-many'],
] as const) {
  test(`saving ${what}: ${expected}`, () => {
    assert.equal(code(checkSavedFilter(wanted, actor)), expected);
  });
}
