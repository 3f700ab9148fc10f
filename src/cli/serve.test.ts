import { equal, match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../platform/embedded-postgres/postgres-address.ts';

const LAUNCHER = `import { runOnPinnedNode } from ${JSON.stringify(new URL('../../bin/pinned-node.mjs', import.meta.url).href)};
await runOnPinnedNode(new URL(${JSON.stringify(new URL('../cli.ts', import.meta.url).href)}), ['serve']);`;

test('Ctrl-C in a terminal, which reaches the launcher and the program, stops the program and its database cleanly', { skip: process.platform === 'win32' }, async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'xaso-serve-'));
  const child = spawn(process.execPath, ['--input-type=module', '--eval', LAUNCHER], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: undefined, NODE_TEST_CONTEXT: undefined, DATABASE_URL: undefined, PORT: String(await findFreePort()), XASO_DATA: dataFolder, XASO_DEMO: '0' },
  });
  try {
    let said = '';
    let announced: (() => void) | undefined;
    const running = new Promise<void>((resolve) => (announced = resolve));
    child.stderr.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('is running at')) announced?.();
    });
    const closed = once(child, 'close');
    await Promise.race([running, closed]);
    const pidFile = join(dataFolder, 'postgres', 'postmaster.pid');
    ok(existsSync(pidFile), said);
    process.kill(-(child.pid ?? 0), 'SIGINT');
    const [code] = (await closed) as [number | null];
    equal(code, 0, said);
    match(said, /Đã dừng/);
    ok(!existsSync(pidFile));
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
});
