import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileForm } from './compile-form.ts';
import { type FormDefinition, type FormField } from './form-definition.ts';
import { papersCalledFor } from './papers-called-for.ts';

const words = { vi: 'Câu hỏi', en: 'Question' };
const paper = (paperId: string, more: object = {}, id = paperId): FormField => ({ kind: 'paper', id: `papers.${id}`, paperId, label: words, official: 'x', ...more });
const FORM: FormDefinition = {
  code: 'x', version: 1, validFrom: '2025-07-01', validTo: null, title: words, official: { title: 'X', number: null, basis: null, addressee: 'commune' }, procedures: [], source: 'test',
  groups: [
    { id: 'all', title: words, fields: [{ kind: 'choice', id: 'proof', label: words, official: 'x', options: [{ value: 'notice', label: words }, { value: 'witness', label: words }] }] },
    {
      id: 'papers', title: words,
      fields: [
        paper('notice', { when: { is: ['proof', 'notice'] } }), paper('witness', { when: { is: ['proof', 'witness'] } }), paper('always'), paper('may', { required: false }),
        paper('depends', { required: { is: ['proof', 'witness'] } }), paper('twice', { when: { is: ['proof', 'notice'] } }, 'a'), paper('twice', { when: { is: ['proof', 'witness'] } }, 'b'),
      ],
    },
  ],
  checks: [],
};
const called = (answers: Readonly<Record<string, string>>) => {
  const { needed, other } = papersCalledFor(FORM, compileForm(FORM).judge(answers, { today: '2026-11-30', placesLookedUp: true }), '2026-11-30');
  return [[...needed], [...other]];
};

test('the answers say which papers are needed and which are not called for', () => {
  assert.deepEqual(called({ proof: 'notice' }), [['notice', 'always', 'twice'], ['witness']]);
  assert.deepEqual(called({ proof: 'witness' }), [['witness', 'always', 'depends', 'twice'], ['notice']]);
});

test('while the question is open no paper is called for by it, and those of which the form does not speak are in neither list', () => {
  assert.deepEqual(called({}), [['always'], ['notice', 'witness', 'twice']]);
  assert.equal(called({ proof: 'notice' }).flat().includes('unknown'), false);
});
