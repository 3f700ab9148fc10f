import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseInstant } from '../../../kernel/local-time.ts';
import { checkPaperTaking, type TakenPaperFacts } from './check-papers.ts';

function at(text: string): number {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new RangeError(text);
  return parsed.value;
}

const NOW = at('2026-11-29T09:00');
const GIVEN: TakenPaperFacts = { name: 'Giấy chứng sinh', kind: 'original', source: 'submitted', lookedUp: null, originalKept: false, shelf: '' };
const DATA: TakenPaperFacts = { ...GIVEN, name: 'Giấy kết hôn', kind: 'data', source: 'database', lookedUp: { database: ' CSDL hộ tịch ', at: at('2026-11-29T08:58') } };

const taken: readonly (readonly [string, TakenPaperFacts, object])[] = [
  ['a paper that was handed in has nothing to say', GIVEN, { lookedUp: null, originalKept: false, shelf: null }],
  ['a kept original lies on its shelf', { ...GIVEN, originalKept: true, shelf: ' A3-12 ' }, { lookedUp: null, originalKept: true, shelf: 'A3-12' }],
  ['a kept original may have no shelf yet', { ...GIVEN, originalKept: true }, { lookedUp: null, originalKept: true, shelf: null }],
  ['a shelf without a kept original is left out', { ...GIVEN, shelf: 'A3' }, { lookedUp: null, originalKept: false, shelf: null }],
  ['a look-up names its database and its moment', DATA, { lookedUp: { database: 'CSDL hộ tịch', at: at('2026-11-29T08:58') }, originalKept: false, shelf: null }],
  ['a look-up without a moment was now', { ...DATA, lookedUp: { database: 'CSDL hộ tịch', at: null } }, { lookedUp: { database: 'CSDL hộ tịch', at: NOW }, originalKept: false, shelf: null }],
  ['the clock of a counter may be ahead by minutes', { ...DATA, lookedUp: { database: 'CSDL hộ tịch', at: NOW + 60_000 } }, { lookedUp: { database: 'CSDL hộ tịch', at: NOW + 60_000 }, originalKept: false, shelf: null }],
];
for (const [rule, paper, expected] of taken) {
  test(rule, () => {
    assert.deepEqual(checkPaperTaking(paper, NOW), { ok: true, value: expected });
  });
}

const refused: readonly (readonly [string, TakenPaperFacts, string])[] = [
  ['data without their database', { ...DATA, lookedUp: null }, 'dossier.database-missing'],
  ['data whose database is blank', { ...DATA, lookedUp: { database: '  ', at: null } }, 'dossier.database-missing'],
  ['a database of a paper that was handed in', { ...GIVEN, lookedUp: { database: 'CSDL hộ tịch', at: null } }, 'dossier.database-of-given-paper'],
  ['a look-up of tomorrow', { ...DATA, lookedUp: { database: 'CSDL hộ tịch', at: NOW + 86_400_000 } }, 'dossier.looked-up-later'],
  ['the kept original of a copy', { ...GIVEN, kind: 'copy', originalKept: true }, 'dossier.nothing-to-keep'],
  ['the kept original of what was only shown', { ...GIVEN, source: 'shown', originalKept: true }, 'dossier.nothing-to-keep'],
];
for (const [what, paper, code] of refused) {
  test(`refused: ${what}`, () => {
    const answer = checkPaperTaking(paper, NOW);
    assert.equal(answer.ok ? '' : answer.problem.code, code);
  });
}
