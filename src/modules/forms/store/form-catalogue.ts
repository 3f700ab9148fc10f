import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { keepReferenceCopy } from '../../../platform/db/reference-data.ts';
import { shapeOfDefinition } from '../contract/form-definition-schema.ts';
import { checkDefinition } from '../domain/check-definition.ts';
import { type CompiledForm, compileForm } from '../domain/compile-form.ts';
import { type ChoiceOption, type FormDefinition } from '../domain/form-definition.ts';
import { listStoredForms } from './form-versions.ts';

/** The forms of this installation, in memory; each is compiled when it is first asked for. */
export interface FormCatalogue {
  /** The form that a procedure is declared with on a local day; undefined: the general declaration serves. */
  readonly formOf: (procedureCode: string, day: LocalDate) => CompiledForm | undefined;
  /** Exactly the version that answers were given to, in force or not. */
  readonly version: (code: string, version: number) => CompiledForm | undefined;
  /** To be called after a form was published or taken back, and when another process did: reads again if anything changed. Answers whether it did. */
  readonly refresh: () => Promise<boolean>;
}

/** Reads the loaded versions into memory. A stored version that this program can no longer read is left out instead of misread. */
export async function createFormCatalogue(db: Database): Promise<FormCatalogue> {
  const loaded = await keepReferenceCopy(db, 'forms', () => load(db));
  return {
    formOf: (procedureCode, day) => loaded.current().formOf(procedureCode, day),
    version: (code, version) => loaded.current().version(code, version),
    refresh: loaded.catchUp,
  };
}

async function load(db: Database): Promise<Omit<FormCatalogue, 'refresh'>> {
  const definitions: FormDefinition[] = [];
  const lists = new Map<string, readonly ChoiceOption[]>();
  for (const content of await listStoredForms(db)) {
    const shaped = shapeOfDefinition(content, true);
    // A stored definition is expanded: every field in it is a field of a form.
    const definition = shaped.ok ? (shaped.value as FormDefinition) : undefined;
    if (definition !== undefined && checkDefinition(definition).length === 0) definitions.push(withSharedLists(definition, lists));
  }
  const compiled = new Map<FormDefinition, CompiledForm>();
  const compiledOf = (definition: FormDefinition | undefined) => {
    if (definition === undefined) return undefined;
    const form = compiled.get(definition) ?? compileForm(definition);
    compiled.set(definition, form);
    return form;
  };
  return {
    // Later versions stand later.
    formOf: (procedureCode, day) => compiledOf(definitions.findLast(({ procedures, validFrom, validTo }) => procedures.includes(procedureCode) && validFrom <= day && (validTo === null || validTo >= day))),
    version: (code, version) => compiledOf(definitions.find((one) => one.code === code && one.version === version)),
  };
}

/** The database gives every field its own copy of a long list; in memory one serves them all. */
function withSharedLists(definition: FormDefinition, lists: Map<string, readonly ChoiceOption[]>): FormDefinition {
  const shared = (options: readonly ChoiceOption[]) => {
    const key = JSON.stringify(options);
    const known = lists.get(key) ?? options;
    lists.set(key, known);
    return known;
  };
  return {
    ...definition,
    groups: definition.groups.map((group) => ({ ...group, fields: group.fields.map((field) => (field.kind === 'choice' && field.list !== undefined ? { ...field, options: shared(field.options) } : field)) })),
  };
}
