// How long judging answers takes: a form of 60 fields with 30 conditions, the largest forms of the program, and beside them Ajv, compiled once,
// on a schema that asks for the same fields under the same conditions. Run: node --import ./bin/tsx-hook.mjs bench/forms.ts (Node 24)
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ajvCompiler from '@fastify/ajv-compiler';
import { type Answer, type Answers } from '../src/modules/forms/domain/answers.ts';
import { compileForm } from '../src/modules/forms/domain/compile-form.ts';
import { type FormDefinition, type FormField } from '../src/modules/forms/domain/form-definition.ts';
import { readFormFiles } from '../src/modules/forms/store/read-form-files.ts';

const ROUNDS = 21;
const JUDGEMENTS = 1000;
const CONTEXT = { today: '2026-11-30', placesLookedUp: true };
const words = { vi: 'a', en: 'a' };

/** 60 fields, ten of each of six kinds; from the second ten on, thirty are asked only when an earlier choice was `yes`. */
function sixtyFields(): { readonly definition: FormDefinition; readonly answers: Answers; readonly schema: object } {
  const made: FormField[] = [];
  const answers: Record<string, Answer> = {};
  const properties: Record<string, object> = {};
  const always: string[] = [];
  const conditions: object[] = [];
  for (let place = 0; place < 60; place += 1) {
    const id = `f${String(place)}`;
    const base = { id, label: words, official: 'a' };
    const conditional = place >= 10 && place % 5 < 3;
    const rule = { is: [`f${String(place % 10)}`, 'yes'] as const };
    const [field, answer, shape] = kindOf(place, base);
    made.push(conditional ? { ...field, when: rule } : field);
    answers[id] = answer;
    properties[id] = shape;
    if (conditional) conditions.push({ if: { properties: { [rule.is[0]]: { const: 'yes' } }, required: [rule.is[0]] }, then: { required: [id] } });
    else always.push(id);
  }
  const groups = Array.from({ length: 12 }, (_, group) => ({ id: `g${String(group)}`, title: words, fields: made.slice(group * 5, group * 5 + 5) }));
  const definition: FormDefinition = {
    code: 'bench', version: 1, validFrom: '2026-01-01', validTo: null, title: words, official: { title: 'A', number: null, basis: null, addressee: 'commune' },
    procedures: [], source: 'made for this measurement', groups,
    checks: [{ id: 'order', holds: { compare: [{ answer: 'f20' }, '<', { answer: 'f21' }] }, at: 'f21', message: words, level: 'refuse' }],
  };
  return { definition, answers, schema: { type: 'object', properties, required: always, allOf: conditions, additionalProperties: false } };
}

function kindOf(place: number, base: { id: string; label: typeof words; official: string }): readonly [FormField, Answer, object] {
  if (place < 10) return [{ ...base, kind: 'choice', options: ['yes', 'no', 'other'].map((value) => ({ value, label: words })) }, place % 3 === 0 ? 'no' : 'yes', { enum: ['yes', 'no', 'other'] }];
  if (place < 20) return [{ ...base, kind: 'text', format: 'person-name', maxLength: 100 }, 'Nguyễn Thị Mai', { type: 'string', minLength: 1, maxLength: 100 }];
  if (place < 30) return [{ ...base, kind: 'date', span: 'past' }, `${String(place - 19)}/3/${String(1980 + place)}`, { type: 'string', pattern: '^\\d{1,2}/\\d{1,2}/\\d{4}$' }];
  if (place < 40) return [{ ...base, kind: 'number', max: 100, decimals: 1 }, '12,5', { type: 'string', pattern: '^\\d+(?:[.,]\\d)?$' }];
  if (place < 50) return [{ ...base, kind: 'citizen-number' }, '038196000123', { type: 'string', pattern: '^\\d{12}$' }];
  return [{ ...base, kind: 'address' }, { text: 'Thôn Đông', commune: '16072' }, { type: 'object', properties: { text: { type: 'string', minLength: 1 }, commune: { type: 'string', pattern: '^\\d{5}$' } }, required: ['text', 'commune'] }];
}

/** Milliseconds for one run, round by round, after one round to warm up: by the clock, and of the processor, which other programs cannot stretch. */
function measure(name: string, run: () => void): number {
  const clock: number[] = [];
  const processor: number[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const [start, used] = [performance.now(), process.cpuUsage()];
    for (let time = 0; time < JUDGEMENTS; time += 1) run();
    const { user, system } = process.cpuUsage(used);
    if (round < 0) continue;
    clock.push((performance.now() - start) / JUDGEMENTS);
    processor.push((user + system) / 1000 / JUDGEMENTS);
  }
  console.log(`${name.padEnd(60)} clock ${spread(clock)}; processor ${spread(processor)}`);
  return at(processor, 0.5);
}

function at(taken: readonly number[], share: number): number {
  const sorted = taken.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function spread(taken: readonly number[]): string {
  return `${at(taken, 0.5).toFixed(4)} ms (middle half ${at(taken, 0.25).toFixed(4)}–${at(taken, 0.75).toFixed(4)}, all ${at(taken, 0).toFixed(4)}–${at(taken, 1).toFixed(4)})`;
}

const { definition, answers, schema } = sixtyFields();
const form = compileForm(definition);
const validate = ajvCompiler()({}, { customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false, strict: false } })({ schema, method: 'POST', url: '/', httpPart: 'body' });
if (form.judge(answers, CONTEXT).faults.length > 0 || !validate(answers)) throw new Error('the filling should pass both');

console.log(`medians over ${String(ROUNDS)} rounds of ${String(JUDGEMENTS)}`);
const ours = measure('judge: 60 fields, 30 conditions, read, tidied, checked', () => { form.judge(answers, CONTEXT); });
const half = Object.fromEntries(Object.entries(answers).filter((_, place) => place % 2 === 0));
measure('judge: the same, half filled', () => { form.judge(half, CONTEXT); });
const baseline = measure('Ajv: the same fields and conditions, checked as they are', () => { void validate(answers); });
measure('Ajv: the same, half filled', () => { void validate(half); });
console.log(`processor, ours / Ajv: ${(ours / baseline).toFixed(2)}; wanted: at most 0.1 ms a judgement`);

const data = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const start = performance.now();
const { definitions } = readFormFiles(data('../data/forms/'));
console.log(`reading, checking and expanding ${String(definitions.length)} forms: ${(performance.now() - start).toFixed(0)} ms`);
for (const { definition: own } of definitions.toSorted((a, b) => b.definition.groups.flatMap(({ fields }) => fields).length - a.definition.groups.flatMap(({ fields }) => fields).length).slice(0, 3)) {
  const compiled = compileForm(own);
  const { good } = JSON.parse(readFileSync(data(`../test/forms/${own.code}.json`), 'utf8')) as { readonly good: Answers };
  measure(`judge: ${own.code}, ${String(own.groups.flatMap(({ fields }) => fields).length)} fields`, () => { compiled.judge(good, CONTEXT); });
}
