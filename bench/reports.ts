// The report of a commune and month with 1,000,000 dossiers in 177 communes, against the same with 10,000; and the list behind a figure.
import { reportView } from '../src/modules/dossiers/api/report-view.ts';
import { workListView } from '../src/modules/dossiers/api/work-list-view.ts';
import { type RequestContext } from '../src/platform/http/route.ts';
import { communeOfAbout, type Crowd, CROWD_NOW, crowdDeps, officerOf, withCrowds } from './dossier-crowd.ts';
import { measureAgainst, type Questions } from './measure-against.ts';

const ROUNDS = Number(process.argv[2] ?? 8);
const MILLION = Number(process.argv[3] ?? 1_000_000);
/** Ten thousand in as many communes as the million has, the million, and ten thousand in one commune alone: what others have must not slow anybody down. */
const SIZES = [{ size: 10_000 }, { size: MILLION }, { size: 10_000, communes: 1 }];
/** This month, the last one, and one of long ago, which has everything since then behind it. */
const MONTHS = [['2026-11-01', '2026-11-30'], ['2026-10-01', '2026-10-31'], ['2025-03-01', '2025-03-31']] as const;
const CONTEXT: RequestContext = {
  actor: { kind: 'anonymous' }, now: CROWD_NOW, locale: 'vi', display: { scale: '100', contrast: 'normal' }, requestId: 'b', address: '127.0.0.1', userAgent: '', cookies: {},
};

async function report(crowd: Crowd, time: (run: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const deps = crowdDeps(crowd);
  for (const { code } of crowd.communes) {
    for (const [from, to] of MONTHS) for (const by of ['field', 'procedure'] as const) await time(() => reportView(deps, officerOf(code, 'president'), { from, to, by }, CROWD_NOW));
  }
}

async function openFigure(crowd: Crowd, time: (run: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const deps = crowdDeps(crowd);
  for (const { code } of crowd.communes) {
    for (const [from, to] of MONTHS) for (const figure of ['finished-late', 'received-online'] as const) await time(() => workListView(deps, officerOf(code, 'president'), { list: 'all', figure, from, to }, CONTEXT));
  }
}

await withCrowds(SIZES, async (crowds) => {
  const subjects: readonly (readonly [string, Questions])[] = [['report of a commune and month (wanted ≤ 100 ms)', report], ['the dossiers behind a figure (wanted p95 ≤ 20 ms)', openFigure]];
  const [spread, million, alone] = crowds;
  if (spread === undefined || million === undefined || alone === undefined) throw new Error('a crowd is missing');
  await measureAgainst([spread, million], ROUNDS, subjects);
  const among = communeOfAbout(million, alone.size);
  console.log(`a commune of ${String(among.communes[0]?.dossiers ?? 0)} dossiers among the million, against one of ${String(alone.size)} alone`);
  await measureAgainst([alone, among], ROUNDS, subjects);
});
