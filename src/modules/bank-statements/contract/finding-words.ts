import { formatDong } from '../../../kernel/money.ts';
import { type FindingCode, type StatementFinding } from '../domain/check-statement.ts';
import { type LineFault, type StatementField } from '../domain/statement-line.ts';

type Sentence = Readonly<Record<'vi' | 'en', string>>;

/** What the columns of a statement are called on the screen. */
export const FIELD_WORDS: Readonly<Record<StatementField, Sentence>> = {
  'date': { vi: 'Ngày', en: 'Day' },
  'number': { vi: 'Số giao dịch', en: 'Bank’s number' },
  'memo': { vi: 'Nội dung', en: 'Memo' },
  'credit': { vi: 'Ghi có (tiền vào)', en: 'Credit (money in)' },
  'debit': { vi: 'Ghi nợ (tiền ra)', en: 'Debit (money out)' },
  'amount': { vi: 'Số tiền (một cột)', en: 'Amount (one column)' },
  'sign': { vi: 'Nợ/Có', en: 'Debit or credit' },
  'balance': { vi: 'Số dư', en: 'Balance' },
  'counterpart': { vi: 'Tên bên kia', en: 'Other side' },
  'counterpart-account': { vi: 'Tài khoản bên kia', en: 'Other account' },
  'account': { vi: 'Tài khoản của xã', en: 'Own account' },
};

const FINDING_WORDS: Readonly<Record<FindingCode, Sentence>> = {
  'no-lines': { vi: 'Không thấy giao dịch nào dưới dòng tiêu đề. Kiểm tra tệp, trang tính và dòng tiêu đề.', en: 'There are no movements below the headings. Check the file, the sheet and the line of headings.' },
  'column-wrong': { vi: 'Cột chọn cho {fields} hầu như không đọc được ({count} dòng). Chọn lại cột này.', en: 'The column chosen for {fields} can hardly be read ({count} lines). Choose another one.' },
  'money-contradicts': { vi: 'Các cột tiền viết dấu phân cách theo hai kiểu trái nhau (1.000 và 1,000). Chọn lại cột, hoặc tải lại tệp từ ngân hàng.', en: 'The columns of money group thousands in two ways (1.000 and 1,000). Choose the columns again, or download the file again.' },
  'columns-swapped': { vi: 'Hai cột {fields} bị đổi chỗ: đổi lại thì số dư khớp, hoặc mã nộp tiền nằm đúng bên tiền vào. Bấm “Đổi lại” rồi xem trước lần nữa.', en: 'The columns {fields} changed places: exchanged, the balances agree, or the references stand with money in. Press “Exchange them” and look again.' },
  'headings-contradict': { vi: 'Tiêu đề cột trong tệp ghi khác với nghĩa đã chọn cho {fields}. Xem lại từng cột; chỉ giữ nếu chắc tệp ghi sai tiêu đề.', en: 'The headings of the file say something else than what was chosen for {fields}. Look at the columns; keep it only when the headings are surely wrong.' },
  'days-swapped': { vi: 'Ngày và tháng bị đổi chỗ ở {count} dòng (ngày không có thật, ngày tương lai, hoặc lộn xộn). Bấm “Đổi lại” rồi xem trước lần nữa.', en: 'Day and month changed places in {count} lines (impossible, future or without order). Press “Exchange them” and look again.' },
  'days-half-converted': { vi: 'Excel đã đảo ngày và tháng ở {count} dòng, các dòng khác thì không. Không sửa được chắc chắn: tải lại tệp gốc từ ngân hàng, không mở bằng Excel trước khi gửi.', en: 'A spreadsheet turned day and month around in {count} lines and not in the others. Download the file again and do not open it before sending.' },
  'two-accounts': { vi: 'Tệp có nhiều tài khoản: {words}. Tải sao kê riêng của tài khoản xã rồi gửi lại.', en: 'The file has several accounts: {words}. Download the statement of the commune’s account alone.' },
  'other-account': { vi: 'Sao kê này của tài khoản {first}, không phải tài khoản nhận tiền của xã. Chọn đúng tệp.', en: 'This is the statement of account {first}, which is not the commune’s. Choose the right file.' },
  'line-faults': { vi: 'Có {count} dòng không đọc được: dòng {lines}. Sao kê phải đọc được trọn vẹn mới nhập; sửa tệp hoặc tải lại.', en: 'There are lines that cannot be read ({count}): {lines}. A statement is taken over whole; mend the file or download it again.' },
  'account-not-stated': { vi: 'Tệp không ghi số tài khoản. Xem kỹ đây đúng là sao kê tài khoản nhận tiền của xã.', en: 'The file does not say whose account it is. Make sure that it is the commune’s.' },
  'balance-breaks': { vi: 'Số dư không chạy tiếp ở {count} chỗ: dòng {lines}. Có thể thiếu dòng, hoặc số tiền đã bị sửa.', en: 'The balance does not run on at {count} places: line {lines}. Lines may be missing or an amount was changed.' },
  'balance-missing': { vi: 'Tệp không có số dư nên không kiểm tra được có thiếu dòng hay không.', en: 'The file has no balances, so that missing lines cannot be found out.' },
  'order-mixed': { vi: 'Ngày trong tệp không theo thứ tự: dòng {lines}.', en: 'The days of the file are not in order: line {lines}.' },
  'lines-doubled': { vi: 'Có {count} dòng lặp lại y hệt dòng khác: dòng {lines}. Mỗi giao dịch chỉ tính một lần.', en: 'There are lines that repeat others exactly ({count}): {lines}. Each movement counts once.' },
  'reversals': { vi: 'Số tiền âm trong cột, tức là bút toán đảo của ngân hàng: dòng {lines}. Xem khoản thu trước đó có phải hủy không.', en: 'Negative amounts in a column, which means that the bank took something back: line {lines}. See whether an earlier payment must be undone.' },
  'no-money-in': { vi: 'Tệp không có khoản tiền vào nào.', en: 'No money came in by this file.' },
};

