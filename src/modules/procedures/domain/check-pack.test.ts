import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkPack } from './check-pack.ts';
import { type ProcedurePack } from './procedure-pack.ts';

const both = { vi: 'Tiếp nhận', en: 'Receive' };
const step = (key: string, hours: number): unknown => ({ key, role: 'reception', hours, label: both });
const paper = (id: string): Record<string, unknown> => ({
  id, name: { vi: 'Tờ khai', en: 'Declaration' }, officialName: null, help: null, handling: 'form', copies: 1, onlyWhen: null, anyOf: null,
});

/** A sound pack as plain JSON, with parts replaced. */
function pack(parts: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    code: '1.001193', version: 1, validFrom: '2025-07-01', validTo: null, name: 'Đăng ký khai sinh', field: 'Hộ tịch', ministry: null, authority: null,
    audience: { kind: 'citizen' }, everyday: null,
    timeLimit: { unit: 'working-day', value: 3, note: null, basis: null },
    fee: { known: true, lines: [{ kind: 'state-charge', amount: 8000, unit: 'copy', label: both, basis: null }], note: null },
    channels: ['counter'], onlineLevel: null, papers: [paper('declaration')], lookedUp: [],
    steps: [step('receive', 2), step('appraise', 12), step('hand-over', 2)],
    results: [both], legalBasis: ['60/2014/QH13'], citizenDeadline: null,
    source: { reference: 'dichvucong.gov.vn', vintage: '2026', curatedOn: null },
    ...parts,
  };
}

function faultsOf(value: unknown, file = '1.001193.json'): readonly string[] {
  const checked = checkPack(value, file);
  return checked.ok ? [] : checked.problem.map((fault) => `${fault.field} ${fault.code}`);
}

test('a sound pack is accepted as it is', () => {
  const value = pack();
  const checked = checkPack(value, '1.001193.json');
  ok(checked.ok);
  deepEqual(checked.value, value as unknown as ProcedurePack);
});

test('an office may publish a procedure as often as it needs to: its second version, 1001, reads like its first', () => {
  for (const version of [1000, 1001, 25_000]) equal(checkPack(pack({ version }), `1.001193.v${String(version)}.json`).ok, true, String(version));
});

