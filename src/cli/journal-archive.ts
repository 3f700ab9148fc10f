import { archiveDueMonths, archiveWords, MONTHS_IN_TABLES, type openArchiveFiles } from '../modules/journal/index.ts';
import { listHeldDossiers } from '../modules/privacy/index.ts';
import { readSetting } from '../modules/settings/index.ts';
import { type Database } from '../platform/db/database.ts';
import { type CommandIo, type ExitCode } from './command.ts';
import { type JournalOptions } from './journal-options.ts';
import { communesOf } from './journal-verify.ts';

/** `xaso journal archive`: seals every month that is older than the setting, as the nightly job does. */
export async function archiveJournal(db: Database, archives: ReturnType<typeof openArchiveFiles>, options: JournalOptions, now: Date, io: CommandIo): Promise<ExitCode> {
  const deps = { db, archives, heldDossiers: (code: string) => listHeldDossiers(db, code), monthsOf: (code: string, at: Date) => readSetting(db, code, MONTHS_IN_TABLES, at) };
  const outcomes = await archiveDueMonths(deps, await communesOf(db, options), now, 'console', new AbortController().signal);
  if (outcomes.length === 0) io.say('Chưa có tháng nào đến lúc niêm phong. / No month is due.');
  for (const outcome of outcomes) {
    const words = archiveWords(outcome);
    io.say(`Xã ${outcome.commune}: ${words.vi} / ${words.en}`);
  }
  io.out(`${JSON.stringify(outcomes.map((outcome) => ({ commune: outcome.commune, outcome: outcome.kind, ...(outcome.kind === 'sealed' ? { month: outcome.month.month, rows: outcome.month.rows, file: outcome.month.file, sha256: outcome.month.sha256 } : 'month' in outcome ? { month: outcome.month } : {}) })))}\n`);
  return outcomes.some(({ kind }) => kind === 'faulty' || kind === 'not-written') ? 1 : 0;
}
