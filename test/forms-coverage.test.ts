import { deepEqual, equal } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type FormDefinition } from '../src/modules/forms/domain/form-definition.ts';
import { readFormFiles } from '../src/modules/forms/store/read-form-files.ts';

/** What public code knows of the declaration forms: every field with its name in the electronic form. */
interface FormFacts {
  readonly forms: readonly { readonly id: string; readonly procedures: readonly string[]; readonly fields: readonly { readonly key: string }[] }[];
}

/** Names of electronic forms that no question answers, and why. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  TruSo_Fax: 'nobody is asked for a fax', ChuHo_Fax: 'the same', Thue_Fax: 'the same', NguoiNop_Fax: 'the same',
  'data[khuyetTat6Obj][khuyetTatRadio1]': 'the words of this row are not known; asked in the person’s own words',
  'data[khuyetTat6Obj][khuyetTatRadio2]': 'the same', 'data[khuyetTat6Obj][khuyetTatRadio3]': 'the same',
  'data[isOwnerDossierCheck] of portal-ho-tro-mai-tang': 'always no: the dossier is of the person who died',
};

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const facts = (JSON.parse(readFileSync(path('../data/form-fields.json'), 'utf8')) as FormFacts).forms;
const { definitions } = readFormFiles(path('../data/forms/'));
const madeFrom = new Map(readdirSync(path('forms/')).flatMap((file) => ((JSON.parse(readFileSync(path(`forms/${file}`), 'utf8')) as { readonly facts?: readonly string[] }).facts ?? []).map((id) => [id, file.replace('.json', '')] as const)));

test('every known form is one of the forms of the program, for the procedures that it is known to serve', () => {
  deepEqual(facts.filter(({ id }) => !madeFrom.has(id)).map(({ id }) => id), []);
  const served = new Set(definitions.flatMap(({ definition }) => definition.procedures));
  deepEqual(facts.flatMap(({ procedures }) => procedures).filter((code) => !served.has(code)), []);
});

for (const { id, fields } of facts.filter((one) => one.id.startsWith('eform-') || one.id.startsWith('portal-'))) {
  test(`${id}: every box of the electronic form is answered by a question, and no question names a box that is not there`, () => {
    const definition = definitions.find((one) => one.definition.code === madeFrom.get(id))?.definition;
    const names = definition === undefined ? new Set<string>() : boxesOf(definition);
    const keys = new Set(fields.map(({ key }) => key));
    deepEqual([...keys].filter((key) => !names.has(key) && NOT_ASKED[key] === undefined && NOT_ASKED[`${key} of ${id}`] === undefined), []);
    deepEqual([...names].filter((name) => !keys.has(name)), []);
  });
}

test('a fact has one kind of question in every form, so that what was answered once can be taken over', () => {
  const kinds = new Map<string, Set<string>>();
  for (const { definition } of definitions) {
    for (const { fact, kind } of definition.groups.flatMap(({ fields }) => fields)) {
      if (fact !== undefined && kind !== 'computed') kinds.set(fact, (kinds.get(fact) ?? new Set()).add(kind));
    }
  }
  deepEqual([...kinds].filter(([, of]) => of.size > 1).map(([fact]) => fact), []);
  equal(kinds.get('applicant.birthDate')?.has('date'), true);
});

/** One name, or several that are separated by spaces, in the order of the other system. */
function boxesOf({ groups }: FormDefinition): ReadonlySet<string> {
  return new Set(groups.flatMap(({ fields }) => fields.flatMap(({ exchange }) => Object.values(exchange ?? {}).flatMap((names) => names.split(' ')))));
}
