import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Result } from '../../../kernel/result.ts';
import { changeOfDelivery, decideDeliveryReport, decideDispatch, decideHandOver, type DeliveryReport, type Dispatch, type Receiver } from './decide-delivery.ts';
import { dossierAt, officer } from './dossiers-for-tests.ts';

const codeOf = (decided: Result<unknown>): string => (decided.ok ? 'done' : decided.problem.code);
const SELF: Receiver = { name: ' Nguyễn Thị Mẫu ', relation: 'self', paper: null };
const PHOTO = { kind: 'photo', sha256: 'a'.repeat(64) } as const;

test('a result goes to a named person, or to somebody whom a paper authorises', () => {
  const over = (receiver: Receiver) => decideHandOver(dossierAt(4), { expectedVersion: 3, receiver, note: null }, officer('reception'));
  const done = over(SELF);
  assert.ok(done.ok);
  assert.deepEqual([done.value.state, done.value.step, done.value.facts], ['returned', null, { returnedTo: 'Nguyễn Thị Mẫu', relation: 'self' }]);
  assert.equal(codeOf(over({ ...SELF, name: ' ' })), 'dossier.receiver-missing');
  assert.equal(codeOf(over({ ...SELF, relation: 'authorised' })), 'delivery.authorisation-missing');
  assert.equal(codeOf(over({ ...SELF, relation: 'authorised', paper: 'Giấy ủy quyền 20/11/2026' })), 'done');
  assert.equal(codeOf(over({ ...SELF, relation: 'family' })), 'delivery.family-at-counter');
  assert.equal(codeOf(decideHandOver(dossierAt(3), { expectedVersion: 3, receiver: SELF, note: null }, officer('reception'))), 'dossier.action-not-possible');
});

const POST: Dispatch = { method: 'post', address: 'Thôn 2, xã Hoa Lộc', carrier: 'Bưu điện', trackingNumber: ' eb123456789vn ' };
const HOME: Dispatch = { method: 'home', address: 'Thôn 2', carriedBy: 'Trịnh Văn Tổ' };

test('a result is sent once, with everything that its way needs', () => {
  const send = (dispatch: Dispatch, open: { state: 'waiting' | 'sent'; hasElectronicResult: boolean } = { state: 'waiting', hasElectronicResult: false }) =>
    decideDispatch(dossierAt(4), open, { expectedVersion: 3, dispatch }, officer('reception'));
  const posted = send(POST);
  assert.ok(posted.ok);
  assert.deepEqual(posted.value.facts, { method: 'post', carrier: 'Bưu điện', trackingNumber: 'EB123456789VN' });
  assert.equal(codeOf(send(HOME)), 'done');
  assert.equal(codeOf(send(POST, { state: 'sent', hasElectronicResult: false })), 'delivery.on-its-way');
  assert.equal(codeOf(send({ ...POST, address: ' ' })), 'delivery.address-missing');
  assert.equal(codeOf(send({ ...POST, carrier: '' })), 'delivery.carrier-missing');
  for (const trackingNumber of ['', '12', 'có dấu', 'A'.repeat(41), 'AB 123']) assert.equal(codeOf(send({ ...POST, trackingNumber })), 'delivery.tracking-number-wrong', trackingNumber);
  assert.equal(codeOf(send({ ...HOME, carriedBy: ' ' })), 'delivery.carrier-missing');
  assert.equal(codeOf(send({ method: 'electronic' })), 'delivery.no-electronic-result');
  assert.equal(codeOf(send({ method: 'electronic' }, { state: 'waiting', hasElectronicResult: true })), 'done');
});

const REPORTS: readonly (readonly ['post' | 'home', DeliveryReport, string])[] = [
  ['home', { event: 'handed-on', toName: 'Trưởng thôn', words: null }, 'done'],
  ['post', { event: 'handed-on', toName: 'Trưởng thôn', words: null }, 'delivery.event-not-of-this-way'],
  ['home', { event: 'handed-on', toName: ' ', words: null }, 'dossier.receiver-missing'],
  ['post', { event: 'arrived', words: null }, 'done'],
  ['home', { event: 'arrived', words: null }, 'delivery.event-not-of-this-way'],
  ['home', { event: 'not-met', words: null }, 'dossier.reason-missing'],
  ['home', { event: 'not-met', words: 'Nhà đi vắng' }, 'done'],
  ['post', { event: 'came-back', words: ' ' }, 'dossier.reason-missing'],
  ['post', { event: 'came-back', words: 'Sai địa chỉ' }, 'done'],
  ['home', { event: 'delivered', receiver: SELF, proof: null, words: null }, 'delivery.proof-missing'],
  ['home', { event: 'delivered', receiver: SELF, proof: PHOTO, words: null }, 'done'],
  ['home', { event: 'delivered', receiver: { ...SELF, relation: 'family' }, proof: PHOTO, words: null }, 'done'],
  ['post', { event: 'delivered', receiver: { ...SELF, relation: 'family' }, proof: null, words: null }, 'done'],
  ['post', { event: 'delivered', receiver: { ...SELF, name: '' }, proof: null, words: null }, 'dossier.receiver-missing'],
];
for (const [method, report, expected] of REPORTS) {
  test(`on the way by ${method} the report ${JSON.stringify(report)} is ${expected}`, () => {
    assert.equal(codeOf(decideDeliveryReport({ method, state: 'sent' }, report)), expected);
  });
}

test('only a result that is on its way can be reported about', () => {
  for (const state of ['waiting', 'delivered', 'returned'] as const) {
    assert.equal(codeOf(decideDeliveryReport({ method: 'post', state }, { event: 'arrived', words: null })), 'delivery.not-on-its-way');
  }
});

test('in somebody’s hand the dossier is returned; everything else only moves the delivery', () => {
  const delivered = decideDeliveryReport({ method: 'home', state: 'sent' }, { event: 'delivered', receiver: SELF, proof: PHOTO, words: null });
  assert.ok(delivered.ok);
  const change = changeOfDelivery(dossierAt(4), delivered.value);
  assert.deepEqual([change.event, change.state, change.step], ['delivered', 'returned', null]);
  const back = decideDeliveryReport({ method: 'post', state: 'sent' }, { event: 'came-back', words: 'Sai địa chỉ' });
  assert.ok(back.ok);
  assert.deepEqual([back.value.state, changeOfDelivery(dossierAt(4), back.value).state], ['returned', 'decided']);
});
