import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readJournalOptions } from './journal-options.ts';

test('the words of `xaso journal` are read, and wrong ones refused', () => {
  assert.deepEqual(readJournalOptions('verify', []), { act: 'verify', options: {} });
  assert.deepEqual(readJournalOptions('verify', ['--commune', '16072', '--from', '2026-01-01']), { act: 'verify', options: { commune: '16072', from: '2026-01-01' } });
  assert.deepEqual(readJournalOptions('verify', ['--file', 'a.csv']), { act: 'verify', options: { file: 'a.csv' } });
  assert.equal(readJournalOptions('export', ['--from', '2026-01-01', '--to', '2026-01-31', '--purpose', 'Kiểm tra số 12', '--out', 'a.csv'])?.act, 'export');
  for (const [act, args] of [
    ['verify', ['--day', '2026-01-01']], ['verify', ['--file', 'a', '--from', '2026-01-01']], ['verify', ['--from', '2026-02-30']], ['verify', ['--from']],
    ['root', []], ['export', ['--from', '2026-01-01', '--to', '2026-01-31', '--out', 'a.csv']], ['archive', ['--from', '2026-01-01']], ['verify', ['--commune', 'a', '--commune', 'b']], ['burn', []], [undefined, []],
  ] as const) assert.equal(readJournalOptions(act, args), undefined, `${String(act)} ${args.join(' ')}`);
});
