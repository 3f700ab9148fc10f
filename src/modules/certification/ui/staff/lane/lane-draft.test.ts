import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certifyRequest, emptyVisit, feeSoFar, identityPaperOf, isCapped, type LaneDraft, type LaneProcedure, reduceLane } from './lane-draft.ts';
import { laneFaults, lanePlaceOf } from './lane-faults.ts';

const NOW = Date.UTC(2026, 10, 26, 2);
const COPIES: LaneProcedure = {
  code: '2.000815', name: 'Chứng thực bản sao', book: 'SCT/BS', feeRule: { unit: 'copy', formula: { kind: 'per-page', firstPages: 2, first: 2000, next: 1000, mostPerCopy: 200_000 } }, feeBasis: '226/2016/TT-BTC, Điều 4',
  refusalBasis: '23/2015/NĐ-CP, Điều 22', refusals: [{ id: 'altered', words: 'Bản chính bị tẩy xóa' }],
};
const EMPTY = emptyVisit({ dossierId: 'd', commandId: 'c', documentId: 'one' }, 's');
const PERSON = { ...EMPTY.person, citizenNumber: '003190999901', fullName: 'Nguyễn Thị Mẫu', address: 'Thôn Hoa Phú' };

function typed(...lines: readonly (readonly [name: string, pages: string, copies: string])[]): LaneDraft {
  return { ...EMPTY, person: PERSON, checked: true, documents: lines.map(([name, pages, copies], index) => ({ id: String(index), name, pages, copies })) };
}

test('the fee grows with what is typed, stops at the most for one copy, and knows no half-typed line', () => {
  const draft = typed(['Bằng tốt nghiệp', '3', '2'], ['Sổ hộ khẩu', '400', '1'], ['Giấy khai sinh', '', '1']);
  assert.equal(feeSoFar(draft, COPIES), 10_000 + 200_000);
  assert.deepEqual(draft.documents.map((document) => isCapped(document, COPIES)), [false, true, false]);
});

test('an empty last line is none, and nothing is taken where nothing is to pay', () => {
  const draft = { ...typed(['Giấy khai sinh', '1', '3'], ['', '', '1']), feeReceipt: ' 0012 ' };
  assert.deepEqual(certifyRequest(draft, COPIES, true).documents, [{ id: '0', name: 'Giấy khai sinh', pages: 1, copies: 3 }]);
  assert.deepEqual(certifyRequest(draft, COPIES, true).payment, { way: 'cash', amount: 6000, feeReceipt: '0012' });
  assert.equal(certifyRequest({ ...draft, paidWay: 'not-yet' }, COPIES, true).payment, null);
  assert.equal(certifyRequest(draft, { ...COPIES, feeRule: { unit: 'case', formula: { kind: 'per-unit', amount: 0 } } }, true).payment, null);
});

test('a receipt number is sent only for cash whose receipts are written by hand: what was typed before a series was opened, or before the way was changed, is left out', () => {
  const draft = { ...typed(['Giấy khai sinh', '1', '3']), feeReceipt: '0012' };
  assert.deepEqual(certifyRequest(draft, COPIES, false).payment, { way: 'cash', amount: 6000, feeReceipt: null });
  assert.deepEqual(certifyRequest({ ...draft, paidWay: 'transfer' }, COPIES, true).payment, { way: 'transfer', amount: 6000, feeReceipt: null });
});

test('every fault is told at once, in the order of the form', () => {
  const draft = { ...typed(['', '0', '1'], ['Bằng lái xe', '2', '1000']), person: { ...PERSON, fullName: '' }, checked: false };
  assert.deepEqual(laneFaults(draft, COPIES, NOW), [
    { place: 'fullName', code: 'dossier.name-not-readable' },
    { place: 'name-0', code: 'certification.document-nameless' },
    { place: 'pages-0', code: 'count-wrong' },
    { place: 'copies-1', code: 'count-wrong' },
    { place: 'checked', code: 'certification.not-checked' },
  ]);
  assert.deepEqual(laneFaults(typed(['Bằng lái xe', '2', '1']), COPIES, NOW), []);
  assert.deepEqual(laneFaults(typed(['', '', '1']), COPIES, NOW), [{ place: 'name-0', code: 'certification.no-document' }]);
});

test('a reason to refuse takes the confirmation back, and another kind of certification asks for its own', () => {
  const ready = typed(['Bằng lái xe', '2', '1']);
  const refused = reduceLane(ready, { kind: 'found', reason: 'altered', on: true });
  assert.deepEqual([refused.checked, refused.found], [false, ['altered']]);
  assert.deepEqual(laneFaults(refused, COPIES, NOW), [{ place: 'checked', code: 'certification.must-refuse' }]);
  assert.deepEqual(reduceLane(refused, { kind: 'found', reason: 'altered', on: false }).found, []);
  const other = reduceLane(ready, { kind: 'procedure', code: '2.000884' });
  assert.equal(other.checked, false);
});

test('the last line cannot be taken away, only emptied', () => {
  assert.deepEqual(reduceLane(typed(['Bằng lái xe', '2', '3']), { kind: 'document-removed', id: '0' }).documents, [{ id: '0', name: '', pages: '', copies: '1' }]);
});

test('a fault of the server finds the line that it counts, empty lines left out', () => {
  const draft = typed(['', '', '1'], ['Bằng lái xe', '2', '1']);
  assert.equal(lanePlaceOf('documents.0.pages', draft), 'pages-1');
  assert.equal(lanePlaceOf('found', draft), 'checked');
  assert.equal(lanePlaceOf('procedureCode', draft), 'form');
});

test('the identity paper is the card with its number unless another one was typed', () => {
  assert.equal(identityPaperOf({ identityPaper: '', person: PERSON }), 'Thẻ căn cước số 003190999901');
  assert.equal(identityPaperOf({ identityPaper: 'Hộ chiếu B1234567 ', person: PERSON }), 'Hộ chiếu B1234567');
  assert.equal(identityPaperOf({ identityPaper: '', person: { ...PERSON, citizenNumber: '' } }), null);
});
