import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { findReferences, isReference, makeReference } from '../../payments/domain/payable-reference.ts';
import { beginsDamaged } from './find-evidence.ts';
import { generateStatement } from './generated-statement-for-tests.ts';
import { type MatchPayable, type ReferenceRule } from './match-index.ts';
import { type LineMatch, type MatchableLine, type MatchFacts, matchStatement } from './match-statement.ts';

const RULE: ReferenceRule = { mark: 'XS', length: 11, find: findReferences, isVerified: isReference };
const bytes = (seed: number) => Uint8Array.from({ length: 8 }, (_, index) => (seed * 31 + index * 57) % 256);
const [ONE, TWO, OTHERS] = [makeReference(bytes(1)), makeReference(bytes(2)), makeReference(bytes(3))];
const OLDER = 'XSNTABCDEF';
const payable = (id: string, reference: string, more: Partial<MatchPayable> = {}): MatchPayable => ({ id, reference, state: 'open', missing: 8_000, payerName: 'Nguyễn Thị Mẫu', dossierCode: `H56.14-261122-000${id}`, openedOn: '2026-11-22', ...more });
const OPEN = [payable('1', ONE), payable('2', TWO, { missing: 20_000, payerName: 'Đỗ Văn Bê' })];
const line = (memo: string, amountIn = 8_000, more: Partial<MatchableLine> = {}): MatchableLine => ({ date: '2026-11-26', amountIn, memo, counterpart: '', ...more });
const match = (lines: readonly MatchableLine[], open: readonly MatchPayable[] = OPEN, more: Partial<MatchFacts> = {}): readonly LineMatch[] => matchStatement(lines, open, { rule: RULE, closed: [], waiting: new Set(), ...more });
const listOf = (memo: string, amount?: number, more: Partial<MatchableLine> = {}, facts: Partial<MatchFacts> = {}): string => {
  const [found] = match([line(memo, amount, more)], OPEN, facts);
  return [found?.list, found?.candidates[0]?.payableId ?? '-', ...(found?.reasons ?? [])].join(' ');
};
const small = ONE.toLowerCase();

describe('a line is paid without a person', () => {
  for (const [what, memo] of [
    ['as the code wrote it', ONE],
    ['small', small],
    ['with spaces that the bank put in', `${ONE.slice(0, 4)} ${ONE.slice(4, 8)} ${ONE.slice(8)}`],
    ['with points', `${ONE.slice(0, 5)}.${ONE.slice(5)}`],
    ['with a line break', `${ONE.slice(0, 5)}\n${ONE.slice(5)}`],
    ['with text glued on both sides', `MBVCB.77123${ONE}CT tu 0011`],
    ['between words with accents', `Nộp lệ phí ${ONE} cảm ơn`],
    ['twice', `${ONE} ${small}`],
  ] as const) test(`when its reference is there ${what} and the amount is exact`, () => { assert.equal(listOf(memo), 'exact 1'); });

  test('never with one đồng less or more', () => {
    assert.equal(listOf(ONE, 7_999), 'under 1');
    assert.equal(listOf(ONE, 8_001), 'over 1');
  });
  test('never twice: the second line with a reference is a duplicate, and so is one for what was paid or cancelled before', () => {
    const [first, second, third] = match([line(ONE), line(small), line(ONE, 5_000)]);
    assert.deepEqual([first?.list, second?.list, third?.list, second?.reasons], ['exact', 'duplicate', 'duplicate', ['paid-by-line']]);
    const closed = [payable('9', OTHERS, { state: 'paid', missing: 0 })];
    assert.equal(listOf(OTHERS, 8_000, {}, { closed }), 'duplicate 9 paid-before');
    assert.equal(listOf(OTHERS, 8_000, {}, { closed: [payable('9', OTHERS, { state: 'cancelled', missing: 0 })] }), 'duplicate 9 cancelled');
  });
  test('never after a line that names the same payable with another amount, in this statement or an earlier one', () => {
    const [first, second] = match([line(ONE, 4_000), line(ONE)]);
    assert.deepEqual([first?.list, second?.list, second?.reasons], ['under', 'probable', ['earlier-line']]);
    assert.equal(listOf(ONE, 8_000, {}, { waiting: new Set(['1']) }), 'probable 1 waiting-line');
  });
  test('never before its payable was opened', () => { assert.equal(listOf(ONE, 8_000, { date: '2026-11-21' }), 'probable 1 before-opened'); });
  test('never with two references, also when the sum is right', () => {
    const [found] = match([line(`${ONE} va ${TWO}`, 28_000)]);
    assert.deepEqual([found?.list, found?.reasons, found?.candidates.map(({ payableId }) => payableId)], ['probable', ['several-references', 'several-sum'], ['1', '2']]);
    assert.equal(listOf(`${ONE} ${OTHERS}`), 'probable 1 several-references');
  });
  test('never with a reference of an older version, which nothing checks', () => {
    const [found] = match([line(OLDER)], [payable('1', OLDER)]);
    assert.deepEqual([found?.list, found?.candidates[0]?.reasons], ['probable', ['reference-unverified', 'amount']]);
  });
});

