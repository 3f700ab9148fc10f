import { readFile } from 'node:fs/promises';

/** Something to choose by weight. */
export type Weighted = readonly [name: string, weight: number];

/** The parts that names are built from, each as frequent as people of that sex are called so. */
export interface NameParts {
  readonly family: readonly Weighted[];
  readonly given: Readonly<Record<'male' | 'female', readonly Weighted[]>>;
  readonly middle: Readonly<Record<'male' | 'female', readonly string[]>>;
}

/** A procedure that the invented people ask for. */
export interface DemoTask {
  readonly code: string;
  readonly weight: number;
  /** The share that is declared online, where the procedure may be. */
  readonly online: number;
  /** The applicant's age in years, from and to. */
  readonly ages?: readonly [number, number];
  /** What stands in the dossier, with placeholders in braces. */
  readonly contents: readonly string[];
}

export interface DemoVillage {
  readonly name: string;
  readonly teamLeader: string;
  readonly phone: string;
}

/** Everything that the demonstration is made of, as it lies in the program's `data/` folder. */
export interface DemoData {
  readonly villages: readonly DemoVillage[];
  readonly tasks: readonly DemoTask[];
  readonly papers: readonly string[];
  readonly shops: readonly string[];
  readonly rejections: readonly string[];
  readonly sentBack: readonly string[];
  readonly appraisals: readonly string[];
  readonly names: NameParts;
  /** First three digits of personal numbers that no province ever had, so that no number can belong to a person. */
  readonly unassignedPrefixes: readonly string[];
}

interface NameTable {
  readonly id?: string;
  readonly gender?: string;
  readonly unweighted?: boolean;
  readonly rows: readonly { readonly name: string | null; readonly percent?: number | null }[];
}

interface NamesFile {
  readonly familyNames: readonly NameTable[];
  readonly givenNames: readonly NameTable[];
  readonly middleNames: readonly NameTable[];
}

const DATA = new URL('../../data/', import.meta.url);

/** Reads the villages, tasks and name parts of the demonstration. */
export async function readDemoData(): Promise<DemoData> {
  const [villages, dossiers, names, cards] = await Promise.all([
    readJson<Pick<DemoData, 'villages'>>('demo/villages.json'),
    readJson<Omit<DemoData, 'villages' | 'tasks' | 'names' | 'unassignedPrefixes'> & { readonly procedures: readonly DemoTask[] }>('demo/dossiers.json'),
    readJson<NamesFile>('names.json'),
    readJson<{ readonly meta: { readonly idNumberStructure: { readonly unassignedPrefixes: readonly string[] } } }>('cccd-qr-samples.json'),
  ]);
  const { papers, shops, rejections, sentBack, appraisals } = dossiers;
  return {
    villages: villages.villages,
    tasks: dossiers.procedures,
    papers,
    shops,
    rejections,
    sentBack,
    appraisals,
    names: namePartsOf(names),
    unassignedPrefixes: cards.meta.idNumberStructure.unassignedPrefixes,
  };
}

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(name, DATA), 'utf8')) as T;
}

function namePartsOf(file: NamesFile): NameParts {
  const given = (sex: string): readonly Weighted[] => weightedRows(file.givenNames, `hoten-DKL01-${sex}`);
  const middle = (sex: string): readonly string[] => {
    const table = file.middleNames.find((one) => one.unweighted === true && one.gender === sex);
    return (table?.rows ?? []).flatMap(({ name }) => name ?? []);
  };
  return {
    family: weightedRows(file.familyNames, 'hoten-SG01-rounded'),
    given: { male: given('male'), female: given('female') },
    middle: { male: middle('male'), female: middle('female') },
  };
}

/** Rows whose name the source lost are left out, and their weight with them. */
function weightedRows(tables: readonly NameTable[], id: string): readonly Weighted[] {
  const table = tables.find((one) => one.id === id);
  if (table === undefined) throw new Error(`names.json has no table ${id}`);
  return table.rows.flatMap(({ name, percent }): readonly Weighted[] => (name === null ? [] : [[name, percent ?? 0]]));
}
