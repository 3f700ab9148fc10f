import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assessFees, type FeeAssessment } from './assess-fees.ts';
import { BIRTH_RATE, factsOf } from '../api/fee-facts-for-tests.ts';
import { type FeeFacts, type FeesAsked } from './fee-facts.ts';
import { type Exemption } from './exemption.ts';

const NOTHING: FeesAsked = { items: [], claims: [], eventDay: null };

function assessed(facts: FeeFacts, asked: Partial<FeesAsked> = {}): FeeAssessment {
  const done = assessFees(facts, { ...NOTHING, ...asked });
  assert.ok(done.ok, JSON.stringify(done));
  return done.value;
}

function refusal(facts: FeeFacts, asked: Partial<FeesAsked>) {
  const done = assessFees(facts, { ...NOTHING, ...asked });
  assert.ok(!done.ok, 'it was refused');
  return [done.problem.code, done.problem.field];
}

const COPIES = factsOf({ procedureCode: '2.000815' });
const BIRTH = factsOf({ procedureCode: '1.001193', rates: [BIRTH_RATE] });
const EXTRACT_ONLINE = factsOf({ procedureCode: '2.000635', channel: 'online' });
const DIGITAL = { exemption: 'digital-citizen-extract', percent: null, proof: 'VNeID' } as const;

test('a birth in time with one copy costs the copy alone, and the nought of the registration keeps its reason', () => {
  const { lines, total, pending } = assessed(BIRTH, { eventDay: '2026-10-01', items: [{ code: 'extra-extract-copy', quantity: 1, pages: null }] });
  assert.deepEqual(lines.map(({ code, before, amount }) => [code, before, amount]), [['civil-status:1.001193', 5_000, 0], ['extra-extract-copy', 8_000, 8_000]]);
  assert.equal(lines[0]?.zeroReason, 'Đăng ký khai sinh đúng hạn (60/2014/QH13, Điều 11 khoản 1 điểm b)');
  assert.deepEqual([total, pending], [8_000, []]);
});

test('a birth after sixty days costs what the province says, unless the family is exempt', () => {
  assert.equal(assessed(BIRTH, { eventDay: '2026-09-01' }).total, 5_000);
  const poor = assessed(BIRTH, { eventDay: '2026-09-01', claims: [{ exemption: 'civil-status-poor', percent: null, proof: 'GCN hộ nghèo 12/2026' }] });
  assert.deepEqual([poor.total, poor.lines[0]?.exemption?.basis, poor.lines[0]?.exemption?.proof], [0, '60/2014/QH13, Điều 11 khoản 1 điểm a', 'GCN hộ nghèo 12/2026']);
});

test('without the day of birth nobody guesses whether it was in time', () => {
  const { lines, pending } = assessed(BIRTH);
  assert.deepEqual([lines, pending.map(({ missing }) => missing)], [[], ['event-day']]);
});

test('without the province’s amount a late birth is not said, but one in time is free all the same', () => {
  const unknown = factsOf({ procedureCode: '1.001193' });
  assert.deepEqual(assessed(unknown, { eventDay: '2026-01-01' }).pending.map(({ missing }) => missing), ['rate']);
  const { lines, total } = assessed(unknown, { eventDay: '2026-11-25' });
  assert.deepEqual([lines[0]?.before, total, lines[0]?.zeroReason?.startsWith('Đăng ký khai sinh đúng hạn')], [0, 0, true]);
});

test('marriage and guardianship of citizens in the country are free by law', () => {
  for (const procedureCode of ['1.000894', '1.004837', '1.004845']) {
    const { total, lines, pending } = assessed(factsOf({ procedureCode }));
    assert.deepEqual([total, lines.length, lines[0]?.exemption?.code, pending], [0, 1, 'civil-status-marriage-guardianship', []]);
  }
});

test('certified copies go by pages and copies, each document a line of its own', () => {
  const { lines, total } = assessed(COPIES, { items: [{ code: 'certified-copy', quantity: 2, pages: 3 }, { code: 'certified-copy', quantity: 1, pages: 199 }] });
  assert.deepEqual(lines.map(({ base, quantity, before }) => [base, quantity, before]), [[5_000, 2, 10_000], [200_000, 1, 200_000]]);
  assert.equal(total, 210_000);
});

test('copies whose pages nobody counted are pending', () => {
  assert.deepEqual(assessed(COPIES).pending.map(({ missing }) => missing), ['pages']);
});

test('residence is half the price online, and by list every person counts instead of the household', () => {
  assert.equal(assessed(factsOf({ procedureCode: '1.004222' })).total, 20_000);
  assert.equal(assessed(factsOf({ procedureCode: '1.004222', channel: 'online' })).total, 10_000);
  const byList = assessed(factsOf({ procedureCode: '1.004194' }), { items: [{ code: 'temporary-residence-list', quantity: 3, pages: null }] });
  assert.deepEqual([byList.total, byList.lines.map(({ code }) => code)], [30_000, ['temporary-residence-list']]);
});

