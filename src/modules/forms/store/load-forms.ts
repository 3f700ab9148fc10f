import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { type Database } from '../../../platform/db/database.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { type FormFileFault, formFileFault } from '../domain/form-file-fault.ts';
import { changeLastDay, changeOfficial, type FreshForm, insertForms, listLoadedForms } from './form-versions.ts';
import { readFormFiles } from './read-form-files.ts';

/** What a start loaded, and what it refused. */
export interface LoadedForms {
  readonly files: number;
  /** Versions that were new to the database. */
  readonly loaded: number;
  readonly faults: readonly FormFileFault[];
  /** The same for the person at the terminal, in Vietnamese and English; empty when there was nothing new and nothing wrong. */
  readonly sentences: readonly string[];
}

const MOST_FAULT_LINES = 20;
/** How the foot of the paper is printed. */
const FOOT: ReadonlySet<string> = new Set(['signatures', 'signaturesSource', 'dateLabel'] satisfies (keyof FormDefinition['official'])[]);

/**
 * Loads the forms of a folder into the database at start. `ownerDb` must be the owner's connection: the application role cannot change a loaded
 * version. A faulty file is named and left out, the others load; a version that changed without a new number is refused, and the loaded one goes
 * on holding. Two things of a loaded version are followed: a last day that became known, and how the foot of its paper is printed.
 */
export async function loadForms(ownerDb: Database, folder: string | URL, now: Date): Promise<LoadedForms> {
  const { files, definitions, faults: unsound } = readFormFiles(typeof folder === 'string' ? folder : fileURLToPath(folder));
  const faults = [...unsound];
  const loaded = new Map((await listLoadedForms(ownerDb)).map((one) => [`${one.code} ${String(one.version)}`, one]));
  const fresh: FreshForm[] = [];
  const ended: FormDefinition[] = [];
  const printed: FormDefinition[] = [];
  for (const { file, definition } of definitions) {
    const hash = contentHash(definition);
    const known = loaded.get(`${definition.code} ${String(definition.version)}`);
    if (known === undefined) fresh.push({ definition, hash });
    else if (known.hash !== hash) faults.push(formFileFault(file, 'version', 'changed-without-new-version', { version: definition.version, form: definition.code }));
    else {
      if (known.validTo !== definition.validTo) ended.push(definition);
      if (canonical(known.official) !== canonical(definition.official)) printed.push(definition);
    }
  }
  if (fresh.length > 0 || ended.length > 0 || printed.length > 0) {
    await ownerDb.transaction().execute(async (tx) => {
      for (const { code, version, validTo } of ended) await changeLastDay(tx, code, version, validTo);
      for (const definition of printed) await changeOfficial(tx, definition);
      await insertForms(tx, fresh, now);
    });
  }
  return { files, loaded: fresh.length, faults, sentences: sentences(files, fresh.length, faults) };
}

/**
 * Of what a definition says, however its file is laid out. The last day may become known later and moves nothing; who signs the paper and what stands before the
 * day is neither asked nor judged, and no answer means anything else for it.
 */
function contentHash(definition: FormDefinition): string {
  const official = Object.fromEntries(Object.entries(definition.official).filter(([name]) => !FOOT.has(name)));
  return createHash('sha256').update(canonical({ ...definition, official, validTo: null })).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join()}}`;
}

function sentences(files: number, loaded: number, faults: readonly FormFileFault[]): readonly string[] {
  const said: string[] = [];
  if (loaded > 0) said.push(`Biểu mẫu tờ khai: đọc ${String(files)} tệp, nạp ${String(loaded)} phiên bản mới.`, `Declaration forms: ${String(files)} files read, ${String(loaded)} new versions loaded.`);
  if (faults.length === 0) return said;
  said.push('Có tệp biểu mẫu sai; phần sai không được nạp:', 'Some files of forms are faulty; what is faulty was not loaded:');
  for (const fault of faults.slice(0, MOST_FAULT_LINES)) said.push(`  ${fault.file} ${fault.at}: ${fault.words.vi} / ${fault.words.en}`);
  if (faults.length > MOST_FAULT_LINES) said.push(`  và ${String(faults.length - MOST_FAULT_LINES)} chỗ nữa / and ${String(faults.length - MOST_FAULT_LINES)} more`);
  return said;
}
