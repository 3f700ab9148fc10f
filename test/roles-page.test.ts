import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Role, ROLES } from '../src/kernel/actor.ts';
import { type RolesAnswer } from '../src/modules/roles/contract/role-schemas.ts';
import { ABILITIES, abilityOf } from '../src/modules/roles/domain/abilities.ts';
import { judgeAbilities, needsPosition } from '../src/modules/roles/domain/judge-roles.ts';
import { createCommune, type TestCommune } from './commune.ts';
import { MATRIX } from './matrix.ts';
import { createWholeProgram, type WholeProgram } from './whole-program.ts';

let program: WholeProgram;
let commune: TestCommune;
before(async () => {
  program = await createWholeProgram();
  commune = await createCommune(program.database.db, { now: program.clock.now() });
});
after(() => program.close());

const doors = () => program.routes.map(({ method, url, policy }) => ({ route: `${method} ${url}`, policy }));
const show = async () => (await program.server.inject({ url: '/api/roles', headers: program.as(commune.staff.administrator.actor) })).json<RolesAnswer>();

test('every door that a position opens is in an ability of the page “Vai trò” (src/modules/roles/domain/abilities.ts), and every ability has a door', () => {
  assert.deepEqual(doors().filter(needsPosition).map(({ route }) => route).filter((route) => abilityOf(route) === undefined), [], 'doors without an ability');
  const used = new Set(doors().filter(needsPosition).map(({ route }) => abilityOf(route)?.key));
  assert.deepEqual(ABILITIES.map(({ key }) => key).filter((key) => !used.has(key)), [], 'abilities without a door');
});

test('the doors of one ability let in the same roles, so that the page says of nobody that they may where they may not; what the table of dossiers decides is asked of that table', () => {
  for (const { ability, roles } of judgeAbilities(doors())) {
    if (ability.key === 'dossier-acts') continue;
    for (const { route, policy } of doors().filter((door) => needsPosition(door) && abilityOf(door.route) === ability)) {
      for (const role of ROLES) {
        const holder = { ...commune.staff[role].actor };
        assert.equal(policy.allows(holder), roles.has(role), `${route} of “${ability.words.vi}” for ${role}`);
      }
    }
  }
});

test('the page says exactly what the table of the tests says', async () => {
  const { everybody, roles } = await show();
  const allowed = (role: Role, key: string): boolean => MATRIX.filter(({ route }) => abilityOf(route)?.key === key && !(route === 'GET /can-bo' || route === 'GET /can-bo/*')).every(({ letsIn }) => letsIn.includes(role));
  for (const { role, may, mayNot } of roles) {
    for (const { key, words } of ABILITIES.filter((ability) => ability.key !== 'dossier-acts')) {
      const said = may.includes(words.vi) || everybody.includes(words.vi);
      assert.equal(said, allowed(role, key), `${role}: ${words.vi}`);
      assert.equal(mayNot.includes(words.vi), !said, `${role} and not: ${words.vi}`);
    }
  }
});

test('the acts on dossiers are those of the table: who approves does not seal, who seals does not appraise, the cashier confirms payments', async () => {
  const { roles } = await show();
  const of = (wanted: Role) => roles.find(({ role }) => role === wanted);
  assert.deepEqual(of('reception')?.steps, ['Tiếp nhận', 'Trả kết quả']);
  assert.deepEqual(of('president')?.steps, ['Phê duyệt']);
  assert.ok(of('president')?.mayDo.includes('phê duyệt, ký') && !of('president')?.mayDo.includes('đóng dấu, cho số'));
  assert.deepEqual(of('clerk')?.steps, ['Đóng dấu']);
  assert.deepEqual(of('cashier')?.mayDo, ['xác nhận đã nộp tiền']);
  assert.deepEqual(of('committee')?.mayDo, []);
  assert.deepEqual(of('administrator')?.mayDo, []);
  assert.deepEqual(of('specialist')?.limits, { fields: true, units: true, steps: true });
  assert.deepEqual(of('committee')?.limits, { fields: false, units: false, steps: false });
  assert.deepEqual(roles.filter(({ secondFactor }) => secondFactor).map(({ role }) => role), ['unit-head', 'president', 'administrator']);
});

test('it names who holds a role today', async () => {
  const { roles } = await show();
  for (const { role, holders } of roles) assert.deepEqual(holders.map(({ staffId }) => staffId), [commune.staff[role].id]);
});
