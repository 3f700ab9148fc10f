import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type JournalObject, journalObject, journalObjectForms, readJournalObject } from './journal-object.ts';

test('a thing has one form for writers', () => {
  assert.equal(journalObject('staff', 'a1'), 'staff:a1');
  // @ts-expect-error -- the form of older programs
  const slash: JournalObject = 'staff/a1';
  // @ts-expect-error -- a kind that has no words
  const unknown: JournalObject = 'thing:a1';
  assert.ok(slash !== unknown);
});

test('readers know the form of older programs as the same thing', () => {
  assert.deepEqual(readJournalObject('staff/a1'), { kind: 'staff', id: 'a1' });
  assert.deepEqual(readJournalObject('staff:a1'), { kind: 'staff', id: 'a1' });
  assert.deepEqual(readJournalObject('file:a:b/c'), { kind: 'file', id: 'a:b/c' });
  assert.equal(readJournalObject(''), undefined);
  assert.deepEqual(journalObjectForms('staff/a1'), ['staff:a1', 'staff/a1']);
  assert.deepEqual(journalObjectForms('staff:a1'), ['staff:a1', 'staff/a1']);
  assert.deepEqual(journalObjectForms('nothing'), ['nothing']);
});
