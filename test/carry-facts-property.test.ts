import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { type Answers } from '../src/modules/forms/domain/answers.ts';
import { carryFacts, type FactPair, mayCarry } from '../src/modules/forms/domain/carry-facts.ts';
import { compileForm } from '../src/modules/forms/domain/compile-form.ts';
import { type FormField } from '../src/modules/forms/domain/form-definition.ts';
import { normaliserOf } from '../src/modules/forms/domain/normalise-answer.ts';
import { sampleAnswers } from '../src/modules/forms/domain/sample-answers.ts';
import { readFormFiles } from '../src/modules/forms/store/read-form-files.ts';

const CONTEXT = { today: '2026-11-30', placesLookedUp: true };
const forms = readFormFiles(fileURLToPath(new URL('../data/forms/', import.meta.url))).definitions.map(({ definition }) => compileForm(definition));
const SAME = ['applicant', 'child', 'mother', 'father', 'deceased', 'husband', 'wife', 'subject', 'household', 'spouse'];
const fieldsOf = (form: (typeof forms)[number]): readonly FormField[] => form.definition.groups.flatMap(({ fields }) => fields);
/** What any answer may look like, also to a question of another kind. */
const ANY = fc.oneof(fc.constantFrom('Nguyễn Thị Mai', '1956', '2/1990', '2026-11-12', '038196000123', '0912345678', 'VN', 'male', 'yes', '14:30', ''), fc.integer({ min: -5, max: 3000 }), fc.record({ text: fc.constantFrom('Thôn Đông', ''), commune: fc.constantFrom('16072', null) }), fc.boolean());

test('whatever one form was answered, in another form a carried value is one that its question takes, or it is left out', () => {
  const answersTo = (fields: readonly FormField[]) => fc.record(Object.fromEntries(fields.map(({ id }) => [id, ANY])), { requiredKeys: [] });
  const cases = fc.tuple(fc.constantFrom(...forms), fc.constantFrom(...forms)).chain(([from, to]) => {
    const pair = fc.record({ from: fc.constantFrom(...fieldsOf(from).map(({ id }) => id)), to: fc.constantFrom(...fieldsOf(to).flatMap((field) => (field.kind === 'table' ? field.columns.map(({ id }) => `${field.id}#${id}`) : [field.id]))) });
    return fc.record({ from: fc.constant(from), to: fc.constant(to), answers: answersTo(fieldsOf(from)), base: answersTo(fieldsOf(to).slice(0, 3)), pairs: fc.array(pair, { maxLength: 8 }) });
  });
  let carried = 0;
  fc.assert(fc.property(cases, ({ from, to, answers, base, pairs }) => {
    const source = { kind: 'dossier' as const, ref: 'x', words: { vi: 'a', en: 'a' }, day: '2026-11-30', definition: from.definition, answers: answers as Answers, same: SAME, pairs: pairs as readonly FactPair[], presets: [] };
    const result = carryFacts(to, [source], base as Answers, CONTEXT);
    const asked = new Map(fieldsOf(to).map((field) => [field.id, field]));
    for (const [id, fact] of Object.entries(result.given)) {
      const field = asked.get(id);
      ok(field !== undefined, id);
      carried += 1;
      deepEqual(result.answers[id], fact.answer);
      const before = (base as Answers)[id];
      ok(before === undefined || before === '' || before === false || typeof before === 'object', `${id} was answered before`);
      if (field.kind === 'table') continue;
      ok(mayCarry(field), id);
      deepEqual(normaliserOf(field)(fact.answer, CONTEXT), { answer: fact.answer }, id);
    }
    const wrong = to.judge(result.answers, CONTEXT).faults.filter(({ field, why }) => result.given[field] !== undefined && why !== 'check');
    deepEqual(wrong, []);
    for (const { field } of result.left) equal(result.given[field], undefined);
    for (const [id, answer] of Object.entries(base)) if (result.given[id] === undefined) deepEqual(result.answers[id], answer);
  }), { numRuns: 600 });
  ok(carried > 100, String(carried));
});

test('everything that one form knows of its applicant goes into every other form that asks the same, and nothing of it is refused there', () => {
  for (const from of forms) {
    const { answers } = from.judge(sampleAnswers(from, CONTEXT), CONTEXT);
    for (const to of forms) {
      const source = { kind: 'life-event' as const, ref: 'x', words: { vi: 'a', en: 'a' }, day: '2026-11-30', definition: from.definition, answers, same: ['applicant'], pairs: [], presets: [] };
      const { given } = carryFacts(to, [source], {}, CONTEXT);
      const known = fieldsOf(from).find((field) => field.fact === 'applicant.fullName' && answers[field.id] !== undefined);
      const wanted = fieldsOf(to).find((field) => field.fact === 'applicant.fullName' && mayCarry(field));
      if (known !== undefined && wanted !== undefined) deepEqual(given[wanted.id]?.answer, answers[known.id], `${from.definition.code} → ${to.definition.code}`);
    }
  }
});
