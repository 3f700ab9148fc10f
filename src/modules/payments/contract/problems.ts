import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of payables and payments. */
export const PAYMENT_PROBLEMS = {
  'payable.not-found': { status: 404, vi: 'Không có khoản phải nộp này. Có thể địa chỉ bị thiếu; mở lại từ danh sách “Thu phí”.', en: 'There is no such payable. Perhaps the address is cut off; open it again from the list “Fees”.' },
  'payable.amount-wrong': { status: 422, vi: 'Số tiền phải nộp là số đồng nguyên, từ 1 đến {most} đồng. Nhập lại số tiền.', en: 'What is to be paid is a whole number of đồng from 1 to {most}. Enter the amount again.' },
  'payable.open-already': { status: 409, vi: 'Hồ sơ này đã có khoản phải nộp cho phí, lệ phí. Sửa khoản đó thay vì mở khoản mới.', en: 'This dossier has a payable for its fees already. Change that one instead.' },
  'payable.cancelled': { status: 409, vi: 'Khoản này đã bị hủy nên không thu nữa. Tải lại danh sách để xem khoản còn phải nộp.', en: 'This payable was cancelled and is not collected any more. Reload the list to see what is still due.' },
  'payable.paid-already': { status: 409, vi: 'Khoản này vừa được nộp đủ, có thể bằng chuyển khoản hoặc ở bàn khác. Không thu thêm.', en: 'This has just been paid in full, perhaps by transfer or at another desk. Take no more money.' },
  'payable.changed-meanwhile': { status: 409, vi: 'Số còn phải nộp vừa đổi thành {amount} đồng. Xem lại với người nộp rồi thu.', en: 'What is still to be paid has just become {amount} đồng. Look at it with the payer, then collect.' },
  'payable.reason-missing': { status: 422, vi: 'Ghi lý do: lý do ở lại với khoản thu và trong nhật ký.', en: 'Say why: the reason stays with the payable and in the journal.' },
  'payable.cancel-at-dossier': { status: 409, vi: 'Khoản này chưa nộp đủ và đi theo hồ sơ. Sửa các dòng phí, hoặc thu hồi yêu cầu nộp tiền, ở trang hồ sơ.', en: 'This is not paid yet and follows its dossier. Change the fee lines, or take the payment request back, on the page of the dossier.' },
  'payable.nothing-to-refund': { status: 409, vi: 'Khoản này không có tiền thừa để trả lại.', en: 'There is no surplus of this payable to pay back.' },
  'payable.refund-too-much': { status: 422, vi: 'Chỉ trả lại được nhiều nhất {surplus} đồng, là số tiền thừa. Nhập lại số tiền.', en: 'At most the surplus of {surplus} đồng can be paid back. Enter the amount again.' },
  'payable.refund-evidence-missing': { status: 422, vi: 'Ghi số phiếu chi hoặc số lệnh chuyển tiền để chứng minh đã trả lại.', en: 'Enter the number of the voucher or of the bank order that proves the refund.' },
  'payment.amount-unreadable': { status: 422, vi: 'Số tiền phải là số đồng nguyên, lớn hơn 0. Nhập lại, ví dụ 8000.', en: 'The amount must be a whole number of đồng above 0. Enter it again, such as 8000.' },
  'payment.given-too-little': { status: 422, vi: 'Tiền khách đưa còn thiếu {missing} đồng. Nhận đủ rồi mới thu; chưa có gì được ghi.', en: 'The cash handed over is {missing} đồng short. Collect when it is all there; nothing was recorded.' },
  'payment.online-not-offered': { status: 409, vi: 'Xã chưa mở nộp trực tuyến. Quét mã VietQR hoặc nộp tại quầy.', en: 'The commune offers no online payment yet. Scan the VietQR code, or pay at the counter.' },
  'payment.not-found': { status: 404, vi: 'Không có lần nộp tiền này.', en: 'There is no such payment.' },
  'payment.reversed-already': { status: 409, vi: 'Lần nộp tiền này đã bị hủy ghi nhận.', en: 'This payment was reversed already.' },
  'payment.reason-missing': { status: 422, vi: 'Ghi lý do hủy ghi nhận: lý do ở lại với lần nộp tiền và trong nhật ký.', en: 'Say why it is reversed: the reason stays with the payment and in the journal.' },
  'payment.refunded-already': { status: 409, vi: 'Tiền của khoản này đã trả lại {refunded} đồng nên không hủy ghi nhận lần nộp được nữa.', en: '{refunded} đồng of this payable were paid back, so that the payment cannot be reversed any more.' },
} as const satisfies ProblemTable;
