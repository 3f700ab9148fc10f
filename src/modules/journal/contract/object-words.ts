import { type JournalObjectKind, readJournalObject } from '../../../kernel/journal-object.ts';
import { type ActionWords } from './action-words.ts';

/** What kinds of things entries are about, by the first word of the object: `dossier:<id>`, and `staff/<id>` of older programs. */
const OBJECT_WORDS: Readonly<Record<JournalObjectKind, ActionWords>> = {
  'absence': { vi: 'Danh sách vắng mặt', en: 'List of absence' },
  'bank-statement': { vi: 'Sao kê ngân hàng', en: 'Bank statement' },
  'batch': { vi: 'Việc hàng loạt', en: 'Bulk action' },
  'calendar': { vi: 'Lịch làm việc', en: 'Working calendar' },
  'cashier-day': { vi: 'Ca thu', en: 'Day of a cashier' },
  'citizen-session': { vi: 'Phiên của công dân', en: 'Session of a citizen' },
  'commune': { vi: 'Cả xã', en: 'The whole commune' },
  'commune-merge': { vi: 'Việc sáp nhập xã', en: 'Merge of communes' },
  'data-request': { vi: 'Yêu cầu về dữ liệu cá nhân', en: 'Request about personal data' },
  'device': { vi: 'Thiết bị', en: 'Device' },
  'dossier': { vi: 'Hồ sơ', en: 'Dossier' },
  'exchange-import': { vi: 'Tệp nhập', en: 'Imported file' },
  'fee-rate': { vi: 'Mức thu', en: 'Amount of a charge' },
  'fee-receipt': { vi: 'Biên lai', en: 'Fee receipt' },
  'file': { vi: 'Tệp', en: 'File' },
  'installation-administrator': { vi: 'Quản trị toàn hệ thống', en: 'Installation administrator' },
  'job': { vi: 'Việc định kỳ', en: 'Regular job' },
  'journal': { vi: 'Nhật ký', en: 'The journal' },
  'linked-case': { vi: 'Vụ liên thông', en: 'Interlinked case' },
  'message': { vi: 'Tin nội bộ', en: 'Internal message' },
  'number-book': { vi: 'Sổ và số', en: 'Numbered book' },
  'paper': { vi: 'Giấy đã cấp', en: 'Issued paper' },
  'payable': { vi: 'Khoản phải nộp', en: 'Payable' },
  'person': { vi: 'Người trong danh bạ', en: 'Person of the directory' },
  'procedure': { vi: 'Thủ tục', en: 'Procedure' },
  'form': { vi: 'Biểu mẫu tờ khai', en: 'Declaration form' },
  'form-draft': { vi: 'Bản nháp biểu mẫu', en: 'Draft of a form' },
  'procedure-draft': { vi: 'Bản nháp thủ tục', en: 'Draft of a procedure' },
  'receipt-series': { vi: 'Ký hiệu, quyển biên lai', en: 'Series or book of receipts' },
  'remittance': { vi: 'Lần nộp tiền về', en: 'Remittance' },
  'retention': { vi: 'Thời hạn lưu', en: 'Retention' },
  'saved-filter': { vi: 'Bộ lọc đã lưu', en: 'Saved filter' },
  'setting': { vi: 'Cài đặt', en: 'Setting' },
  'staff': { vi: 'Cán bộ', en: 'Member of staff' },
  'staff-list': { vi: 'Danh sách cán bộ', en: 'List of staff' },
  'statement-line': { vi: 'Dòng sao kê', en: 'Line of a bank statement' },
  'unit-change': { vi: 'Thay đổi đơn vị', en: 'Change of units' },
  'upload-bundle': { vi: 'Giấy tờ đang gửi', en: 'Papers that are being sent' },
};

/** The kind of thing that an entry is about, in words of both languages; undefined for one that no entry of this program names. */
export function objectWords(object: string): ActionWords | undefined {
  const kind = readJournalObject(object)?.kind ?? '';
  return Object.hasOwn(OBJECT_WORDS, kind) ? OBJECT_WORDS[kind as JournalObjectKind] : undefined;
}
