// Plain JavaScript on purpose: it runs before anything is installed, on the oldest Node that npm itself runs on (20).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lockPath = `${root}package-lock.json`;
const stampPath = `${root}node_modules/.xaso-lock-hash`;
/** What npm itself notes about the installed packages, as the last step of an install. */
const installedPath = `${root}node_modules/.package-lock.json`;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Installs the pinned packages when they are missing or package-lock.json has changed; otherwise only reads one hash.
 * Answers false after saying why on standard error.
 */
export async function ensureInstalled() {
  const lock = readFileSync(lockPath, 'utf8');
  const hash = createHash('sha256').update(lock).digest('hex');
  if (readOr(stampPath, '').trim() === hash && existsSync(installedPath)) return true;
  if (!installedFits(lock)) {
    console.error('Đang cài các thư viện cần thiết (lần đầu hoặc sau khi cập nhật, khoảng một phút)…');
    console.error('Installing the packages it needs (first time or after an update, about a minute)…');
    const flags = ['--ignore-scripts', '--loglevel=error', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
    let { code, output } = await npm(['ci', ...flags]);
    // A registry that lacks some other platform's optional packages makes npm ci refuse the whole lock; the same pinned
    // versions can still be installed.
    if (code !== 0 && output.includes('EUSAGE')) ({ code, output } = await npm(['install', '--no-save', ...flags]));
    if (code !== 0) {
      console.error(output.trimEnd());
      console.error('Không cài được các thư viện; hãy kiểm tra kết nối mạng và quyền ghi thư mục chương trình rồi chạy lại.');
      console.error('The packages could not be installed; check the network and that the program folder is writable, then start again.');
      return false;
    }
  }
  try {
    writeFileSync(stampPath, `${hash}\n`);
  } catch {
    // A read-only installation is compared again at the next start: a few milliseconds.
  }
  return true;
}

/** Whether somebody has already installed exactly what the lock asks for, for example with npm ci. */
function installedFits(lock) {
  const noted = readOr(installedPath, '');
  if (noted === '') return false;
  const wanted = JSON.parse(lock).packages;
  const installed = JSON.parse(noted).packages;
  const libc = process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true && !isForHere(entry, libc) : found.version === entry.version;
  });
}

/** Whether an optional package belongs on this machine. */
function isForHere(entry, libc) {
  if (entry.os === undefined && entry.cpu === undefined && entry.libc === undefined) return false;
  return fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && fits(entry.libc, libc);
}

/** npm writes one name or a list, and `!name` for all but that one. */
function fits(wish, value) {
  if (wish === undefined) return true;
  const list = [wish].flat();
  return list.includes(value) || (list.every((item) => item.startsWith('!')) && !list.includes(`!${value}`));
}

/** Runs npm silently: its warnings about Node versions mean nothing here, because the program brings its own Node. */
function npm(args) {
  const ownPath = process.env.npm_execpath;
  const windows = process.platform === 'win32';
  const child = ownPath?.endsWith('.js')
    ? spawn(process.execPath, [ownPath, ...args], { cwd: root })
    : spawn(windows ? 'npm.cmd' : 'npm', args, { cwd: root, shell: windows });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  const giveUp = (signal) => {
    child.kill(signal);
    process.exit(1);
  };
  for (const signal of SIGNALS) process.once(signal, giveUp);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, giveUp);
      resolve({ code: code ?? 1, output });
    });
  });
}

function readOr(path, fallback) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fallback;
  }
}
