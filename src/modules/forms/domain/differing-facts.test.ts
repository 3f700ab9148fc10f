import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answers } from './answers.ts';
import { type FactSource } from './carry-facts.ts';
import { compileForm } from './compile-form.ts';
import { differingFacts } from './differing-facts.ts';
import { type FormDefinition, type FormField } from './form-definition.ts';

const CONTEXT = { today: '2026-11-30', placesLookedUp: true };
const words = { vi: 'a', en: 'b' };
const field = (kind: FormField['kind'], id: string, more: object = {}) => ({ kind, id, label: words, official: 'a', ...more }) as FormField;
const options = (values: readonly string[]) => ({ options: values.map((value) => ({ value, label: words })) });

function formOf(fields: readonly FormField[]): FormDefinition {
  return { code: 'a', version: 1, validFrom: '2026-01-01', validTo: null, title: words, official: { title: 'A', number: null, basis: null, addressee: 'commune' }, procedures: [], source: 'a', groups: [{ id: 'g', title: words, fields }], checks: [] };
}

const THERE = formOf([field('text', 'name', { fact: 'applicant.name' }), field('choice', 'relation', options(['father', 'mother', 'uncle'])), field('phone', 'phone', { fact: 'applicant.phone' })]);
const HERE = formOf([
  field('text', 'name', { fact: 'applicant.name' }), field('choice', 'kin', options(['parent', 'other'])), field('choice', 'asked', options(['yes', 'no'])),
  field('phone', 'phone', { fact: 'applicant.phone', when: { is: ['asked', 'yes'] } }), field('table', 'rows', { required: false, maxRows: 2, columns: [field('text', 'name')] }),
]);
const form = compileForm(HERE);
const source = (answers: Answers): FactSource => ({
  kind: 'life-event', ref: 'x', words, day: '2026-11-30', definition: THERE, answers, same: ['applicant'],
  pairs: [{ from: 'relation', to: 'kin', values: { father: 'parent', mother: 'parent', uncle: 'other' } }, { from: 'name', to: 'rows#name' }], presets: [],
});
const compare = (there: Answers, here: Answers) => differingFacts(source(there), form, form.judge(here, CONTEXT), CONTEXT).map(({ from, to, byThere, byHere }) => ({ from, to, byThere, byHere }));

test('answers that say the same, are not given or not asked here differ from nothing', () => {
  assert.deepEqual(compare({ name: 'Mai', phone: '0912345678' }, { name: 'Mai', asked: 'no', phone: '0900000000' }), []);
  assert.deepEqual(compare({ name: 'Mai' }, {}), []);
});

test('what differs says both answers, and what each declaration would say by the other', () => {
  assert.deepEqual(compare({ name: 'Mai' }, { name: 'Mãi' }), [{ from: 'name', to: 'name', byThere: 'Mai', byHere: 'Mãi' }]);
});

test('a choice is told backwards only where one answer there means it', () => {
  assert.deepEqual(compare({ relation: 'father' }, { kin: 'other' }), [{ from: 'relation', to: 'kin', byThere: 'parent', byHere: 'uncle' }]);
  assert.deepEqual(compare({ relation: 'uncle' }, { kin: 'parent' }), [{ from: 'relation', to: 'kin', byThere: 'other', byHere: undefined }]);
});

test('a row that was changed differs and cannot be told backwards; one that was completed does not differ', () => {
  assert.deepEqual(compare({ name: 'Mai' }, { name: 'Mai', rows: [{ name: 'Lan' }] }), [{ from: 'name', to: 'rows', byThere: [{ name: 'Mai' }], byHere: undefined }]);
  assert.deepEqual(compare({ name: 'Mai' }, { name: 'Mai', rows: [{ name: 'Lan' }, { name: 'Mai' }] }), []);
});
