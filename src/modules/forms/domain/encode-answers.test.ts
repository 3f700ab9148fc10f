import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromBase45, toBase45 } from './base45.ts';
import { checkLetters, crc32 } from './check-sum.ts';
import { decodeAnswers, encodeAnswers } from './encode-answers.ts';
import { type FormDefinition } from './form-definition.ts';
import { joinParts, looksLikeFormCode, readPart, type ScanPart, splitForCodes } from './scan-parts.ts';

const words = (vi: string) => ({ vi, en: vi });
const common = (id: string) => ({ id, label: words(id), official: id });
const FORM: FormDefinition = {
  code: 'short', version: 2, validFrom: '2025-07-01', validTo: null, title: words('x'), official: { title: 'X', number: null, basis: null, addressee: 'commune' }, procedures: ['1.000001'], source: 'test', checks: [],
  groups: [{
    id: 'one', title: words('x'),
    fields: [
      { kind: 'text', ...common('name') }, { kind: 'number', ...common('count') }, { kind: 'address', ...common('home') },
      { kind: 'choice', ...common('kinds'), many: true, options: ['a', 'b', 'c'].map((value) => ({ value, label: words(value) })) },
      { kind: 'table', ...common('rows'), maxRows: 3, columns: [{ kind: 'text', ...common('who') }, { kind: 'choice', ...common('how'), options: [{ value: 'x', label: words('x') }] }] },
      { kind: 'statement', ...common('true') },
    ],
  }],
};
const ANSWERS = { name: 'Nguyễn Hoàng Thị Phương Thảo', count: 0, home: { text: 'Pác Bó "ngõ" 3\\4', commune: null, country: 'Lào' }, kinds: ['c', 'a'], rows: [{ who: 'Mẹ', how: 'x' }, { who: 'Cha' }], true: true };
const find = (code: string, version: number) => (code === 'short' && version === 2 ? FORM : undefined);
const codeOf = (result: { readonly ok: boolean; readonly problem?: { readonly code: string } }) => (result.ok ? 'ok' : result.problem?.code);

test('the check sum is the CRC-32 that everybody computes, and base45 that of RFC 9285', () => {
  assert.equal(crc32('123456789'), 0xcbf43926);
  assert.equal(toBase45(new TextEncoder().encode('Hello!!')), '%69 VD92EX0');
  assert.equal(new TextDecoder().decode(fromBase45('QED8WEX0')), 'ietf!');
  for (const bad of ['A', 'GGW', ':::', 'aaa', 'ZZ']) assert.equal(fromBase45(bad), undefined, bad);
  for (let length = 0; length < 300; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 89 + length * 31) % 256);
    assert.deepEqual(fromBase45(toBase45(bytes)), bytes);
  }
});

test('answers of every kind come back as they were, and questions without one stay without', () => {
  const back = decodeAnswers(encodeAnswers(FORM, '1.000001', ANSWERS), find);
  assert.ok(back.ok);
  assert.deepEqual(back.value, { definition: FORM, procedureCode: '1.000001', answers: ANSWERS });
  for (const answers of [{}, { count: 3 }, { true: true }, { kinds: [] }]) {
    const again = decodeAnswers(encodeAnswers(FORM, '1', answers), find);
    assert.deepEqual(again.ok ? again.value.answers : undefined, answers);
  }
});

test('other versions, other orders of questions and what is no such text are refused', () => {
  const text = encodeAnswers(FORM, '1.000001', ANSWERS);
  assert.equal(codeOf(decodeAnswers(text.replace('"short",2', '"short",3'), find)), 'form.scan-other-version');
  const [group] = FORM.groups;
  assert.ok(group !== undefined);
  const turned = { ...FORM, groups: [{ ...group, fields: [...group.fields].reverse() }] };
  assert.equal(codeOf(decodeAnswers(text, () => turned)), 'form.scan-other-version');
  for (const bad of ['', '[]', 'null', '{}', text.slice(0, -2), text.replace('"1.000001"', '7')]) assert.equal(codeOf(decodeAnswers(bad, find)), 'form.scan-unreadable', bad);
  const order = (JSON.parse(text) as unknown[])[3];
  for (const packed of [[{}], [1, 2, 'x'], [null, null, null, [9]], [null, null, null, null, [['a', 9]]], [null, null, null, null, null, 2], [1, 2, ['x', null], 0, [], 1, 1]]) {
    assert.equal(codeOf(decodeAnswers(JSON.stringify(['short', 2, '1', order, packed]), find)), 'form.scan-unreadable', JSON.stringify(packed));
  }
  assert.equal(codeOf(decodeAnswers(' '.repeat(60_001), find)), 'form.scan-too-large');
});

test('codes are cut into parts and joined in any order; what is cut, mixed or missing says so', () => {
  const letters = 'AB C$%*+-./:0123456789'.repeat(70);
  const codes = splitForCodes(letters);
  assert.equal(codes.length, 3);
  const parts = codes.map((code) => readPart(`${code}\r\n`)).map((part) => (part.ok ? part.value : undefined)).filter((part): part is ScanPart => part !== undefined);
  assert.deepEqual(joinParts([...parts, ...parts].reverse()), { ok: true, value: letters });
  assert.deepEqual(joinParts(parts.slice(1)), { ok: false, problem: { code: 'form.scan-parts-missing', facts: { missing: '1', of: 3 } } });
  const [other] = splitForCodes('X'.repeat(1300)).map((code) => readPart(code));
  assert.equal(codeOf(joinParts([...parts, ...(other?.ok === true ? [other.value] : [])])), 'form.scan-two-sheets');
  const [code = ''] = codes;
  for (let at = 0; at < code.length; at += 17) assert.equal(readPart(code.slice(0, at) + code.slice(at + 1)).ok, false, `letter ${String(at)} lost`);
  assert.equal(codeOf(readPart(code.replace('XSTK1', 'XSTK2'))), 'form.scan-other-version');
  assert.equal(codeOf(readPart('001190999901|199999901|Nguyễn Thị Mẫu|05031990|Nữ|Hà Nội|01072021')), 'form.scan-unreadable');
  assert.deepEqual([looksLikeFormCode(code), looksLikeFormCode('https://vi.du')], [true, false]);
  assert.deepEqual(splitForCodes('A'.repeat(2561)), []);
  assert.equal(checkLetters('').length, 7);
});
