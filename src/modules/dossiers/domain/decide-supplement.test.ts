import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Result } from '../../../kernel/result.ts';
import { defaultCalendar, type HolidayFile, type WorkingHoursFile } from '../../../kernel/working-calendar-default.ts';
import { decideSupplementApproval, decideSupplementCancellation, decideSupplementRefusal, decideSupplementRequest, type SupplementCommand, type SupplementFacts, type WrittenFault } from './decide-supplement.ts';
import { decideSupplementAcceptance, decideSupplementAnswer, type OpenSupplement, type SupplementAnswerCommand } from './decide-supplement-answer.ts';
import { decideStep } from './decide-step.ts';
import { declared, dossierAt, officer } from './dossiers-for-tests.ts';
import { type SupplementRuleFile, supplementRulesOn } from './supplement-rules.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));
const built = defaultCalendar(data('holidays.json') as HolidayFile, data('working-hours.json') as WorkingHoursFile);
assert.ok(built.ok);
const FILE = data('supplement-rules.json') as SupplementRuleFile;
const at = (text: string): number => Date.parse(`${text}+07:00`);
const NOW = at('2026-11-23T09:00');
const FACTS: SupplementFacts = {
  sentInStage: 0, sent: 0, ...supplementRulesOn(FILE, '2026-11-23'), procedureCode: '1.001193', paperIds: new Set(['p1']), pageCount: (id) => (id === 'p1' ? 2 : 0), requirementIds: new Set(['birth-notice']), questions: new Map([['child.fullName', 'Họ và tên của bé'], ['mother.birthDate', 'Ngày sinh của mẹ']]), now: NOW, calendar: built.value,
};
const FAULT: WrittenFault = { paperId: 'p1', requirementId: 'birth-notice', paperName: 'Giấy chứng sinh', reasons: ['blurred'], words: null, legalBasis: null, howToFix: 'Chụp lại ở chỗ sáng', marks: [] };
const COMMAND: SupplementCommand = { expectedVersion: 3, faults: [FAULT], words: null, answerDays: 7, proposalWords: null };
const codeOf = (decided: Result<unknown>): string => (decided.ok ? 'done' : decided.problem.code);
const ask = (over: Partial<SupplementCommand>, facts: Partial<SupplementFacts> = {}, dossier = dossierAt(1)) => decideSupplementRequest(dossier, { ...COMMAND, ...over }, { ...FACTS, ...facts }, officer('specialist'));

test('a complete request reaches the citizen, pauses the clock and counts its days from closing to closing', () => {
  const decided = ask({});
  assert.ok(decided.ok);
  const { event, state, clock, stage, answerBy, faults, facts } = decided.value;
  // 24/11 is a day off: the seventh working day after the 23rd is the 3rd of December.
  assert.deepEqual([event, state, clock, stage, answerBy], ['supplement-requested', 'supplement-requested', 'pauses', 'examination', at('2026-12-03T17:00')]);
  assert.equal(faults[0]?.legalBasis, 'Thành phần hồ sơ đã công bố của thủ tục 1.001193');
  assert.deepEqual(facts, { papers: 'Giấy chứng sinh', times: '1' });
});

const REFUSED: readonly (readonly [string, Partial<WrittenFault> | null, string])[] = [
  ['nothing at all', null, 'supplement.empty'],
  ['a fault without a reason', { reasons: [] }, 'supplement.reason-missing'],
  ['a reason that is not in the list', { reasons: ['ugly'] }, 'supplement.reason-unknown'],
  ['one reason twice', { reasons: ['blurred', 'blurred'] }, 'supplement.reason-unknown'],
  ['another reason that is not written', { reasons: ['other'], words: '  ' }, 'supplement.other-reason-unwritten'],
  ['a fault that does not say how to mend it', { howToFix: ' \n ' }, 'supplement.how-to-fix-missing'],
  ['a mark on a page that the paper does not have', { marks: [{ page: 3, shape: 'box', x: 0, y: 0, w: 1, h: 1, words: 'Mờ' }] }, 'mark.page-unknown'],
  ['a mark on a paper that is not there', { paperId: null, marks: [{ page: 1, shape: 'box', x: 0, y: 0, w: 1, h: 1, words: 'Mờ' }] }, 'mark.page-unknown'],
  ['a paper without a name', { paperName: ' ' }, 'supplement.paper-unnamed'],
  ['a paper that the dossier does not have', { paperId: 'p9' }, 'supplement.paper-unknown'],
  ['a paper that the procedure does not have', { requirementId: 'x' }, 'supplement.paper-unknown'],
  ['another paper without a legal basis', { requirementId: null, paperId: null, paperName: 'Giấy tờ khác', legalBasis: ' ' }, 'supplement.legal-basis-missing'],
];
for (const [what, over, code] of REFUSED) {
  test(`a request with ${what} is refused`, () => {
    assert.equal(codeOf(ask({ faults: over === null ? [] : [FAULT, { ...FAULT, ...over }] })), code);
  });
}

