import { plainDateWords } from '../../../kernel/date-words.ts';
import { maskNumbersIn } from '../../../kernel/mask-numbers.ts';
import { addDays, dateAt, dayOf, daysBetween, instantOn, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { signatureTitleInLine } from '../../../kernel/signature-title.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type DossiersDeps } from '../../dossiers/index.ts';
import { type RegisterPeriod, type RegisterQuery, type RegisterResponse } from '../contract/certification-schemas.ts';
import { type Book } from '../domain/certification-rules.ts';
import { certificationNumberWords } from '../domain/certification-number.ts';
import { loadCertificationRules } from '../papers/load-certification-rules.ts';
import { listRegister, type RegisterFilter, type RegisterPlace, type RegisterRow, sumRegister } from '../store/register.ts';

/** Longest period that is shown at once, in days. */
const LONGEST = 366;
/** So many lines of a book in one answer. */
const PART = 100;
/** So many lines of a book on one paper or sheet: a month of the busiest commune. */
const MOST_ON_PAPER = 8000;

interface KnownBook {
  readonly book: Book;
  readonly filter: RegisterFilter;
}

/** Refuses a book that there is none of and a period that is turned round or longer than a year. */
function readPeriod(communeCode: string, { book, from, to }: RegisterPeriod, q: string): Result<KnownBook> {
  const known = loadCertificationRules().books.find(({ symbol }) => symbol === book);
  if (known === undefined) return refuse('certification.book-unknown', {}, 'book');
  if (!parseLocalDate(from).ok || !parseLocalDate(to).ok || from > to || daysBetween(from, to) > LONGEST) return refuse('certification.period-wrong', {}, 'from');
  const midnight = (date: string) => new Date(instantOn(dayOf(date), 0));
  const folded = foldForSearch(q);
  const number = /^\d{1,7}$/.test(folded) ? Number(folded) : null;
  const words = number !== null || folded === '' ? [] : folded.split(' ');
  return ok({ book: known, filter: { communeCode, book, from: midnight(from), to: midnight(addDays(to, 1)), number, words } });
}

/** What a book is read with: its lines, and the receipts that the program gave. */
type RegisterDeps = Pick<DossiersDeps, 'db' | 'feeReceipts'>;

function receiptsOf(feeReceipts: RegisterDeps['feeReceipts'], communeCode: string, rows: readonly RegisterRow[]): Promise<ReadonlyMap<string, string>> {
  return feeReceipts.numbersOf(communeCode, [...new Set(rows.filter(({ feeReceipt }) => feeReceipt === null).map(({ dossierId }) => dossierId))]);
}

/** A line of a book. The book itself carries the number of the identity paper (form of TT 01/2020/TT-BTP); the screen does not. */
function rowView(row: RegisterRow, book: Book, receipts: ReadonlyMap<string, string>, where: 'screen' | 'paper'): RegisterResponse['rows'][number] {
  const identityPaper = book.listsIdentityPaper ? row.identityPaper : null;
  return {
    dossierId: row.dossierId,
    number: certificationNumberWords({ ...row, book: book.symbol }),
    date: plainDateWords(dateAt(row.signedAt.getTime()), 'vi'),
    requester: row.requester,
    identityPaper: identityPaper === null || where === 'paper' ? identityPaper : maskNumbersIn(identityPaper),
    document: row.document,
    signer: [row.signerName, signatureTitleInLine(row.signerTitle)].filter((part) => part !== '').join(', '),
    copies: row.copies,
    fee: row.fee,
    feeReceipt: row.feeReceipt ?? receipts.get(row.dossierId) ?? null,
  };
}

function placeOf(after: string | null): RegisterPlace | null {
  const found = /^(\d{4})\.(\d{1,9})(?:\.(\d{5}))?$/.exec(after ?? '');
  return found === null ? null : { year: Number(found[1]), number: Number(found[2]), former: found[3] ?? '' };
}

/** A part of a book, the newest number first, with the totals of all that was asked for. Refuses what {@link readPeriod} refuses. */
export async function registerView({ db, feeReceipts }: RegisterDeps, communeCode: string, query: RegisterQuery): Promise<Result<RegisterResponse>> {
  const known = readPeriod(communeCode, query, query.q);
  if (!known.ok) return known;
  const { book, filter } = known.value;
  const [found, sums] = await Promise.all([listRegister(db, filter, 'desc', placeOf(query.after), PART + 1), sumRegister(db, filter)]);
  const rows = found.slice(0, PART);
  const receipts = await receiptsOf(feeReceipts, communeCode, rows);
  const last = found.length > PART ? rows.at(-1) : undefined;
  const { books } = loadCertificationRules();
  return ok({
    title: book.title,
    books: [...new Map(books.map(({ symbol, title }) => [symbol, { symbol, title }])).values()],
    rows: rows.map((row) => rowView(row, book, receipts, 'screen')),
    ...sums,
    next: last === undefined ? null : [last.year, last.number, ...(last.formerCode === null ? [] : [last.formerCode])].join('.'),
  });
}

/** A book of a period as it is printed: every line in the order of its numbers. */
export type WholeRegister = Pick<RegisterResponse, 'title' | 'rows' | 'copies' | 'fee'>;

/** A whole book for a period. Refuses what {@link readPeriod} refuses, and more lines than a paper holds: a book that ends early would be a wrong one. */
export async function wholeRegister({ db, feeReceipts }: RegisterDeps, communeCode: string, period: RegisterPeriod): Promise<Result<WholeRegister>> {
  const known = readPeriod(communeCode, period, '');
  if (!known.ok) return known;
  const { book, filter } = known.value;
  const sums = await sumRegister(db, filter);
  if (sums.count > MOST_ON_PAPER) return refuse('certification.register-too-long', { count: sums.count, most: MOST_ON_PAPER }, 'from');
  const rows = await listRegister(db, filter, 'asc', null, MOST_ON_PAPER);
  const receipts = await receiptsOf(feeReceipts, communeCode, rows);
  return ok({ title: book.title, rows: rows.map((row) => rowView(row, book, receipts, 'paper')), copies: sums.copies, fee: sums.fee });
}
