import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AbsencePlan, checkAbsence, decideListMove, decideTakeBack, isOfList } from './decide-absence.ts';
import { dossierAt, ME, officer } from './dossiers-for-tests.ts';

const OTHER = '01890000-0000-7000-8000-000000000003';
const LEADER = '01890000-0000-7000-8000-000000000004';
const from = officer('specialist');
const to = officer('specialist', [], OTHER);
const plan: AbsencePlan = { from, to, reason: 'Nghỉ phép', fromDay: '2026-11-23', untilDay: '2026-11-27' };
const leader = officer('president', [], LEADER);
const code = (result: { readonly ok: boolean; readonly problem?: { readonly code: string } }) => (result.ok ? 'done' : result.problem?.code);

for (const [who, actor, expected] of [['the person', from, 'done'], ['a head of unit', officer('unit-head', [], LEADER), 'done'], ['the President', leader, 'done'], ['whoever is to have it', to, 'absence.not-yours'], ['the clerk', officer('clerk', [], LEADER), 'absence.not-yours']] as const) {
  test(`a list is given by ${who}: ${expected}`, () => {
    assert.equal(code(checkAbsence(plan, actor, '2026-11-23')), expected);
  });
}

for (const [what, change, expected] of [
  ['to oneself', { to: from }, 'absence.same-person'],
  ['until today', { untilDay: '2026-11-23' }, 'done'],
  ['until yesterday', { fromDay: '2026-11-20', untilDay: '2026-11-22' }, 'absence.period-wrong'],
  ['from tomorrow', { fromDay: '2026-11-24' }, 'done'],
  ['for 366 days', { untilDay: '2027-11-23' }, 'done'],
  ['for 367 days', { untilDay: '2027-11-24' }, 'absence.period-too-long'],
  ['without a reason', { reason: ' ' }, 'dossier.reason-missing'],
] as const) {
  test(`a list that is given ${what}: ${expected}`, () => {
    assert.equal(code(checkAbsence({ ...plan, ...change }, from, '2026-11-23')), expected);
  });
}

const held = dossierAt(1, { holderId: ME });
for (const [what, dossier, over, actor, expected] of [
  ['in the hands of the absent person', held, {}, leader, 'done'],
  ['that nobody has taken on', dossierAt(1), {}, leader, 'done'],
  ['that waits for the citizen', { ...held, state: 'supplement-requested' as const }, {}, leader, 'done'],
  ['that is between two units', dossierAt(1, { handed: { by: ME, fromUnitId: null } }), {}, leader, 'dossier.action-not-possible'],
  ['that somebody else has by now', dossierAt(1, { holderId: OTHER }), {}, leader, 'dossier.taken-by-another'],
  ['of a field that the leader does not lead', held, {}, officer('unit-head', ['Đất đai'], LEADER), 'dossier.not-your-step'],
  ['of a field that the colleague does not have', held, { to: officer('specialist', ['Đất đai'], OTHER) }, from, 'dossier.officer-not-fitting'],
  ['at a step that the colleague’s position does not hold', dossierAt(3, { holderId: ME }), {}, from, 'dossier.officer-not-fitting'],
  ['given to nobody while somebody else holds the step', held, { to: null }, from, 'done'],
  ['given to nobody while nobody else holds the step', dossierAt(3, { holderId: ME }), { to: null }, from, 'absence.nobody-else'],
] as const) {
  test(`a dossier ${what}: ${expected}`, () => {
    assert.equal(code(decideListMove(dossier, { ...plan, ...over }, actor, [from, to, leader])), expected);
  });
}

for (const [what, dossier, others, expected] of [
  ['that the person has taken on', held, [to], true],
  ['that somebody else has taken on', dossierAt(1, { holderId: OTHER }), [to], false],
  ['that nobody has taken on and a colleague could', dossierAt(1), [to], false],
  ['that nobody has taken on and nobody else could', dossierAt(1), [officer('clerk', [], OTHER)], true],
] as const) {
  test(`a dossier ${what} is ${expected ? '' : 'not '}of the list`, () => {
    assert.equal(isOfList(dossier, from, [from, ...others]), expected);
  });
}

test('only whose hands it is in changes: state, step and clock are as they were, and the line of history says from whom to whom', () => {
  const decided = decideListMove(held, plan, leader, [from, to]);
  assert.ok(decided.ok);
  assert.deepEqual(decided.value, { event: 'handed-to', state: 'in-progress', clock: 'as-it-was', holder: OTHER, facts: { from: from.fullName, fromId: ME, note: 'Nghỉ phép', to: to.fullName, toId: OTHER } });
});

const given = { step: 'appraise', toId: OTHER } as const;
for (const [what, dossier, actor, expected] of [
  ['where it was given', dossierAt(1, { holderId: OTHER }), from, 'done'],
  ['where it was given, by a leader', dossierAt(1, { holderId: OTHER }), leader, 'done'],
  ['between two units', dossierAt(1, { handed: { by: OTHER, fromUnitId: null } }), from, 'absence.gone-on'],
  ['at another step', dossierAt(2), from, 'absence.gone-on'],
  ['with a third person', dossierAt(1, { holderId: LEADER }), from, 'absence.with-another'],
  ['back already', dossierAt(1, { holderId: ME }), from, 'absence.back-already'],
  ['of a field that the leader does not lead', dossierAt(1, { holderId: OTHER }), officer('unit-head', ['Đất đai'], LEADER), 'dossier.not-your-step'],
] as const) {
  test(`a dossier that is ${what} is taken back: ${expected}`, () => {
    assert.equal(code(decideTakeBack(dossier, given, from, actor, 'Mai Thị Kề')), expected);
  });
}

test('whoever lost the position meanwhile does not get the dossier back', () => {
  assert.equal(code(decideTakeBack(dossierAt(1, { holderId: OTHER }), given, officer('clerk'), leader, undefined)), 'dossier.officer-not-fitting');
});
