import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answers } from './answers.ts';
import { carryFacts, type FactSource, givenStanding, joinGiven } from './carry-facts.ts';
import { checkCarrying } from './check-carrying.ts';
import { compileForm } from './compile-form.ts';
import { type FormDefinition, type FormField } from './form-definition.ts';

const CONTEXT = { today: '2026-11-30', placesLookedUp: true };
const words = { vi: 'a', en: 'b' };
const field = (kind: FormField['kind'], id: string, more: object = {}) => ({ kind, id, label: words, official: 'a', ...more }) as FormField;
const sexes = { options: ['male', 'female'].map((value) => ({ value, label: words })) };

function formOf(code: string, fields: readonly FormField[]): FormDefinition {
  return { code, version: 1, validFrom: '2026-01-01', validTo: null, title: { vi: code, en: code }, official: { title: 'A', number: null, basis: null, addressee: 'commune' }, procedures: [], source: 'a', groups: fields.map((one, place) => ({ id: `g${String(place)}`, title: words, fields: [one] })), checks: [] };
}

const BIRTH = formOf('birth', [
  field('text', 'applicant.fullName', { fact: 'applicant.fullName', format: 'person-name' }),
  field('choice', 'relation', { options: ['mother', 'other'].map((value) => ({ value, label: words })) }),
  field('text', 'child.fullName', { fact: 'child.fullName', format: 'person-name' }),
  field('date', 'child.birthDate', { fact: 'child.birthDate', precision: 'year' }),
  field('choice', 'child.sex', { fact: 'child.sex', ...sexes }),
  field('statement', 'promise', { fact: 'applicant.promise' }),
  field('consent', 'consent', { fact: 'applicant.consent', purpose: 'a' }),
  field('paper', 'paper', { fact: 'applicant.paper', paperId: 'a' }),
]);
const MOVE = formOf('move', [
  field('text', 'applicant.name', { fact: 'applicant.fullName', format: 'person-name' }),
  field('choice', 'request', { options: ['permanent', 'cancel'].map((value) => ({ value, label: words })) }),
  field('text', 'guardian', { format: 'person-name' }),
  field('choice', 'kin', { options: ['parent', 'relative'].map((value) => ({ value, label: words })) }),
  field('date', 'born', {}),
  field('table', 'members', { maxRows: 4, columns: [field('text', 'fullName', { format: 'person-name' }), field('choice', 'sex', sexes), field('citizen-number', 'citizenNumber')] }),
  field('statement', 'promise', { fact: 'applicant.promise' }),
  field('consent', 'consent', { fact: 'applicant.consent', purpose: 'a' }),
  field('paper', 'paper', { fact: 'applicant.paper', paperId: 'a' }),
]);
const TOLD: Answers = { 'applicant.fullName': 'Nguyễn Thị Mẫu', 'relation': 'mother', 'child.fullName': 'Trần Gia Thử', 'child.birthDate': '2026', 'child.sex': 'male', 'promise': true, 'consent': true };

const source = (more: Partial<FactSource> = {}): FactSource => ({ kind: 'life-event', ref: 'x', words: { vi: 'Đăng ký khai sinh', en: 'Birth registration' }, day: '2026-11-30', definition: BIRTH, answers: TOLD, same: ['applicant'], pairs: [], presets: [], ...more });
const carry = (more: Partial<FactSource> = {}, base: Answers = {}) => carryFacts(compileForm(MOVE), [source(more)], base, CONTEXT);

test('a fact of the same name is carried only where its beginning is said to mean the same; the field may have another id', () => {
  assert.deepEqual(carry().answers, { 'applicant.name': 'Nguyễn Thị Mẫu' });
  assert.deepEqual(carry().given, { 'applicant.name': { source: 0, from: 'applicant.fullName', answer: 'Nguyễn Thị Mẫu' } });
  assert.deepEqual(carry({ same: ['child'] }).answers, {});
});

test('promises, consents and papers are never carried, neither by their fact nor by a pair', () => {
  const all = ['promise', 'consent', 'paper'].map((id) => ({ from: id, to: id }));
  assert.deepEqual(Object.keys(carry({ pairs: all, presets: [{ to: 'promise', value: 'on' }] }).answers), ['applicant.name']);
});

test('a pair carries a fact whose role changes, while its condition holds by the answers there', () => {
  const pairs = [{ from: 'applicant.fullName', to: 'guardian', when: { is: ['relation', 'mother'] } as const }];
  assert.equal(carry({ pairs }).answers['guardian'], 'Nguyễn Thị Mẫu');
  assert.equal(carry({ pairs, answers: { ...TOLD, relation: 'other' } }).answers['guardian'], undefined);
});

