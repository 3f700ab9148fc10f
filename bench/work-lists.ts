// Work lists, search and an opened dossier with 1,000,000 dossiers in 177 communes, against the same with 10,000; through the program's own views.
import { findDossierPage } from '../src/modules/dossiers/store/dossier-page.ts';
import { dossierView } from '../src/modules/dossiers/api/dossier-view.ts';
import { searchView, workListView } from '../src/modules/dossiers/api/work-list-view.ts';
import { WORK_LISTS } from '../src/modules/dossiers/contract/work-lists.ts';
import { type RequestContext } from '../src/platform/http/route.ts';
import { communeOfAbout, type Crowd, CROWD_NOW, crowdDeps, officerOf, withCrowds } from './dossier-crowd.ts';
import { measureAgainst, type Questions } from './measure-against.ts';

const ROUNDS = Number(process.argv[2] ?? 8);
const MILLION = Number(process.argv[3] ?? 1_000_000);
/** Ten thousand in as many communes as the million has, the million, and ten thousand in one commune alone: what others have must not slow anybody down. */
const SIZES = [{ size: 10_000 }, { size: MILLION }, { size: 10_000, communes: 1 }];
const SEARCHES = ['nguyễn', 'tran van an', 'an nguyen', 'le thi huong', '4321', '123456', 'khai sinh linh', 'chung thuc', '20/11', 'h', 'dang ky ket hon quan'];
const CONTEXT: RequestContext = {
  actor: { kind: 'anonymous' }, now: CROWD_NOW, locale: 'vi', display: { scale: '100', contrast: 'normal' }, requestId: 'b', address: '127.0.0.1', userAgent: '', cookies: {},
};

/** Every list for a reception officer and for a specialist of one field, and a second page of the longest. */
async function readLists(crowd: Crowd, time: (run: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const deps = crowdDeps(crowd);
  for (const { code } of crowd.communes) {
    for (const actor of [officerOf(code, 'reception'), officerOf(code, 'specialist', ['Hộ tịch'])]) {
      for (const list of WORK_LISTS) await time(() => workListView(deps, actor, { list }, CONTEXT));
    }
    const first = await workListView(deps, officerOf(code, 'reception'), { list: 'all' }, CONTEXT);
    if (first.next !== null) await time(() => workListView(deps, officerOf(code, 'reception'), { list: 'all', after: first.next ?? '' }, CONTEXT));
  }
}

async function search(crowd: Crowd, time: (run: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const deps = crowdDeps(crowd);
  for (const { code } of crowd.communes) for (const q of SEARCHES) await time(() => searchView(deps, officerOf(code, 'reception'), { list: 'all', q, after: null }, CONTEXT));
}

async function openDossiers(crowd: Crowd, time: (run: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const deps = crowdDeps(crowd);
  for (const { code } of crowd.communes) {
    const ids = await crowd.handle.pool.query<{ id: string }>('select id from dossier tablesample bernoulli (20) where commune_code = $1 limit 20', [code]);
    for (const { id } of ids.rows) {
      await time(async () => {
        const page = await findDossierPage(deps.db, code, id);
        if (page === undefined) throw new Error('a dossier of the crowd is gone');
        return dossierView(deps, page, officerOf(code, 'reception'), CONTEXT);
      });
    }
  }
}

await withCrowds(SIZES, async (crowds) => {
  console.log(crowds.map(({ size, communes }) => `${size.toLocaleString('en-US')}: the largest commune ${String(communes[0]?.dossiers ?? 0)}, the smallest measured ${String(communes.at(-1)?.dossiers ?? 0)}`).join('; '));
  const subjects: readonly (readonly [string, Questions])[] = [['work list with all counts (wanted p95 ≤ 20 ms)', readLists], ['search (wanted p95 ≤ 20 ms)', search], ['open a dossier (wanted p95 ≤ 15 ms)', openDossiers]];
  const [spread, million, alone] = crowds;
  if (spread === undefined || million === undefined || alone === undefined) throw new Error('a crowd is missing');
  await measureAgainst([spread, million], ROUNDS, subjects);
  const among = communeOfAbout(million, alone.size);
  console.log(`a commune of ${String(among.communes[0]?.dossiers ?? 0)} dossiers among the million, against one of ${String(alone.size)} alone`);
  await measureAgainst([alone, among], ROUNDS, subjects);
});
