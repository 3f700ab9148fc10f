import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type CommandIo, type ExitCode } from './command.ts';
import { proceduresCommand } from './procedures.ts';

const PACK = new URL('../../data/procedures/1.001193.json', import.meta.url);

interface Answer {
  readonly exit: ExitCode;
  readonly out: string;
  readonly said: string;
}

async function run(...args: readonly string[]): Promise<Answer> {
  let [out, said] = ['', ''];
  const io: CommandIo = {
    out: (text) => { out += text; },
    say: (text) => { said += `${text}\n`; },
    lines: async function* () { /* the command reads no input */ },
    env: {},
  };
  return { exit: await proceduresCommand.run(args, io), out, said };
}

async function withFolder(files: Readonly<Record<string, string>>, check: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'xaso-packs-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await check(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('the catalogue of the program is sound: exit 0, the report as JSON, a summary in words', async () => {
  const answer = await run('check', '--date', '2026-11-22');
  equal(answer.exit, 0, answer.said);
  const report = JSON.parse(answer.out) as { readonly counts: Readonly<Record<string, number>>; readonly faults: readonly unknown[] };
  equal(report.counts['files'], 377);
  deepEqual(report.faults, []);
  match(answer.said, /Mọi tệp đều đúng/);
  match(answer.said, /6\.006594 \(internal\)/);
});

test('a wrong pack is named with file, field and reason, the others load, exit 1', async () => {
  const sound = await readFile(PACK, 'utf8');
  const wrong = JSON.stringify({ ...(JSON.parse(sound) as object), code: '1.000001', fee: { known: true, lines: 'none', note: null } });
  await withFolder({ '1.001193.json': sound, '1.000001.json': wrong, '1.000002.json': '{' }, async (folder) => {
    const answer = await run('check', folder, '--date', '2026-11-22');
    equal(answer.exit, 1);
    match(answer.said, /1\.000001\.json fee\.lines: Phải là một danh sách/);
    match(answer.said, /1\.000002\.json \(tệp\): Tệp không phải JSON đúng/);
    match(answer.said, /2 tệp sai/);
    const report = JSON.parse(answer.out) as { readonly packs: readonly { readonly code: string }[] };
    deepEqual(report.packs.map((pack) => pack.code), ['1.001193']);
  });
});

test('everyday language that names a procedure the folder lacks is a fault too', async () => {
  const words = JSON.stringify({ meta: { about: 'a', format: 'b', source: 'c', curatedOn: '2026-11-22' }, fillers: [], groups: [{ say: ['a'], mean: 'b', codes: ['9.999999'] }] });
  await withFolder({ '1.001193.json': await readFile(PACK, 'utf8'), 'synonyms.json': words }, async (folder) => {
    const answer = await run('check', folder);
    equal(answer.exit, 1);
    match(answer.said, /synonyms\.json groups\[0\]\.codes\[0\]/);
  });
});

test('a folder that cannot be read is said in words, exit 1', async () => {
  const answer = await run('check', '/nowhere/at/all');
  equal(answer.exit, 1);
  equal(answer.out, '');
  ok(answer.said.includes('/nowhere/at/all'));
});

for (const args of [[], ['list'], ['check', '--date', '2026-02-30'], ['check', 'a', 'b'], ['check', '--all']]) {
  test(`procedures ${args.join(' ')} is wrong use: exit 2 and the usage`, async () => {
    const answer = await run(...args);
    equal(answer.exit, 2);
    match(answer.said, /Cách dùng/);
  });
}
