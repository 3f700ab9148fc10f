// Plain JavaScript on purpose: it must run on the oldest Node that npm itself runs on (20).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const HOOK = new URL('./tsx-hook.mjs', import.meta.url).href;
/** Where Node keeps what it compiled, and the TypeScript it stripped, for the next start: a third of a second less. */
export const COMPILED = `${root}node_modules/.cache/xaso-compiled`;

/** The path of the Node that package.json pins for this platform, or the running one if it is new enough. */
export function pinnedNode() {
  const binary = process.platform === 'win32' ? 'node.exe' : 'bin/node';
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const path = `${root}node_modules/${name}/${binary}`;
  return existsSync(path) ? path : process.execPath;
}

/** Room for young objects: by itself Node takes more and keeps it, a hundred megabytes that do nothing for this program. */
const YOUNG = '--max-semi-space-size=8';

/** Runs a TypeScript entry with its arguments; passes signals on and takes its exit code. */
export async function runOnPinnedNode(entry, args, env = process.env) {
  const child = spawn(pinnedNode(), [YOUNG, '--disable-warning=ExperimentalWarning', '--import', HOOK, fileURLToPath(entry), ...args], {
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: COMPILED, ...env },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
  });
}
