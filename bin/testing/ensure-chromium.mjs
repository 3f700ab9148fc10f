import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a Chromium: the one of XASO_CHROMIUM, an installed one, or Debian's, installed now. Answers `{ fault }` with what to do otherwise. */
export function ensureChromium(env) {
  const chosen = env.XASO_CHROMIUM;
  if (chosen) return existsSync(chosen) ? { path: chosen } : { fault: `There is no file ${chosen} (XASO_CHROMIUM).` };
  const found = PLACES.find((path) => existsSync(path));
  if (found !== undefined) return { path: found };
  if (process.platform === 'linux' && process.getuid?.() === 0 && apt(['--version'])) {
    console.error('Installing Chromium for the browser tests (a minute or two)…');
    if (apt(['update', '-q']) && apt(['install', '-y', '-q', '--no-install-recommends', 'chromium']) && existsSync(PLACES[0])) return { path: PLACES[0] };
  }
  return { fault: 'The browser tests need Chromium: install it (Debian: apt-get install chromium) or name one in XASO_CHROMIUM.' };
}

function apt(args) {
  const { status, stdout, stderr } = spawnSync('apt-get', args, { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  if (status !== 0 && args[0] === 'install') console.error(`${stdout ?? ''}${stderr ?? ''}`.trimEnd());
  return status === 0;
}
