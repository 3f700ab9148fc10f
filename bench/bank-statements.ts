// How long a bank statement of 10,000 lines takes against 50,000 open payables, and whether anything is paid to the wrong one. The answers are known: the lines are generated and mangled as banks and
// people do it. Beside it, in the same run, the obvious way: every payable is looked for in every memo (on a part of the lines, since the whole would take minutes; the time of the whole is reckoned from it).
import { generateStatement, type AnsweredLine } from '../src/modules/bank-statements/domain/generated-statement-for-tests.ts';
import { type ReferenceRule } from '../src/modules/bank-statements/domain/match-index.ts';
import { matchStatement } from '../src/modules/bank-statements/domain/match-statement.ts';
import { findReferences, isReference, makeReference } from '../src/modules/payments/domain/payable-reference.ts';

const RUNS = Number(process.argv[2] ?? 7);
const LINES = Number(process.argv[3] ?? 10_000);
const PAYABLES = Number(process.argv[4] ?? 50_000);
const NAIVE_LINES = 300;
const RULE: ReferenceRule = { mark: 'XS', length: 11, find: findReferences, isVerified: isReference };

const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const spread = (values: readonly number[]): string => `${middle(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}, ${String(values.length)} runs)`;

const seeds = Array.from({ length: RUNS }, (_, run) => 20_261_130 + run);
const took: number[] = [];
const processor: number[] = [];
const naive: number[] = [];
const kinds = new Map<string, { lines: number; automatic: number; led: number }>();
let [wrong, missed, naiveFound, naiveWhole] = [0, 0, 0, 0];
for (const seed of [1, ...seeds]) {
  const { payables, lines } = generateStatement({ payables: PAYABLES, lines: LINES }, seed, RULE, makeReference);
  const open = payables.filter(({ state }) => state === 'open');
  const closed = payables.filter(({ state }) => state !== 'open');
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const found = matchStatement(lines, open, { rule: RULE, closed, waiting: new Set() });
  const time = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  // The first one warms the machine up.
  if (seed === 1) continue;
  took.push(time);
  processor.push((user + system) / 1000);
  for (const { line, list, candidates } of found) {
    const first = candidates[0]?.payableId ?? null;
    if (list === 'exact' && first !== line.paysExactly) wrong += 1;
    if (line.paysExactly !== null && list !== 'exact') missed += 1;
    const kind = kinds.get(line.kind) ?? { lines: 0, automatic: 0, led: 0 };
    kind.lines += 1;
    kind.automatic += list === 'exact' ? 1 : 0;
    kind.led += line.isFor.length > 0 && line.isFor.every((id) => candidates.some(({ payableId }) => payableId === id)) ? 1 : 0;
    kinds.set(line.kind, kind);
  }
  const part: readonly AnsweredLine[] = lines.slice(0, NAIVE_LINES);
  const start = performance.now();
  for (const line of part) {
    const words = line.memo.toUpperCase();
    const one = open.find(({ reference, missing }) => missing === line.amountIn && words.includes(reference));
    if (line.paysExactly !== null) naiveWhole += 1;
    if (one !== undefined && one.id === line.paysExactly) naiveFound += 1;
  }
  naive.push(((performance.now() - start) / part.length) * lines.length);
}
console.log(`matching ${String(LINES)} lines against ${String(PAYABLES)} payables (wanted ≤ 5 s): ${spread(took)}; processor time ${spread(processor)}`);
console.log(`wrong automatic matches (wanted 0): ${String(wrong)}; whole references with the exact amount that were not matched: ${String(missed)}`);
for (const [kind, { lines, automatic, led }] of [...kinds].sort((a, b) => b[1].lines - a[1].lines)) console.log(`  ${kind}: ${String(lines)} lines, ${String(automatic)} automatic, ${String(led)} led to the right payable`);
console.log(`the obvious way, reckoned from ${String(NAIVE_LINES)} lines: ${spread(naive)}, ${String(naiveFound)} of ${String(naiveWhole)} whole references found; ratio ${(middle(naive) / middle(took)).toFixed(0)}`);