test('another paper with its legal basis may be asked for', () => {
  assert.equal(codeOf(ask({ faults: [{ ...FAULT, paperId: null, requirementId: null, paperName: 'Giấy ủy quyền', legalBasis: 'khoản 1 Điều 15 Luật Hộ tịch' }] })), 'done');
});

test('the days for the answer keep within the rule', () => {
  for (const answerDays of [0, -1, 61, 1.5, Number.NaN]) assert.equal(codeOf(ask({ answerDays })), 'supplement.days-out-of-bounds', String(answerDays));
  for (const answerDays of [1, 60]) assert.equal(codeOf(ask({ answerDays })), 'done');
});

test('a second request in the same stage is refused without a reason for the leader, and proposed with one: nothing reaches the citizen yet', () => {
  const second = { sentInStage: 1, sent: 1 };
  assert.equal(codeOf(ask({}, second)), 'supplement.leader-needed');
  const proposed = ask({ proposalWords: 'Phát hiện giấy chứng sinh bị sửa' }, second);
  assert.ok(proposed.ok);
  assert.deepEqual([proposed.value.event, proposed.value.state, proposed.value.clock, proposed.value.answerBy], ['supplement-proposed', 'in-progress', 'as-it-was', null]);
});

test('what was asked at intake does not count at the examination', () => {
  const decided = decideSupplementRequest(declared(), COMMAND, FACTS, officer('reception'));
  assert.ok(decided.ok);
  assert.equal(decided.value.stage, 'intake');
  assert.equal(codeOf(ask({}, { sentInStage: 0, sent: 1 })), 'done');
});

test('a leader approves a proposal or declines it with the reason; the officer may not', () => {
  const dossier = dossierAt(1, { approvalAsked: 'supplement' });
  const proposed = { paperNames: ['Giấy chứng sinh', 'Giấy chứng sinh'], answerDays: 3 };
  const approved = decideSupplementApproval(dossier, { expectedVersion: 3, note: null }, proposed, { sent: 1, now: NOW, calendar: built.value }, officer('president'));
  assert.ok(approved.ok);
  assert.deepEqual([approved.value.state, approved.value.clock, approved.value.answerBy, approved.value.facts], ['supplement-requested', 'pauses', at('2026-11-27T17:00'), { papers: 'Giấy chứng sinh', times: '2' }]);
  assert.equal(codeOf(decideSupplementApproval(dossier, { expectedVersion: 3, note: null }, proposed, { sent: 1, now: NOW, calendar: built.value }, officer('specialist'))), 'dossier.not-your-step');
  assert.equal(codeOf(decideSupplementRefusal(dossier, { expectedVersion: 3, reason: ' ' }, officer('president'))), 'dossier.reason-missing');
  assert.equal(codeOf(decideSupplementRefusal(dossier, { expectedVersion: 3, reason: 'Đã đủ giấy tờ' }, officer('president'))), 'done');
  assert.equal(codeOf(ask({}, {}, dossier)), 'dossier.action-not-possible');
});

test('a request that is taken back lets the clock run from now on', () => {
  const decided = decideSupplementCancellation(dossierAt(1, { state: 'supplement-requested' }), { expectedVersion: 3, reason: 'Gửi nhầm hồ sơ' }, officer('specialist'));
  assert.ok(decided.ok);
  assert.deepEqual([decided.value.state, decided.value.clock], ['in-progress', 'resumes']);
  assert.equal(codeOf(decideSupplementCancellation(dossierAt(1, { state: 'supplement-requested' }), { expectedVersion: 3, reason: '' }, officer('specialist'))), 'dossier.reason-missing');
});

const OPEN: OpenSupplement = { id: 'r1', answerBy: at('2026-12-02T17:00'), items: [{ id: 'i1', paperName: 'Giấy chứng sinh' }, { id: 'i2', paperName: 'Tờ khai' }] };
const ANSWER: SupplementAnswerCommand = { requestId: 'r1', expectedVersion: null, channel: 'online', items: [{ itemId: 'i1', fileCount: 1, words: null }, { itemId: 'i2', fileCount: 0, words: 'Tôi không còn giữ' }], words: null };
const CITIZEN = { kind: 'link-holder' } as const;
const waiting = dossierAt(1, { state: 'supplement-requested' });
const answer = (over: Partial<SupplementAnswerCommand>, open: OpenSupplement | undefined = OPEN, now = NOW, dossier = waiting) => decideSupplementAnswer(dossier, open, { ...ANSWER, ...over }, now, CITIZEN);

