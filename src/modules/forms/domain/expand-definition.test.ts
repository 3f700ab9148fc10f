import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDefinition } from './check-definition.ts';
import { expandDefinition } from './expand-definition.ts';
import { type FormDefinition, type FormField } from './form-definition.ts';
import { type SharedParts, type SourceDefinition, type SourceField } from './source-definition.ts';

const words = { vi: 'a', en: 'a' };
const shared: SharedParts = {
  lists: { sexes: [{ value: 'male', label: words }, { value: 'female', label: words }], many: Array.from({ length: 30 }, (_, place) => ({ value: `v${String(place)}`, label: words })) },
  persons: {
    name: [{ end: 'fullName', kind: 'text', label: { vi: 'Tên của {of}', en: '{Of} name' }, official: 'Họ tên' }],
    sex: [{ end: 'sex', kind: 'choice', list: 'sexes', label: words, official: 'Giới tính' }],
    paper: [
      { end: 'number', kind: 'citizen-number', label: words, official: 'Số', required: false },
      { end: 'other', kind: 'text', label: words, official: 'Giấy tờ', when: { not: { known: '{id}.number' } } },
    ],
  },
};
const source = (...groups: readonly (readonly SourceField[])[]): SourceDefinition => ({
  code: 'a', version: 1, validFrom: '2026-01-01', validTo: null, title: words, official: { title: 'A', number: null, basis: null, addressee: 'commune' }, procedures: [], source: 'a', checks: [],
  groups: groups.map((fields, place) => ({ id: `g${String(place)}`, title: words, fields })),
});
const person = (id: string, parts: SourceField & object extends never ? never : readonly (string | { readonly part: string })[], more: object = {}) => ({ kind: 'person', id, of: { vi: 'mẹ', en: 'the mother’s' }, parts, ...more }) as SourceField;

function fieldsOf(definition: SourceDefinition): readonly FormField[] {
  const expanded = expandDefinition(definition, shared);
  assert.ok(expanded.ok);
  return expanded.definition.groups.flatMap(({ fields }) => fields);
}

test('a person becomes plain fields with ids, words, facts, printed labels and names of other systems', () => {
  const [name, number, other] = fieldsOf(source([person('mother', ['name', 'paper'], { official: { fullName: 'Họ, chữ đệm, tên người mẹ' }, exchange: { moj: { fullName: 'HoTenMeKS' } } })]));
  assert.deepEqual(name, { kind: 'text', id: 'mother.fullName', label: { vi: 'Tên của mẹ', en: 'The mother’s name' }, official: 'Họ, chữ đệm, tên người mẹ', fact: 'mother.fullName', exchange: { moj: 'HoTenMeKS' } });
  assert.equal(number?.fact, 'mother.number');
  assert.deepEqual(other?.when, { not: { known: 'mother.number' } });
});

test('a form says otherwise about a part, or about one field of it; no rule is written as null, a field that is not asked too', () => {
  const [number, other] = fieldsOf(source([person('x', [{ part: 'paper', required: true, ends: { other: { when: null, required: false } } } as { part: string }])]));
  assert.deepEqual([number?.required, other?.required, other?.when], [true, false, undefined]);
  assert.deepEqual(fieldsOf(source([person('x', [{ part: 'paper', ends: { other: null } } as { part: string }])])).map(({ id }) => id), ['x.number']);
});

test('the rule of a person holds together with the rule of a part', () => {
  const [, other] = fieldsOf(source([person('x', ['paper'], { when: { known: 'y' } })]));
  assert.deepEqual(other?.when, { all: [{ known: 'y' }, { not: { known: 'x.number' } }] });
});

test('who is somebody named before is not asked again for what that person was asked', () => {
  const when = { known: 'q' };
  const fields = fieldsOf(source([person('applicant', ['name'])], [person('mother', ['name', 'sex'], { same: { as: 'applicant', when } })]));
  assert.deepEqual(fields.map(({ id, sameAs }) => [id, sameAs]), [['applicant.fullName', undefined], ['mother.fullName', [{ field: 'applicant.fullName', when }]], ['mother.sex', undefined]]);
});

