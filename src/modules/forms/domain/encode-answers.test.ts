import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkLetters, crc32 } from './check-sum.ts';
import { fromDigits, toDigits } from './digits.ts';
import { collectCode, collected } from './collect-codes.ts';
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
const DRAFT = '019ad2c4-7f10-7c33-8a55-0123456789ab';
const find = (code: string, version: number) => (code === 'short' && version === 2 ? FORM : undefined);
const codeOf = (result: { readonly ok: boolean; readonly problem?: { readonly code: string } }) => (result.ok ? 'ok' : result.problem?.code);

test('the check sum is the CRC-32 that everybody computes, and bytes come back from their digits', () => {
  assert.equal(crc32('123456789'), 0xcbf43926);
  for (const bad of ['', '0', '01', '12x', '1ab', ' 256', '2', '512']) assert.equal(fromDigits(bad), undefined, bad);
  for (let length = 0; length < 300; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 89 + length * 31) % 256);
    assert.deepEqual(fromDigits(toDigits(bytes)), bytes);
  }
  assert.deepEqual(fromDigits(toDigits(Uint8Array.of(0, 0, 7))), Uint8Array.of(0, 0, 7));
});

test('answers of every kind come back as they were, and questions without one stay without', () => {
  const back = decodeAnswers(encodeAnswers(FORM, '1.000001', ANSWERS, DRAFT), find);
  assert.ok(back.ok);
  assert.deepEqual(back.value, { definition: FORM, procedureCode: '1.000001', answers: ANSWERS, draftId: DRAFT });
  for (const answers of [{}, { count: 3 }, { true: true }, { kinds: [] }]) {
    const again = decodeAnswers(encodeAnswers(FORM, '1', answers, null), find);
    assert.deepEqual(again.ok ? again.value.answers : undefined, answers);
  }
});

test('other versions, other orders of questions and what is no such text are refused', () => {
  const text = encodeAnswers(FORM, '1.000001', ANSWERS, DRAFT);
  assert.equal(codeOf(decodeAnswers(text.replace('"short",2', '"short",3'), find)), 'form.scan-other-version');
  const [group] = FORM.groups;
  assert.ok(group !== undefined);
  const turned = { ...FORM, groups: [{ ...group, fields: [...group.fields].reverse() }] };
  assert.equal(codeOf(decodeAnswers(text, () => turned)), 'form.scan-other-version');
  for (const bad of ['', '[]', 'null', '{}', text.slice(0, -2), text.replace('"1.000001"', '7'), text.replace('019ad2c4', '019ad2'), text.replace('"019ad2c47f107c338a550123456789ab"', '7')]) assert.equal(codeOf(decodeAnswers(bad, find)), 'form.scan-unreadable', bad);
  const order = (JSON.parse(text) as unknown[])[3];
  for (const packed of [[{}], [1, 2, 'x'], [null, null, null, [9]], [null, null, null, null, [['a', 9]]], [null, null, null, null, null, 2], [1, 2, ['x', null], 0, [], 1, 1]]) {
    assert.equal(codeOf(decodeAnswers(JSON.stringify(['short', 2, '1', order, packed]), find)), 'form.scan-unreadable', JSON.stringify(packed));
  }
  assert.equal(codeOf(decodeAnswers(' '.repeat(60_001), find)), 'form.scan-too-large');
});

