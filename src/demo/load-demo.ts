import { createHash, randomBytes } from 'node:crypto';
import { dateAt, type DayNumber, dayOfYmd, daysInMonth, type Instant, dayAt, ymdOfDay } from '../kernel/local-time.ts';
import { createUuidSource } from '../kernel/uuid.ts';
import { createCalendars } from '../modules/calendar/index.ts';
import { claimHomeCommune, hashPassword, listCommunes } from '../modules/identity/index.ts';
import { createCatalogue } from '../modules/procedures/index.ts';
import { type Database } from '../platform/db/database.ts';
import { type FileStore } from '../platform/files/file-store.ts';
import { type DemoData, readDemoData } from './demo-data.ts';
import { wasDemoRemoved } from './demo-mark.ts';
import { DEMO_COMMUNE } from './demo-office.ts';
import { keepDemoPictures, readDemoPictures } from './demo-pictures.ts';
import { DEMO_PASSWORD } from './demo-staff.ts';
import { writeDemoMoney } from './money/write-money.ts';
import { attachPictures } from './office/attach-pictures.ts';
import { findDemoProcedures } from './office/demo-procedures.ts';
import { type DossierRows } from './office/dossier-rows.ts';
import { issueDemoPapers } from './office/issue-papers.ts';
import { linkCases } from './office/link-cases.ts';
import { planRejected, planStanding, planUnread } from './office/plan-present.ts';
import { planDay } from './office/plan-workload.ts';
import { type Office, replayOffice } from './office/replay-office.ts';
import { listWorkingDays } from './office/working-moments.ts';
import { makeResidents } from './people/make-residents.ts';
import { createRandom } from './random.ts';
import { writeDemoJournal } from './write-journal.ts';
import { writeOffice } from './write-office.ts';
import { loadLastNumbers, writeDossierRows, writeLinkedRows, writePictureRows } from './write-rows.ts';

/** What a start may say about the demonstration that it loads. */
export interface LoadDemoOptions {
  /**
   * The stored digest of the secret link on a dossier's slip (`links.hash(links.token('dossier', id))`). Left out, the digests are
   * chance and the QR codes of the demonstration's slips open nothing.
   */
  readonly linkHash?: (dossierId: string) => string;
  /** Where uploads lie; left out, the papers of the demonstration have no pictures. */
  readonly files?: FileStore;
  /** The same seed at the same moment makes the same demonstration. */
  readonly seed?: string;
  /** Also when the demonstration was removed before. */
  readonly again?: boolean;
}

const BOOK = { communeCode: DEMO_COMMUNE.code, agencyCode: DEMO_COMMUNE.agencyCode } as const;
const RESIDENTS = 150;
const MONTHS = 3;

/**
 * Loads the demonstration commune with three months of dossiers up to `now`, all or nothing, and answers whether it did: not when any
 * commune is served, and not when the demonstration was removed on purpose. The procedure packs must be loaded before.
 */
export async function loadDemo(ownerDb: Database, now: Date, options: LoadDemoOptions = {}): Promise<boolean> {
  if ((await listCommunes(ownerDb)).length > 0) return false;
  if (options.again !== true && (await wasDemoRemoved(ownerDb))) return false;
  const [data, catalogue, passwordHash] = await Promise.all([readDemoData(), createCatalogue(ownerDb), hashPassword(DEMO_PASSWORD)]);
  const random = createRandom(options.seed ?? 'hoa-loc');
  const days = daysUntil(now.getTime());
  const proceduresOn = await findDemoProcedures(catalogue, data.tasks, days);
  const pictures = options.files === undefined ? [] : await readDemoPictures();
  if (options.files !== undefined) await keepDemoPictures(options.files, pictures);
  const newId = createUuidSource({ now: () => now.getTime(), randomBytes: random.fork('office').bytes });

  return ownerDb.transaction().execute(async (tx) => {
    // The setting's key lets one of two simultaneous starts wait for the other and then find it done.
    if (!(await claimHomeCommune(tx, DEMO_COMMUNE.code, now))) return false;
    const { staff, units, villages } = await writeOffice(tx, { villages: data.villages, passwordHash, newId, now });
    const residents = makeResidents(data, RESIDENTS, dateAt(now.getTime()), random.fork('people')).map((resident) => {
      const village = villages.find(({ name }) => name === resident.villageName);
      if (village === undefined) throw new Error(`the demonstration has no village ${resident.villageName}`);
      return { ...resident, villageId: village.id };
    });
    const calendar = await createCalendars(tx).getCalendar(DEMO_COMMUNE.code);
    const rows = tellStories(
      {
        calendar,
        tasks: data.tasks,
        proceduresOn,
        now: now.getTime(),
        random: random.fork('dossiers'),
        data,
        residents,
        staff,
        linkHash: options.linkHash ?? chanceHash,
        lastNumbers: await loadLastNumbers(tx, BOOK),
      },
      days,
    );
    const linked = linkCases({ calendar, now: now.getTime(), random: random.fork('linked'), data, staffNames: new Map([...staff.values()].map(({ staffId, fullName }) => [staffId, fullName])) }, rows.stories);
    await writeDossierRows(tx, rows, BOOK);
    await writeLinkedRows(tx, linked);
    await writePictureRows(tx, BOOK.communeCode, pictures, attachPictures(rows.stories, pictures, random.fork('pictures')), now);
    await issueDemoPapers(tx, { calendar, staff, units, random: random.fork('papers'), now: now.getTime() }, rows.stories);
    await writeDemoMoney(tx, { catalogue, calendar, staff, newId, random: random.fork('money'), now }, rows.stories);
    await writeDemoJournal(tx, DEMO_COMMUNE.code, 'demo.loaded', countRows(rows, staff.size, data), now);
    return true;
  });
}

/** Every day of the months up to a moment. */
function daysUntil(now: Instant): readonly DayNumber[] {
  const today = dayAt(now);
  const { day, month, year } = ymdOfDay(today);
  const first = month > MONTHS ? { year, month: month - MONTHS } : { year: year - 1, month: month - MONTHS + 12 };
  const from = dayOfYmd(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)));
  return Array.from({ length: today - from + 1 }, (_, place) => from + place);
}

function tellStories(office: Office, days: readonly DayNumber[]): DossierRows {
  const from = days[0] ?? 0;
  const working = listWorkingDays(office.calendar, from, days.at(-1) ?? 0);
  const standing = planStanding(office);
  const planned = (day: DayNumber): number => standing.filter(({ receivedAt }) => dayAt(receivedAt) === day).length;
  const others = working.flatMap((day, place) => planDay(office, day, working[place - 1] ?? day - 1, planned(day)));
  return replayOffice(office, [...others, ...standing], [...planRejected(office, working), ...planUnread(office)]);
}

function countRows({ persons, stories }: DossierRows, staff: number, { villages }: DemoData): Readonly<Record<string, number>> {
  return { dossiers: stories.length, residents: persons.length, staff, villages: villages.length };
}

function chanceHash(): string {
  return createHash('sha256').update(randomBytes(32)).digest('hex');
}
