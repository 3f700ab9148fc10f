import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetUpProblem } from '../set-up-problem.ts';
import { errorCode } from '../set-up-problem-from-error.ts';
import { writeDurably } from './write-durably.ts';

const FILE = 'xaso-version.json';

/** Which program last wrote a data folder. */
export interface DataVersion {
  /** Version of the program, such as `0.1.0`. */
  readonly program: string;
  /** Number of the newest schema step in the data; a program that knows fewer steps must not touch them. */
  readonly schema: number;
}

/** The version noted in a data folder; undefined for a fresh one. Throws a SetUpProblem when the note is damaged. */
export async function readDataVersion(folder: string): Promise<DataVersion | undefined> {
  const path = join(folder, FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new SetUpProblem('data-version-unreadable', { path }, error);
  }
  const version = parseVersion(text);
  if (version === undefined) throw new SetUpProblem('data-version-unreadable', { path });
  return version;
}

/** Notes which program wrote the folder, once its schema is in place. */
export async function writeDataVersion(folder: string, version: DataVersion): Promise<void> {
  await writeDurably(join(folder, FILE), `${JSON.stringify({ program: version.program, schema: version.schema })}\n`);
}

/** Refuses a data folder that a newer program wrote, before anything in it is touched. */
export function refuseNewerData(folder: string, found: DataVersion | undefined, mine: DataVersion): void {
  if (found !== undefined && found.schema > mine.schema) throw new SetUpProblem('data-newer', { path: folder, program: found.program });
}

function parseVersion(text: string): DataVersion | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('program' in value) || !('schema' in value)) return undefined;
    const { program, schema } = value;
    return typeof program === 'string' && typeof schema === 'number' && Number.isInteger(schema) && schema >= 0 ? { program, schema } : undefined;
  } catch {
    return undefined;
  }
}
