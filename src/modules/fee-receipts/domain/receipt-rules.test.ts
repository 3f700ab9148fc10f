import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReceiptRules } from '../papers/load-receipt-rules.ts';
import { regimeInForce, remittanceRuleInForce, yearOf } from './receipt-rules.ts';
import { cleanSymbol, isSymbol, isTemplateSymbol, largestNumber, numberWords, symbolOfYear } from './receipt-symbol.ts';
import { cleanTaxCode, isTaxCode } from './tax-code.ts';

const rules = loadReceiptRules();

test('electronic receipts have eight digits, begin again every year and are signed by the body; books on paper have seven and are signed by hand', () => {
  const electronic = regimeInForce(rules, 'electronic', '2026-11-26');
  assert.deepEqual([electronic?.digits, electronic?.restartsYearly, electronic?.signature], [8, true, 'digital']);
  const paper = regimeInForce(rules, 'paper', '2026-11-26');
  assert.deepEqual([paper?.digits, paper?.restartsYearly, paper?.signature, paper?.copies], [7, false, 'collector', 2]);
  assert.ok([electronic, paper].every((regime) => regime !== undefined && regime.basis !== ''));
});

test('before a rule came into force no receipt of its kind may be given', () => {
  assert.equal(regimeInForce(rules, 'electronic', '2025-12-31'), undefined);
  assert.equal(regimeInForce(rules, 'paper', '2022-06-30'), undefined);
});

test('a rule that ended holds on its last day and not after it', () => {
  const [first] = rules.regimes;
  assert.ok(first !== undefined);
  const ended = { ...rules, regimes: [{ ...first, validTo: '2027-06-30' }] };
  assert.ok(regimeInForce(ended, first.kind, '2027-06-30') !== undefined);
  assert.equal(regimeInForce(ended, first.kind, '2027-07-01'), undefined);
});

test('money of a month is to be handed on by the fifth', () => {
  assert.equal(remittanceRuleInForce(rules, '2026-11-26')?.dayOfMonth, 5);
});

test('the year of a receipt is that of the wall in Vietnam', () => {
  assert.equal(yearOf('2026-12-31'), 2026);
  assert.equal(yearOf('2027-01-01'), 2027);
});

test('symbols are read as they were registered', () => {
  for (const good of ['01BLP0-001', '1BLP', '02BLP2-015']) assert.ok(isTemplateSymbol(good), good);
  for (const bad of ['', 'BLP', '01', '01blp', '01 BLP', '123BLP']) assert.ok(!isTemplateSymbol(bad), bad);
  for (const good of ['HL-{yy}E', 'AA/26E', 'HL26']) assert.ok(isSymbol(good), good);
  for (const bad of ['', 'A', '{yy}{yy}A', 'HL-{yyyy}', 'hl-26', `A${'B'.repeat(20)}`]) assert.ok(!isSymbol(bad), bad);
  assert.equal(cleanSymbol(' hl-{yy} e '), 'HL-{yy}E');
  assert.equal(symbolOfYear('HL-{yy}E', 2027), 'HL-27E');
  assert.equal(symbolOfYear('HL26', 2027), 'HL26');
});

test('numbers are printed with their noughts', () => {
  assert.equal(numberWords(12, 8), '00000012');
  assert.equal(numberWords(1_234_567, 7), '1234567');
  assert.equal(largestNumber(8), 99_999_999);
});

test('a tax code is checked by its tenth digit; a branch has three more', () => {
  for (const good of ['0100109106', '2800123457', '0100109106-001']) {
    const code = cleanTaxCode(good);
    const sum = [31, 29, 23, 19, 17, 13, 7, 5, 3].reduce((total, weight, place) => total + weight * Number(code.charAt(place)), 0);
    assert.equal(isTaxCode(code), 10 - (sum % 11) === Number(code.charAt(9)), good);
  }
  assert.ok(isTaxCode('0100109106'), 'a published one');
  assert.ok(!isTaxCode('0100109107'));
  for (const bad of ['', '010010910', '01001091066', '0100109106-01', 'abcdefghij']) assert.ok(!isTaxCode(bad), bad);
  assert.equal(cleanTaxCode(' 0100 109 106001 '), '0100109106-001');
});
