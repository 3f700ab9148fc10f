// What row security costs with 1,000,000 dossiers in 177 communes: every question is asked twice in a row, behind the policies as a request
// asks it and as the owner whom they do not hold, in changing order.
import { searchView, workListView } from '../src/modules/dossiers/api/work-list-view.ts';
import { WORK_LISTS } from '../src/modules/dossiers/contract/work-lists.ts';
import { inCommune } from '../src/platform/db/commune-scope.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { type RequestContext } from '../src/platform/http/route.ts';
import { type Crowd, CROWD_NOW, crowdDeps, officerOf, withCrowds } from './dossier-crowd.ts';

const ROUNDS = Number(process.argv[2] ?? 5);
const SIZE = Number(process.argv[3] ?? 1_000_000);
const SEARCHES = ['nguyễn', 'tran van an', 'le thi huong', '4321', 'khai sinh linh', 'chung thuc', '20/11'];
const CONTEXT: RequestContext = {
  actor: { kind: 'anonymous' }, now: CROWD_NOW, locale: 'vi', display: { scale: '100', contrast: 'normal' }, requestId: 'b', address: '127.0.0.1', userAgent: '', cookies: {},
};

type Deps = ReturnType<typeof crowdDeps>;
type Question = (deps: Deps, communeCode: string) => Promise<unknown>;

const WORK: readonly Question[] = WORK_LISTS.flatMap((list) =>
  ([['reception', []], ['specialist', ['Hộ tịch']]] as const).map(([role, fields]): Question => (deps, code) => workListView(deps, officerOf(code, role, fields), { list }, CONTEXT)));
const SEARCH = SEARCHES.map((q): Question => (deps, code) => searchView(deps, officerOf(code, 'reception'), { list: 'all', q, after: null }, CONTEXT));

const at = (times: readonly number[], share: number): number => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

async function compare(name: string, questions: readonly Question[], crowd: Crowd, open: Deps, communes: Crowd['communes']): Promise<void> {
  const shut = crowdDeps(crowd);
  const rounds: { readonly behind: number[]; readonly without: number[] }[] = [];
  // One round to warm up.
  for (let round = -1; round < ROUNDS; round += 1) {
    const times = { behind: [] as number[], without: [] as number[] };
    let turn = round;
    for (const { code } of communes) {
      for (const question of questions) {
        const both = [['behind', () => inCommune(code, () => question(shut, code))], ['without', () => question(open, code)]] as const;
        turn += 1;
        for (const [which, run] of turn % 2 === 0 ? both : both.toReversed()) {
          const start = performance.now();
          await run();
          times[which].push(performance.now() - start);
        }
      }
    }
    if (round >= 0) rounds.push(times);
  }
  const [behind, without] = [rounds.flatMap((one) => one.behind), rounds.flatMap((one) => one.without)];
  const ratios = rounds.map((one) => at(one.behind, 0.5) / at(one.without, 0.5));
  console.log(`${name}: behind the policies p50 ${at(behind, 0.5).toFixed(2)} ms, p95 ${at(behind, 0.95).toFixed(2)} ms; without p50 ${at(without, 0.5).toFixed(2)} ms, p95 ${at(without, 0.95).toFixed(2)} ms; `
    + `ratio p50 ${(at(behind, 0.5) / at(without, 0.5)).toFixed(3)} (rounds ${Math.min(...ratios).toFixed(3)}–${Math.max(...ratios).toFixed(3)}), p95 ${(at(behind, 0.95) / at(without, 0.95)).toFixed(3)}, ${String(behind.length)} asked each`);
}

await withCrowds([{ size: SIZE }], async ([crowd]) => {
  if (crowd === undefined) throw new Error('the crowd is missing');
  const owner = openDatabase(crowd.config, 'owner', () => undefined);
  owner.pool.on('connect', (client) => void client.query("select set_config('xaso.commune', '*', false)"));
  try {
    const open = crowdDeps({ ...crowd, handle: owner });
    const largest = crowd.communes.toSorted((a, b) => b.dossiers - a.dossiers).slice(0, 1);
    await compare('work list with all counts (wanted ≤ 1.20)', WORK, crowd, open, crowd.communes);
    await compare(`the same, the largest commune alone (${String(largest[0]?.dossiers)})`, WORK, crowd, open, largest);
    await compare('search', SEARCH, crowd, open, crowd.communes);
  } finally {
    await owner.close();
  }
});
