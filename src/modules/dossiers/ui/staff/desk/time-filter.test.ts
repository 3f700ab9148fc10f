import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type WorkItem } from '../../../contract/work-list-schemas.ts';
import { WORK_LISTS } from '../../../contract/work-lists.ts';
import { filterByTime, hasTimeFilter, joinPages } from './time-filter.ts';

const item = (id: string, timeState: WorkItem['timeState']): WorkItem => ({
  id, code: id, procedureName: '', applicantName: '', place: '', channel: 'counter', assisted: false, state: 'in-progress', step: 'appraise',
  holderName: null, heldSince: null, submittedAt: '', dueAt: null, timeState, timeWords: '', used: 0, supplements: 0, answered: false, leaderAsked: false,
});
const ITEMS = [item('a', 'overdue'), item('b', 'due-today'), item('c', 'due-today'), item('d', 'near'), item('e', 'paused')];
const ids = (items: readonly WorkItem[]) => items.map(({ id }) => id).join('');

for (const [filter, expected] of [['all', 'abcde'], ['today', 'bc'], ['late', 'a']] as const) {
  test(`the chip “${filter}” shows ${expected.length} of the dossiers in their order`, () => {
    assert.equal(ids(filterByTime(ITEMS, filter)), expected);
  });
}

test('pages that overlap show each dossier once', () => {
  assert.equal(ids(joinPages([ITEMS.slice(0, 3), ITEMS.slice(2)])), 'abcde');
  assert.equal(ids(joinPages([])), '');
});

test('only lists ordered by the due date have chips', () => {
  assert.deepEqual(WORK_LISTS.filter(hasTimeFilter), ['near', 'mine']);
});
