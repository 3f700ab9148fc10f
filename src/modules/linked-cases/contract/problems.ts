import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the linked-cases module with their sentences. */
export const LINKED_CASE_PROBLEMS = {
  'linked-case.not-found': {
    status: 404,
    vi: 'Không tìm thấy hồ sơ liên thông này. Mở lại danh sách hồ sơ liên thông.',
    en: 'There is no such linked case. Open the list of linked cases again.',
  },
  'linked-case.group-unknown': {
    status: 422,
    vi: 'Hôm nay không có nhóm thủ tục liên thông này. Chọn lại thủ tục, hoặc tiếp nhận riêng từng thủ tục.',
    en: 'This group of linked procedures is not in force today. Choose again, or receive each procedure by itself.',
  },
  'linked-case.member-unknown': {
    status: 422,
    vi: 'Có thủ tục không thuộc nhóm liên thông này. Mở lại trang tiếp nhận và chọn lại.',
    en: 'One of the procedures does not belong to this group. Open the reception page again and choose anew.',
  },
  'linked-case.fact-missing': {
    status: 422,
    vi: 'Còn thiếu thông tin cho nhóm liên thông: {label}. Điền vào rồi lưu lại; mỗi thông tin chỉ hỏi một lần cho mọi cơ quan.',
    en: 'Something that the group needs is missing: {label}. Fill it in and save again; it is asked once for every agency.',
  },
  'linked-case.fact-wrong': {
    status: 422,
    vi: '{label} chưa đúng. Ngày ghi như 05/03/2026, số định danh có 12 chữ số; xem lại rồi lưu.',
    en: '{label} is not right. A day looks like 05/03/2026, a personal number has 12 digits; look at it again and save.',
  },
  'linked-case.changed-meanwhile': {
    status: 409,
    vi: 'Trong lúc bạn xem, hồ sơ liên thông này đã có thay đổi. Chưa có gì bị ghi đè; mở lại để xem.',
    en: 'This linked case changed while you were looking at it. Nothing was overwritten; open it again.',
  },
  'linked-case.action-not-possible': {
    status: 409,
    vi: 'Thủ tục này không còn ở trạng thái làm được việc vừa chọn. Mở lại hồ sơ liên thông để xem hiện trạng.',
    en: 'This procedure is no longer where that can be done. Open the linked case again to see where it is.',
  },
  'linked-case.child-ended': {
    status: 409,
    vi: 'Thủ tục này đã kết thúc nên không ghi thêm kết quả. Xem kết quả đã ghi trong hồ sơ liên thông.',
    en: 'This procedure has ended already, so nothing is added. Its result stands in the linked case.',
  },
  'linked-case.words-missing': {
    status: 422,
    vi: 'Ghi lý do hoặc nội dung: người xem hồ sơ sau này cần biết vì sao.',
    en: 'Give the reason: whoever opens the case later needs to know why.',
  },
  'linked-case.number-missing': {
    status: 422,
    vi: 'Ghi số của kết quả mà cơ quan đã trả.',
    en: 'Give the number of the result that the agency returned.',
  },
  'transfer.already-acknowledged': {
    status: 409,
    vi: 'Cơ quan nhận đã xác nhận hồ sơ này trong lúc bạn xử lý; không cần gửi lại hay bàn giao giấy nữa.',
    en: 'The agency has acknowledged the request meanwhile; there is nothing left to send or to hand over.',
  },
  'transfer.number-missing': {
    status: 422,
    vi: 'Ghi số phiếu bàn giao giấy, để sau này tìm lại được.',
    en: 'Give the number of the hand-over slip, so that it can be found later.',
  },
} as const satisfies ProblemTable;
