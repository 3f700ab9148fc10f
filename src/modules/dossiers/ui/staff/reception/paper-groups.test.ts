import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Answers, groupPapers, isLeftOut, missingPapers, openQuestions } from './paper-groups.ts';
import { type RequiredPaper } from './procedure-sheet.ts';

const paper = (id: string, parts: { anyOf?: string; question?: string } = {}): RequiredPaper => ({
  id, name: id, help: null, handling: 'submit-original', copies: 1,
  onlyWhen: parts.question === undefined ? null : { question: parts.question, label: `Chỉ khi ${parts.question}` },
  anyOf: parts.anyOf ?? null,
});

/** Birth registration as it is published. */
const BIRTH = [
  paper('form'),
  paper('notice', { anyOf: 'proof' }),
  paper('witness', { anyOf: 'proof', question: 'Không có giấy chứng sinh?' }),
  paper('commitment', { anyOf: 'proof', question: 'Cũng không có người làm chứng?' }),
  paper('surrogacy', { question: 'Mang thai hộ?' }),
  paper('foundling', { question: 'Trẻ bị bỏ rơi?' }),
  paper('identity'),
];
const groups = groupPapers(BIRTH);
const missing = (answers: Answers, ticked: readonly string[]) =>
  missingPapers(groups, answers, (id) => ticked.includes(id)).map(({ papers }) => papers.map(({ id }) => id).join('|'));

test('papers keep their order, alternatives stand together where the first of them stands', () => {
  assert.deepEqual(groups.blocks.map((block) => (block.kind === 'paper' ? block.paper.id : block.papers.map(({ id }) => id).join('|'))), ['form', 'notice|witness|commitment', 'identity']);
});

test('a condition inside open alternatives is advice and no question', () => {
  assert.deepEqual(groups.questions.map(({ question }) => question), ['Mang thai hộ?', 'Trẻ bị bỏ rơi?']);
});

for (const [what, answers, ticked, expected] of [
  ['nothing is ticked', {}, [], ['form', 'notice|witness|commitment', 'identity']],
  ['any alternative is ticked', {}, ['form', 'commitment', 'identity'], []],
  ['a question is answered with yes', { 'Mang thai hộ?': 'yes' }, ['form', 'notice', 'identity'], ['surrogacy']],
  ['a question is answered with no', { 'Mang thai hộ?': 'no' }, ['form', 'notice', 'identity'], []],
  ['the asked paper is ticked too', { 'Mang thai hộ?': 'yes' }, ['form', 'notice', 'identity', 'surrogacy'], []],
] as const) {
  test(`when ${what}, ${expected.length === 0 ? 'nothing is missing' : `${expected.join(' and ')} is missing`}`, () => {
    assert.deepEqual(missing(answers, ticked), expected);
  });
}

test('alternatives that all depend on the case are asked for, and one of them is enough', () => {
  const land = groupPapers([paper('a', { anyOf: 'g', question: 'Q?' }), paper('b', { anyOf: 'g', question: 'Q?' })]);
  assert.deepEqual(land.blocks, []);
  assert.equal(land.questions[0]?.papers.length, 2);
  assert.equal(missingPapers(land, {}, () => false).length, 0);
  assert.equal(missingPapers(land, { 'Q?': 'yes' }, () => false).length, 1);
  assert.equal(missingPapers(land, { 'Q?': 'yes' }, (id) => id === 'b').length, 0);
});

test('a group of one is an ordinary paper', () => {
  assert.deepEqual(groupPapers([paper('a', { anyOf: 'g' })]).blocks.map(({ kind }) => kind), ['paper']);
});

test('several papers behind one question are asked for once', () => {
  const both = groupPapers([paper('a', { question: 'Q?' }), paper('b', { question: 'Q?' })]);
  assert.deepEqual(both.questions.map(({ papers }) => papers.length), [2]);
});

test('a paper is left out only when its question was answered with no', () => {
  assert.equal(isLeftOut(groups, {}, 'surrogacy'), false);
  assert.equal(isLeftOut(groups, { 'Mang thai hộ?': 'no' }, 'surrogacy'), true);
  assert.equal(isLeftOut(groups, { 'Mang thai hộ?': 'no' }, 'form'), false);
});

test('questions stay open until they are answered either way', () => {
  assert.equal(openQuestions(groups, {}).length, 2);
  assert.equal(openQuestions(groups, { 'Mang thai hộ?': 'no' }).length, 1);
});
