import assert from 'node:assert/strict';
import { test } from 'node:test';
import { candidatesBefore, freshId, type Known, moved, ofKind, putBack, tidyForm, withValue } from './definition-edit.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { type Rule } from '../../../forms/contract/definition-shape.ts';
import { readRule, writeRule } from '../../../forms/contract/rule-text.ts';
import { personsBefore, systemsOf } from './field-links.tsx';
import { linesOfRule, ruleOfLines } from './rule-lines.ts';

const KNOWN: Known = {
  parts: [{ part: 'fullName', label: { vi: 'Họ và tên', en: 'Full name' }, fields: [{ end: 'fullName', kind: 'text', label: { vi: 'Họ và tên', en: 'Full name' }, list: null }] }],
  lists: [{ list: 'sexes', options: [{ value: 'male', label: { vi: 'Nam', en: 'Male' } }] }], procedures: [], papers: [],
};
const CONTENT = { groups: [{ id: 'a', fields: [{ kind: 'person', id: 'mother', of: { vi: 'mẹ', en: 'the mother’s' }, parts: ['fullName'] }, { kind: 'choice', id: 'sex', label: { vi: 'Giới tính', en: 'Sex' }, list: 'sexes' }] }, { id: 'b', fields: [{ kind: 'paper', id: 'p' }, { kind: 'text', id: 't', label: { vi: 'Chữ', en: 'Text' } }] }] };

test('a value is replaced by its path, taken away by nothing, and everything else stays as it was', () => {
  const content = { a: 1, b: { c: 2, d: 3 }, e: [{ f: 1 }] };
  assert.deepEqual(withValue(content, ['b', 'c'], undefined), { a: 1, b: { d: 3 }, e: [{ f: 1 }] });
  const changed = withValue(content, ['e', 0, 'f'], 2) as typeof content;
  assert.deepEqual([changed.e, changed.b === content.b, Object.keys(changed)], [[{ f: 2 }], true, ['a', 'b', 'e']]);
});

test('entries move by one, stay at the ends, and go back where they stood', () => {
  assert.deepEqual([moved(['a', 'b', 'c'], 0, 1), moved(['a'], 0, -1), putBack(['a', 'c'], 1, 'b')], [['b', 'a', 'c'], ['a'], ['a', 'b', 'c']]);
  assert.equal(freshId('cau', new Set(['cau1', 'cau3'])), 'cau4');
});

test('a condition can speak of the questions before it, those of persons and lists by their words', () => {
  assert.deepEqual(candidatesBefore(CONTENT, KNOWN, 'vi', 1, 1).map(({ id, label, options }) => [id, label, options.length]), [['mother.fullName', 'Họ và tên (mẹ)', 0], ['sex', 'Giới tính', 1]]);
  assert.deepEqual(candidatesBefore(CONTENT, KNOWN, 'en').map(({ id }) => id), ['mother.fullName', 'sex', 't']);
});

test('another kind keeps what both have', () => {
  const text = { kind: 'text', id: 'x', label: { vi: 'a', en: 'b' }, official: 'A', maxLength: 5, when: { known: 'y' } };
  assert.deepEqual(ofKind(text, 'choice'), { kind: 'choice', id: 'x', label: { vi: 'a', en: 'b' }, official: 'A', when: { known: 'y' }, options: [] });
});

test('what is sent has no stray spaces, and nothing empty where something may be left out', () => {
  const sent = tidyForm({ validTo: '', official: { title: ' A  B ', number: '', basis: undefined }, groups: [{ help: { vi: ' ', en: '' }, fields: [{ id: 'x', label: { vi: 'a ', en: '' }, help: { vi: 'a', en: '' }, example: '' }] }] });
  assert.deepEqual(sent, { validTo: null, official: { title: 'A B', number: null, basis: null }, groups: [{ fields: [{ id: 'x', label: { vi: 'a', en: '' }, help: { vi: 'a', en: '' } }] }] });
});

test('everyday conditions are lines and back, others are not', () => {
  for (const rule of [{ is: ['a', 'x'] }, { not: { is: ['a', 'x'] } }, { all: [{ known: 'a' }, { not: { known: 'b' } }] }, { oneOf: ['a', ['x', 'y']] }, { any: [{ not: { oneOf: ['a', ['x']] } }, { known: 'b' }] }, { any: [{ is: ['a', true] }, { compare: [{ answer: 'n' }, '>=', { value: 18 }] }] }] as const) {
    const lines = linesOfRule(rule);
    assert.ok(lines !== undefined);
    assert.deepEqual(ruleOfLines(lines), rule);
  }
  assert.equal(linesOfRule({ all: [{ any: [{ known: 'a' }, { known: 'b' }] }, { known: 'c' }] }), undefined);
  assert.equal(ruleOfLines({ join: 'all', lines: [] }), undefined);
});

test('a person may be one who stands before it, not itself; systems are named once, whoever names them', () => {
  const person = (id: string, more: object = {}) => ({ kind: 'person', id, of: { vi: `${id} vi`, en: '' }, parts: ['fullName'], ...more });
  const content = { groups: [{ fields: [person('a', { exchange: { moj: {} } }), person('a'), { kind: 'text', id: 't', exchange: { moj: 'x', dkkd: 'y' } }] }, { fields: [person('b'), person('c')] }] };
  assert.deepEqual(personsBefore(content, 'vi', 1, 1), [{ id: 'a', name: 'a vi' }, { id: 'b', name: 'b vi' }]);
  assert.deepEqual(personsBefore(content, 'en', 0, 1), []);
  assert.deepEqual(systemsOf(content), ['moj', 'dkkd']);
});

test('conditions of choices and of answers taken over that come with the program are lines, or text, that say exactly the same', () => {
  const folder = new URL('../../../../../data/forms/', import.meta.url);
  let seen = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'lists.json' && name !== 'persons.json')) {
    const form = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { readonly groups: readonly { readonly fields: readonly { readonly sameAs?: readonly { readonly when: Rule }[]; readonly same?: { readonly when: Rule }; readonly options?: readonly { readonly when?: Rule }[] }[] }[] };
    for (const field of form.groups.flatMap(({ fields }) => fields)) {
      for (const when of [...(field.sameAs ?? []).map((one) => one.when), ...(field.same === undefined ? [] : [field.same.when]), ...(field.options ?? []).flatMap((one) => one.when ?? [])]) {
        seen += 1;
        const lines = linesOfRule(when);
        if (lines !== undefined) assert.deepEqual(ruleOfLines(lines), when);
        assert.deepEqual(readRule(writeRule(when)), { ok: true, value: when });
      }
    }
  }
  assert.ok(seen > 20, String(seen));
});
