import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Field, FieldGroup, type FieldProps, controlTies } from './field.tsx';
import { fieldId } from './field-id.ts';

const PROPS: FieldProps = { name: 'papers.0.name', label: 'Tên giấy tờ', locale: 'vi' };

for (const [name, id] of [
  ['name', 'o-name'],
  ['papers.0.name', 'o-papers-0-name'],
  ['a b/c', 'o-a-b-c'],
  ['', 'o-'],
] as const) {
  test(`the field ${JSON.stringify(name)} has the id ${id}`, () => {
    assert.equal(fieldId(name), id);
  });
}

test('a control is tied to its hint and its fault line, and is invalid only with a fault', () => {
  assert.deepEqual(controlTies({ ...PROPS, hint: 'Gợi ý' }), { 'id': 'o-papers-0-name', 'name': 'papers.0.name', 'required': true, 'aria-describedby': 'o-papers-0-name-hint o-papers-0-name-fault', 'aria-invalid': undefined });
  assert.equal(controlTies({ ...PROPS, error: 'Sai' })['aria-invalid'], true);
});

test('the fault stands between label and control and says that it is one', () => {
  const field = renderToStaticMarkup(<Field props={{ ...PROPS, error: 'Nhập tên.' }}><input /></Field>);
  assert.match(field, /^<div class="field wrong">.*<\/label><p class="fault" id="o-papers-0-name-fault"><span class="unseen">Lỗi: <\/span><span>Nhập tên.<\/span><\/p><input\/><\/div>$/);
});

test('without a fault the line is there, empty and hidden, for the script', () => {
  assert.match(renderToStaticMarkup(<Field props={PROPS}><input /></Field>), /<p class="fault" id="o-papers-0-name-fault" hidden="">/);
});

test('a field that may stay empty says so in its label, in both languages', () => {
  assert.match(renderToStaticMarkup(<Field props={{ ...PROPS, required: false }}><input /></Field>), /\(không bắt buộc\)/);
  assert.match(renderToStaticMarkup(<FieldGroup props={{ ...PROPS, locale: 'en', required: false }}><input /></FieldGroup>), /<legend>.*\(optional\)/);
});

test('a field that another answer decides about neither claims to be optional nor keeps the page from being sent', () => {
  const props = { name: 'ten', label: 'Họ và tên người giúp', locale: 'vi', required: 'by-choice' } as const;
  const html = renderToStaticMarkup(<Field props={props}><input {...controlTies(props)} /></Field>);
  assert.doesNotMatch(html, /không bắt buộc| required/u);
});
