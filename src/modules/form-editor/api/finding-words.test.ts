import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examineSource, sharedParts } from '../../forms/index.ts';
import { emptyForm } from '../domain/empty-form.ts';
import { valueAtPath } from '../domain/place-of-fault.ts';
import { faultWords } from './finding-words.ts';

const words = (text: string) => ({ vi: text, en: text });
const field = (id: string, more: object = {}) => ({ kind: 'text', id, label: words(id), official: id, ...more });
const EMPTY = emptyForm('own-1', ['1.001193'], 'Tờ khai', '2026-11-30') as { readonly groups: readonly { readonly fields: readonly object[] }[] };
const formOf = (fields: readonly object[], more: object = {}) => ({ ...EMPTY, title: words('Tờ khai'), groups: [{ id: 'a', title: words('A'), fields }, EMPTY.groups[1]], ...more });
const said = (content: object) => examineSource(content, sharedParts()).faults.map((fault) => `${fault.at}: ${faultWords(fault, valueAtPath(content, fault.at)).vi}`);

test('a sound form has no fault', () => {
  assert.deepEqual(said(formOf([field('x')])), []);
});

for (const [name, content, expected] of [
  ['half a form', { title: words('x') }, /^procedures: Còn thiếu mục “procedures”\.|^official/u],
  ['words in one language only', formOf([field('x', { help: { vi: 'Ghi rõ', en: '' } })]), /^groups\.0\.fields\.0\.help\.en: Lời giải thích còn thiếu lời tiếng Anh\.$/u],
  ['a question without its label', formOf([field('x', { label: { vi: '', en: 'x' } })]), /label\.vi: Câu hỏi còn thiếu lời tiếng Việt\.$/u],
  ['no label on paper', formOf([field('x', { official: '' })]), /official: Còn thiếu chữ in trên tờ khai giấy\.$/u],
  ['something of a newer program', formOf([field('x', { colour: 'red' })]), /colour: Chương trình này không biết mục “colour”; có thể biểu mẫu của chương trình mới hơn/u],
  ['a kind of a newer program', formOf([field('x', { kind: 'hologram' })]), /kind: Chưa chọn, hoặc chương trình này không biết loại này\.$/u],
  ['a rule about a question that is gone', formOf([field('x', { when: { is: ['gone', 'a'] } })]), /“gone” không có trong tờ khai/u],
  ['rules that wait for each other', formOf([field('x', { when: { known: 'y' } }), field('y', { when: { known: 'x' } })]), /“y” đứng sau\. Chuyển câu ấy lên trước/u],
  ['a question whose condition is itself', formOf([field('x', { when: { known: 'x' } })]), /Điều kiện hiện ra nhắc tới chính câu này/u],
  ['a computed value whose question was removed', formOf([field('x'), { kind: 'computed', id: 'age', label: words('age'), official: 'age', shown: 'number', value: { years: [{ answer: 'birth' }, { today: true }] } }]), /Điều kiện hoặc cách tính nhắc tới câu “birth” không có/u],
  ['a sign that stands twice', formOf([field('x'), field('x')]), /Ký hiệu này đã dùng ở chỗ khác/u],
  ['a choice of nothing', formOf([field('x', { kind: 'choice', options: [] })]), /Thêm ít nhất hai lựa chọn/u],
  ['a condition whose text cannot be read', formOf([field('x'), field('y', { when: 'x = ' })]), /when: Điều kiện hoặc cách tính chưa đọc được/u],
  ['a part without questions', formOf([]), /Phần này chưa có câu hỏi nào/u],
  ['an unreadable procedure', formOf([field('x')], { procedures: ['abc'] }), /^procedures\.0: /u],
] as const satisfies readonly (readonly [string, object, RegExp])[]) {
  test(`${name} is told with its place and how to mend it`, () => {
    const faults = said(content);
    assert.ok(faults.some((fault) => expected.test(fault)), faults.join('\n'));
  });
}

test('what is missing elsewhere is told at once, not after the first thing was mended, and can be looked at when only words are missing', () => {
  const content = formOf([field('x', { label: { vi: '', en: '' } })], { title: { vi: 'Tờ khai', en: '' } });
  assert.deepEqual(said(content).map((fault) => fault.split(':')[0]), ['title.en', 'groups.0.fields.0.label.vi', 'groups.0.fields.0.label.en']);
  assert.ok(examineSource(content, sharedParts()).draft !== undefined);
  assert.equal(examineSource(formOf([field('x', { when: { known: 'gone' } })]), sharedParts()).draft, undefined);
});
