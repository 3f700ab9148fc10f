import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decidePurpose, decideView } from './decide-purpose.ts';

const PURPOSE = { code: 'inspection', words: 'Kiểm tra đột xuất' };

test('whoever works on a file is asked nothing, and nothing is noted but the look', () => {
  assert.deepEqual(decideView({ dossierId: 'd', standing: 'own', purposeOfToday: undefined }), { ok: true, value: undefined });
});

test('whoever does not says why, once for the day', () => {
  assert.deepEqual(decideView({ dossierId: 'd', standing: 'reach', purposeOfToday: undefined }), { ok: false, problem: { code: 'journal.purpose-needed', facts: { dossierId: 'd' } } });
  assert.deepEqual(decideView({ dossierId: 'd', standing: 'reach', purposeOfToday: PURPOSE }), { ok: true, value: PURPOSE });
});

test('what is beyond every position of today is not opened, whatever is said', () => {
  assert.deepEqual(decideView({ dossierId: 'd', standing: 'beyond', purposeOfToday: PURPOSE }), { ok: false, problem: { code: 'journal.beyond-position' } });
});

for (const [words, code] of [['', 'missing'], ['xem hồ', 'missing'], ['  a   b  ', 'missing'], ['người nộp hỏi', undefined], ['  người\tnộp \n hỏi  ', undefined]] as const) {
  test(`“${words.trim()}” ${code === undefined ? 'says enough' : 'says too little'}`, () => {
    const decided = decidePurpose({ code: 'inspection', words }, ['inspection']);
    if (code === undefined) assert.deepEqual(decided, { ok: true, value: { code: 'inspection', words: 'người nộp hỏi' } });
    else assert.equal(decided.ok ? '' : decided.problem.code, 'journal.purpose-words-missing');
  });
}

test('a purpose that is not listed is refused', () => {
  const decided = decidePurpose({ code: 'curiosity', words: 'tôi muốn biết' }, ['inspection']);
  assert.equal(decided.ok ? '' : decided.problem.code, 'journal.purpose-unknown');
});
