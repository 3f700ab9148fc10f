import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { foldFillers, searchTokens, soundKey, withoutFillers } from './search-tokens.ts';
import { checkSearchWords } from './search-words.ts';

const meta = { about: 'a', format: 'b', source: 'c', curatedOn: '2026-11-22' };
const codes = new Set(['1.001193']);

test('everyday language that names an unknown or hidden procedure is refused with the place', () => {
  const checked = checkSearchWords({ meta, fillers: [], groups: [{ say: ['a', 'a'], mean: 'b', codes: ['6.001435'] }, { say: [], mean: '', codes: [] }] }, 'synonyms.json', codes);
  deepEqual(checked.ok ? [] : checked.problem.map((fault) => `${fault.field} ${fault.code}`), ['groups[1].say out-of-range', 'groups[1].mean empty-text']);
  const sound = checkSearchWords({ meta, fillers: [], groups: [{ say: ['a', 'a'], mean: 'b', codes: ['6.001435'] }] }, 'synonyms.json', codes);
  deepEqual(sound.ok ? [] : sound.problem.map((fault) => `${fault.field} ${fault.code}`), ['groups[0].codes[0] unknown-code', 'groups[0].say[1] duplicate']);
});

test('kỹ and kĩ, quý and quí fold alike', () => {
  deepEqual(searchTokens('Đăng kỹ quý'), searchTokens('đăng kĩ quí'));
  deepEqual(searchTokens('  '), []);
});

for (const [one, other] of [['xinh', 'sinh'], ['chung', 'trung'], ['giay', 'day'], ['ro', 'do'], ['lam', 'nam'], ['chun', 'chung'], ['kat', 'cac'], ['nghe', 'nghe']] as const) {
  test(`“${one}” and “${other}” sound alike somewhere in the country`, () => {
    equal(soundKey(one), soundKey(other));
  });
}

test('fillers go, longest first, but a text of fillers alone stays', () => {
  const fillers = foldFillers(['cho', 'cho tôi hỏi', 'giấy']);
  deepEqual(withoutFillers(searchTokens('Cho tôi hỏi giấy khai sinh cho con'), fillers), ['khai', 'sinh', 'con']);
  deepEqual(withoutFillers(searchTokens('giấy'), fillers), ['giay']);
});
