import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { effectiveProcedure, type TimeLimitCompletion } from './effective-procedure.ts';
import { type ProcedurePack } from './procedure-pack.ts';
import { toReceive } from './procedure-to-receive.ts';

function pack(code: string): ProcedurePack {
  return JSON.parse(readFileSync(new URL(`../../../../data/procedures/${code}.json`, import.meta.url), 'utf8')) as ProcedurePack;
}

const COMPLETION: TimeLimitCompletion = {
  limit: { unit: 'working-day', value: 5 },
  basis: 'Quyết định 12/QĐ-UBND',
  completedAt: 0,
  completedBy: '00000000-0000-4000-8000-000000000001',
};

test('a published time limit applies as it is, whatever the commune filled in', () => {
  const procedure = effectiveProcedure(pack('1.001193'), COMPLETION);
  deepEqual(procedure.timeLimit, { unit: 'same-day' });
  equal(procedure.completion, null);
  equal(procedure.steps.length, 5);
});

test('without a published limit and without a completion nothing can be received', () => {
  const procedure = effectiveProcedure(pack('1.000080'), undefined);
  deepEqual([procedure.timeLimit, procedure.steps, procedure.completion], [null, [], null]);
});

test('a completion makes a procedure receivable, with default steps where the pack has none', () => {
  const procedure = effectiveProcedure(pack('1.000080'), COMPLETION);
  deepEqual(procedure.timeLimit, COMPLETION.limit);
  deepEqual(procedure.steps.map((step) => step.hours), [4, 18, 10, 4, 4]);
});

test('the steps of a pack stay where they fit into the completed limit, and give way where they do not', () => {
  const own = pack('2.000806');
  deepEqual(effectiveProcedure(own, COMPLETION).steps, own.steps);
  const shorter = effectiveProcedure(own, { ...COMPLETION, limit: { unit: 'working-day', value: 1 } });
  deepEqual(shorter.steps.map((step) => step.hours), [1, 3, 2, 1, 1]);
});

test('reception gets the everyday name, the papers and steps counted from 0', () => {
  const received = toReceive(effectiveProcedure(pack('1.001193'), undefined));
  equal(received.name.vi, 'Đăng ký khai sinh');
  equal(received.officialName, 'Thủ tục đăng ký khai sinh');
  deepEqual(received.steps.map((step) => `${step.position} ${step.key} ${step.role}`), [
    '0 receive reception', '1 appraise specialist', '2 approve leader', '3 seal clerk', '4 hand-over reception',
  ]);
  equal(received.papers.length, 8);
  const official = toReceive(effectiveProcedure(pack('1.000080'), undefined));
  deepEqual(official.name, { vi: 'Thủ tục đăng ký nhận cha, mẹ, con có yếu tố nước ngoài tại khu vực biên giới', en: null });
});
