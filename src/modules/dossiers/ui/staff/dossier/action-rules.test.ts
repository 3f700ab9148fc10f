import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { PaymentConfirmation, PaymentRequest } from '../../../contract/supplement-schemas.ts';
import { AssignRequest, DeliveryReportRequest, DispatchRequest, HandOverRequest, NoteRequest, PlainRequest, ReasonRequest, SealRequest, StepRequest, StopRequest, UnitMoveRequest, WithdrawalRequest } from '../../../contract/action-schemas.ts';
import { AgencyAnswerRequest, AgencyQuestionRequest, AgencyReceiptRequest } from '../../../contract/agency-schemas.ts';
import { ExtensionRequest, UrgeRequest } from '../../../contract/late-schemas.ts';
import { type Stage } from '../../../domain/dossier-states.ts';
import { actionsAt, TRANSITIONS } from '../../../domain/transitions.ts';
import { ACTION_FORMS, actionCall, type ActionEntries, firstEntries, type FormAction, missingField, shownFields } from './action-forms.ts';
import { ACTION_KEYS, arrangeActions, isSupplementAction } from './action-rules.ts';

const DOSSIER = { id: '018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e6f', version: 3 };
const COMMAND = '018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e70';
const SUBJECT = { applicantName: 'Nguyễn Thị Mẫu', address: 'Thôn 2, xã Hoa Lộc', proposed: { reason: 'Chờ cơ quan khác trả lời', newDueOn: '02/12/2026' } };
const FORMS = Object.entries(ACTION_FORMS) as [FormAction, NonNullable<(typeof ACTION_FORMS)[FormAction]>][];
const SCHEMAS = {
  'actions': StepRequest, 'seal': SealRequest, 'hand-over': HandOverRequest, 'dispatch': DispatchRequest, 'delivery': DeliveryReportRequest, 'reject': ReasonRequest, 'reopen': ReasonRequest, 'stop': StopRequest, 'withdrawal': WithdrawalRequest, 'withdrawal/accept': NoteRequest,
  'supplement/approve': NoteRequest, 'supplement/decline': ReasonRequest, 'supplement/cancel': ReasonRequest, 'payment': PaymentRequest, 'payment/confirm': PaymentConfirmation, 'payment/cancel': ReasonRequest,
  'withdrawal/decline': ReasonRequest, 'claim': PlainRequest, 'release': PlainRequest, 'assign': AssignRequest, 'unit': UnitMoveRequest, 'unit/take-over': PlainRequest, 'unit/turn-back': ReasonRequest, 'unit/call-back': PlainRequest,
  'agency': AgencyQuestionRequest, 'agency/receipt': AgencyReceiptRequest, 'agency/answer': AgencyAnswerRequest, 'agency/call-off': ReasonRequest,
  'urge': UrgeRequest, 'urge/answer': UrgeRequest, 'extension/propose': ExtensionRequest, 'extension': ExtensionRequest, 'extension/decline': ReasonRequest,
} as const;

const TYPED: Readonly<Record<string, string>> = {
  date: '20/05/2027',
  number: '50.000',
  proof: JSON.stringify({ kind: 'photo', sha256: 'a'.repeat(64) }),
  files: JSON.stringify([{ id: DOSSIER.id, sha256: 'b'.repeat(64), fileName: 'ket-qua.pdf' }]),
};

/** Every entry of a form filled with something that its field takes. */
function filled(action: FormAction): ActionEntries {
  const plan = ACTION_FORMS[action];
  return Object.fromEntries((plan?.fields ?? []).map((field) => [field.name, field.kind === 'officer' || field.kind === 'unit' ? DOSSIER.id : field.kind === 'choice' ? (field.options?.[0]?.value ?? '') : (TYPED[field.kind] ?? ` ${field.name} `)]));
}

