import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { RejectDeclarationRequest, TransitionRequest } from '../../../contract/dossier-schemas.ts';
import { NEXT } from '../../../domain/dossier-states.ts';
import { ACTION_KEYS, ACTION_NEEDS, actionCall, type FormAction, missingEntry } from './action-rules.ts';

const EMPTY = { note: '', resultNumber: '', returnedTo: '' };
const FULL = { note: ' Thiếu ngày cấp ', resultNumber: ' 25/2026 ', returnedTo: ' Nguyễn Thị Mẫu ' };
const DOSSIER = { id: '018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e6f', version: 3 };
const COMMAND = '018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e70';
const ACTIONS = Object.keys(ACTION_NEEDS) as FormAction[];

for (const [stage, actions] of Object.entries(NEXT)) {
  test(`at ${stage} every possible action has a key of its own`, () => {
    const keys = actions.map((action) => ACTION_KEYS[action]);
    assert.equal(new Set(keys).size, keys.length);
  });
}

test('no action takes a key that the workspace uses for moving, printing or a new dossier', () => {
  for (const key of Object.values(ACTION_KEYS)) assert.ok(!['N', 'P', 'J', 'K', '/', '?'].includes(key), key);
});

for (const [action, expected] of [
  ['transfer', undefined], ['appraise', undefined], ['approve', undefined],
  ['seal', 'result-number-missing'], ['hand-over', 'receiver-missing'], ['send-back', 'reason-missing'], ['reject', 'reason-missing'],
] as const) {
  test(`${action} with nothing typed ${expected === undefined ? 'can be sent' : `answers ${expected}`}`, () => {
    assert.equal(missingEntry(action, EMPTY), expected);
    assert.equal(missingEntry(action, FULL), undefined);
    assert.equal(missingEntry(action, { note: '  ', resultNumber: ' ', returnedTo: ' ' }), expected);
  });
}

for (const action of ACTIONS) {
  test(`the request of ${action} is one that the contract accepts`, () => {
    const { path, body } = actionCall(DOSSIER, action, FULL, COMMAND);
    assert.ok(Value.Check(action === 'reject' ? RejectDeclarationRequest : TransitionRequest, body));
    assert.ok(path.startsWith(`/api/dossiers/${DOSSIER.id}/`));
  });
}

test('entries that an action does not use are not sent with it', () => {
  const { body } = actionCall(DOSSIER, 'approve', FULL, COMMAND);
  assert.equal(body['resultNumber'], null);
  assert.equal(body['returnedTo'], null);
  assert.equal(body['note'], 'Thiếu ngày cấp');
});
