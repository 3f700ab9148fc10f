import { deepEqual, equal, match } from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type CommandIo, type ExitCode } from './command.ts';
import { formsCommand } from './forms.ts';

const OWN = fileURLToPath(new URL('../../data/forms/', import.meta.url));

async function run(...args: readonly string[]): Promise<{ readonly exit: ExitCode; readonly out: string; readonly said: string }> {
  let [out, said] = ['', ''];
  const io: CommandIo = {
    out: (text) => { out += text; },
    say: (text) => { said += `${text}\n`; },
    lines: async function* () { /* the command reads no input */ },
    env: {},
  };
  return { exit: await formsCommand.run(args, io), out, said };
}

test('the forms of the program are sound: exit 0, the forms as JSON, a summary in words', async () => {
  const { exit, out, said } = await run('check');
  equal(exit, 0, said);
  const report = JSON.parse(out) as { readonly forms: readonly { readonly code: string; readonly procedures: readonly string[] }[]; readonly faults: readonly unknown[] };
  equal(report.forms.find(({ code }) => code === 'birth-registration')?.procedures.includes('1.001193'), true);
  deepEqual(report.faults, []);
  match(said, /biểu mẫu đúng[\s\S]*sound forms/u);
});

test('a faulty form is named with its place: exit 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xaso-forms-'));
  try {
    for (const file of ['lists.json', 'persons.json']) await cp(join(OWN, file), join(folder, file));
    await writeFile(join(folder, 'a.json'), '{"code": "a"}');
    const { exit, said } = await run('check', folder);
    equal(exit, 1);
    match(said, /a\.json version: Thiếu mục này\. \/ This entry is missing\./u);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a folder that is not there: exit 1 with the reason; another word: exit 2 with the usage', async () => {
  deepEqual([(await run('check', '/nowhere/at/all')).exit, (await run('load')).exit, (await run('check', 'a', 'b')).exit], [1, 2, 2]);
  match((await run()).said, /xaso forms check/u);
});
