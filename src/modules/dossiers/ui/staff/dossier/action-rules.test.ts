import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { AssignRequest, NoteRequest, PlainRequest, ReasonRequest, StepRequest, StopRequest, UnitMoveRequest, WithdrawalRequest } from '../../../contract/action-schemas.ts';
import { type Stage } from '../../../domain/dossier-states.ts';
import { actionsAt, TRANSITIONS } from '../../../domain/transitions.ts';
import { ACTION_FORMS, actionCall, type ActionEntries, firstEntries, type FormAction, missingField, shownFields } from './action-forms.ts';
import { ACTION_KEYS, arrangeActions } from './action-rules.ts';

const DOSSIER = { id: '018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e6f', version: 3 };
const COMMAND = '018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e70';
const FORMS = Object.entries(ACTION_FORMS) as [FormAction, NonNullable<(typeof ACTION_FORMS)[FormAction]>][];
const SCHEMAS = {
  'actions': StepRequest, 'reject': ReasonRequest, 'reopen': ReasonRequest, 'stop': StopRequest, 'withdrawal': WithdrawalRequest, 'withdrawal/accept': NoteRequest,
  'withdrawal/decline': ReasonRequest, 'claim': PlainRequest, 'release': PlainRequest, 'assign': AssignRequest, 'unit': UnitMoveRequest,
} as const;

/** Every entry of a form filled with something that its field takes. */
function filled(action: FormAction): ActionEntries {
  const plan = ACTION_FORMS[action];
  return Object.fromEntries((plan?.fields ?? []).map((field) => [field.name, field.kind === 'officer' || field.kind === 'unit' ? DOSSIER.id : field.kind === 'choice' ? (field.options?.[0]?.value ?? '') : ` ${field.name} `]));
}

for (const stage of Object.keys(TRANSITIONS) as Stage[]) {
  test(`at ${stage} no two actions share a key`, () => {
    const keys = actionsAt(stage).flatMap((action) => ACTION_KEYS[action] ?? []);
    assert.equal(new Set(keys).size, keys.length);
  });

  test(`at ${stage} at most two actions are buttons and every other one is in the menu`, () => {
    const offered = actionsAt(stage).filter((action) => action === 'receive' || ACTION_FORMS[action] !== undefined);
    const { buttons, menu } = arrangeActions(actionsAt(stage));
    assert.ok(buttons.length <= 2);
    assert.deepEqual([...buttons, ...menu].sort(), [...offered].sort());
  });
}

test('no action takes a key that the workspace uses for moving, printing or a new dossier', () => {
  for (const key of Object.values(ACTION_KEYS)) assert.ok(!['N', 'P', 'J', 'K', '/', '?'].includes(key), key);
});

for (const [action, plan] of FORMS) {
  test(`${action} asks for what it needs and for nothing else before it is sent`, () => {
    const needed = plan.fields.filter(({ needed: sentence }) => sentence !== undefined);
    assert.equal(missingField(plan, filled(action)), undefined);
    for (const field of needed) {
      const only = field.onlyIf === undefined ? {} : { [field.onlyIf.name]: field.onlyIf.value };
      assert.equal(missingField(plan, { ...filled(action), ...only, [field.name]: '  ' })?.name, field.name);
    }
  });

  test(`the request of ${action} is one that the contract accepts`, () => {
    const { path, body } = actionCall(DOSSIER, plan, filled(action), COMMAND);
    assert.equal(path, `/api/dossiers/${DOSSIER.id}/${plan.path}`);
    const schema = Object.entries(SCHEMAS).find(([known]) => known === plan.path)?.[1];
    assert.ok(schema !== undefined && Value.Check(schema, body), JSON.stringify(body));
  });
}

test('a negative outcome shows its legal basis; a positive one neither shows nor sends it', () => {
  const plan = ACTION_FORMS['appraise'];
  assert.ok(plan !== undefined);
  const first = firstEntries(plan, 'Nguyễn Thị Mẫu');
  assert.deepEqual(shownFields(plan, first).map(({ name }) => name), ['outcome', 'note']);
  assert.equal(actionCall(DOSSIER, plan, { ...first, legalBasis: 'Điều 8' }, COMMAND).body['legalBasis'], null);
  const negative = { ...first, outcome: 'negative', legalBasis: ' Điều 8 ' };
  assert.deepEqual(shownFields(plan, negative).map(({ name }) => name), ['outcome', 'legalBasis', 'note']);
  assert.equal(actionCall(DOSSIER, plan, negative, COMMAND).body['legalBasis'], 'Điều 8');
});

test('the receiver of a result is at first whoever filed', () => {
  const plan = ACTION_FORMS['hand-over'];
  assert.ok(plan !== undefined);
  assert.equal(firstEntries(plan, 'Nguyễn Thị Mẫu')['returnedTo'], 'Nguyễn Thị Mẫu');
});