test('an answer with a file or words for every fault goes back to the step and lets the clock run', () => {
  const decided = answer({});
  assert.ok(decided.ok);
  assert.deepEqual([decided.value.state, decided.value.clock, decided.value.facts], ['in-progress', 'resumes', { channel: 'online' }]);
});

test('an answer with nothing, with a part, or to another request is refused with what is missing', () => {
  assert.equal(codeOf(answer({ items: [] })), 'supplement.answer-empty');
  assert.equal(codeOf(answer({ items: [{ itemId: 'i1', fileCount: 0, words: '  ' }] })), 'supplement.answer-empty');
  const partly = answer({ items: [{ itemId: 'i1', fileCount: 2, words: null }] });
  assert.ok(!partly.ok);
  assert.deepEqual([partly.problem.code, partly.problem.facts], ['supplement.answer-partly', { count: 1, papers: 'Tờ khai' }]);
  assert.equal(codeOf(answer({ requestId: 'r0' })), 'supplement.not-open');
  assert.equal(codeOf(answer({ items: [...ANSWER.items, { itemId: 'i9', fileCount: 1, words: null }] })), 'supplement.not-open');
});

test('until the very end of the last day the link takes an answer, a moment later only the counter does', () => {
  assert.equal(codeOf(answer({}, OPEN, OPEN.answerBy)), 'done');
  assert.equal(codeOf(answer({}, OPEN, OPEN.answerBy + 1)), 'supplement.too-late');
  const late = decideSupplementAnswer(waiting, OPEN, { ...ANSWER, channel: 'counter', expectedVersion: 3 }, OPEN.answerBy + 1, officer('reception'));
  assert.ok(late.ok);
  assert.equal(late.value.facts['late'], 'yes');
});

test('a dossier that the citizen wants to withdraw, that was stopped or was answered takes no answer', () => {
  for (const state of ['withdraw-requested', 'stopped', 'in-progress'] as const) assert.equal(codeOf(answer({}, OPEN, NOW, dossierAt(1, { state }))), 'dossier.action-not-possible');
});

test('for any set of answers: taken exactly when every fault has a file or words', () => {
  const one = fc.record({ itemId: fc.constantFrom('i1', 'i2'), fileCount: fc.nat(2), words: fc.option(fc.constantFrom('', ' ', 'vì mất')) }, { noNullPrototype: true });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 4 }), (items) => {
      const whole = OPEN.items.every(({ id }) => items.some(({ itemId, fileCount, words }) => itemId === id && (fileCount > 0 || (words ?? '').trim() !== '')));
      assert.equal(answer({ items }).ok, whole);
    }),
  );
});

test('an answer that nobody looked at keeps the work where it is; the holder takes it over and goes on', () => {
  const answered = dossierAt(1, { answered: true });
  const step = { action: 'appraise', expectedVersion: 3, note: null, outcome: 'positive', legalBasis: null, resultNumber: null } as const;
  assert.equal(codeOf(decideStep(answered, step, officer('specialist'))), 'supplement.answer-not-seen');
  assert.equal(codeOf(ask({}, {}, answered)), 'supplement.answer-not-seen');
  assert.equal(codeOf(decideSupplementAcceptance(answered, { expectedVersion: 3, note: null }, officer('specialist'))), 'done');
  assert.equal(codeOf(decideSupplementAcceptance(dossierAt(1), { expectedVersion: 3, note: null }, officer('specialist'))), 'dossier.action-not-possible');
});

test('every reason has words in both languages, says how to mend it unless it has to be written, and is dated', () => {
  for (const { code, label, howToFix, validFrom } of FILE.reasons) {
    assert.ok(label.vi !== '' && label.en !== '' && (howToFix.vi === '') === (howToFix.en === ''), code);
    assert.match(validFrom, /^\d{4}-\d{2}-\d{2}$/);
    assert.equal(howToFix.vi === '', code === 'other');
  }
  assert.equal(new Set(FILE.reasons.map(({ code }) => code)).size, FILE.reasons.length);
  assert.throws(() => supplementRulesOn(FILE, '2020-01-01'));
});
