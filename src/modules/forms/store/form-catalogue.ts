import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { keepReferenceCopy } from '../../../platform/db/reference-data.ts';
import { shapeOfDefinition } from '../contract/form-definition-schema.ts';
import { checkDefinition } from '../domain/check-definition.ts';
import { type CompiledForm, compileForm } from '../domain/compile-form.ts';
import { type ChoiceOption, type FormDefinition } from '../domain/form-definition.ts';
import { formInForce, formOfDraft, formOfProcedure } from '../domain/form-in-force.ts';
import { listStoredForms } from './form-versions.ts';
import { listWithdrawnForms } from './own-versions.ts';

/** The forms of this installation, in memory; each is compiled when it is first asked for. */
export interface FormCatalogue {
  /** The form that a procedure is declared with on a local day; undefined: the general declaration serves. */
  readonly formOf: (procedureCode: string, day: LocalDate) => CompiledForm | undefined;
  /** The form that a draft goes on with on a day: the one of the day, or the one that it began with when that was taken back meanwhile. */
  readonly formOfDraft: (draft: { readonly procedureCode: string; readonly code: string; readonly version: number }, day: LocalDate) => CompiledForm | undefined;
  /** Exactly the version that answers were given to, in force or not. */
  readonly version: (code: string, version: number) => CompiledForm | undefined;
  /** Of every form the version in force on a day, or else the newest that was not taken back. */
  readonly all: (day: LocalDate) => readonly FormDefinition[];
  /** To be called after a form was published or taken back, and when another process did: reads again if anything changed. Answers whether it did. */
  readonly refresh: () => Promise<boolean>;
}

interface LoadedForms {
  readonly definitions: readonly FormDefinition[];
  /** Without those that were taken back. */
  readonly standing: readonly FormDefinition[];
  readonly compiled: Map<FormDefinition, CompiledForm>;
}

/** Reads the loaded versions into memory. A stored version that this program can no longer read is left out instead of misread. */
export async function createFormCatalogue(db: Database): Promise<FormCatalogue> {
  const copy = await keepReferenceCopy(db, 'forms', () => readForms(db));
  const compiledOf = (definition: FormDefinition | undefined) => {
    if (definition === undefined) return undefined;
    const { compiled } = copy.current();
    const form = compiled.get(definition) ?? compileForm(definition);
    compiled.set(definition, form);
    return form;
  };
  const versionOf = (code: string, version: number) => copy.current().definitions.find((one) => one.code === code && one.version === version);
  return {
    formOf: (procedureCode, day) => compiledOf(formOfProcedure(copy.current().standing, procedureCode, day)),
    formOfDraft: ({ procedureCode, code, version }, day) => {
      const begun = versionOf(code, version);
      const { standing } = copy.current();
      return compiledOf(formOfDraft(formOfProcedure(standing, procedureCode, day), begun, begun !== undefined && !standing.includes(begun)));
    },
    version: (code, version) => compiledOf(versionOf(code, version)),
    all: (day) => {
      const byCode = Map.groupBy(copy.current().standing, ({ code }) => code);
      return [...byCode.values()].flatMap((versions) => formInForce(versions, day) ?? versions.at(-1) ?? []);
    },
    refresh: copy.catchUp,
  };
}

async function readForms(db: Database): Promise<LoadedForms> {
  const definitions: FormDefinition[] = [];
  const lists = new Map<string, readonly ChoiceOption[]>();
  for (const content of await listStoredForms(db)) {
    const shaped = shapeOfDefinition(content, true);
    // A stored definition is expanded: every field in it is a field of a form.
    const definition = shaped.ok ? (shaped.value as FormDefinition) : undefined;
    if (definition !== undefined && checkDefinition(definition).length === 0) definitions.push(withSharedLists(definition, lists));
  }
  const withdrawn = await listWithdrawnForms(db);
  return { definitions, standing: definitions.filter(({ code, version }) => !withdrawn.has(`${code} ${String(version)}`)), compiled: new Map() };
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
