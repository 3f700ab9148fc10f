import { addDays, dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { type StaffActor } from '../../../kernel/actor.ts';
import { type Database } from '../../../platform/db/database.ts';
import { addMessages } from '../../../platform/jobs/add-messages.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { readSetting } from '../../settings/index.ts';
import { weekTo } from '../domain/assisted.ts';
import { findUnusual } from '../domain/find-unusual.ts';
import { MOST_A_DAY, MOST_A_WEEK } from '../settings.ts';
import { listHelperDays } from '../store/figures.ts';
import { insertNote, listNotes } from '../store/notes.ts';

/** What the job is given by the composition root. */
export interface UnusualDeps {
  readonly db: Database;
  readonly newId: () => string;
  readonly communes: readonly string[];
  readonly leadersOf: (communeCode: string) => Promise<readonly StaffActor[]>;
}

/** Days that are over are looked at again for a week: an office's machine may have been off. */
const LOOKED_BACK = 7;

/** Tells the leaders of every helper who filed unusually many on a day that is over, once for each helper and day. Answers how many notes were made. To be run daily. */
export async function tellUnusualHelpers(deps: UnusualDeps, now: Date, signal: AbortSignal): Promise<number> {
  let told = 0;
  const today = dateAt(now.getTime());
  const looked = Array.from({ length: LOOKED_BACK }, (_, index) => addDays(today, index - LOOKED_BACK));
  for (const communeCode of deps.communes) {
    if (signal.aborted) break;
    told += await tellCommune(deps, communeCode, looked, now);
  }
  return told;
}

async function tellCommune({ db, newId, leadersOf }: UnusualDeps, communeCode: string, looked: readonly LocalDate[], now: Date): Promise<number> {
  const [first = '', last = ''] = [looked[0], looked.at(-1)];
  const days = await listHelperDays(db, communeCode, { from: weekTo(first).from, to: last });
  if (days.length === 0) return 0;
  const limits = { day: await readSetting(db, communeCode, MOST_A_DAY, now), week: await readSetting(db, communeCode, MOST_A_WEEK, now) };
  const unusual = findUnusual(days.map(({ key, day, filings }) => ({ key, day: day, filings })), looked, limits, await listNotes(db, communeCode, weekTo(first).from));
  const to = unusual.length === 0 ? [] : (await leadersOf(communeCode)).map(({ staffId }) => staffId);
  let told = 0;
  for (const one of unusual) {
    const helper = days.find(({ key }) => key === one.key);
    if (helper === undefined) continue;
    told += await db.transaction().execute(async (tx) => {
      // Another run was here first: it has told it.
      if (!(await insertNote(tx, { commune_code: communeCode, helper_key: one.key, day: one.day, span: one.span, filings: one.filings, told_at: now }))) return 0;
      const notice: StaffNotice = {
        kind: one.span === 'day' ? 'helper-unusual-day' : 'helper-unusual-week', key: `helper-unusual ${helper.id} ${one.day}`, to, dossierId: null,
        facts: { name: helper.name, count: String(one.filings), until: one.day, helperId: helper.id },
      };
      await addMessages(tx, communeCode, [{ id: newId(), topic: STAFF_NOTICE, payload: { ...notice } }], now);
      return 1;
    });
  }
  return told;
}
