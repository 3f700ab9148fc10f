import { addDays, type LocalDate, weekdayOf } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type StaffFigures } from '../contract/staff-figures.ts';
import { type CountedPerson, countSignInWeeks, listCountedPeople } from '../store/staff-figures.ts';

const WEEKS = 12;

/** The figures on accounts and sign-ins of a commune, each with the people behind it; weeks begin on Monday. */
export async function staffFigures(db: Database, communeCode: string, today: LocalDate): Promise<StaffFigures> {
  const monday = addDays(today, 1 - weekdayOf(today));
  const [people, weeks] = await Promise.all([
    listCountedPeople(db, communeCode, today),
    countSignInWeeks(db, communeCode, Array.from({ length: WEEKS }, (_, index) => addDays(monday, -7 * index))),
  ]);
  const idsOf = (chosen: (person: CountedPerson) => boolean): string[] => people.filter(chosen).map(({ id }) => id);
  return {
    placed: idsOf(({ placed }) => placed).length,
    withoutAccount: idsOf(({ placed, active }) => placed && !active),
    withoutSecondFactor: idsOf(({ active, powerful, enrolled }) => active && powerful && !enrolled),
    neverSignedIn: idsOf(({ active, signedIn }) => active && !signedIn),
    closed: idsOf(({ active }) => !active),
    withoutPosition: idsOf(({ active, placed }) => active && !placed),
    weeks: [...weeks],
  };
}
