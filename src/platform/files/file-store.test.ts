import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openFileStore } from './file-store.ts';

let folder: string;
before(async () => { folder = await mkdtemp(join(tmpdir(), 'xaso-files-')); });
after(() => rm(folder, { recursive: true }));

test('what was put is read again; what is not there and what was swapped on disk is refused', async () => {
  const store = openFileStore(folder);
  const sha256 = await store.put(Buffer.from('giấy chứng sinh'));
  const read = await store.read(sha256);
  assert.ok(read.ok);
  assert.equal(read.value.toString(), 'giấy chứng sinh');
  assert.deepEqual(await store.read('0'.repeat(64)), { ok: false, problem: { code: 'file.gone' } });
  assert.deepEqual(await store.read('../../etc/passwd'), { ok: false, problem: { code: 'file.gone' } });

  await writeFile(join(folder, sha256.slice(0, 2), sha256), 'giấy khác');
  assert.deepEqual(await store.read(sha256), { ok: false, problem: { code: 'file.swapped' } });
  await assert.rejects(store.get(sha256), /damaged on disk/);
});
