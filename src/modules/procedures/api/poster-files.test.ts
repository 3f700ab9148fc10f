import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createMadeFiles } from './poster-files.ts';

const folders: string[] = [];

after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'xaso-made-'));
  folders.push(folder);
  return join(folder, 'deep');
}

function counting(content: string) {
  const made = { times: 0, make: () => Promise.resolve(Buffer.from(`${content} ${String(++made.times)}`)) };
  return made;
}

test('a file is made once, also when many ask at the same time and when the program starts again', async () => {
  const folder = await newFolder();
  const poster = counting('poster');
  const files = createMadeFiles(folder, '.pdf');
  const all = await Promise.all([1, 2, 3].map(() => files.get({ code: 'a' }, poster.make)));
  deepEqual(all.map(String), ['poster 1', 'poster 1', 'poster 1']);
  equal(String(await createMadeFiles(folder, '.pdf').get({ code: 'a' }, poster.make)), 'poster 1');
  equal(String(await files.get({ code: 'b' }, poster.make)), 'poster 2');
  deepEqual((await readdir(folder)).map((name) => name.endsWith('.pdf')), [true, true]);
});

test('what cannot be made is refused and tried again the next time', async () => {
  const files = createMadeFiles(await newFolder(), '.pdf');
  await rejects(files.get('a', () => Promise.reject(new Error('no ink'))), /no ink/u);
  equal(String(await files.get('a', () => Promise.resolve(Buffer.from('done')))), 'done');
});

test('a folder that cannot be written does not keep a poster from the visitor', async () => {
  const folder = await newFolder();
  await writeFile(folder, 'a file where the folder should be');
  equal(String(await createMadeFiles(folder, '.pdf').get('a', () => Promise.resolve(Buffer.from('done')))), 'done');
});

test('the files that nobody asked for in a long time are thrown away', async () => {
  const folder = await newFolder();
  const files = createMadeFiles(folder, '.pdf', 10);
  for (let made = 0; made < 25; made++) {
    await files.get(made, () => Promise.resolve(Buffer.from(String(made))));
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  ok((await readdir(folder)).length <= 10);
  const last = counting('again');
  equal(String(await files.get(24, last.make)), '24');
});
