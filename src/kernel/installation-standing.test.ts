import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type StaffActor } from './actor.ts';
import { type Assurance } from './assurance.ts';
import { refuseInstallation } from './installation-standing.ts';

const NOW = Date.parse('2026-11-23T08:00:00+07:00');
const actor = (change: Partial<Assurance>): StaffActor => ({ kind: 'staff', staffId: 's', communeCode: '16072', fullName: 'A', userName: 'a', positions: [], assurance: { level: 'second-factor', provenAt: NOW, secondFactor: 'enrolled', ...change } });

test('who does not speak for the installation is refused, however surely it is known who it is', () => {
  assert.equal(refuseInstallation({ speaks: false, communes: 2 }, actor({ level: 'passkey' }), NOW), 'not-yours');
});

test('for several communes nobody decides with a password alone, also where the own commune asks for no second factor', () => {
  const several = { speaks: true, communes: 2 };
  assert.equal(refuseInstallation(several, actor({}), NOW), undefined);
  assert.equal(refuseInstallation(several, actor({ level: 'passkey' }), NOW), undefined);
  assert.equal(refuseInstallation(several, actor({ level: 'password' }), NOW), 'access.assurance-too-low');
  for (const secondFactor of ['waived', 'may-enrol', 'must-enrol'] as const) assert.equal(refuseInstallation(several, actor({ level: 'password', secondFactor }), NOW), 'access.second-factor-first');
});

test('where one commune is served its administrator decides as for everything else', () => {
  assert.equal(refuseInstallation({ speaks: true, communes: 1 }, actor({ level: 'password', secondFactor: 'waived' }), NOW), undefined);
});
