import { dateAt } from './kernel/local-time.ts';
import { type CountFigures } from './modules/administration/index.ts';
import { countDaysAhead, countPlannedHours } from './modules/calendar/index.ts';
import { countOpenMessages } from './modules/exchange/index.ts';
import { countReceipts, type FeeReceiptsDeps } from './modules/fee-receipts/index.ts';
import { countPendingRates, countRates } from './modules/fees/index.ts';
import { getCommune, listUnits, listVillages, staffFigures } from './modules/identity/index.ts';
import { countJournal } from './modules/journal/index.ts';
import { countBooks, findBookRecords, listKnownBooks, type NumberBookDeps } from './modules/number-books/index.ts';
import { countOwnSettings } from './modules/settings/index.ts';
import { type Database } from './platform/db/database.ts';
import { countTroubles } from './platform/jobs/count-troubles.ts';

/** The numbered books with what the modules that give their numbers know. */
export function bookDeps(db: Database): NumberBookDeps {
  return { db, listBooks: listKnownBooks, recordsOf: findBookRecords, officeOf: (code) => getCommune(db, code) };
}

/** What every module counts for the way into administration. */
export function administrationFigures(db: Database, receipts: FeeReceiptsDeps, settingKeys: readonly string[]): readonly CountFigures[] {
  return [
    async (code, now) => {
      const people = await staffFigures(db, code, dateAt(now.getTime()));
      return { 'placed': people.placed, 'without-account': people.withoutAccount.length, 'without-second-factor': people.withoutSecondFactor.length, 'never-signed-in': people.neverSignedIn.length, 'without-position': people.withoutPosition.length };
    },
    async (code, now) => ({ 'units': (await listUnits(db, code, dateAt(now.getTime()))).length, 'villages': (await listVillages(db, code, dateAt(now.getTime()))).length }),
    async (code, now) => ({ 'days-ahead': await countDaysAhead(db, code, dateAt(now.getTime())), 'hours-planned': await countPlannedHours(db, code, dateAt(now.getTime())) }),
    async (code, now) => {
      const { open, unexplained, unclosed } = await countBooks(bookDeps(db), code, now);
      return { 'books-open': open, 'numbers-unexplained': unexplained, 'books-unclosed': unclosed };
    },
    async (code, now) => {
      const counted = await countReceipts(receipts, code, now);
      return { 'receipts-given': counted.given, 'receipts-cashless': counted.cashless, 'receipts-asked': counted.asked, 'receipts-refused': counted.refused, 'receipts-owed': counted.owed, 'days-unclosed': counted.unclosed, 'remittances-late': counted.late };
    },
    async (code, now) => ({ 'rates-entered': await countRates(db, code, dateAt(now.getTime())), 'rates-missing': await countPendingRates(db, code) }),
    async (code) => ({ 'settings-own': await countOwnSettings(db, code, settingKeys) }),
    async (code) => {
      const { sealedMonths, faults } = await countJournal(db, code);
      return { 'sealed-months': sealedMonths, 'journal-faults': faults };
    },
    async (code) => {
      const [{ jobs, tasks }, { failed }] = await Promise.all([countTroubles(db, code), countOpenMessages(db, code)]);
      return { 'jobs-failing': jobs, 'tasks-dead': tasks, 'messages-stuck': failed };
    },
  ];
}
