// How long the server takes to save one page of a declaration and to draw the next one, as a phone asks for it.
//
//   node --import ./bin/tsx-hook.mjs bench/form-pages.ts [rounds, default 300]
//
// Nothing else should be running. The bound is 30 ms at the 95th percentile.
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createFormHouse, createVisitor } from '../src/modules/forms/api/form-house-for-tests.ts';
import { readFormFiles } from '../src/modules/forms/store/read-form-files.ts';
import { startTestPostgres } from './start-test-postgres.ts';

const BOUND_MS = 30;
const WARM_UP = 30;
const rounds = Number(process.argv[2] ?? 300);
const stopPostgres = await startTestPostgres();
const house = await createFormHouse();
const birth = readFormFiles(fileURLToPath(new URL('../data/forms', import.meta.url))).definitions.find(({ definition }) => definition.code === 'birth-registration');
if (birth === undefined) throw new Error('the birth registration is not among the forms');
house.forms.list = [birth.definition];
const times: { save: number; draw: number }[] = [];
for (let round = 0; round < rounds + WARM_UP; round += 1) {
  // A new visitor for every round: how often one address may ask is not what is measured.
  const visitor = createVisitor(house);
  const token = await visitor.begin();
  const page = await visitor.open(`/to-khai/${token}/applicant`);
  const start = performance.now();
  const saved = await visitor.press(page, {
    'applicant.fullName': 'Nguyễn Thị Mai', 'applicant.birthDate-day': '5', 'applicant.birthDate-month': '3', 'applicant.birthDate-year': '1996', 'applicant.citizenNumber': '038196000123',
  });
  const between = performance.now();
  await visitor.get(saved.location);
  const end = performance.now();
  if (saved.status !== 303) throw new Error(`the page was not taken: ${String(saved.status)}`);
  if (round >= WARM_UP) times.push({ save: between - start, draw: end - between });
}
await house.close();
await stopPostgres();
const at = (list: readonly number[], part: number): string => ([...list].sort((a, b) => a - b)[Math.floor(list.length * part)] ?? 0).toFixed(1);
for (const [name, list] of [['save', times.map(({ save }) => save)], ['next page', times.map(({ draw }) => draw)], ['both', times.map(({ save, draw }) => save + draw)]] as const) {
  console.log(`${name}: median ${at(list, 0.5)} ms, 95 % ${at(list, 0.95)} ms`);
}
if (Number(at(times.map(({ save, draw }) => save + draw), 0.95)) > BOUND_MS) process.exitCode = 1;