for (const stage of Object.keys(TRANSITIONS) as Stage[]) {
  test(`at ${stage} no two actions share a key`, () => {
    const keys = actionsAt(stage).flatMap((action) => ACTION_KEYS[action] ?? []);
    assert.equal(new Set(keys).size, keys.length);
  });

  test(`at ${stage} at most two actions are buttons and every other one is in the menu`, () => {
    const offered = actionsAt(stage).filter((action) => action === 'receive' || action === 'correct' || isSupplementAction(action) || ACTION_FORMS[action] !== undefined);
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
    for (const field of plan.fields.filter(({ needed }) => needed !== undefined)) {
      const conditions = Object.fromEntries([field.onlyIf, field.andIf].flatMap((condition) => (condition === undefined ? [] : [[condition.name, condition.value]])));
      const entries = { ...filled(action), ...conditions };
      assert.equal(missingField(plan, entries), undefined);
      assert.equal(missingField(plan, { ...entries, [field.name]: '  ' })?.field.name, field.name);
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
  const first = firstEntries(plan, SUBJECT);
  assert.deepEqual(shownFields(plan, first).map(({ name }) => name), ['outcome', 'note']);
  assert.equal(actionCall(DOSSIER, plan, { ...first, legalBasis: 'Điều 8' }, COMMAND).body['legalBasis'], null);
  const negative = { ...first, outcome: 'negative', legalBasis: ' Điều 8 ' };
  assert.deepEqual(shownFields(plan, negative).map(({ name }) => name), ['outcome', 'legalBasis', 'note']);
  assert.equal(actionCall(DOSSIER, plan, negative, COMMAND).body['legalBasis'], 'Điều 8');
});

test('sealing opens with the number that a certification got with its signature, and empty for everything else', () => {
  const plan = ACTION_FORMS['seal'];
  assert.ok(plan !== undefined);
  assert.equal(firstEntries(plan, { ...SUBJECT, resultNumber: '0012, quyển số 01/2026-SCT/BS' })['resultNumber'], '0012, quyển số 01/2026-SCT/BS');
  assert.equal(firstEntries(plan, SUBJECT)['resultNumber'], '');
});

test('the receiver of a result is at first whoever filed', () => {
  const plan = ACTION_FORMS['hand-over'];
  assert.ok(plan !== undefined);
  assert.equal(firstEntries(plan, SUBJECT)['receiver.name'], SUBJECT.applicantName);
});

test('every way of sending and everything that happens on the way is a request that the contract accepts', () => {
  const send = ACTION_FORMS['dispatch'];
  const report = ACTION_FORMS['report-delivery'];
  assert.ok(send !== undefined && report !== undefined);
  for (const method of ['post', 'home', 'electronic']) {
    const { body } = actionCall(DOSSIER, send, { ...firstEntries(send, SUBJECT), method, trackingNumber: 'EB123456789VN', carriedBy: 'Trịnh Văn Tổ' }, COMMAND);
    assert.ok(Value.Check(DispatchRequest, body), JSON.stringify(body));
    assert.equal(body['address'], method === 'electronic' ? null : SUBJECT.address);
    assert.equal(body['carriedBy'], method === 'home' ? 'Trịnh Văn Tổ' : null);
  }
  for (const event of ['delivered', 'handed-on', 'arrived', 'not-met', 'came-back']) {
    const { body } = actionCall(DOSSIER, report, { ...firstEntries(report, SUBJECT), event, toName: 'Trưởng thôn', words: 'Nhà đi vắng' }, COMMAND);
    assert.ok(Value.Check(DeliveryReportRequest, body), JSON.stringify(body));
    assert.equal(body['receiver'] !== null, event === 'delivered');
  }
});

test('a leader who decides about an extension begins with what was asked, and may change it', () => {
  const plan = ACTION_FORMS['extend'];
  assert.ok(plan !== undefined);
  assert.deepEqual(firstEntries(plan, SUBJECT), SUBJECT.proposed);
  assert.deepEqual(firstEntries(plan, { ...SUBJECT, proposed: null }), { reason: '', newDueOn: '' });
  assert.equal(actionCall(DOSSIER, plan, firstEntries(plan, SUBJECT), COMMAND).body['newDueOn'], '2026-12-02');
});

test('a day that does not exist is told at its field, and an empty one is no fault', () => {
  const plan = ACTION_FORMS['seal'];
  assert.ok(plan !== undefined);
  assert.equal(missingField(plan, { resultNumber: '25/2026', validTo: '31/02/2027' })?.words, 'date-wrong');
  assert.equal(missingField(plan, { resultNumber: '25/2026', validTo: '' }), undefined);
});
