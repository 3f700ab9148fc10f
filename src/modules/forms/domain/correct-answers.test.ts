import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answers } from './answers.ts';
import { compileForm } from './compile-form.ts';
import { correctAnswers } from './correct-answers.ts';
import { type FormDefinition, type FormField } from './form-definition.ts';

const words = { vi: 'Câu hỏi', en: 'Question' };
const context = { today: '2026-11-30', placesLookedUp: true } as const;
const text = (id: string, more: object = {}): FormField => ({ kind: 'text', id, label: words, official: 'x', ...more });
const choice = (id: string, more: object = {}): FormField => ({ kind: 'choice', id, label: words, official: 'x', options: [{ value: 'mother', label: words }, { value: 'other', label: words }], ...more });
const date = (id: string): FormField => ({ kind: 'date', id, label: words, official: 'x' });

const FORM: FormDefinition = {
  code: 'x', version: 1, validFrom: '2025-07-01', validTo: null, title: words, official: { title: 'X', number: null, basis: null, addressee: 'commune' }, procedures: [], source: 'test',
  groups: [
    {
      id: 'all', title: words,
      fields: [
        text('applicant'), choice('relation'), text('relationOther', { when: { is: ['relation', 'other'] } }),
        text('mother', { sameAs: [{ field: 'applicant', when: { is: ['relation', 'mother'] } }] }),
        date('married'), date('born'), text('note', { required: false }),
        { kind: 'computed', id: 'wholeName', label: words, official: 'x', shown: 'text', value: { answer: 'applicant' } },
      ],
    },
    { id: 'others', title: words, when: { is: ['relation', 'other'] }, fields: [text('power')] },
  ],
  checks: [{ id: 'after', at: 'born', level: 'refuse', holds: { compare: [{ answer: 'married' }, '<', { answer: 'born' }] }, message: words }],
};
const form = compileForm(FORM);
const KEPT: Answers = { applicant: 'An', relation: 'mother', mother: 'An', married: '2020-01-01', born: '2026-11-01', note: 'x', wholeName: 'An' };
const correct = (named: readonly string[], sent: Answers) => correctAnswers(form, KEPT, named, sent, context);

test('only the questions that were named change, whatever else is sent', () => {
  const corrected = correct(['born'], { born: '2/11/2026', note: 'other', applicant: 'Bình' });
  assert.deepEqual(corrected.changes, [{ field: 'born', before: '2026-11-01', after: '2026-11-02', asked: true }]);
  assert.deepEqual([corrected.answers['note'], corrected.answers['applicant'], corrected.open], ['x', 'An', ['born']]);
});

test('what follows by itself follows: the same answer elsewhere, and what is reckoned from it', () => {
  const corrected = correct(['applicant'], { applicant: 'Ánh' });
  assert.deepEqual(corrected.changes.map(({ field, after, asked }) => [field, after, asked]), [['applicant', 'Ánh', true], ['mother', 'Ánh', false], ['wholeName', 'Ánh', false]]);
  assert.deepEqual([corrected.following, corrected.faults], [[], []]);
});

test('questions that the new answer calls for are asked too, in their groups, and missing ones keep it from being sent', () => {
  const corrected = correct(['relation'], { relation: 'other' });
  assert.deepEqual(corrected.following, ['relationOther', 'mother', 'power']);
  assert.deepEqual(corrected.faults.map(({ field, why }) => [field, why]), [['relationOther', 'missing'], ['power', 'missing']]);
  const whole = correct(['relation'], { relation: 'other', relationOther: 'Bà', mother: 'Mai', power: 'Giấy', note: 'y' });
  assert.deepEqual([whole.faults, whole.answers['mother'], whole.answers['power'], whole.answers['note']], [[], 'Mai', 'Giấy', 'x']);
});

test('an answer that is no longer asked for goes, and its going is a change', () => {
  const kept: Answers = { ...KEPT, relation: 'other', relationOther: 'Bà', mother: 'Mai', power: 'Giấy' };
  const corrected = correctAnswers(form, kept, ['relation'], { relation: 'mother' }, context);
  assert.deepEqual(corrected.changes.map(({ field, before, after }) => [field, before, after]), [['relation', 'other', 'mother'], ['relationOther', 'Bà', null], ['mother', 'Mai', 'An'], ['power', 'Giấy', null]]);
});

test('the same interpreter refuses what it refuses in a declaration, a check with another answer too', () => {
  assert.deepEqual(correct(['born'], { born: '31/2/2026' }).faults.map(({ why }) => why), ['date.no-such-day']);
  assert.deepEqual(correct(['born'], { born: '' }).faults.map(({ why }) => why), ['missing']);
  const before = correct(['born'], { born: '1/1/2019' });
  assert.deepEqual(before.faults.map(({ why, check }) => [why, check]), [['check', 'after']]);
  // The other end of the check is not opened for it.
  assert.deepEqual(before.open, ['born']);
});

test('what was wrong before and was not named keeps nobody from correcting what was', () => {
  const kept: Answers = { ...KEPT, born: '2019-01-01' };
  assert.deepEqual(correctAnswers(form, kept, ['applicant'], { applicant: 'Bình' }, context).faults, []);
});

test('unknown questions, reckoned ones and nothing at all open nothing', () => {
  for (const named of [[], ['nowhere'], ['wholeName']]) {
    const corrected = correct(named, { wholeName: 'x', nowhere: 'y' });
    assert.deepEqual([corrected.open, corrected.changes, corrected.answers], [[], [], KEPT]);
  }
});
