import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameAnswer, mergeAnswers } from './merge-answers.ts';

const NONE: ReadonlySet<string> = new Set();

for (const [name, sides, changes, differing] of [
  ['what only this page changed is taken', { base: { a: 'x' }, kept: { a: 'x' }, sent: { a: 'y' } }, { a: 'y' }, []],
  ['what only the other browser changed stays', { base: { a: 'x' }, kept: { a: 'z' }, sent: { a: 'x' } }, {}, []],
  ['the same change from both is no difference', { base: { a: 'x' }, kept: { a: 'y' }, sent: { a: 'y' } }, {}, []],
  ['two different changes are shown and neither is taken away', { base: { a: 'x' }, kept: { a: 'z' }, sent: { a: 'y' } }, {}, ['a']],
  ['a first answer from both sides is a difference too', { base: {}, kept: { a: 'z' }, sent: { a: 'y' } }, {}, ['a']],
  ['an emptied box takes the answer away', { base: { a: 'x' }, kept: { a: 'x' }, sent: { a: '' } }, { a: '' }, []],
  ['a field that was not sent stays', { base: { a: 'x' }, kept: { a: 'x' }, sent: {} }, {}, []],
] as const) {
  test(name, () => {
    assert.deepEqual(mergeAnswers(['a'], { ...sides, ownWriting: NONE }), { changes, differing });
  });
}

test('what this page wrote a moment ago is not somebody else’s', () => {
  assert.deepEqual(mergeAnswers(['a'], { base: {}, kept: { a: 'Ngu' }, sent: { a: 'Nguyễn' }, ownWriting: new Set(['a']) }), { changes: { a: 'Nguyễn' }, differing: [] });
});

test('what this page wrote and now writes as it was before is taken back', () => {
  assert.deepEqual(mergeAnswers(['a'], { base: { a: 'x' }, kept: { a: 'y' }, sent: { a: 'x' }, ownWriting: new Set(['a']) }), { changes: { a: 'x' }, differing: [] });
});

test('nothing, an empty box, an empty place and an unticked box are the same', () => {
  for (const none of ['', false, [], { text: '', commune: null }] as const) assert.ok(isSameAnswer(none, undefined));
  assert.ok(isSameAnswer([{ a: '1', b: '' }], [{ a: '1' }]));
  assert.ok(!isSameAnswer({ text: 'x', commune: null }, { text: 'x', commune: '16072' }));
  assert.ok(!isSameAnswer(true, undefined));
});
