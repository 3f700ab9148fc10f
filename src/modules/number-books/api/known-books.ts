import { findCertificationNumbers, listCertificationBooks } from '../../certification/index.ts';
import { findPaperNumbers, PAPER_KINDS, type PaperKind } from '../../official-papers/index.ts';
import { findRequestNumbers } from '../../privacy/index.ts';
import { type BookRecords, type KnownBook, type NumberBookDeps } from './deps.ts';

/** The papers of TT 03/2025/TT-VPCP and the slips of the office, as their books are called. */
const PAPER_BOOKS: Readonly<Record<PaperKind, { readonly vi: string; readonly en: string }>> = {
  'receipt': { vi: 'Sổ cấp Giấy tiếp nhận hồ sơ và hẹn trả kết quả', en: 'Receipts with a due date' },
  'supplement': { vi: 'Sổ cấp Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', en: 'Requests for supplements' },
  'refusal': { vi: 'Sổ cấp Phiếu từ chối tiếp nhận giải quyết hồ sơ', en: 'Refusals to receive' },
  'apology': { vi: 'Sổ cấp Phiếu xin lỗi và hẹn lại ngày trả kết quả', en: 'Apologies with a new date' },
  'stop': { vi: 'Sổ cấp Thông báo dừng giải quyết hồ sơ', en: 'Notices of stopped dossiers' },
  'control-sheet': { vi: 'Sổ cấp Phiếu kiểm soát quá trình giải quyết', en: 'Control sheets' },
  'register-book': { vi: 'Sổ theo dõi hồ sơ (bản in)', en: 'Printed registers of dossiers' },
  'hand-over-slip': { vi: 'Sổ cấp Phiếu bàn giao', en: 'Hand-over slips' },
  'result-receipt': { vi: 'Sổ cấp Giấy biên nhận trả kết quả', en: 'Receipts of results' },
  'envelope-label': { vi: 'Sổ cấp Nhãn phong bì', en: 'Envelope labels' },
};

const CERTIFICATION = 'certification:';
const PAPER = 'paper:';
const REQUESTS = 'data-request';

/** The books that the program gives numbers in, of a year: certifications by the law of that year, papers, requests about data. */
export const listKnownBooks: NumberBookDeps['listBooks'] = (year): readonly KnownBook[] => [
  ...listCertificationBooks(year).map(({ symbol, title }) => ({ book: `${CERTIFICATION}${symbol}`, group: 'certification', title: { vi: title, en: `Book of certifications ${symbol}` }, symbol })),
  ...PAPER_KINDS.map((kind) => ({ book: `${PAPER}${kind}`, group: 'paper', title: PAPER_BOOKS[kind], symbol: '' })),
  { book: REQUESTS, group: 'data-request', title: { vi: 'Sổ yêu cầu về dữ liệu cá nhân', en: 'Requests about personal data' }, symbol: 'DL' },
];

/** What stands under the numbers of one of these books. */
export const findBookRecords: NumberBookDeps['recordsOf'] = async (db, communeCode, book, year, last): Promise<BookRecords> => {
  if (book.startsWith(CERTIFICATION)) return { voided: [], ...(await findCertificationNumbers(db, communeCode, book.slice(CERTIFICATION.length), year, last)) };
  const kind = PAPER_KINDS.find((one) => book === `${PAPER}${one}`);
  if (kind !== undefined) return findPaperNumbers(db, communeCode, kind, year, last);
  return { voided: [], ...(await findRequestNumbers(db, communeCode, year, last)) };
};