describe('a line is probable', () => {
  const wrong = `${ONE.slice(0, 6)}${ONE.charAt(6) === 'A' ? 'B' : 'A'}${ONE.slice(7)}`;
  for (const [what, memo, evidence] of [
    ['with one wrong sign', wrong, 'reference-damaged'],
    ['with a sign left out', ONE.slice(0, 6) + ONE.slice(7), 'reference-damaged'],
    ['with a sign too many', `${ONE.slice(0, 6)}K${ONE.slice(6)}`, 'reference-damaged'],
    ['with two signs exchanged', ONE.slice(0, 6) + ONE.charAt(7) + ONE.charAt(6) + ONE.slice(8), 'reference-damaged'],
    ['cut at its end', `NGUYEN VAN A CHUYEN TIEN ${ONE.slice(0, 8)}`, 'reference-cut'],
    ['without its mark', `ck ${ONE.slice(2)} cam on`, 'reference-unmarked'],
  ] as const) {
    test(`when the reference comes ${what}`, () => {
      const [found] = match([line(memo)]);
      assert.equal(found?.list, 'probable');
      assert.equal(found.candidates[0]?.payableId, '1');
      assert.ok(found.candidates[0].reasons.includes(evidence), JSON.stringify(found.candidates));
    });
  }
  test('when name and amount fit, wherever the bank says the name', () => {
    for (const words of [line('NGUYEN THI MAU nop phi'), line('nop phi', 8_000, { counterpart: 'NGUYEN THI MAU · 0011' })]) {
      const [found] = match([words]);
      assert.deepEqual([found?.list, found?.candidates], ['probable', [{ payableId: '1', score: 50, reasons: ['name', 'amount'] }]]);
    }
  });
  test('when it names the dossier, with or without the signs in its code', () => {
    for (const memo of ['H56.14-261122-0001', 'ho so H5614 261122 0001', 'h56142611220001']) assert.deepEqual(match([line(memo)])[0]?.candidates[0]?.reasons, ['code', 'amount']);
    assert.deepEqual(match([line('nop cho 261122-0001')])[0]?.candidates[0]?.reasons, ['code-tail', 'amount']);
  });
  test('but not by a name alone, an amount alone, or a reference of which five signs are left', () => {
    for (const [memo, amount] of [['NGUYEN THI MAU', 9_000], ['chuyen tien', 8_000], [ONE.slice(0, 7), 9_000], ['Thi Mau', 8_000], ['XS', 8_000], ['', 8_000]] as const) assert.equal(listOf(memo, amount), 'unknown -');
  });
  test('and says of a whole reference that is none of ours that it is none', () => { assert.equal(listOf(OTHERS), 'unknown - reference-elsewhere'); });
});

test('money that went out pays nothing, whatever its words say', () => { assert.equal(listOf(ONE, 0), 'outgoing -'); });

describe('on generated statements with known answers', () => {
  const automatic = (seed: number) => {
    const { payables, lines } = generateStatement({ payables: 400, lines: 300 }, seed, RULE, makeReference);
    const found = matchStatement(lines, payables.filter(({ state }) => state === 'open'), { rule: RULE, closed: payables.filter(({ state }) => state !== 'open'), waiting: new Set() });
    return { payables, found };
  };
  test('no line is paid to a payable that is not its own, and nothing is paid twice', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const { found } = automatic(seed);
      const paid = found.filter(({ list }) => list === 'exact');
      for (const { line: { memo, paysExactly }, candidates } of paid) assert.equal(candidates[0]?.payableId, paysExactly, memo);
      assert.equal(new Set(paid.map(({ candidates }) => candidates[0]?.payableId)).size, paid.length);
    }), { numRuns: 40 });
  });
  test('every whole reference with the exact amount is paid, and what is damaged is led to its payable', () => {
    const { found } = automatic(20_261_130);
    for (const { line: one, list, candidates } of found) {
      const ids = candidates.map(({ payableId }) => payableId);
      if (one.kind === 'whole') assert.deepEqual([list, ids[0]], ['exact', one.paysExactly], one.memo);
      if (['damaged', 'no-mark', 'code', 'less', 'more', 'again', 'two', 'before'].includes(one.kind)) assert.ok(one.isFor.every((id) => ids.includes(id)), `${one.kind}: ${one.memo} → ${list} ${ids.join()}`);
      if (one.kind === 'foreign-reference') assert.notEqual(list, 'exact');
    }
  });
  test('the order of the payables changes nothing', () => {
    const { payables, lines } = generateStatement({ payables: 200, lines: 100 }, 7, RULE, makeReference);
    const facts = { rule: RULE, closed: [], waiting: new Set<string>() };
    assert.deepEqual(matchStatement(lines, payables, facts), matchStatement(lines, payables.toReversed(), facts));
  });
});

test('any words at all are matched without a fault, and nothing is paid by words without a reference', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 1_000_000 }), (memo, amount) => {
    const [found] = match([line(memo, amount)]);
    assert.notEqual(found?.list, 'exact');
  }));
});

test('a text with one thing wrong is recognised, one with two things or none is not', () => {
  const text = 'ABCDEFGHJ';
  for (const words of ['XBCDEFGHJ', 'ABCDEFGHX', 'ABCXEFGHJ', 'BCDEFGHJ', 'ABCDEGHJ', 'ABCDEFGH', 'ABCDXEFGHJ', 'XABCDEFGHJ', 'BACDEFGHJ', 'ABCDEFGJH', 'ABCEDFGHJ', 'ABCEDFGHJ nop']) assert.ok(beginsDamaged(words, text), words);
  for (const words of [text, `${text}X`, 'XXCDEFGHJ', 'ABDCEFGJH', 'ACDEFGJH', '', 'ABCDEFG']) assert.ok(!beginsDamaged(words, text), words);
});
