import { dateAt, type Instant, type LocalDate } from '../../../kernel/local-time.ts';
import { inCommune, inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { type Database } from '../../../platform/db/database.ts';
import { keepReferenceCopy } from '../../../platform/db/reference-data.ts';
import { checkPack } from '../domain/check-pack.ts';
import { effectiveProcedure, isForCitizens, type Procedure, type TimeLimitCompletion } from '../domain/effective-procedure.ts';
import { packInForce } from '../domain/pack-in-force.ts';
import { buildProcedureIndex, type ProcedureIndex } from '../domain/procedure-index.ts';
import { type ProcedurePack } from '../domain/procedure-pack.ts';
import { type ProcedureToReceive, toReceive } from '../domain/procedure-to-receive.ts';
import { searchProcedures } from '../domain/search-procedures.ts';
import { type SearchWords } from '../domain/search-words.ts';
import { suggestProcedures } from '../domain/suggest-procedures.ts';
import { OWN_CATALOGUE, readCatalogueFolder, readSearchWordsFile } from './catalogue-folder.ts';
import { listCompletions } from './completions.ts';
import { listLoadedVersions, listStoredPacks, listWithdrawn } from './procedure-versions.ts';
import { type CatalogueReading, readCatalogue } from './read-catalogue.ts';
import { readSearchWords } from './read-search-words.ts';

/**
 * The procedures of this installation, in memory. Days are local dates (`YYYY-MM-DD`). What is hidden from citizens comes only out of
 * the functions that say so.
 */
export interface Catalogue {
  /** Every procedure that citizens see on a day, by code. */
  readonly inForce: (communeCode: string, day: LocalDate) => readonly Procedure[];
  /** Every procedure in force on a day, hidden ones too: for staff. */
  readonly allForStaff: (communeCode: string, day: LocalDate) => readonly Procedure[];
  /** One of them; undefined for an unknown, hidden or expired code. */
  readonly find: (communeCode: string, code: string, day: LocalDate) => Procedure | undefined;
  /** The same for staff: hidden procedures too. */
  readonly findForStaff: (communeCode: string, code: string, day: LocalDate) => Procedure | undefined;
  /** Exactly the version that a dossier is pinned to, in force or not. */
  readonly findVersion: (communeCode: string, code: string, version: number) => Procedure | undefined;
  /** The procedures that answer a question in everyday words, best first. */
  readonly search: (communeCode: string, query: string, day: LocalDate, limit?: number) => readonly Procedure[];
  /** What the first keystrokes at the counter may mean, best first. */
  readonly suggest: (communeCode: string, prefix: string, day: LocalDate, limit?: number) => readonly Procedure[];
  /** What reception needs to know; undefined for an unknown, hidden or expired procedure. */
  readonly dossierProcedure: (communeCode: string, code: string, at: Instant) => Promise<ProcedureToReceive | undefined>;
  /** The first and last day on which any version of a procedure for citizens holds; `to` null: no end is known. Undefined for an unknown or hidden code. */
  readonly span: (code: string) => { readonly from: LocalDate; readonly to: LocalDate | null } | undefined;
  /** Reads the folder of packs again and says what is wrong or missing there. Takes a tenth of a second. */
  readonly report: (day: LocalDate) => Promise<CatalogueReading>;
  /** Changes whenever a procedure of the commune may look different; for page caches. */
  readonly stamp: (communeCode: string) => string;
  /** To be called after a completion of the commune was committed. */
  readonly completionsChanged: (communeCode: string) => Promise<void>;
  /** To be called after versions were loaded, published or taken back, and when another process did: reads again if anything changed. Answers whether it did. */
  readonly refresh: () => Promise<boolean>;
}

type Completions = ReadonlyMap<string, TimeLimitCompletion>;

interface DayCatalogue {
  readonly day: LocalDate;
  readonly packs: ReadonlyMap<string, ProcedurePack>;
  readonly visible: readonly ProcedurePack[];
  index: ProcedureIndex | undefined;
}

interface Loaded {
  readonly versions: ReadonlyMap<string, readonly ProcedurePack[]>;
  /** Versions that were taken back, as `code version`: dossiers find them, nobody else. */
  readonly withdrawn: ReadonlySet<string>;
  readonly searchWords: SearchWords;
  /** The days that were asked about lately. */
  days: readonly DayCatalogue[];
}

/** Today, and yesterday for requests that began before midnight. */
const DAYS_KEPT = 2;

/** Reads the loaded versions and the communes' completions into memory. `folder` holds the packs and the everyday language of the search. */
export async function createCatalogue(db: Database, folder: string = OWN_CATALOGUE): Promise<Catalogue> {
  let generation = 0;
  let completions = new Map<string, Completions>();
  const copy = await keepReferenceCopy(db, 'procedures', async (): Promise<Loaded> => {
    const read = await load(db, folder);
    await readCompletions();
    return read;
  });

  async function readCompletions(communeCode?: string): Promise<void> {
    const rows = await inWholeInstallation(() => listCompletions(db, communeCode === undefined ? {} : { communeCode }));
    const read = new Map(communeCode === undefined ? [] : completions);
    if (communeCode !== undefined) read.delete(communeCode);
    for (const row of rows) {
      read.set(row.communeCode, new Map(read.get(row.communeCode)).set(row.procedureCode, row));
    }
    completions = read;
    generation += 1;
  }

  function onDay(day: LocalDate): DayCatalogue {
    const loaded = copy.current();
    const { days } = loaded;
    const known = days.find((one) => one.day === day);
    if (known !== undefined) return known;
    const packs = new Map<string, ProcedurePack>();
    for (const [code, versions] of loaded.versions) {
      const pack = packInForce(versions.filter(({ version }) => !loaded.withdrawn.has(`${code} ${String(version)}`)), day);
      if (pack !== undefined) packs.set(code, pack);
    }
    const visible = [...packs.values()].filter((pack) => pack.audience.kind === 'citizen');
    // Midnight seldom changes the catalogue: the index of the day before goes on being used.
    const twin = days.find((one) => one.visible.length === visible.length && one.visible.every((pack, place) => pack === visible[place]));
    const made: DayCatalogue = { day, packs, visible, index: twin?.index };
    loaded.days = [made, ...days].slice(0, DAYS_KEPT);
    return made;
  }

  function indexOn(day: LocalDate): ProcedureIndex {
    const catalogue = onDay(day);
    catalogue.index ??= buildProcedureIndex(catalogue.visible, copy.current().searchWords);
    return catalogue.index;
  }

  const effective = (communeCode: string, pack: ProcedurePack): Procedure => effectiveProcedure(pack, completions.get(communeCode)?.get(pack.code));

  function findForStaff(communeCode: string, code: string, day: LocalDate): Procedure | undefined {
    const pack = onDay(day).packs.get(code);
    return pack === undefined ? undefined : effective(communeCode, pack);
  }

  function find(communeCode: string, code: string, day: LocalDate): Procedure | undefined {
    const found = findForStaff(communeCode, code, day);
    return found !== undefined && isForCitizens(found) ? found : undefined;
  }

  function found(communeCode: string, day: LocalDate, hits: readonly { readonly code: string }[]): readonly Procedure[] {
    return hits.flatMap((hit) => find(communeCode, hit.code, day) ?? []);
  }

  return {
    inForce: (communeCode, day) => onDay(day).visible.map((pack) => effective(communeCode, pack)),
    allForStaff: (communeCode, day) => [...onDay(day).packs.values()].map((pack) => effective(communeCode, pack)),
    find,
    findForStaff,
    findVersion: (communeCode, code, version) => {
      const pack = copy.current().versions.get(code)?.find((one) => one.version === version);
      return pack === undefined ? undefined : effective(communeCode, pack);
    },
    search: (communeCode, query, day, limit) => found(communeCode, day, searchProcedures(indexOn(day), query, limit)),
    suggest: (communeCode, prefix, day, limit) => found(communeCode, day, suggestProcedures(indexOn(day), prefix, limit)),
    dossierProcedure: async (communeCode, code, at) => {
      const day = dateAt(at);
      const known = find(communeCode, code, day);
      if (known === undefined || known.timeLimit !== null) return known && toReceive(known);
      // Another process of the same office may have completed it a moment ago: reception must not be refused for that.
      const rows = await inCommune(communeCode, () => listCompletions(db, { communeCode, procedureCode: code }));
      if (rows.length > 0) await readCompletions(communeCode);
      return toReceive(find(communeCode, code, day) ?? known);
    },
    span: (code) => {
      const loaded = copy.current();
      const versions = (loaded.versions.get(code) ?? []).filter((pack) => pack.audience.kind === 'citizen' && !loaded.withdrawn.has(`${code} ${String(pack.version)}`));
      const [first] = versions.map(({ validFrom }) => validFrom).sort();
      if (first === undefined) return undefined;
      const ends = versions.map(({ validTo }) => validTo);
      return { from: first, to: ends.includes(null) ? null : (ends.sort().at(-1) ?? null) };
    },
    report: async (day) => readCatalogue(db, readCatalogueFolder(folder), await listLoadedVersions(db), day),
    stamp: () => String(generation),
    completionsChanged: readCompletions,
    refresh: async () => {
      const read = await copy.catchUp();
      // Only now is the new reading in use: a page made under this stamp shows it.
      if (read) generation += 1;
      return read;
    },
  };
}

async function load(db: Database, folder: string): Promise<Loaded> {
  const versions = new Map<string, ProcedurePack[]>();
  for (const row of await listStoredPacks(db)) {
    // The format may have grown since an old version was stored: what no longer reads is left out instead of misread.
    const checked = checkPack(row.pack, `${row.code}.json`);
    if (!checked.ok) continue;
    const kept = versions.get(row.code);
    if (kept === undefined) versions.set(row.code, [checked.value]);
    else kept.push(checked.value);
  }
  const { words } = readSearchWords(readSearchWordsFile(folder), new Set(versions.keys()));
  return { versions, withdrawn: await listWithdrawn(db), searchWords: words, days: [] };
}
