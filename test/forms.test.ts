import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compileForm, type CompiledForm } from '../src/modules/forms/domain/compile-form.ts';
import { type Answer, type Answers } from '../src/modules/forms/domain/answers.ts';
import { type FormField, type Words } from '../src/modules/forms/domain/form-definition.ts';
import { type FormFault } from '../src/modules/forms/domain/form-fault.ts';
import { readFormFiles } from '../src/modules/forms/store/read-form-files.ts';

/** A complete filling of a form, what else is a good one, and what is not: every fault as `field why`, checks as `field check:id`. */
interface Fillings {
  readonly good: Answers;
  readonly alsoGood: readonly { readonly name: string; readonly set: Readonly<Record<string, Answer | null>>; readonly warnings?: readonly string[] }[];
  readonly bad: readonly { readonly name: string; readonly set: Readonly<Record<string, Answer | null>>; readonly faults: readonly string[] }[];
}

const CONTEXT = { today: '2026-11-30', placesLookedUp: true };
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { definitions, faults } = readFormFiles(folder('../data/forms/'));
const packs = new Map(readdirSync(folder('../data/procedures/')).filter((file) => /^\d.*\.json$/u.test(file)).map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(folder(`../data/procedures/${file}`), 'utf8')) as { readonly papers?: readonly { readonly id: string; readonly handling: string }[] }]));

test('every form of the program is sound: shape, rules, words in both languages, one form for a procedure', () => {
  deepEqual(faults.map(({ file, at, words }) => `${file} ${at}: ${words.en}`), []);
});

for (const { definition } of definitions) {
  const { code } = definition;

  test(`${code}: its procedures are in the catalogue, and so are the papers that it asks for`, () => {
    for (const procedure of definition.procedures) ok(packs.has(procedure), `no procedure ${procedure}`);
    const known = new Set(definition.procedures.flatMap((procedure) => (packs.get(procedure)?.papers ?? []).map(({ id }) => id)));
    for (const field of fieldsOf(definition.groups)) if (field.kind === 'paper') ok(known.has(field.paperId), `no paper ${field.paperId}`);
  });

  test(`${code}: no page asks for more than seven things, and every word of a citizen is in both languages`, () => {
    for (const group of definition.groups) {
      const asked = group.fields.filter(({ kind }) => kind !== 'computed' && kind !== 'paper');
      ok(asked.length <= 7, `${group.id} asks for ${String(asked.length)} things`);
    }
    for (const words of wordsOf(definition)) {
      ok(words.vi.trim() !== '' && words.en.trim() !== '', JSON.stringify(words));
      ok(!/\{(?:id|of|Of)/u.test(`${words.vi}${words.en}`), JSON.stringify(words));
    }
  });

  const fillings = JSON.parse(readFileSync(folder(`forms/${code}.json`), 'utf8')) as Fillings;
  const form = compileForm(definition);

  test(`${code}: a complete filling passes, as typed and once more as it was kept`, () => {
    passes(form, fillings.good, []);
  });
  for (const { name, set, warnings } of fillings.alsoGood) {
    test(`${code}: ${name}`, () => {
      passes(form, changed(fillings.good, set), warnings ?? []);
    });
  }
  for (const { name, set, faults: expected } of fillings.bad) {
    test(`${code}: ${name} is refused`, () => {
      deepEqual(told(form.judge(changed(fillings.good, set), CONTEXT).faults), expected);
    });
  }
}

function passes(form: CompiledForm, answers: Answers, warnings: readonly string[]): void {
  const judged = form.judge(answers, CONTEXT);
  deepEqual([told(judged.faults), told(judged.warnings)], [[], warnings]);
  const again = form.judge(judged.answers, CONTEXT);
  deepEqual(again.answers, judged.answers);
  equal(again.faults.length, 0);
}

function changed(answers: Answers, set: Readonly<Record<string, Answer | null>>): Answers {
  return Object.fromEntries(Object.entries({ ...answers, ...set }).filter((entry): entry is [string, Answer] => entry[1] !== null));
}

function told(list: readonly FormFault[]): readonly string[] {
  return list.map(({ field, why, check }) => `${field} ${check === undefined ? why : `check:${check}`}`);
}

function fieldsOf(groups: readonly { readonly fields: readonly FormField[] }[]): readonly FormField[] {
  return groups.flatMap(({ fields }) => fields.flatMap((field): readonly FormField[] => (field.kind === 'table' ? [field, ...field.columns] : [field])));
}

/** Every pair of words in a definition, wherever it stands. */
function wordsOf(value: unknown): readonly Words[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [];
  return 'vi' in value && 'en' in value ? [value as Words] : Object.values(value).flatMap(wordsOf);
}
