import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFormFiles } from '../store/read-form-files.ts';
import { type FormDefinition, type FormField } from './form-definition.ts';
import { type FormSurroundings, lintForm } from './lint-form.ts';
import { excludeEachOther, neverHolds } from './never-holds.ts';

const words = (text: string) => ({ vi: text, en: text });
const field = (id: string, more: object = {}): FormField => ({ kind: 'text', id, label: words(id), official: id, help: words('x'), ...more });
const choice = (id: string, values: readonly string[], more: object = {}): FormField => field(id, { kind: 'choice', options: values.map((value) => ({ value, label: words(value) })), ...more });
const SOUND: FormDefinition = {
  code: 'own', version: 1, validFrom: '2026-01-01', validTo: null, title: words('Tờ khai'), official: { title: 'TỜ KHAI', number: 'M01', basis: '04/2020/TT-BTP', addressee: 'commune' }, procedures: ['1.001193'], source: 'test',
  groups: [{ id: 'a', title: words('A'), fields: [field('applicant.fullName', { fact: 'applicant.fullName' }), choice('relation', ['mother', 'other']), field('promise', { kind: 'statement' })] }],
  checks: [],
};
const AROUND: FormSurroundings = { papersOf: new Map([['1.001193', ['book']]]), takenBy: new Map(), weights: new Map([['a', 9000]]), before: new Set() };
const withFields = (...more: readonly FormField[]): FormDefinition => ({ ...SOUND, groups: [{ ...(SOUND.groups[0] as FormDefinition['groups'][number]), fields: [...(SOUND.groups[0]?.fields ?? []), ...more] }] });
const found = (form: FormDefinition, around: Partial<FormSurroundings> = {}) => lintForm(form, { ...AROUND, ...around }).map(({ level, rule, at }) => `${level} ${rule} ${at}`);

test('a sound form has nothing to look at', () => {
  assert.deepEqual(found(SOUND), []);
});

for (const [name, form, around, expected] of [
  ['a condition on a choice that is not there can never hold', withFields(field('b', { when: { is: ['relation', 'father'] } })), {}, ['stop rule-never groups.a.fields.b']],
  ['nor can one of two that exclude each other', withFields(field('b', { when: { all: [{ is: ['relation', 'mother'] }, { is: ['relation', 'other'] }] } })), {}, ['stop rule-never groups.a.fields.b']],
  ['a question that is required only while it is hidden', withFields(field('b', { when: { is: ['relation', 'mother'] }, required: { is: ['relation', 'other'] } })), {}, ['stop required-when-hidden groups.a.fields.b']],
  ['a number beyond its limits', withFields(field('n', { kind: 'number', max: 10 }), field('b', { when: { compare: [{ answer: 'n' }, '>', { value: 10 }] } })), {}, ['stop rule-never groups.a.fields.b']],
  ['a paper that no procedure has', withFields(field('p', { kind: 'paper', paperId: 'map' })), {}, ['stop paper-unknown groups.a.fields.p']],
  ['a paper of a procedure that is not published yet is left alone', withFields(field('p', { kind: 'paper', paperId: 'map' })), { papersOf: new Map() }, ['look procedure-unknown procedures']],
  ['another form of the office has the procedure', SOUND, { takenBy: new Map([['1.001193', 'Khác']]) }, ['stop procedure-taken procedures']],
  ['a page of 31 questions', withFields(...Array.from({ length: 28 }, (_, index) => field(`q${String(index)}`))), {}, ['stop too-many-questions groups.a']],
  ['a page of nine', withFields(...Array.from({ length: 6 }, (_, index) => field(`q${String(index)}`))), {}, ['look many-questions groups.a']],
  ['a page that is too heavy', SOUND, { weights: new Map([['a', 20_481]]) }, ['stop page-heavy groups.a']],
  ['no number and no basis', { ...SOUND, official: { ...SOUND.official, number: null, basis: null } }, {}, ['look no-form-number official.number', 'look no-legal-basis official.basis']],
  ['a citizen number that nothing asks for', { ...withFields(field('n', { kind: 'citizen-number' })), official: { ...SOUND.official, basis: null } }, {}, ['look no-legal-basis official.basis', 'look citizen-number-without-need groups.a.fields.n']],
  ['nobody signs and nobody promises', { ...SOUND, groups: [{ id: 'a', title: words('A'), fields: [field('x')] }] }, {}, ['look no-promise groups', 'look no-signer groups']],
  ['only a promise asks nothing', { ...SOUND, groups: [{ id: 'a', title: words('A'), fields: [field('promise', { kind: 'statement' })] }] }, {}, ['stop no-questions groups', 'look no-signer groups']],
  ['a question without help', withFields(field('b', { help: undefined })), {}, ['look no-help groups.a.fields.b']],
  ['unless it stood in the form before', withFields(field('b', { help: undefined })), { before: new Set(['b']) }, []],
] as const satisfies readonly (readonly [string, FormDefinition, Partial<FormSurroundings>, readonly string[]])[]) {
  test(name, () => {
    assert.deepEqual(found(form, around), expected);
  });
}

test('nothing stops a form that comes with the program', () => {
  const { definitions } = readFormFiles(fileURLToPath(new URL('../../../../data/forms/', import.meta.url)));
  assert.ok(definitions.length > 25);
  for (const { definition } of definitions) {
    const papersOf = new Map<string, readonly string[]>();
    assert.deepEqual(lintForm(definition, { ...AROUND, papersOf, weights: new Map() }).filter(({ level }) => level === 'stop'), [], definition.code);
  }
});

test('what is not certain is not said to be impossible', () => {
  const fields = new Map([['many', choice('many', ['a', 'b'], { many: true })], ['one', choice('one', ['a', 'b'])], ['text', field('text')]]);
  assert.equal(neverHolds({ all: [{ is: ['many', 'a'] }, { is: ['many', 'b'] }] }, fields), false, 'several may be chosen');
  assert.equal(neverHolds({ any: [{ is: ['one', 'x'] }, { is: ['one', 'a'] }] }, fields), false);
  assert.equal(neverHolds({ is: ['text', 'whatever'] }, fields), false);
  assert.equal(neverHolds({ is: ['unknown', 'a'] }, fields), false);
  assert.equal(excludeEachOther({ known: 'text' }, { not: { known: 'text' } }, fields), true);
  assert.equal(excludeEachOther({ not: { is: ['one', 'a'] } }, { oneOf: ['one', ['a', 'b']] }, fields), false);
  assert.equal(excludeEachOther({ not: { is: ['one', 'a'] } }, { oneOf: ['one', ['a']] }, fields), true);
});
