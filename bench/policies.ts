// How long a policy takes: the one of a route, and what may be done to a dossier, over dossiers at every stage and every kind of actor.
import { type Actor, anyone, anyStaff, onlyRoles, ROLES } from '../src/kernel/actor.ts';
import { declared, dossierAt, ME, officer, UNIT } from '../src/modules/dossiers/domain/dossiers-for-tests.ts';
import { stageOf } from '../src/modules/dossiers/domain/dossier-states.ts';
import { availableActions, permissionFor } from '../src/modules/dossiers/domain/may-act.ts';
import { actionsAt } from '../src/modules/dossiers/domain/transitions.ts';

const ROUNDS = Number(process.argv[2] ?? 15);
const ELSEWHERE = '01890000-0000-7000-8000-00000000000f';

const actors: readonly Actor[] = [
  { kind: 'anonymous' },
  ...ROLES.flatMap((role) => [officer(role), officer(role, ['Hộ tịch']), officer(role, ['Đất đai', 'Chứng thực'], ELSEWHERE, ELSEWHERE)]),
  // Somebody with every position that there is: the longest way through the rules.
  { ...officer('clerk'), positions: ROLES.flatMap((role) => officer(role, ['Đất đai', 'Chứng thực', 'Hộ tịch']).positions) },
];
const overs = [{}, { unitId: UNIT }, { unitId: ELSEWHERE }, { holderId: ME }, { holderId: ELSEWHERE }, { handed: { by: ME, fromUnitId: null }, unitId: ELSEWHERE }, { urged: true, approvalAsked: 'supplement' as const }];
const dossiers = overs.flatMap((over) => [declared(over), ...[0, 1, 2, 3, 4].map((step) => dossierAt(step, over))]);
const policies = [anyone, anyStaff, onlyRoles('administrator'), onlyRoles('reception', 'specialist', 'unit-head', 'president', 'clerk')];

function time(name: string, wanted: string, run: () => number): void {
  const each: number[] = [];
  for (let round = -3; round < ROUNDS; round += 1) {
    const start = performance.now();
    let asked = 0;
    for (let turn = 0; turn < 40; turn += 1) asked += run();
    if (round >= 0) each.push(((performance.now() - start) * 1000) / asked);
  }
  each.sort((a, b) => a - b);
  console.log(`${name} (${wanted}): ${(each[Math.floor(each.length / 2)] ?? 0).toFixed(3)} µs (${(each[0] ?? 0).toFixed(3)}–${(each.at(-1) ?? 0).toFixed(3)}, ${String(ROUNDS)} runs)`);
}

// What is found out is added up and printed, so that nothing is left out as unused.
let seen = 0;
time('policy of a route', 'wanted ≤ 10 µs', () => {
  for (const policy of policies) for (const actor of actors) if (policy.allows(actor)) seen += 1;
  return policies.length * actors.length;
});
time('one action on one dossier', 'wanted ≤ 10 µs', () => {
  let asked = 0;
  for (const dossier of dossiers) {
    for (const action of actionsAt(stageOf(dossier))) {
      for (const actor of actors) if (permissionFor(dossier, action, actor) === 'allowed') seen += 1;
      asked += actors.length;
    }
  }
  return asked;
});
time('all actions that a screen shows for a dossier', 'for comparison', () => {
  for (const dossier of dossiers) for (const actor of actors) seen += availableActions(dossier, actor).length;
  return dossiers.length * actors.length;
});
console.log(`${String(seen)} allowed`);
