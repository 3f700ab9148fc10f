import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileForm } from '../../forms/domain/compile-form.ts';
import { readFormFiles } from '../../forms/store/read-form-files.ts';
import { type LifeEvent } from '../domain/life-event.ts';
import { lifeEventFaults, type LifeEventSurroundings, loadLifeEvents, readLifeEvents } from './load-life-events.ts';

const DATA = new URL('../../../../data/', import.meta.url);
const forms = new Map(readFormFiles(fileURLToPath(new URL('forms', DATA))).definitions.map(({ definition }) => [definition.code, compileForm(definition)]));
const around: LifeEventSurroundings = { formOf: (code) => forms.get(code), knowsProcedure: (code) => code !== '9.999999', knowsGroup: (code) => code === 'birth' || code === 'death' };
const folder = mkdtempSync(join(tmpdir(), 'xaso-events-'));
after(() => { rmSync(folder, { recursive: true }); });

const events = readLifeEvents(new URL('life-events/', DATA));
const birth = events.find(({ code }) => code === 'birth') as LifeEvent;
const faults = (change: Partial<LifeEvent>) => lifeEventFaults([{ ...birth, ...change }], around);
const [first, second] = birth.members as [LifeEvent['members'][number], LifeEvent['members'][number]];
const [carry] = birth.carries as [LifeEvent['carries'][number]];

test('the life events of the program hold against its forms: birth, death and marriage', () => {
  assert.deepEqual(loadLifeEvents(around, new URL('life-events/', DATA)).map(({ code }) => code), ['birth', 'death', 'marriage']);
});

test('an unknown procedure, form or linked group is named with its code, and so is a form that declares another procedure', () => {
  assert.deepEqual(faults({ members: [{ ...first, procedure: '9.999999' }], carries: [] }), ['birth: members.birth-registration: there is no procedure 9.999999', 'birth: members.birth-registration: the form birth-registration does not declare the procedure 9.999999']);
  assert.deepEqual(faults({ members: [{ ...first, form: 'no-form' }], carries: [] }), ['birth: members.birth-registration: procedure 1.001193: there is no form no-form']);
  assert.deepEqual(faults({ official: { ...birth.official, group: 'nothing', procedure: '9.999999', words: birth.name } }), ['birth: official: there is no linked group nothing', 'birth: official: there is no procedure 9.999999']);
});

test('a line that carries from or to a field that is not there, of another kind, or a promise, is named with both procedures', () => {
  const said = faults({ carries: [{ ...carry, same: ['nobody.fullName'], pairs: [{ from: 'child.name', to: 'members#fullName' }, { from: 'child.birthDate', to: 'applicant.phone' }, { from: 'promise', to: 'promise' }], presets: [{ to: 'request', value: 'fly' }] }] });
  assert.deepEqual(said.map((words) => words.replace('birth: carries.birth-registration → residence: procedures 1.001193 → 1.004222: ', '')), [
    'child.name → members#fullName: unknown-from (child.name)', 'child.birthDate → applicant.phone: other-kind (date, phone)', 'promise → promise: never-carried', '→ request: unknown-value (fly)',
    'birth-registration asks no fact nobody.fullName', 'residence-change asks no fact nobody.fullName',
  ]);
});

test('a condition that is none is named instead of being judged', () => {
  const said = faults({ carries: [{ ...carry, pairs: [{ from: 'child.fullName', to: 'members#fullName', when: { equals: ['relation', 'mother'] } }], presets: [] }] });
  assert.equal(said.length, 1);
  assert.match(said[0] ?? '', /→ members#fullName: the condition is unknown/u);
});

test('members that stand twice, wait for what comes later, are not there or carry to themselves are named', () => {
  assert.deepEqual(faults({ members: [{ ...first, waitsFor: [{ member: second.key, what: birth.name }] }, second, second], carries: [{ ...carry, to: carry.from, pairs: [], presets: [] }, { ...carry, to: 'nobody' }], validTo: '2020-01-01', shared: ['applicant', 'applicant'] }), [
    'birth: validTo: dates-crossed', 'birth: shared: shared-twice', 'birth: members.birth-registration.waitsFor: waits-for-later (residence)', 'birth: members.residence: twice',
    'birth: carries.birth-registration → birth-registration: carries-to-itself', 'birth: carries.birth-registration → nobody: unknown-member (nobody)',
  ]);
});

test('a file of another shape stops the start and says which place is wrong', () => {
  writeFileSync(join(folder, 'birth.json'), JSON.stringify({ ...birth, slug: 'Sinh Con', members: [{ ...first, who: { vi: 'a' } }] }));
  assert.throws(() => readLifeEvents(pathToFileURL(`${folder}/`)), (error: Error) => error.message.includes('birth.json') && error.message.includes('/slug') && error.message.includes('/members/0/who'));
});
