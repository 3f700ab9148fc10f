import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Role, type StaffActor } from '../../../kernel/actor.ts';
import { decideRecipients } from './decide-recipients.ts';
import { dossierAt, officer } from './dossiers-for-tests.ts';

const OTHER_UNIT = '01890000-0000-7000-8000-00000000000b';
const person = (name: string, role: Role, fields: readonly string[] = [], unitId?: string): StaffActor => officer(role, fields, name, unitId);

const PEOPLE = [
  person('an', 'specialist', ['Hộ tịch']),
  person('binh', 'specialist', ['Đất đai']),
  person('cuc', 'specialist'),
  person('head', 'unit-head'),
  person('other-head', 'unit-head', [], OTHER_UNIT),
  person('president', 'president'),
  person('clerk', 'clerk'),
];
const told = (mark: Parameters<typeof decideRecipients>[1], over: Parameters<typeof dossierAt>[1] = {}, people = PEOPLE) => decideRecipients(dossierAt(1, over), mark, people);

test('first whoever can still do it hears, then the head of the unit, then the President', () => {
  assert.deepEqual(told('three-quarters', { holderId: 'an' }), ['an']);
  assert.deepEqual(told('day-before', { holderId: 'an' }), ['an', 'head']);
  assert.deepEqual(told('due', { holderId: 'an' }), ['an', 'head', 'president']);
  assert.deepEqual(told('overdue', { holderId: 'an' }), ['an', 'head', 'president']);
});

test('a dossier that nobody took on is told to everybody whose position holds its step and field', () => {
  assert.deepEqual(told('three-quarters'), ['an', 'cuc']);
});

test('a holder whose account is closed leaves it to the others', () => {
  assert.deepEqual(told('three-quarters', { holderId: 'gone' }), ['an', 'cuc']);
});

test('where the unit has no head, every head for the field hears', () => {
  assert.deepEqual(told('day-before', { holderId: 'an' }, PEOPLE.filter(({ staffId }) => staffId !== 'head')), ['an', 'other-head']);
});

test('nobody is told twice: at the approval the leaders are the holders', () => {
  assert.deepEqual(decideRecipients(dossierAt(2), 'overdue', PEOPLE), ['head', 'other-head', 'president']);
});
