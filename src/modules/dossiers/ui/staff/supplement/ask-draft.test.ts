import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Value } from 'typebox/value';
import { SupplementRequest, type SupplementPlanResponse } from '../../../contract/supplement-schemas.ts';
import { addAsked, askBody, changeAsked, dropAsked, emptyAsk, findAskGap, reasonsFor, toggleReason } from './ask-draft.ts';

const PLAN: SupplementPlanResponse = {
  stage: 'intake', questions: [{ field: 'child.fullName', group: 'Em bé', label: 'Tên bé', official: 'Họ tên', answer: ['An'], legalBasis: 'Tờ khai' }, { field: 'child.weight', group: 'Em bé', label: 'Cân nặng', official: 'Cân nặng', answer: [], legalBasis: 'Tờ khai' }], needsLeader: false, answerDays: { usual: 7, least: 1, most: 60 }, answerDates: [],
  reasons: [
    { code: 'missing', of: 'missing', label: 'Chưa nộp', howToFix: 'Gửi ảnh giấy này.' },
    { code: 'blurred', of: 'given', label: 'Mờ', howToFix: 'Chụp lại.' },
    { code: 'cut-off', of: 'given', label: 'Mất góc', howToFix: 'Chụp đủ bốn góc.' },
    { code: 'other', of: 'any', label: 'Khác', howToFix: '' },
  ],
  papers: [
    { paperId: '018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e6f', requirementId: 'a', name: 'Giấy chứng sinh', help: 'Bệnh viện cấp.', legalBasis: 'Thành phần hồ sơ', files: [] },
    { paperId: null, requirementId: 'b', name: 'Tờ khai', help: 'Mẫu có ở quầy.', legalBasis: 'Thành phần hồ sơ', files: [] },
  ],
};
const [ONE, TWO] = ['018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e01', '018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e02'];
const COMMAND = '018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e70';
const IDS = { requestId: '018f3c1e-7a2b-7c3d-8e4f-1a2b3c4d5e71', expectedVersion: 2 };

test('a paper that is not there is missing from the start, with what the procedure says about it', () => {
  const draft = addAsked(emptyAsk(PLAN), PLAN, 1, ONE);
  assert.deepEqual([draft.papers[0]?.reasons, draft.papers[0]?.howToFix], [['missing'], 'Gửi ảnh giấy này. Mẫu có ở quầy.']);
  assert.equal(findAskGap(draft, PLAN), undefined);
});

test('the way to mend it follows the reasons until the officer writes it', () => {
  let draft = addAsked(emptyAsk(PLAN), PLAN, 0, ONE);
  draft = toggleReason(toggleReason(draft, PLAN, ONE, 'blurred'), PLAN, ONE, 'cut-off');
  assert.equal(draft.papers[0]?.howToFix, 'Chụp lại. Chụp đủ bốn góc.');
  draft = toggleReason(draft, PLAN, ONE, 'blurred');
  assert.equal(draft.papers[0]?.howToFix, 'Chụp đủ bốn góc.');
  draft = toggleReason(changeAsked(draft, ONE, { howToFix: 'Mang bản chính', ownHowToFix: true }), PLAN, ONE, 'blurred');
  assert.equal(draft.papers[0]?.howToFix, 'Mang bản chính');
});

test('what is not there cannot be blurred, and what is there is not missing', () => {
  assert.deepEqual(reasonsFor(PLAN, PLAN.papers[0]).map(({ code }) => code), ['blurred', 'cut-off', 'other']);
  assert.deepEqual(reasonsFor(PLAN, PLAN.papers[1]).map(({ code }) => code), ['missing', 'other']);
  assert.deepEqual(reasonsFor(PLAN, undefined).map(({ code }) => code), ['missing', 'other']);
});

test('every gap is found at its paper, in the order in which one writes', () => {
  let draft = emptyAsk(PLAN);
  assert.deepEqual(findAskGap(draft, PLAN), { id: null, field: 'papers' });
  draft = addAsked(draft, PLAN, null, TWO);
  assert.deepEqual(findAskGap(draft, PLAN), { id: TWO, field: 'paperName' });
  draft = changeAsked(draft, TWO, { paperName: 'Giấy tờ khác', reasons: [] });
  assert.deepEqual(findAskGap(draft, PLAN), { id: TWO, field: 'reasons' });
  draft = toggleReason(draft, PLAN, TWO, 'other');
  assert.deepEqual(findAskGap(draft, PLAN), { id: TWO, field: 'words' });
  draft = changeAsked(draft, TWO, { words: 'Cần bản dịch' });
  assert.deepEqual(findAskGap(draft, PLAN), { id: TWO, field: 'howToFix' });
  draft = changeAsked(draft, TWO, { howToFix: 'Gửi bản dịch' });
  assert.deepEqual(findAskGap(draft, PLAN), { id: TWO, field: 'legalBasis' });
  draft = changeAsked(draft, TWO, { legalBasis: 'Điều 6', marks: [{ page: 1, shape: 'box', x: 0, y: 0, w: 1, h: 1, words: ' ' }] });
  assert.deepEqual(findAskGap(draft, PLAN), { id: TWO, field: 'marks' });
  draft = changeAsked(draft, TWO, { marks: [] });
  assert.equal(findAskGap(draft, PLAN), undefined);
  assert.deepEqual(findAskGap(draft, { ...PLAN, needsLeader: true }), { id: null, field: 'proposalWords' });
  assert.deepEqual(dropAsked(draft, TWO).papers, []);
});

test('a complete draft is a request that the contract accepts', () => {
  const draft = changeAsked(toggleReason(addAsked(addAsked(emptyAsk(PLAN), PLAN, 1, TWO), PLAN, 0, ONE), PLAN, ONE, 'blurred'), ONE, { marks: [{ page: 1, shape: 'arrow', x: 0.5, y: 0.5, w: -0.2, h: 0.1, words: 'Mờ ở đây' }] });
  const body = { commandId: COMMAND, ...askBody(draft, PLAN, IDS) };
  assert.ok(Value.Check(SupplementRequest, body), JSON.stringify(body));
});
