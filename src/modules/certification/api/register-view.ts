import { plainDateWords } from '../../../kernel/date-words.ts';
import { addDays, dateAt, dayOf, daysBetween, instantOn, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type RegisterQuery, type RegisterResponse } from '../contract/certification-schemas.ts';
import { loadCertificationRules } from '../papers/load-certification-rules.ts';
import { listRegister } from '../store/register.ts';
import { certificationNumberWords } from '../domain/certification-number.ts';

/** Longest period that is shown at once, in days. */
const LONGEST = 366;
/** So many lines of a book in one answer or one paper. */
const MOST_ROWS = 2000;

/** A book for a period, with its totals. Refuses a book that there is none of and a period that is turned round or longer than a year. */
export async function registerView(db: Database, communeCode: string, { book, from, to }: RegisterQuery): Promise<Result<RegisterResponse>> {
  const { books } = loadCertificationRules();
  const known = books.find(({ symbol }) => symbol === book);
  if (known === undefined) return refuse('certification.book-unknown', {}, 'book');
  if (!parseLocalDate(from).ok || !parseLocalDate(to).ok || from > to || daysBetween(from, to) > LONGEST) return refuse('certification.period-wrong', {}, 'from');
  const midnight = (date: string) => new Date(instantOn(dayOf(date), 0));
  const found = await listRegister(db, communeCode, book, midnight(from), midnight(addDays(to, 1)), MOST_ROWS + 1);
  const rows = found.slice(0, MOST_ROWS);
  return ok({
    title: known.title,
    books: [...new Map(books.map(({ symbol, title }) => [symbol, { symbol, title }])).values()],
    rows: rows.map((row) => ({
      dossierId: row.dossierId,
      number: certificationNumberWords({ ...row, book }),
      date: plainDateWords(dateAt(row.signedAt.getTime()), 'vi'),
      requester: row.requester,
      identityPaper: row.identityPaper,
      document: row.document,
      signer: [row.signerName, row.signerTitle].filter((part) => part !== '').join(', '),
      copies: row.copies,
      fee: row.fee,
    })),
    copies: rows.reduce((sum, { copies }) => sum + copies, 0),
    fee: rows.reduce((sum, { fee }) => sum + fee, 0),
    complete: found.length <= MOST_ROWS,
  });
}
