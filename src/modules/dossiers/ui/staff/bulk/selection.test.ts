import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_AT_ONCE } from '../../../contract/work-lists.ts';
import { extendTo, NOTHING_CHOSEN, type Selection, toggle, toggleAll, without } from './selection.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'];
const chosen = ({ chosen: ids }: Selection) => ORDER.filter((id) => ids.has(id)).join('');

test('Space chooses a line and lets it go', () => {
  const one = toggle(NOTHING_CHOSEN, 'b');
  assert.equal(chosen(one), 'b');
  assert.equal(chosen(toggle(one, 'b')), '');
});

for (const [anchor, to, expected] of [['b', 'd', 'bcd'], ['d', 'b', 'bcd'], ['c', 'c', 'c']] as const) {
  test(`Shift from ${anchor} to ${to} chooses what lies between, and what was chosen stays`, () => {
    const from = toggle(toggle(NOTHING_CHOSEN, 'e'), anchor);
    assert.equal(chosen(extendTo(from, ORDER, undefined, to)), `${expected}e`);
  });
}

test('Shift without a line chosen before begins at the line that has the focus', () => {
  assert.equal(chosen(extendTo(NOTHING_CHOSEN, ORDER, 'a', 'b')), 'ab');
  assert.equal(chosen(extendTo({ ...NOTHING_CHOSEN, anchor: 'gone' }, ORDER, 'a', 'b')), 'ab');
});

test('Shift towards a line that is not shown changes nothing', () => {
  assert.equal(chosen(extendTo(toggle(NOTHING_CHOSEN, 'a'), ORDER, undefined, 'x')), 'a');
});

test('choosing all chooses what is shown, and a second time lets everything go', () => {
  const all = toggleAll(toggle(NOTHING_CHOSEN, 'c'), ORDER);
  assert.equal(chosen(all), 'abcde');
  assert.equal(chosen(toggleAll(all, ORDER)), '');
});

test('no more are chosen than one bulk action takes, and it is said', () => {
  const many = Array.from({ length: MOST_AT_ONCE + 1 }, (_, index) => String(index));
  const all = toggleAll(NOTHING_CHOSEN, many);
  assert.deepEqual([all.chosen.size, all.full], [MOST_AT_ONCE, true]);
  const more = toggle(all, 'one more');
  assert.deepEqual([more.chosen.size, more.full, more.chosen.has('one more')], [MOST_AT_ONCE, true, false]);
  assert.equal(toggle(all, '0').full, false);
  assert.equal(toggleAll(all, many).chosen.size, 0);
});

test('what was done is let go, what was refused stays chosen', () => {
  assert.equal(chosen(without(toggleAll(NOTHING_CHOSEN, ORDER), ['a', 'c'])), 'bde');
});
