import { addDays, type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { loadReport, type LoadReport, type PackFile } from '../domain/load-report.ts';
import { type PackFault, packFault } from '../domain/pack-fault.ts';
import { isOfficeVersion, validityOverlaps } from '../domain/pack-in-force.ts';
import { type ProcedurePack } from '../domain/procedure-pack.ts';
import { type CatalogueFolder } from './catalogue-folder.ts';
import { fileHash, samePack } from './pack-hash.ts';
import { type FreshVersion, listStoredPacks, type LoadedVersion, type VersionChange } from './procedure-versions.ts';
import { readSearchWords } from './read-search-words.ts';

/** A catalogue folder beside what the database holds: what is sound, what is new, and what must not be loaded. */
export interface CatalogueReading {
  readonly files: number;
  /** The report of the folder; its faults include those that only the database knows, and those of the search words. */
  readonly report: LoadReport;
  /** Versions that the database does not have yet. */
  readonly fresh: readonly FreshVersion[];
  readonly changes: readonly VersionChange[];
}

/** Whether every file is as it was when it was loaded: then there is nothing to check and nothing to do. */
export function isAsLoaded(folder: CatalogueFolder, loaded: readonly LoadedVersion[]): boolean {
  const hashes = new Set(loaded.map((one) => one.hash));
  return folder.packs.every((file) => hashes.has(fileHash(file)));
}

/**
 * Compares a folder with the loaded versions for one day. A version whose content changed without a new version number is refused and
 * named, because dossiers are pinned to it.
 */
export async function readCatalogue(db: Database, folder: CatalogueFolder, loaded: readonly LoadedVersion[], day: LocalDate): Promise<CatalogueReading> {
  const report = loadReport(folder.packs, day);
  const known = new Map(loaded.map((one) => [keyOf(one), one]));
  const filed = [...report.versions.values()].flat().map((pack) => {
    const file = fileOf(pack, folder);
    return { pack, file: file.file, hash: fileHash(file), before: known.get(keyOf(pack)) };
  });
  const altered = filed.filter(({ hash, before }) => before !== undefined && before.hash !== hash);
  const stored = new Map((await listStoredPacks(db, altered.map(({ pack }) => pack.code))).map((one) => [keyOf(one), one.pack]));
  const refused = altered.filter(({ pack }) => !samePack(pack, stored.get(keyOf(pack))));
  const followed = altered.filter((one) => !refused.includes(one));

  const kept = new Set(filed.filter((one) => one.before !== undefined && !refused.includes(one)).map(({ pack }) => keyOf(pack)));
  // What the office published has no file, and is not ended by one.
  const withoutFile = loaded.filter((one) => !kept.has(keyOf(one)) && !isOfficeVersion(one.version));
  const settled = settleFresh(filed.filter(({ before }) => before === undefined), withoutFile);
  return {
    files: folder.packs.length,
    report: {
      ...report,
      faults: [
        ...report.faults,
        ...refused.map(({ pack, file }) => packFault(file, 'version', 'changed-without-new-version', { found: pack.code, version: pack.version })),
        ...settled.faults,
        ...readSearchWords(folder.searchWords, new Set(report.packs.map((pack) => pack.code))).faults,
      ],
    },
    fresh: settled.fresh,
    changes: [...followed.map(({ pack, hash }) => ({ code: pack.code, version: pack.version, validTo: pack.validTo, hash })), ...settled.ends],
  };
}

function keyOf(one: { readonly code: string; readonly version: number }): string {
  return `${one.code} ${one.version}`;
}

/** The file of a sound pack: its name was checked to be one of two. */
function fileOf(pack: ProcedurePack, folder: CatalogueFolder): PackFile {
  const names = [`${pack.code}.v${pack.version}.json`, `${pack.code}.json`];
  const file = names.map((name) => folder.packs.find((one) => one.file === name)).find((one) => one !== undefined);
  if (file === undefined) throw new Error(`no file for the pack ${keyOf(pack)}`);
  return file;
}

/**
 * A loaded version whose file is gone or was refused ends on the day before its successor begins, so that two versions never share
 * a day; a successor that would begin no later than it is refused.
 */
function settleFresh(
  fresh: readonly (FreshVersion & { readonly file: string })[],
  withoutFile: readonly LoadedVersion[],
): { readonly fresh: readonly FreshVersion[]; readonly ends: readonly VersionChange[]; readonly faults: readonly PackFault[] } {
  const faults: PackFault[] = [];
  const ends: VersionChange[] = [];
  const sound = fresh.filter(({ pack, file }) => {
    const rivals = withoutFile.filter((one) => one.code === pack.code && validityOverlaps(one, pack));
    const later = rivals.find((one) => one.validFrom >= pack.validFrom);
    if (later !== undefined) {
      faults.push(packFault(file, 'validFrom', 'validity-overlap', { version: later.version, first: `${later.code}.v${later.version}.json` }));
      return false;
    }
    for (const { code, version, hash } of rivals) ends.push({ code, version, hash, validTo: addDays(pack.validFrom, -1) });
    return true;
  });
  return { fresh: sound, ends, faults };
}