const WRONG: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
  ['a field that the format does not know', { colour: 'red' }, ['colour unknown-field']],
  ['text where a number belongs', { version: '1' }, ['version wrong-type']],
  ['a version that is not whole', { version: 1.5 }, ['version wrong-type']],
  ['a day that is not in the calendar', { validFrom: '2026-02-29' }, ['validFrom bad-date']],
  ['a date written the Vietnamese way', { validTo: '01/07/2025' }, ['validTo bad-date']],
  ['a last day before the first', { validTo: '2025-06-30' }, ['validTo ends-before-it-starts']],
  ['an unknown unit of time', { timeLimit: { unit: 'week', value: 1, note: null, basis: null } }, ['timeLimit.unit not-one-of']],
  ['a same-day limit with a value', { timeLimit: { unit: 'same-day', value: 1, note: null, basis: null }, steps: [step('receive', 4), step('hand-over', 4)] }, ['timeLimit.value unknown-field']],
  ['a time limit of nothing', { timeLimit: { unit: 'day', value: 0, note: null, basis: null } }, ['timeLimit.value out-of-range']],
  ['a legal basis for an undetermined limit', { timeLimit: { unit: 'undetermined', value: 3, note: null, basis: 'x' } }, ['timeLimit.basis not-one-of']],
  ['a negative fee', { fee: { known: true, lines: [{ kind: 'service-fee', amount: -1, unit: 'page', label: both, basis: null }], note: null } }, ['fee.lines[0].amount out-of-range']],
  ['a fee with half a đồng', { fee: { known: true, lines: [{ kind: 'service-fee', amount: 0.5, unit: 'page', label: both, basis: null }], note: null } }, ['fee.lines[0].amount wrong-type']],
  ['no channel at all', { channels: [] }, ['channels out-of-range']],
  ['the same channel twice', { channels: ['counter', 'counter'] }, ['channels[1] duplicate']],
  ['two papers with one id', { papers: [paper('a'), paper('b'), paper('a')] }, ['papers[2].id duplicate']],
  ['an id that is not kebab-case', { papers: [paper('Giấy A')] }, ['papers[0].id bad-id']],
  ['an alternative without another', { papers: [{ ...paper('a'), anyOf: 'proof' }, paper('b')] }, ['papers[0].anyOf lonely-alternative']],
  ['a cut paper name', { papers: [{ ...paper('a'), name: { vi: 'Giấy tờ chứng minh nơi cư trú theo quy định tại…', en: null } }] }, ['papers[0].name.vi cut-text']],
  ['a cut sentence with dots and a bracket', { papers: [{ ...paper('a'), officialName: 'Giấy chứng nhận (theo mẫu...)' }] }, ['papers[0].officialName cut-text']],
  ['a Vietnamese text of spaces', { results: [{ vi: '  ', en: null }] }, ['results[0].vi empty-text']],
  ['doubled spaces and HTML', { name: 'Đăng ký  khai sinh', field: 'Hộ tịch<br>' }, ['name untrimmed-text', 'field untrimmed-text']],
  ['a code that is not one', { code: 'khai-sinh' }, ['code bad-code']],
  ['steps beyond the limit', { steps: [step('receive', 8), step('appraise', 16), step('hand-over', 0.5)] }, ['steps steps-too-long']],
  ['no steps for a known limit', { steps: [] }, ['steps steps-missing']],
  ['steps in the wrong order', { steps: [step('receive', 1), step('approve', 1), step('appraise', 1), step('hand-over', 1)] }, ['steps step-order']],
  ['steps that do not end with the hand-over', { steps: [step('receive', 1), step('appraise', 1)] }, ['steps step-order']],
  ['a reason for hiding that does not exist', { audience: { kind: 'hidden', reason: 'ugly', detail: 'x' } }, ['audience.reason not-one-of']],
  ['English missing in a pack with everyday words', { everyday: { name: { vi: 'Khai sinh', en: null }, summary: both, synonyms: ['khai sinh'], lifeEvent: 'birth' } }, ['everyday.name.en english-missing']],
  ['English missing anywhere in a curated pack', { results: [{ vi: 'Giấy khai sinh', en: null }], source: { reference: 'x', vintage: 'y', curatedOn: '2026-11-22' } }, ['results[0].en english-missing']],
  ['a synonym that is there already', { everyday: { name: both, summary: both, synonyms: ['sao y', 'Sao y'], lifeEvent: 'other' } }, ['everyday.synonyms[1] duplicate']],
];

for (const [what, parts, faults] of WRONG) {
  test(`${what} is named with its field`, () => {
    deepEqual(faultsOf(pack(parts)), faults);
  });
}

test('every fault of a file is reported, not only the first', () => {
  const value = pack({ validFrom: '2025-13-01', papers: [paper('a'), paper('a')], fee: { known: 'yes', lines: [] }, steps: [step('receive', 100), step('hand-over', 1)] });
  delete value['name'];
  deepEqual(faultsOf(value), ['name missing-field', 'validFrom bad-date', 'fee.known wrong-type', 'fee.note missing-field', 'papers[1].id duplicate', 'steps steps-too-long'].sort((a, b) => order(a) - order(b)));
  function order(fault: string): number {
    return ['validFrom', 'name', 'fee.known', 'fee.note', 'papers', 'steps'].findIndex((start) => fault.startsWith(start));
  }
});

test('the file of a pack carries its code, with the version when an older one is kept', () => {
  deepEqual(faultsOf(pack(), 'khai-sinh.json'), [' wrong-file-name']);
  deepEqual(faultsOf(pack({ version: 2 }), 'x/1.001193.v2.json'), []);
  deepEqual(faultsOf(pack({ code: '1.001193.000.00.00.H61' }), '1.001193.000.00.00.H61.json'), []);
});

test('what is not an object at all is a fault, in words of both languages', () => {
  const checked = checkPack([], 'a.json');
  ok(!checked.ok);
  equal(checked.problem[0]?.words.vi, 'Phải là một đối tượng, đang là một danh sách.');
  equal(checked.problem[0].words.en, 'Must be object, but is list.');
});

test('any JSON at all is answered with data, and every fault has its sentence in both languages', () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...Object.keys(pack())), fc.jsonValue()).map((parts) => pack(parts))), (value) => {
      const checked = checkPack(value, '1.001193.json');
      if (!checked.ok) ok(checked.problem.length > 0 && checked.problem.every(({ words }) => /\.$/u.test(words.vi) && /\.$/u.test(words.en) && !/undefined/u.test(words.vi + words.en)));
    }),
    { numRuns: 300 },
  );
});
