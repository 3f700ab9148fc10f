import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shapeOfDefinition, shapeOfShared } from '../contract/form-definition-schema.ts';
import { checkDefinition } from '../domain/check-definition.ts';
import { expandDefinition } from '../domain/expand-definition.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { type FormFileFault, formFileFault } from '../domain/form-file-fault.ts';
import { type SharedParts } from '../domain/source-definition.ts';

const LISTS_FILE = 'lists.json';
const PERSONS_FILE = 'persons.json';

/** The sound definitions of a folder, expanded, with the files that they stand in, and what is wrong with the others. */
export interface FormFiles {
  readonly files: number;
  readonly definitions: readonly { readonly file: string; readonly definition: FormDefinition }[];
  readonly faults: readonly FormFileFault[];
}

/** Reads every JSON file directly in a folder, in the order of their names; throws what the file system throws. */
export function readFormFiles(folder: string): FormFiles {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== LISTS_FILE && name !== PERSONS_FILE).sort();
  const faults: FormFileFault[] = [];
  const shared = readShared(folder, faults);
  if (shared === undefined) return { files: names.length, definitions: [], faults };
  const definitions: { file: string; definition: FormDefinition }[] = [];
  for (const file of names) {
    const definition = readDefinition(file, readFileSync(join(folder, file), 'utf8'), shared, faults);
    if (definition === undefined) continue;
    const clash = clashWith(definitions, file, definition);
    if (clash === undefined) definitions.push({ file, definition });
    else faults.push(clash);
  }
  return { files: names.length, definitions, faults };
}

/** One definition from the text of its file, or undefined after its faults were added. */
function readDefinition(file: string, text: string, shared: SharedParts, faults: FormFileFault[]): FormDefinition | undefined {
  const parsed = parse(file, text, faults);
  if (parsed === undefined) return undefined;
  const source = shapeOfDefinition(parsed.value);
  if (!source.ok) {
    for (const { at, why, needed } of source.faults) faults.push(formFileFault(file, at, why, { needed: needed ?? '' }));
    return undefined;
  }
  const { code, version } = source.value;
  if (file !== `${code}.json` && file !== `${code}.${String(version)}.json`) {
    faults.push(formFileFault(file, 'code', 'wrong-file-name', { wanted: `${code}.json` }));
    return undefined;
  }
  const expanded = expandDefinition(source.value, shared);
  if (!expanded.ok) {
    for (const { at, why, facts } of expanded.faults) faults.push(formFileFault(file, at, why, facts));
    return undefined;
  }
  // What a form says otherwise about the parts of a person has its shape only now.
  const whole = shapeOfDefinition(expanded.definition, true);
  const unsound = whole.ok ? checkDefinition(expanded.definition).map(({ at, why, facts }) => formFileFault(file, at, why, facts)) : whole.faults.map(({ at, why, needed }) => formFileFault(file, at, why, { needed: needed ?? '' }));
  faults.push(...unsound);
  return unsound.length === 0 ? expanded.definition : undefined;
}

function readShared(folder: string, faults: FormFileFault[]): SharedParts | undefined {
  const [lists, persons] = [LISTS_FILE, PERSONS_FILE].map((file) => parse(file, readFileSync(join(folder, file), 'utf8'), faults));
  if (lists === undefined || persons === undefined) return undefined;
  const shared = shapeOfShared(lists.value, persons.value);
  if (shared.ok) return shared.value;
  for (const { at, why, needed } of shared.faults) faults.push(formFileFault(at.startsWith('lists') ? LISTS_FILE : PERSONS_FILE, at, why, { needed: needed ?? '' }));
  return undefined;
}

function parse(file: string, text: string, faults: FormFileFault[]): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    faults.push(formFileFault(file, '', 'not-json'));
    return undefined;
  }
}

/** A version that stands twice, or a procedure that two forms claim on the same days: nobody could say which one holds. */
function clashWith(before: FormFiles['definitions'], file: string, definition: FormDefinition): FormFileFault | undefined {
  for (const { file: first, definition: other } of before) {
    if (other.code === definition.code && other.version === definition.version) return formFileFault(file, 'version', 'same-version-twice', { version: definition.version, form: definition.code, first });
    const procedure = other.code === definition.code ? undefined : definition.procedures.find((code) => other.procedures.includes(code));
    const sameDays = (other.validTo === null || other.validTo >= definition.validFrom) && (definition.validTo === null || definition.validTo >= other.validFrom);
    if (procedure !== undefined && sameDays) return formFileFault(file, 'procedures', 'procedure-twice', { procedure, first });
  }
  return undefined;
}
