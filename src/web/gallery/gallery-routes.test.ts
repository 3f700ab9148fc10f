import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Actor, type Role } from '../../kernel/actor.ts';
import { galleryRoutes } from './gallery-routes.tsx';

function staff(role: Role): Actor {
  return { kind: 'staff', staffId: 's', communeCode: '16072', fullName: 'A', userName: 'a', positions: [{ unitId: 'u', role, title: '', fields: [] }] };
}

test('the gallery is open to administrators alone', () => {
  const [route] = galleryRoutes({ getOffice: () => Promise.resolve(undefined) });
  assert.equal(route?.policy.name, 'only:administrator');
  assert.equal(route.policy.allows(staff('administrator')), true);
  assert.equal(route.policy.allows(staff('reception')), false);
  assert.equal(route.policy.allows({ kind: 'anonymous' }), false);
});
