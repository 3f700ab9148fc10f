// Builds the browser parts (staff workspace, field app, enhancer) when their sources have changed; the server needs no build.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { pinnedNode } from './pinned-node.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const config = join(root, 'vite.config.ts');
/** Inside the output, so that whoever deletes the output deletes the stamp with it. */
const stampPath = join(root, 'dist', '.source-hash');

/**
 * Everything that can end up in the browser. Screens import contracts, and through them rules and the kernel: a page
 * that is older than its rules is worse than one build too many.
 */
function sourceFiles() {
  const modules = join(root, 'src', 'modules');
  const rooms = ['contract', 'domain', 'ui/staff', 'ui/field'];
  const folders = ['src/kernel', 'src/web', 'src/platform/i18n'].map((path) => join(root, path));
  if (existsSync(modules)) for (const module of readdirSync(modules)) folders.push(...rooms.map((room) => join(modules, module, room)));
  const files = folders.flatMap((folder) => filesIn(folder));
  files.push(config, join(root, 'package-lock.json'), join(root, 'tsconfig.base.json'), join(root, 'tsconfig.browser.json'));
  return files.filter((path) => !/\.test\.tsx?$/.test(path) && existsSync(path)).sort();
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function sourceHash() {
  const hash = createHash('sha256');
  for (const path of sourceFiles()) {
    const text = readFileSync(path);
    hash.update(`${path.slice(root.length)}\0${text.length}\0`).update(text);
  }
  return hash.digest('hex');
}

function isBuilt(hash) {
  if (!existsSync(stampPath) || readFileSync(stampPath, 'utf8').trim() !== hash) return false;
  return readdirSync(join(root, 'dist')).length > 1; // somebody may have deleted the output around the stamp
}

/** Builds if needed. Answers false after saying why on standard error. `force` builds in any case. */
export async function ensureBuilt(force = false) {
  if (!existsSync(config)) return true;
  const hash = sourceHash();
  if (!force && isBuilt(hash)) return true;
  console.error('Đang chuẩn bị các màn hình làm việc (vài giây)…');
  console.error('Building the screens (a few seconds)…');
  const { code, output } = await vite();
  if (code !== 0) {
    console.error(output.trimEnd());
    console.error('Không chuẩn bị được các màn hình làm việc; xem lỗi ở trên.');
    console.error('The screens could not be built; see the fault above.');
    return false;
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampPath, `${hash}\n`);
  return true;
}

function vite() {
  const child = spawn(pinnedNode(), [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'], { cwd: root });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = (await ensureBuilt(process.argv.includes('--force'))) ? 0 : 1;
}