const FAULT_WORDS: Readonly<Record<LineFault['code'], Sentence>> = {
  'date-missing': { vi: 'Có số tiền nhưng không có ngày.', en: 'There is an amount without a day.' },
  'date-not-readable': { vi: 'Không đọc được ngày “{value}”.', en: 'The day “{value}” cannot be read.' },
  'date-impossible': { vi: 'Ngày “{value}” không có thật.', en: 'The day “{value}” does not exist.' },
  'date-in-future': { vi: 'Ngày “{value}” chưa tới.', en: 'The day “{value}” has not come yet.' },
  'amount-missing': { vi: 'Có ngày nhưng không có số tiền vào hay ra.', en: 'There is a day without an amount.' },
  'amount-not-readable': { vi: 'Không đọc được số tiền “{value}”.', en: 'The amount “{value}” cannot be read.' },
  'amount-fraction': { vi: 'Số tiền “{value}” có lẻ dưới một đồng. Xem lại cột và dấu phân cách.', en: 'The amount “{value}” has a part of a đồng. Look at the column and its separators.' },
  'amount-too-large': { vi: 'Số tiền “{value}” lớn quá mức có thể. Xem lại cột.', en: 'The amount “{value}” is larger than can be. Look at the column.' },
  'both-sides': { vi: 'Vừa có tiền vào vừa có tiền ra: {value}. Một giao dịch chỉ có một bên.', en: 'Money in and money out in one line: {value}. A movement has one side.' },
  'formula': { vi: 'Ô có công thức Excel (“{value}”). Tệp gốc của ngân hàng không có công thức: tải lại tệp.', en: 'A cell has a formula (“{value}”). A bank’s own file has none: download it again.' },
  'cell-error': { vi: 'Ô báo lỗi “{value}”.', en: 'A cell shows the error “{value}”.' },
  'balance-not-readable': { vi: 'Không đọc được số dư “{value}”.', en: 'The balance “{value}” cannot be read.' },
  'sign-not-readable': { vi: 'Không rõ tiền vào hay tiền ra: “{value}”.', en: 'It is not clear whether money came in or went out: “{value}”.' },
  'memo-too-long': { vi: 'Nội dung quá dài: “{value}”. Xem lại cột nội dung.', en: 'The memo is too long: “{value}”. Look at the column.' },
};

function filled(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/gu, (place, name: string) => facts[name] ?? place);
}

/** What was found about a file, in words. */
export function findingWords({ code, fields, lines, count, words }: Pick<StatementFinding, 'code' | 'fields' | 'lines' | 'count' | 'words'>, locale: 'vi' | 'en'): string {
  const shown = lines.map(String).join(', ') + (count > lines.length && lines.length > 0 ? '…' : '');
  return filled(FINDING_WORDS[code][locale], { count: String(count), lines: shown, words: words.join(', '), first: words[0] ?? '', fields: fields.map((field) => `“${FIELD_WORDS[field][locale]}”`).join(locale === 'vi' ? ' và ' : ' and ') });
}

/** What is wrong with one line, in words. */
export function faultWords({ code, value }: Pick<LineFault, 'code' | 'value'>, locale: 'vi' | 'en'): string {
  return filled(FAULT_WORDS[code][locale], { value: value.length > 60 ? `${value.slice(0, 60)}…` : value });
}

/** An amount with its sign, as lists of movements show it. */
export function movedWords(amount: number, direction: 'in' | 'out'): string {
  return `${direction === 'in' ? '+' : '−'}${formatDong(amount)}`;
}
