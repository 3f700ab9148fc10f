import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shapeOfDefinition, shapeOfShared } from '../contract/form-definition-schema.ts';
import { type SharedParts, type SourceDefinition } from '../domain/source-definition.ts';

/** Where the forms of the program stand. */
const OWN_FORMS = fileURLToPath(new URL('../../../../data/forms/', import.meta.url));

let shared: SharedParts | undefined;

/** The lists and the parts of persons that forms of this program use by their names; read once. */
export function sharedParts(): SharedParts {
  if (shared !== undefined) return shared;
  const [lists, persons] = ['lists.json', 'persons.json'].map((file) => JSON.parse(readFileSync(join(OWN_FORMS, file), 'utf8')) as unknown);
  const shape = shapeOfShared(lists, persons);
  if (!shape.ok) throw new Error(`data/forms: ${shape.faults.map(({ at, why }) => `${at} ${why}`).join(', ')}`);
  shared = shape.value;
  return shared;
}

/** The definition of a version that comes with the program as it was written, or undefined when its file is gone or says another version. */
export function readShippedSource(code: string, version: number): SourceDefinition | undefined {
  for (const file of [`${code}.${String(version)}.json`, `${code}.json`]) {
    const path = join(OWN_FORMS, file);
    if (!/^[a-z0-9-]+(?:\.\d+)?\.json$/u.test(file) || !existsSync(path)) continue;
    const shape = shapeOfDefinition(JSON.parse(readFileSync(path, 'utf8')) as unknown);
    if (shape.ok && shape.value.version === version) return shape.value;
  }
  return undefined;
}

/** The same from an expanded definition: options of long lists stand for themselves again. */
export function sourceOfExpanded(content: unknown): SourceDefinition {
  const definition = content as SourceDefinition;
  return {
    ...definition,
    groups: definition.groups.map((group) => ({ ...group, fields: group.fields.map((field) => (field.kind === 'choice' && field.list !== undefined ? { ...field, options: [] } : field)) })),
  };
}
