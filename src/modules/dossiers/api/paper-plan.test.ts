import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ProcedurePaper } from './deps.ts';
import { missingPapers, paperPlan } from './paper-plan.ts';

function paper(id: string, more: Partial<ProcedurePaper> = {}): ProcedurePaper {
  return { id, name: { vi: `Giấy ${id}`, en: null }, help: null, handling: 'submit-copy', onlyWhen: null, anyOf: null, ...more };
}

const onlyWhen = { label: { vi: 'Chỉ khi cần', en: 'Only if needed' } };
const PAPERS = [
  paper('a'),
  paper('b', { anyOf: 'nhom' }),
  paper('c', { handling: 'form' }),
  paper('d', { anyOf: 'nhom' }),
  paper('e', { handling: 'show', name: { vi: 'Căn cước', en: 'Identity card' } }),
  paper('f', { onlyWhen }),
];

test('alternatives stand together, papers to be shown are brought and not sent', () => {
  const plan = paperPlan({ papers: PAPERS, lookedUp: [] }, 'en');
  assert.deepEqual(plan.send.map((group) => group.map(({ id }) => id)), [['a'], ['b', 'd'], ['c'], ['f']]);
  assert.deepEqual(plan.bring, [{ text: 'Identity card', lang: 'en' }]);
  assert.deepEqual(plan.send[0]?.[0]?.name, { text: 'Giấy a', lang: 'vi' });
  assert.deepEqual(plan.send[3]?.[0]?.onlyWhen, { text: 'Only if needed', lang: 'en' });
});

test('missing are the papers always needed that nobody sent; one of a group is enough, forms and conditional papers do not count', () => {
  const missing = (...sent: readonly (string | null)[]) => missingPapers({ papers: PAPERS }, sent, 'vi').map(({ text }) => text);
  assert.deepEqual(missing(), ['Giấy a', 'Giấy b']);
  assert.deepEqual(missing('d', null), ['Giấy a']);
  assert.deepEqual(missing('a', 'b'), []);
  assert.deepEqual(missing('f', 'c'), ['Giấy a', 'Giấy b']);
});
