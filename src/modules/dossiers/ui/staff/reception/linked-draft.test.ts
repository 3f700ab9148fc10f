import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { CaseWishes } from '../../../../linked-cases/contract/linked-case-schemas.ts';
import { savingCall } from './build-request.ts';
import { findFaults, placeOfField } from './find-faults.ts';
import { type LinkedGroupSheet } from './linked-draft.ts';
import { type ProcedureSheet } from './procedure-sheet.ts';
import { emptyDraft, type ReceptionDraft } from './reception-draft.ts';
import { type ReceptionEvent, reduceReception } from './reduce-reception.ts';

const id = (index: number) => `018f3c1e-7a2b-7c3d-8e4f-${String(index).padStart(12, '0')}`;
const PROCEDURE: ProcedureSheet = {
  code: '1.001193', name: 'Đăng ký khai sinh', officialName: 'Đăng ký khai sinh', field: 'Hộ tịch', timeLimitWords: 'Trong ngày', feeWords: '0 đ', papers: [], lookedUp: [], receivable: true, reason: null,
};
const GROUP: LinkedGroupSheet = {
  code: 'birth', name: 'Liên thông khai sinh', summary: 'Khai sinh, thường trú, thẻ bảo hiểm', basis: 'NĐ 63/2024', firstProcedure: '1.001193', dueWords: 'trước 17 giờ',
  facts: [
    { key: 'subjectName', label: 'Họ và tên bé', kind: 'text', needed: true },
    { key: 'motherName', label: 'Họ và tên mẹ', kind: 'text', needed: true },
    { key: 'motherNumber', label: 'Số định danh của mẹ', kind: 'number', needed: false },
    { key: 'address', label: 'Nơi thường trú', kind: 'text', needed: true },
  ],
  members: [], applicants: [{ label: 'Người nộp là mẹ', fills: { motherName: 'fullName', motherNumber: 'citizenNumber', address: 'address' } }],
};

function after(...events: readonly ReceptionEvent[]): ReceptionDraft {
  return events.reduce(reduceReception, emptyDraft({ dossierId: id(1), commandId: id(2) }, 's1'));
}

const chosen: readonly ReceptionEvent[] = [{ kind: 'procedure', procedure: PROCEDURE, paperIds: [] }, { kind: 'linked-group', group: GROUP, caseId: id(3) }];
const faultsOf = (draft: ReceptionDraft) => findFaults(draft, Date.parse('2026-11-20T08:00:00+07:00')).map(({ place }) => place).filter((place) => place.startsWith('fact-'));

test('a group is only offered: until it is taken nothing of it is asked or sent', () => {
  const draft = after(...chosen);
  assert.deepEqual(faultsOf(draft), []);
  assert.equal(savingCall(draft).path, '/api/dossiers');
});

test('taken, everything that a later agency needs is asked at once, at its own field', () => {
  assert.deepEqual(faultsOf(after(...chosen, { kind: 'linked', change: { taken: true, facts: { subjectName: 'Bé', motherNumber: '12' } } })), ['fact-motherName', 'fact-motherNumber', 'fact-address']);
  assert.equal(placeOfField('linked.facts.address'), 'fact-address');
  assert.equal(placeOfField('dossier.person.phone'), 'phone');
});

test('taken, the whole goes out in one request with ids made here, and what was typed around the facts is cut off', () => {
  const draft = after(...chosen, { kind: 'linked', change: { taken: true, wished: ['identity-card'], facts: { subjectName: ' Bé ', motherName: '', address: 'Thôn 2' } } });
  const call = savingCall(draft);
  assert.equal(call.path, '/api/linked-cases');
  assert.ok('linked' in call.body);
  assert.deepEqual(call.body.linked, { caseId: id(3), groupCode: 'birth', wished: ['identity-card'], verification: false, facts: { subjectName: 'Bé', address: 'Thôn 2' } });
  assert.ok(Value.Check(CaseWishes, call.body.linked));
  assert.deepEqual(savingCall(draft), call, 'saving again sends the same ids');
});

test('the same group read again keeps what was typed; another procedure drops it', () => {
  const typed: ReceptionEvent = { kind: 'linked', change: { taken: true, facts: { subjectName: 'Bé' } } };
  const again = after(...chosen, typed, { kind: 'linked-group', group: { ...GROUP, dueWords: 'trước 11 giờ' }, caseId: id(4) });
  assert.deepEqual([again.linked?.caseId, again.linked?.taken, again.linked?.facts['subjectName'], again.linked?.group.dueWords], [id(3), true, 'Bé', 'trước 11 giờ']);
  assert.equal(after(...chosen, typed, { kind: 'procedure', procedure: { ...PROCEDURE, code: '2.000815' }, paperIds: [] }).linked, null);
  assert.equal(after(...chosen, typed, { kind: 'linked-group', group: null, caseId: id(4) }).linked, null);
});