test('a procedure that is free by publication keeps a line of nought with its reason', () => {
  const { lines, total } = assessed(factsOf({ procedureCode: '2.002637' }));
  assert.deepEqual([total, lines.length, lines[0]?.zeroReason], [0, 1, 'Thủ tục 2.002637 được công bố không thu phí, lệ phí']);
});

test('a procedure whose record gives no fee is pending until the office enters it', () => {
  const published = { known: false };
  assert.deepEqual(assessed(factsOf({ procedureCode: '1.001266', published })).pending.map(({ code, missing }) => [code, missing]), [['procedure:1.001266', 'rate']]);
  const rate = { ...BIRTH_RATE, code: 'procedure:1.001266', label: 'Lệ phí chấm dứt hộ kinh doanh', amount: 30_000 };
  assert.equal(assessed(factsOf({ procedureCode: '1.001266', published, rates: [rate] })).total, 30_000);
});

test('the lines of a pack are charged where no tariff knows the procedure, and the office’s own amount takes their place', () => {
  const line = { kind: 'state-charge', amount: 50_000, unit: 'case', label: { vi: 'Lệ phí đăng ký', en: 'Charge' }, basis: null } as const;
  const published = { lines: [line] };
  assert.equal(assessed(factsOf({ procedureCode: '1.001612', published })).total, 50_000);
  assert.equal(assessed(factsOf({ procedureCode: '1.001612', published, rates: [{ ...BIRTH_RATE, code: 'procedure:1.001612', amount: 100_000 }] })).total, 100_000);
});

test('the province’s exemption for online filings takes off its share, and only online', () => {
  const online = [{ percent: 50, kinds: ['state-charge'] as const, basis: 'Nghị quyết 2/2026/NQ-HĐND', validFrom: '2026-01-01' }];
  const late = { eventDay: '2026-01-01' };
  const half = assessed(factsOf({ procedureCode: '1.001193', rates: [BIRTH_RATE], online, channel: 'online' }), late);
  assert.deepEqual([half.total, half.lines[0]?.exemption?.basis], [2_500, 'Nghị quyết 2/2026/NQ-HĐND']);
  assert.equal(assessed(factsOf({ procedureCode: '1.001193', rates: [BIRTH_RATE], online }), late).total, 5_000);
});

test('of two exemptions at once one is applied, and the other is named', () => {
  const claims = [{ exemption: 'civil-status-poor', percent: null, proof: 'a' }, { exemption: 'civil-status-disability', percent: null, proof: 'b' }];
  const { lines, outdone } = assessed(BIRTH, { eventDay: '2026-01-01', claims });
  assert.deepEqual([lines.length, lines[0]?.exemption?.code, outdone], [1, 'civil-status-poor', ['civil-status-disability']]);
});

test('a reduction whose level the proof says is taken as it says, rounded in favour of the citizen', () => {
  const claims = [{ exemption: 'filed-through-vneid', percent: 33, proof: 'VNeID: giảm 33%' }];
  const { lines } = assessed(EXTRACT_ONLINE, { items: [{ code: 'extract-copy', quantity: 1, pages: null }], claims });
  assert.deepEqual([lines[0]?.before, lines[0]?.amount], [8_000, 5_360]);
});