test('codes are digits alone, cut into parts and joined in any order; what is cut, mixed or missing says so', () => {
  const whole = '7130954286'.repeat(250);
  const codes = splitForCodes(whole);
  assert.equal(codes.length, 3);
  for (const code of codes) assert.match(code, /^\d+$/u);
  const parts = codes.map((code) => readPart(`${code}\r\n`)).map((part) => (part.ok ? part.value : undefined)).filter((part): part is ScanPart => part !== undefined);
  assert.deepEqual(joinParts([...parts, ...parts].reverse()), { ok: true, value: whole });
  assert.deepEqual(joinParts(parts.slice(1)), { ok: false, problem: { code: 'form.scan-parts-missing', facts: { missing: '1', of: 3 } } });
  const [other] = splitForCodes('3'.repeat(2200)).map((code) => readPart(code));
  assert.equal(codeOf(joinParts([...parts, ...(other?.ok === true ? [other.value] : [])])), 'form.scan-two-sheets');
  const [code = ''] = codes;
  for (let at = 30; at < code.length; at += 17) assert.deepEqual(readPart(code.slice(0, at) + code.slice(at + 1)), { ok: false, problem: { code: 'form.scan-cut', facts: { missing: 1 } } }, `digit ${String(at)} lost`);
  for (let at = 0; at < code.length; at += 13) assert.equal(readPart(code.slice(0, at) + code.slice(at + 1)).ok, false, `digit ${String(at)} lost`);
  for (let at = 0; at < code.length; at += 13) assert.equal(readPart(`${code.slice(0, at)}${String((Number(code.charAt(at)) + 1) % 10)}${code.slice(at + 1)}`).ok, false, `digit ${String(at)} mistyped`);
  assert.equal(codeOf(readPart(`${code}7`)), 'form.scan-unreadable');
  assert.equal(codeOf(readPart(code.replace('97852', '97853'))), 'form.scan-other-version');
  assert.equal(codeOf(readPart('XSTK1/1/1/0ABCDEF/0ABCDEF/AB C')), 'form.scan-other-version');
  assert.equal(codeOf(readPart('001190999901|199999901|Nguyễn Thị Mẫu|05031990|Nữ|Hà Nội|01072021')), 'form.scan-unreadable');
  assert.deepEqual([code, '001190999901', '97852', 'https://vi.du', ''].map(looksLikeFormCode), [true, false, false, false, false]);
  assert.deepEqual(splitForCodes('4'.repeat(4221)), []);
  assert.equal(checkLetters('').length, 7);
});

test('what another keyboard layout made of the digits is turned back; what is mangled beyond that says so', () => {
  const [code = ''] = splitForCodes('1234567890'.repeat(30));
  const layouts = { vietnamese: 'đăâêô\u0300\u0309\u0303\u0301\u0323', french: 'à&é"\'(-è_ç', shifted: ')!@#$%^&*(' };
  for (const [name, keys] of Object.entries(layouts)) {
    const typed = Array.from(code).map((digit) => Array.from(keys)[Number(digit)] ?? '').join('');
    assert.equal(looksLikeFormCode(typed), true, name);
    assert.deepEqual(readPart(typed), readPart(code), name);
    // The layout was changed in the middle of the scan.
    assert.deepEqual(readPart(code.slice(0, 100) + typed.slice(100)), readPart(code), name);
  }
  assert.equal(codeOf(readPart(`${code.slice(0, 60)}ê${code.slice(61)}x`)), 'form.scan-mangled');
  assert.equal(looksLikeFormCode(`x${code}`), false);
});

test('codes are collected one by one; a repetition and one of another sheet are refused', () => {
  const [one = '', two = '', three = ''] = splitForCodes('7130954286'.repeat(250));
  const begun = collectCode([], two);
  assert.deepEqual(begun, { ok: true, value: { codes: [two], of: 3, missing: [1, 3] } });
  assert.deepEqual(collected([two]), { codes: [two], of: 3, missing: [1, 3] });
  assert.equal(collected([]), undefined);
  assert.deepEqual(collectCode([two], `${two}\n`), { ok: false, problem: { code: 'form.scan-again', facts: { number: 2, of: 3 } } });
  const [other = ''] = splitForCodes('1'.repeat(2400));
  assert.deepEqual(collectCode([two], other), { ok: false, problem: { code: 'form.scan-other-sheet', facts: { read: 1, of: 3 } } });
  const whole = collectCode([two, three], one);
  assert.deepEqual(whole, { ok: true, value: { codes: [two, three, one], of: 3, missing: [] } });
  const [single = ''] = splitForCodes('55');
  assert.equal(codeOf(collectCode([single], single)), 'form.scan-read-already');
  assert.equal(codeOf(collectCode([two], 'Nguyễn Thị Mẫu')), 'form.scan-unreadable');
});