test('a choice becomes what it means here; one that means nothing here is left unanswered without a word', () => {
  const pairs = [{ from: 'relation', to: 'kin', values: { mother: 'parent' } }];
  assert.equal(carry({ pairs }).answers['kin'], 'parent');
  const other = carry({ pairs, answers: { ...TOLD, relation: 'other' } });
  assert.deepEqual([other.answers['kin'], other.left], [undefined, []]);
});

test('what this form would refuse is left out and named with the reason', () => {
  const { answers, left } = carry({ pairs: [{ from: 'child.birthDate', to: 'born' }] });
  assert.equal(answers['born'], undefined);
  assert.deepEqual(left.map(({ field: at, answer, why }) => [at, answer, why]), [['born', '2026', 'date.month-missing']]);
});

test('facts that go into one table make one row, to which what is missing is added; a row of nothing but presets is none', () => {
  const pairs = [{ from: 'child.fullName', to: 'members#fullName' }, { from: 'child.sex', to: 'members#sex' }];
  const row = { fullName: 'Trần Gia Thử', sex: 'male' };
  const { answers, given } = carry({ pairs });
  assert.deepEqual(answers['members'], [row]);
  const fact = given['members'];
  assert.ok(fact !== undefined);
  assert.equal(givenStanding(fact, [{ ...row, citizenNumber: '038326000001' }]), 'same');
  assert.equal(givenStanding(fact, [{ ...row, sex: 'female' }]), 'changed');
  assert.equal(carry({ presets: [{ to: 'members#sex', value: 'male' }] }).answers['members'], undefined);
});

test('what follows from the matter itself is filled in without a question that it comes from', () => {
  assert.deepEqual(carry({ presets: [{ to: 'request', value: 'permanent' }] }).given['request'], { source: 0, from: null, answer: 'permanent' });
});

test('what was answered here already stays, and of several sources the first that knows a fact counts', () => {
  assert.deepEqual(carry({}, { 'applicant.name': 'Lê Thị Khác' }), { answers: { 'applicant.name': 'Lê Thị Khác' }, given: {}, left: [] });
  const later = source({ ref: 'y', answers: { 'applicant.fullName': 'Lê Thị Khác' } });
  assert.equal(carryFacts(compileForm(MOVE), [later, source()], {}, CONTEXT).answers['applicant.name'], 'Lê Thị Khác');
});

test('an answer stands the same, changed or gone to what was carried', () => {
  const fact = { source: 0, from: 'a', answer: 'x' };
  assert.deepEqual([givenStanding(fact, 'x'), givenStanding(fact, 'y'), givenStanding(fact, '')], ['same', 'changed', 'gone']);
});

test('facts of a second source stand beside those of the first, and all is to be looked at again', () => {
  const first = joinGiven(null, [source()], carry());
  assert.ok(first !== null);
  assert.equal(joinGiven(first, [], { given: {}, left: [] }), first);
  const both = joinGiven({ ...first, seen: true }, [source({ kind: 'dossier', ref: 'y' })], { given: { guardian: { source: 0, from: 'a', answer: 'x' } }, left: [] });
  assert.deepEqual([both?.seen, both?.sources.map(({ ref }) => ref), both?.fields['guardian']?.source, both?.fields['applicant.name']?.source], [false, ['x', 'y'], 1, 0]);
});

test('lines of carrying are checked: fields, kinds, promises, choices, conditions, and the same line twice', () => {
  const faults = checkCarrying(BIRTH, MOVE, {
    pairs: [
      { from: 'nobody', to: 'guardian' }, { from: 'child.fullName', to: 'nowhere' }, { from: 'child.fullName', to: 'members#nothing' }, { from: 'child.birthDate', to: 'guardian' }, { from: 'promise', to: 'promise' },
      { from: 'relation', to: 'kin', values: { uncle: 'parent', mother: 'aunt' } }, { from: 'child.fullName', to: 'guardian', when: { is: ['nothing', 'x'] } },
      { from: 'child.sex', to: 'members#sex' }, { from: 'child.sex', to: 'members#sex' },
    ],
    presets: [{ to: 'request', value: 'permanent' }, { to: 'request', value: 'fly', when: { known: 'relation' } }, { to: 'paper', value: 'x' }],
  });
  assert.deepEqual(faults.map(({ at, why }) => `${at}: ${why}`), [
    'nobody → guardian: unknown-from', 'child.fullName → nowhere: unknown-to', 'child.fullName → members#nothing: unknown-to', 'child.birthDate → guardian: other-kind', 'promise → promise: never-carried',
    'relation → kin: unknown-value', 'relation → kin: unknown-value', 'child.fullName → guardian: unknown-in-rule', 'child.sex → members#sex: twice', '→ request: unknown-value', '→ paper: never-carried',
  ]);
});
