import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { type Answer, type Answers, isRows } from '../src/modules/forms/domain/answers.ts';
import { compileForm } from '../src/modules/forms/domain/compile-form.ts';
import { type FormField } from '../src/modules/forms/domain/form-definition.ts';
import { type FormFault } from '../src/modules/forms/domain/form-fault.ts';
import { readFormFiles } from '../src/modules/forms/store/read-form-files.ts';

const CONTEXT = { today: '2026-11-30', placesLookedUp: true };
const { definitions } = readFormFiles(fileURLToPath(new URL('../data/forms/', import.meta.url)));
const RUNS = { numRuns: 150 };
/** What a person gets wrong is told under these; everything else keeps the answer out. */
const LEAVES_ANSWERS = new Set(['missing', 'statement.missing', 'check']);

/** Anything that JSON can say, right or wrong. */
const JUNK = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }), fc.dictionary(fc.string({ maxLength: 5 }), fc.oneof(fc.string({ maxLength: 5 }), fc.constant(null), fc.integer())), fc.array(fc.constant(null), { maxLength: 2 })) as fc.Arbitrary<Answer>;

function fitting(field: FormField): fc.Arbitrary<Answer> {
  switch (field.kind) {
    case 'text': return field.format === 'email' ? fc.constant('mai@example.com') : fc.constantFrom('Nguyễn Thị Mai', 'Trần Văn Nam', '12/2023', 'thôn Đông');
    case 'number': return fc.oneof(fc.integer({ min: -1, max: 200 }), fc.constantFrom('1.200', '12,5', '3'));
    case 'money': return fc.constantFrom('50.000.000', '0', '12 triệu');
    case 'date': return fc.oneof(fc.constantFrom('31/2/2026', '1956', '2/1990', '2026-11-30', '1/12/2026'), fc.tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1930, max: 2030 })).map((parts) => parts.join('/')));
    case 'time': return fc.constantFrom('5h30', '14:30', '25:00');
    case 'choice': {
      const one = fc.constantFrom(...field.options.map(({ value }) => value));
      return field.many === true ? fc.array(one, { maxLength: 3 }) : one;
    }
    case 'address': return fc.record({ text: fc.constantFrom('Thôn Đông', ''), commune: fc.constantFrom('16072', null) });
    case 'citizen-number': return fc.constantFrom('038196000123', '038093000456', '0381960001');
    case 'phone': return fc.constantFrom('0912 345 678', '12345');
    case 'table': return fc.array(fc.record(Object.fromEntries(field.columns.map((column) => [column.id, fc.oneof(fitting(column), JUNK)])), { requiredKeys: [] }), { maxLength: 3 }) as fc.Arbitrary<Answer>;
    default: return fc.constantFrom(true, false, 'on');
  }
}

function answersTo(fields: readonly FormField[], junk: boolean): fc.Arbitrary<Answers> {
  return fc.record(Object.fromEntries(fields.map((field) => [field.id, junk ? fc.oneof({ weight: 5, arbitrary: fitting(field) }, { weight: 1, arbitrary: JUNK }) : fitting(field)])), { requiredKeys: [] }) as fc.Arbitrary<Answers>;
}

/** A fault names its row as it was written; rows without any entry are not kept, so that a later row stands further up among what is kept. */
function rowsMoved(raw: Answers, keptOf: (answers: Answers) => Answers): (fault: FormFault) => FormFault {
  return (fault) => {
    const [table = '', row, column] = fault.field.split('.');
    const rows = raw[table];
    if (row === undefined || column === undefined || !isRows(rows)) return fault;
    const before = rows.slice(0, Number(row)).filter((one) => keptOf({ ...raw, [table]: [one] })[table] !== undefined).length;
    return { ...fault, field: `${table}.${String(before)}.${column}` };
  };
}

for (const { definition } of definitions) {
  const form = compileForm(definition);
  const fields = definition.groups.flatMap((group) => group.fields);

  test(`${definition.code}: no answers whatever make judging throw, and every fault stands at a question that is asked`, () => {
    fc.assert(fc.property(answersTo(fields, true), (raw) => {
      const judged = form.judge(raw, CONTEXT);
      for (const { field } of [...judged.faults, ...judged.warnings]) ok(judged.fields.has(field) || [...judged.fields].some((one) => field.startsWith(`${one}.`)), field);
    }), RUNS);
  });

  test(`${definition.code}: judging what was kept changes nothing, and hidden answers never count`, () => {
    fc.assert(fc.property(answersTo(fields, false), (raw) => {
      const judged = form.judge(raw, CONTEXT);
      const asked = Object.fromEntries(Object.entries(raw).filter(([id]) => judged.fields.has(id)));
      const without = form.judge(asked, CONTEXT);
      deepEqual([without.answers, without.faults], [judged.answers, judged.faults]);
      if (judged.faults.every(({ why }) => LEAVES_ANSWERS.has(why))) {
        const again = form.judge(judged.answers, CONTEXT);
        const moved = rowsMoved(raw, (one) => form.judge(one, CONTEXT).answers);
        deepEqual([again.answers, again.faults, again.warnings], [judged.answers, judged.faults.map(moved), judged.warnings.map(moved)]);
      }
      const settled = form.judge(judged.answers, CONTEXT);
      deepEqual(form.judge(settled.answers, CONTEXT).answers, settled.answers);
    }), RUNS);
  });
}