test('options come from the list, also in tables; only a long list keeps its name to be searched', () => {
  const choice = (list: string) => ({ kind: 'choice', id: 'c', label: words, official: 'a', list }) as const;
  const [short] = fieldsOf(source([choice('sexes')]));
  const [long] = fieldsOf(source([choice('many')]));
  assert.ok(short?.kind === 'choice' && long?.kind === 'choice');
  assert.deepEqual([short.list, short.options.length, long.list, long.options.length], [undefined, 2, 'many', 30]);
  const [table] = fieldsOf(source([{ kind: 'table', id: 't', label: words, official: 'a', maxRows: 2, columns: [choice('sexes') as never] }]));
  assert.ok(table?.kind === 'table' && table.columns[0]?.kind === 'choice' && table.columns[0].options.length === 2);
});

test('a list and a part that do not exist are named with their place', () => {
  const expanded = expandDefinition(source([{ kind: 'choice', id: 'c', label: words, official: 'a', list: 'planets' }, person('x', ['tail'])]), shared);
  assert.deepEqual(expanded, { ok: false, faults: [{ at: 'groups.g0.c', why: 'unknown-list', facts: { name: 'planets' } }, { at: 'groups.g0.x', why: 'unknown-part', facts: { name: 'tail' } }] });
});

for (const [name, edit, faults] of [
  ['an id that stands twice', { groups: [{ id: 'g', title: words, fields: [field('a'), field('a')] }] }, ['groups.g.fields.a id-twice']],
  ['a rule about a question that does not exist', { groups: [{ id: 'g', title: words, fields: [field('a', { when: { known: 'b' } })] }] }, ['groups.g.fields.a unknown-field']],
  ['a rule about a question that is asked later', { groups: [{ id: 'g', title: words, fields: [field('a', { when: { known: 'b' } }), field('b')] }] }, ['groups.g.fields.a asked-later']],
  ['an answer taken over from another kind of question', { groups: [{ id: 'g', title: words, fields: [field('a'), { kind: 'phone', id: 'b', label: words, official: 'a', sameAs: [{ field: 'a', when: { known: 'a' } }] }] }] }, ['groups.g.fields.b other-kind']],
  ['words without English', { groups: [{ id: 'g', title: words, fields: [field('a', { label: { vi: 'a', en: ' ' } })] }] }, ['groups.g.fields.a words-missing']],
  ['a page without questions', { groups: [{ id: 'g', title: words, fields: [] }] }, ['groups.g no-fields']],
  ['a choice without options', { groups: [{ id: 'g', title: words, fields: [{ kind: 'choice', id: 'a', label: words, official: 'a', options: [] }] }] }, ['groups.g.fields.a no-options']],
  ['a least number above the most', { groups: [{ id: 'g', title: words, fields: [{ kind: 'number', id: 'a', label: words, official: 'a', min: 2, max: 1 }] }] }, ['groups.g.fields.a bounds-crossed']],
  ['a last day before the first', { validTo: '2025-01-01' }, ['validTo dates-crossed']],
  ['a check at a question that does not exist', { checks: [{ id: 'c', holds: { known: 'x' }, at: 'a', message: words, level: 'warn' }] }, ['checks.c unknown-field']],
  ['a name under a signature that nobody asks', { official: { title: 'A', number: null, basis: null, addressee: 'commune', signatures: [{ title: 'A' }, { title: 'B', name: 'gone' }] } }, ['official.signatures.1 unknown-field']],
  ['a signature whose condition speaks of nothing', { official: { title: 'A', number: null, basis: null, addressee: 'commune', signatures: [{ title: 'A', declares: { known: 'gone' } }] } }, ['official.signatures.0 unknown-field']],
] as const satisfies readonly (readonly [string, Partial<FormDefinition>, readonly string[]])[]) {
  test(`the definition is not sound: ${name}`, () => {
    const expanded = expandDefinition(source([field('x')]), shared);
    assert.ok(expanded.ok);
    assert.deepEqual(checkDefinition({ ...expanded.definition, ...edit }).map(({ at, why }) => `${at} ${why}`).slice(0, 1), faults);
  });
}

function field(id: string, more: object = {}): FormField {
  return { kind: 'text', id, label: words, official: 'a', ...more };
}
