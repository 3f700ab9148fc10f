import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitForCodes } from '../../../modules/forms/domain/scan-parts.ts';
import { addKey, bestReading, isFormUnderWay, type KeyBurst, kindOfScan, looksLikeCard, mayBeShortcut, NO_BURST, type Scan } from './scanner-burst.ts';

const CARD = '001190999901|199999901|Nguyễn Thị Mẫu|05031990|Nữ|Số 1 Phố Thử Nghiệm, Phường Thí Điểm, Hà Nội|01072021';

const letters = (text: string) => Array.from(text);

function type(keys: readonly string[], gapMs: number): Scan | null {
  let burst: KeyBurst = NO_BURST;
  let at = 1000;
  for (const key of keys) {
    const step = addKey(burst, key, at);
    if (step.scan !== null) return step.scan;
    burst = step.burst;
    at += gapMs;
  }
  return null;
}

test('a card that a scanner types in 10 ms steps and ends with Enter is a scan with the whole text', () => {
  assert.deepEqual(type([...letters(CARD), 'Enter'], 10), { text: CARD, spoiled: false });
});

test('a scanner that ends with Tab is understood as well', () => {
  assert.equal(type([...letters(CARD), 'Tab'], 5)?.text, CARD);
});

test('the same text typed by hand is no scan: it is read from the field where it was typed', () => {
  assert.equal(type([...letters(CARD), 'Enter'], 120), null);
});

test('fast keys without the bars of a card are no scan', () => {
  assert.equal(type([...letters('nguyen thi mau o thon dong hoa'), 'Enter'], 10), null);
});

test('Shift and AltGraph between the letters change nothing', () => {
  const keys = letters(CARD).flatMap((letter) => (letter === '|' ? ['Shift', letter] : [letter]));
  assert.equal(type([...keys, 'Enter'], 8)?.text, CARD);
});

test('an input-method editor that takes letters back is followed', () => {
  const keys = [...letters(CARD.slice(0, 40)), 'x', 'y', 'Backspace', 'Backspace', ...letters(CARD.slice(40)), 'Enter'];
  assert.equal(type(keys, 8)?.text, CARD);
});

test('one stumble of a slow computer does not tear a scan apart', () => {
  let burst: KeyBurst = NO_BURST;
  for (const [index, letter] of letters(CARD).entries()) burst = addKey(burst, letter, index * 8 + (index > 7 ? 180 : 0)).burst;
  assert.equal(addKey(burst, 'Enter', CARD.length * 8 + 190).scan?.text, CARD);
});

for (const [what, keys, arrived, expected] of [
  ['both are whole', { text: CARD, spoiled: false }, CARD, CARD],
  ['accented letters came without keys', { text: CARD.normalize('NFD').replace(/\p{M}/gu, '').slice(0, -3), spoiled: false }, CARD, CARD],
  ['no field had the focus', { text: CARD, spoiled: false }, '', CARD],
  ['the field took only a part', { text: CARD, spoiled: false }, CARD.slice(0, 12), CARD],
  ['an input-method editor swallowed keys', { text: `${CARD}xxx`, spoiled: true }, CARD, CARD],
] as const) {
  test(`when ${what}, the whole card is read`, () => {
    assert.equal(bestReading(keys, arrived), expected);
  });
}

test('a swallowed letter marks the scan as spoiled', () => {
  assert.equal(type([...letters(CARD), 'Process', 'Enter'], 8)?.spoiled, true);
});

test('a pause starts a new burst: what stood before it does not belong to the card', () => {
  let burst: KeyBurst = NO_BURST;
  for (const [index, letter] of letters('xin').entries()) burst = addKey(burst, letter, index * 150).burst;
  for (const [index, letter] of letters(CARD).entries()) burst = addKey(burst, letter, 1000 + index * 5).burst;
  assert.equal(addKey(burst, 'Enter', 1000 + CARD.length * 5).scan?.text, CARD);
});

for (const [text, expected] of [[CARD, true], ['036315999903||Lê Thị Bé Thử|09022015|Nữ|Tổ dân phố 3|05082025||', true], ['a|b|c|d|e|f|g', false], ['Nguyễn Thị Mẫu', false]] as const) {
  test(`“${text.slice(0, 24)}” ${expected ? 'can' : 'cannot'} be the text of a card`, () => {
    assert.equal(looksLikeCard(text), expected);
  });
}

for (const [gap, expected] of [[5, false], [25, false], [59, false], [60, true], [400, true]] as const) {
  test(`a key ${gap} ms after another ${expected ? 'may be' : 'is not'} a shortcut`, () => {
    assert.equal(mayBeShortcut(1000, 1000 + gap), expected);
  });
}

const [FORM = ''] = splitForCodes('1234567890'.repeat(40));

test('a code of a printed form is a scan, also when another keyboard layout typed it', () => {
  assert.equal(type([...letters(FORM), 'Enter'], 4)?.text, FORM);
  const mangled = letters(FORM).map((digit) => letters('đăâêô\u0300\u0309\u0303\u0301\u0323')[Number(digit)] ?? '');
  assert.equal(type([...mangled, 'Enter'], 4)?.text, mangled.join(''));
  assert.equal(type([...letters(FORM), 'Enter'], 200), null, 'typed by hand');
});

test('a code of a form is known while it is on its way; a hand, a number of a card and a telephone are not', () => {
  const after = (text: string, gap: number): KeyBurst => letters(text).reduce((burst, key, index) => addKey(burst, key, 1000 + index * gap).burst, NO_BURST);
  assert.equal(isFormUnderWay(after(FORM.slice(0, 20), 5)), true);
  assert.equal(isFormUnderWay(after(FORM.slice(0, 19), 5)), false);
  assert.equal(isFormUnderWay(after(FORM.slice(0, 30), 90)), false);
  for (const text of ['001190999901', '0978521234', '978 521 234 5', CARD]) assert.equal(isFormUnderWay(after(text, 5)), false, text);
});

for (const [text, expected] of [[CARD, 'card'], [FORM, 'form'], ['x'.repeat(100), 'unknown'], ['x'.repeat(99), undefined], ['Nguyễn Thị Mẫu, thôn Hoa Phú '.repeat(5), undefined]] as const) {
  test(`“${text.slice(0, 24)}” is scanned as ${expected ?? 'nothing'}`, () => { assert.equal(kindOfScan(text), expected); });
}
