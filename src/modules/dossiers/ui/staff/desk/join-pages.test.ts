import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type WorkItem } from '../../../contract/work-list-schemas.ts';
import { joinPages } from './join-pages.ts';

const item = (id: string): WorkItem => ({
  id, version: 1, code: id, procedureName: '', applicantName: '', place: '', channel: 'counter', assisted: false, state: 'in-progress', step: 'appraise',
  holderName: null, heldSince: null, submittedAt: '', dueAt: null, timeState: 'in-time', timeWords: '', used: 0, supplements: 0, answered: false, leaderAsked: false, handing: null,
});
const ITEMS = ['a', 'b', 'c', 'd', 'e'].map(item);
const ids = (items: readonly WorkItem[]) => items.map(({ id }) => id).join('');

test('pages that overlap show each dossier once', () => {
  assert.equal(ids(joinPages([ITEMS.slice(0, 3), ITEMS.slice(2)])), 'abcde');
  assert.equal(ids(joinPages([])), '');
});