for (const [what, facts, asked, code, field] of [
  ['a negative quantity', COPIES, { items: [{ code: 'certified-copy', quantity: -1, pages: 3 }] }, 'fees.quantity-wrong', 'fees.items.0.quantity'],
  ['half a copy', COPIES, { items: [{ code: 'certified-copy', quantity: 1.5, pages: 3 }] }, 'fees.quantity-wrong', 'fees.items.0.quantity'],
  ['more copies than anybody carries', COPIES, { items: [{ code: 'certified-copy', quantity: 10_000, pages: 3 }] }, 'fees.quantity-wrong', 'fees.items.0.quantity'],
  ['an original of no pages', COPIES, { items: [{ code: 'certified-copy', quantity: 1, pages: 0 }] }, 'fees.pages-wrong', 'fees.items.0.pages'],
  ['an original of two and a half pages', COPIES, { items: [{ code: 'certified-copy', quantity: 1, pages: 2.5 }] }, 'fees.pages-wrong', 'fees.items.0.pages'],
  ['an original without pages', COPIES, { items: [{ code: 'certified-copy', quantity: 1, pages: null }] }, 'fees.pages-wrong', 'fees.items.0.pages'],
  ['a charge of another procedure', COPIES, { items: [{ code: 'extract-copy', quantity: 1, pages: null }] }, 'fees.charge-unknown', 'fees.items.0'],
  ['more than any payable takes', COPIES, { items: [1, 2, 3, 4, 5, 6].map(() => ({ code: 'certified-copy', quantity: 9_999, pages: 9_999 })) }, 'fees.too-much', 'fees.items'],
  ['what must be charged, zero times', BIRTH, { items: [{ code: 'civil-status:1.001193', quantity: 0, pages: null }] }, 'fees.base-needed', 'fees.items.0.quantity'],
  ['a birth of tomorrow', BIRTH, { eventDay: '2026-11-27' }, 'fees.event-in-future', 'fees.eventDay'],
  ['an exemption that nobody knows', BIRTH, { claims: [{ exemption: 'friend-of-the-mayor', percent: null, proof: 'x' }] }, 'fees.exemption-unknown', 'fees.claims.0'],
  ['being on time as a claim', BIRTH, { claims: [{ exemption: 'civil-status-on-time-birth', percent: null, proof: 'x' }] }, 'fees.exemption-unknown', 'fees.claims.0'],
  ['the same exemption twice', BIRTH, { claims: [{ exemption: 'civil-status-poor', percent: null, proof: 'x' }, { exemption: 'civil-status-poor', percent: null, proof: 'y' }] }, 'fees.exemption-twice', 'fees.claims.1'],
  ['an exemption of another charge', COPIES, { claims: [{ exemption: 'civil-status-poor', percent: null, proof: 'x' }] }, 'fees.exemption-not-for-this', 'fees.claims.0'],
  ['an exemption without its proof', BIRTH, { claims: [{ exemption: 'civil-status-poor', percent: null, proof: '  ' }] }, 'fees.proof-missing', 'fees.claims.0.proof'],
  ['an online exemption at the counter', factsOf({ procedureCode: '2.000635' }), { claims: [DIGITAL] }, 'fees.exemption-other-channel', 'fees.claims.0'],
  ['an exemption that ended yesterday', factsOf({ procedureCode: '2.000635', channel: 'online', day: '2027-03-01' }), { claims: [DIGITAL] }, 'fees.exemption-ended', 'fees.claims.0'],
  ['an exemption that begins tomorrow', factsOf({ procedureCode: '2.000635', channel: 'online', day: '2026-08-14' }), { claims: [DIGITAL] }, 'fees.exemption-not-yet', 'fees.claims.0'],
  ['a reduction without its level', EXTRACT_ONLINE, { claims: [{ exemption: 'filed-through-vneid', percent: null, proof: 'VNeID' }] }, 'fees.percent-wrong', 'fees.claims.0.percent'],
  ['a reduction of more than everything', EXTRACT_ONLINE, { claims: [{ exemption: 'filed-through-vneid', percent: 101, proof: 'VNeID' }] }, 'fees.percent-wrong', 'fees.claims.0.percent'],
] as const) {
  test(`${what} is refused with its own sentence`, () => {
    assert.deepEqual(refusal(facts, asked), [code, field]);
  });
}

test('an exemption holds on its first and on its last day', () => {
  for (const day of ['2026-08-15', '2027-02-28']) assert.equal(assessed(factsOf({ procedureCode: '2.000635', channel: 'online', day }), { claims: [DIGITAL] }).total, 0);
});

const percents = fc.uniqueArray(fc.record({ percent: fc.integer({ min: 1, max: 100 }) }), { minLength: 1, maxLength: 6, selector: ({ percent }) => percent });

test('whatever is claimed in whatever order, the single rule that leaves least is applied, no two together', () => {
  fc.assert(
    fc.property(percents, fc.integer({ min: 1, max: 500 }), fc.boolean(), (chosen, quantity, reversed) => {
      const exemptions = chosen.map(({ percent }, index): Exemption => ({
        code: `r${String(index)}`, label: { vi: 'Giảm', en: null }, percent, condition: { kind: 'claimed' }, proof: null, channels: null, tariffs: null, procedureCodes: null, basis: `b${String(index)}`, validFrom: '2020-01-01', validTo: null,
      }));
      const order = reversed ? exemptions.toReversed() : exemptions;
      const claims = order.map(({ code }) => ({ exemption: code, percent: null, proof: 'x' }));
      const { lines, outdone } = assessed({ ...EXTRACT_ONLINE, exemptions }, { claims, items: [{ code: 'extract-copy', quantity, pages: null }] });
      const [line] = lines;
      assert.ok(line !== undefined);
      const most = Math.max(...chosen.map(({ percent }) => percent));
      assert.equal(line.exemption?.percent, most);
      assert.equal(line.amount, Math.floor((8_000 * quantity * (100 - most)) / 100));
      assert.equal(outdone.length, chosen.length - 1);
    }),
  );
});

test('every line is its price times its quantity, never below nought or above it, and nought has its reason', () => {
  const documents = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 2_000 }), pages: fc.integer({ min: 1, max: 9_999 }) }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(documents, (items) => {
      const { lines, total } = assessed(COPIES, { items: items.map((item) => ({ code: 'certified-copy', ...item })) });
      for (const { base, quantity, before, amount, zeroReason } of lines) {
        assert.equal(before, base * quantity);
        assert.ok(amount >= 0 && amount <= before && Number.isSafeInteger(amount));
        assert.equal(zeroReason === null, amount > 0);
      }
      assert.equal(total, lines.reduce((sum, { amount }) => sum + amount, 0));
    }),
  );
});
