import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyone, anyStaff, citizen, onlyRoles, ROLES } from '../../../kernel/actor.ts';
import { ABILITIES, abilityOf } from './abilities.ts';
import { judgeAbilities, needsPosition } from './judge-roles.ts';

test('a door belongs to the ability that names it, else to the longest beginning that fits', () => {
  assert.equal(abilityOf('POST /api/dossiers')?.key, 'receive');
  assert.equal(abilityOf('POST /api/dossiers/:id/supplement/accept')?.key, 'dossier-acts');
  assert.equal(abilityOf('GET /api/dossiers/:id/files/:fileId')?.key, 'look');
  assert.equal(abilityOf('GET /api/dossiers/:id/assignees')?.key, 'dossier-acts');
  assert.equal(abilityOf('GET /api/papers/register')?.key, 'register');
  assert.equal(abilityOf('DELETE /api/nowhere'), undefined);
});

test('no two abilities name the same door', () => {
  const named = ABILITIES.flatMap(({ routes }) => routes);
  assert.equal(new Set(named).size, named.length);
  assert.equal(new Set(ABILITIES.map(({ key }) => key)).size, ABILITIES.length);
});

test('a role has an ability only when every door of it opens', () => {
  const doors = [
    { route: 'GET /api/roles', policy: onlyRoles('administrator') },
    { route: 'POST /api/papers/register', policy: onlyRoles('clerk', 'reception') },
    { route: 'GET /api/papers/register', policy: onlyRoles('clerk') },
    { route: 'GET /api/reports/dossiers', policy: anyStaff },
    { route: 'GET /', policy: anyone },
    { route: 'GET /cua-toi', policy: citizen },
  ];
  assert.deepEqual(judgeAbilities(doors).map(({ ability, roles }) => [ability.key, [...roles]]), [['register', ['clerk']], ['staff', ['administrator']], ['reports', [...ROLES]]]);
  assert.deepEqual(doors.map(needsPosition), [true, true, true, true, false, false]);
});
