import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LintedPack, lintPack, type LintSurroundings } from './lint-pack.ts';

const SOUND: LintedPack = {
  validFrom: '2026-12-01', validTo: null, legalBasis: ['60/2014/QH13'], timeLimit: { unit: 'same-day', basis: 'Điều 5' },
  fee: { known: true, lines: [{ amount: 8000, basis: '281/2016/TT-BTC' }] }, channels: ['counter', 'online'],
  papers: [{ id: 'a', help: { vi: 'x', en: 'x' }, officialName: 'A', handling: 'show' }],
  steps: [{ key: 'receive', role: 'reception' }, { key: 'appraise', role: 'specialist' }, { key: 'approve', role: 'leader' }, { key: 'hand-over', role: 'reception' }],
  everyday: {}, results: ['x'],
};
const AROUND: LintSurroundings = { hasAccount: true, hasForm: true, today: '2026-11-30', papersBefore: ['a'] };
const found = (pack: Partial<LintedPack>, around: Partial<LintSurroundings> = {}) => lintPack({ ...SOUND, ...pack }, { ...AROUND, ...around }).map(({ level, rule, field }) => `${level} ${rule} ${field}`);

test('a sound pack has nothing to look at', () => {
  assert.deepEqual(found({}), []);
});

for (const [name, pack, around, expected] of [
  ['without a legal basis it stops', { legalBasis: [] }, {}, ['stop no-legal-basis legalBasis']],
  ['it cannot begin yesterday', { validFrom: '2026-11-29' }, {}, ['stop begins-in-the-past validFrom']],
  ['it may begin today', { validFrom: '2026-11-30' }, {}, []],
  ['money without its basis stops', { fee: { known: true, lines: [{ amount: 8000, basis: null }] } }, {}, ['stop fee-without-basis fee.lines[0].basis']],
  ['nothing to pay needs no basis and no account', { fee: { known: true, lines: [{ amount: 0, basis: null }] } }, { hasAccount: false }, []],
  ['a fee without an account is to be looked at', {}, { hasAccount: false }, ['look fee-but-no-account fee']],
  ['a limit without its basis is to be looked at', { timeLimit: { unit: 'working-day', basis: null } }, {}, ['look limit-without-basis timeLimit.basis']],
  ['a limit needs steps', { steps: [] }, {}, ['stop no-steps steps']],
  ['an undetermined limit needs none', { steps: [], timeLimit: { unit: 'undetermined', basis: null } }, {}, ['look limit-undetermined timeLimit']],
  ['nobody should approve what the same role appraised', { steps: [{ key: 'appraise', role: 'leader' }, { key: 'approve', role: 'leader' }] }, {}, ['look one-person-decides steps']],
  ['a paper that was not asked for before is named', { papers: [...SOUND.papers, { id: 'b', help: {}, officialName: 'B', handling: 'show' }] }, {}, ['look paper-added papers[b]']],
  ['papers of a new procedure are not new papers', {}, { papersBefore: [] }, []],
  ['online without a form uses the general declaration, and says so', {}, { hasForm: false }, ['look online-without-form channels']],
] as const satisfies readonly (readonly [string, Partial<LintedPack>, Partial<LintSurroundings>, readonly string[]])[]) {
  test(name, () => {
    assert.deepEqual(found(pack, around), expected);
  });
}
