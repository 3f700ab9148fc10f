import { type DossierAction } from '../../dossiers/index.ts';

type Words = Readonly<Record<'vi' | 'en', string>>;

/** What is done to a dossier, as a page for administrators says it. */
export const ACTION_NAMES: Readonly<Record<DossierAction, Words>> = {
  'receive': { vi: 'tiếp nhận bản khai gửi từ nhà', en: 'receive a declaration from home' },
  'reject': { vi: 'từ chối tiếp nhận', en: 'refuse a declaration' },
  'transfer': { vi: 'chuyển hồ sơ đi thẩm định', en: 'pass a dossier on for appraisal' },
  'appraise': { vi: 'thẩm định và trình kết quả', en: 'appraise and propose the result' },
  'approve': { vi: 'phê duyệt, ký', en: 'approve and sign' },
  'seal': { vi: 'đóng dấu, cho số', en: 'seal and number' },
  'hand-over': { vi: 'trả kết quả', en: 'hand the result over' },
  'dispatch': { vi: 'gửi kết quả qua bưu chính, mang đến nhà', en: 'send the result by post or home' },
  'report-delivery': { vi: 'báo đã giao kết quả tận nhà', en: 'report a result carried home' },
  'send-back': { vi: 'trả lại bước trước', en: 'send back to the step before' },
  'claim': { vi: 'nhận xử lý', en: 'take a dossier on' },
  'release': { vi: 'trả về danh sách chung', en: 'give it back to the common list' },
  'assign': { vi: 'phân công người xử lý', en: 'assign it to somebody' },
  'move-to-unit': { vi: 'chuyển sang đơn vị khác', en: 'hand it to another unit' },
  'take-over': { vi: 'nhận bàn giao từ đơn vị khác', en: 'take over from another unit' },
  'turn-back': { vi: 'không nhận bàn giao, trả lại', en: 'turn a hand-over back' },
  'call-back': { vi: 'thu lại bàn giao', en: 'call a hand-over back' },
  'send-to-agency': { vi: 'hỏi ý kiến cơ quan cấp tỉnh', en: 'ask an agency of the province' },
  'note-agency-receipt': { vi: 'ghi cơ quan cấp tỉnh đã nhận', en: 'note that the agency received it' },
  'note-agency-answer': { vi: 'ghi văn bản trả lời của cơ quan cấp tỉnh', en: 'note the agency’s answer' },
  'call-off-agency': { vi: 'thôi chờ cơ quan cấp tỉnh', en: 'stop waiting for the agency' },
  'request-supplement': { vi: 'yêu cầu bổ sung giấy tờ', en: 'ask for supplements' },
  'approve-supplement': { vi: 'đồng ý yêu cầu bổ sung lần nữa', en: 'agree to ask once more' },
  'decline-supplement': { vi: 'không đồng ý yêu cầu bổ sung lần nữa', en: 'decline to ask once more' },
  'answer-supplement': { vi: 'nhập giấy tờ dân mang đến bổ sung', en: 'enter supplements that were brought' },
  'accept-supplement': { vi: 'nhận giấy tờ vừa bổ sung', en: 'accept what was supplemented' },
  'cancel-supplement': { vi: 'thu hồi yêu cầu bổ sung', en: 'take back a request for supplements' },
  'request-payment': { vi: 'yêu cầu nộp tiền', en: 'ask for payment' },
  'confirm-payment': { vi: 'xác nhận đã nộp tiền', en: 'confirm a payment' },
  'cancel-payment': { vi: 'thu hồi yêu cầu nộp tiền', en: 'take back a request for payment' },
  'request-withdrawal': { vi: 'ghi công dân xin rút hồ sơ', en: 'note the wish to withdraw' },
  'accept-withdrawal': { vi: 'đồng ý cho rút', en: 'agree to a withdrawal' },
  'decline-withdrawal': { vi: 'không đồng ý cho rút', en: 'decline a withdrawal' },
  'stop': { vi: 'dừng giải quyết', en: 'stop a dossier' },
  'urge': { vi: 'đôn đốc', en: 'urge' },
  'answer-urge': { vi: 'trả lời đôn đốc', en: 'answer an urging' },
  'propose-extension': { vi: 'đề nghị gia hạn', en: 'propose an extension' },
  'extend': { vi: 'xin lỗi và gia hạn', en: 'apologise and extend' },
  'decline-extension': { vi: 'không đồng ý gia hạn', en: 'decline an extension' },
  'reopen': { vi: 'mở lại hồ sơ đã có kết quả', en: 'reopen a decided dossier' },
  'correct': { vi: 'lập hồ sơ đính chính kết quả', en: 'correct a result by a new dossier' },
};

/** The five steps in words. */
export const STEP_NAMES = {
  'receive': { vi: 'Tiếp nhận', en: 'Receive' }, 'appraise': { vi: 'Thẩm định', en: 'Appraise' }, 'approve': { vi: 'Phê duyệt', en: 'Approve' }, 'seal': { vi: 'Đóng dấu', en: 'Seal' }, 'hand-over': { vi: 'Trả kết quả', en: 'Hand over' },
} as const;
