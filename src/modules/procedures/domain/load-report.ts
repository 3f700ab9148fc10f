import { checkPack } from './check-pack.ts';
import { type PackFault, packFault } from './pack-fault.ts';
import { packInForce, validityOverlaps } from './pack-in-force.ts';
import { type HiddenReason, type ProcedurePack } from './procedure-pack.ts';

/** One file of the catalogue as it was read: its name (without folders) and its text. */
export interface PackFile {
  readonly file: string;
  readonly text: string;
}

/** A procedure that is kept in the catalogue but never shown to a citizen. */
export interface HiddenProcedure {
  readonly file: string;
  readonly code: string;
  readonly name: string;
  readonly reason: HiddenReason;
  readonly detail: string;
}

/** A procedure whose time limit must be completed before a dossier can be received. */
export interface UndeterminedProcedure {
  readonly file: string;
  readonly code: string;
  readonly name: string;
  /** The number that the source gives without a unit, if it gives one. */
  readonly value: number | null;
}

/** Several files that describe one thing: the same code and version, or different codes with the same official name. */
export interface DuplicateProcedures {
  readonly kind: 'same-version' | 'same-name';
  readonly name: string;
  readonly codes: readonly string[];
  readonly files: readonly string[];
}

/** What a day's catalogue is made of, and why the rest is not part of it. */
export interface LoadReport {
  /** The day that the packs were chosen for. */
  readonly date: string;
  /** The packs that citizens see on that day, by code. */
  readonly packs: readonly ProcedurePack[];
  /** The packs that apply on that day but that only staff may see, by code. */
  readonly staffPacks: readonly ProcedurePack[];
  /** Every sound version of every procedure, oldest first, so that dossiers find the version that they are pinned to. */
  readonly versions: ReadonlyMap<string, readonly ProcedurePack[]>;
  readonly faults: readonly PackFault[];
  readonly hidden: readonly HiddenProcedure[];
  readonly undetermined: readonly UndeterminedProcedure[];
  readonly duplicates: readonly DuplicateProcedures[];
  /** Sound packs of which no version applies on that day. */
  readonly notInForce: readonly { readonly code: string; readonly name: string; readonly files: readonly string[] }[];
}

interface Loaded {
  readonly file: string;
  readonly pack: ProcedurePack;
}

/**
 * Reads the files of the catalogue and chooses the packs of one day (`YYYY-MM-DD`).
 * A file that is broken or wrong is named with its faults and left out; the others load.
 */
export function loadReport(files: readonly PackFile[], date: string): LoadReport {
  const faults: PackFault[] = [];
  const sound: Loaded[] = [];
  for (const file of [...files].sort((one, other) => compare(one.file, other.file))) {
    const parsed = parseJson(file);
    const checked = parsed.ok ? checkPack(parsed.value, file.file) : { ok: false as const, problem: [parsed.fault] };
    if (checked.ok) sound.push({ file: file.file, pack: checked.value });
    else faults.push(...checked.problem);
  }
  const kept = byCode(sound, faults);
  const duplicates = [...sameVersions(sound), ...sameNames(kept)];
  const versions = new Map<string, readonly ProcedurePack[]>();
  const chosen: Loaded[] = [];
  const notInForce: LoadReport['notInForce'][number][] = [];
  for (const [code, all] of kept) {
    versions.set(code, all.map((one) => one.pack));
    const pack = packInForce(all.map((one) => one.pack), date);
    const found = all.find((one) => one.pack === pack);
    if (found !== undefined) chosen.push(found);
    else notInForce.push({ code, name: all.at(-1)?.pack.name ?? code, files: all.map((one) => one.file) });
  }
  return {
    date,
    packs: chosen.map((one) => one.pack).filter((pack) => pack.audience.kind === 'citizen'),
    staffPacks: chosen.map((one) => one.pack).filter((pack) => pack.audience.kind === 'hidden'),
    versions,
    faults,
    hidden: chosen.flatMap(({ file, pack }) =>
      pack.audience.kind === 'hidden' ? [{ file, code: pack.code, name: pack.name, reason: pack.audience.reason, detail: pack.audience.detail }] : [],
    ),
    undetermined: chosen.flatMap(({ file, pack }) =>
      pack.timeLimit.unit === 'undetermined' ? [{ file, code: pack.code, name: pack.name, value: pack.timeLimit.value }] : [],
    ),
    duplicates,
    notInForce,
  };
}

function parseJson(file: PackFile): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: PackFault } {
  try {
    return { ok: true, value: JSON.parse(file.text) as unknown };
  } catch (error) {
    const detail = error instanceof Error ? error.message.replace(/\s+/gu, ' ').slice(0, 160) : 'JSON';
    return { ok: false, fault: packFault(file.file, '', 'not-json', { detail }) };
  }
}

/** Groups the sound packs by code, oldest first, and leaves out versions that repeat or overlap an older one. */
function byCode(sound: readonly Loaded[], faults: PackFault[]): ReadonlyMap<string, readonly Loaded[]> {
  const kept = new Map<string, Loaded[]>();
  const ordered = [...sound].sort((one, other) => compare(one.pack.code, other.pack.code) || one.pack.version - other.pack.version);
  for (const one of ordered) {
    const all = kept.get(one.pack.code) ?? [];
    const twin = all.find((other) => other.pack.version === one.pack.version);
    const rival = all.find((other) => validityOverlaps(other.pack, one.pack));
    if (twin !== undefined) faults.push(packFault(one.file, 'version', 'same-version-twice', { found: one.pack.code, version: one.pack.version, first: twin.file }));
    else if (rival !== undefined) faults.push(packFault(one.file, 'validFrom', 'validity-overlap', { version: rival.pack.version, first: rival.file }));
    else kept.set(one.pack.code, [...all, one]);
  }
  return kept;
}

function sameVersions(sound: readonly Loaded[]): readonly DuplicateProcedures[] {
  return groups(sound, ({ pack }) => `${pack.code} ${pack.version}`).map((all) => duplicates('same-version', all));
}

function sameNames(kept: ReadonlyMap<string, readonly Loaded[]>): readonly DuplicateProcedures[] {
  const newest = [...kept.values()].flatMap((all) => all.slice(-1));
  return groups(newest, ({ pack }) => pack.name.toLowerCase()).map((all) => duplicates('same-name', all));
}

function duplicates(kind: DuplicateProcedures['kind'], all: readonly Loaded[]): DuplicateProcedures {
  return { kind, name: all[0]?.pack.name ?? '', codes: [...new Set(all.map((one) => one.pack.code))], files: all.map((one) => one.file) };
}

function groups(all: readonly Loaded[], key: (one: Loaded) => string): readonly (readonly Loaded[])[] {
  const found = new Map<string, Loaded[]>();
  for (const one of all) found.set(key(one), [...(found.get(key(one)) ?? []), one]);
  return [...found.values()].filter((group) => group.length > 1);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
