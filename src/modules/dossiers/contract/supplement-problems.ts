import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals about requests to the citizen, for papers and for money, with their sentences. */
export const SUPPLEMENT_PROBLEMS = {
  'supplement.empty': {
    status: 422,
    vi: 'Chưa đánh dấu giấy tờ hay câu trả lời nào cần bổ sung. Chọn chỗ chưa đúng và lý do rồi gửi.',
    en: 'No paper and no answer is marked. Choose what is wrong and why, then send.',
  },
  'supplement.paper-unnamed': {
    status: 422,
    vi: 'Ghi tên giấy tờ cần bổ sung.',
    en: 'Name the paper.',
  },
  'supplement.paper-unknown': {
    status: 422,
    vi: 'Giấy tờ “{paper}” không có trong hồ sơ hoặc trong thủ tục này. Mở lại hồ sơ rồi chọn lại.',
    en: 'The paper “{paper}” is neither in the dossier nor in its procedure. Open the dossier again and choose again.',
  },
  'supplement.question-unknown': {
    status: 422,
    vi: 'Câu hỏi “{question}” không có trong tờ khai của hồ sơ này, hoặc không phải câu người dân tự trả lời. Mở lại hồ sơ rồi chọn lại.',
    en: 'The question “{question}” is not one that was answered in the form of this dossier. Open the dossier again and choose again.',
  },
  'supplement.question-twice': {
    status: 422,
    vi: 'Câu hỏi “{question}” được đánh dấu hai lần. Gộp các lý do vào một chỗ.',
    en: 'The question “{question}” is marked twice. Put the reasons together.',
  },
  'supplement.reason-missing': {
    status: 422,
    vi: 'Chọn ít nhất một lý do cho “{paper}”. Không có lý do thì không được yêu cầu bổ sung.',
    en: 'Choose at least one reason for “{paper}”. Without a reason nothing may be asked for.',
  },
  'supplement.reason-unknown': {
    status: 422,
    vi: 'Lý do của “{paper}” không có trong danh mục đang áp dụng. Chọn lại.',
    en: 'The reason for “{paper}” is not in the list in force. Choose again.',
  },
  'supplement.other-reason-unwritten': {
    status: 422,
    vi: 'Ghi rõ lý do khác của “{paper}”.',
    en: 'Write the other reason for “{paper}”.',
  },
  'supplement.how-to-fix-missing': {
    status: 422,
    vi: 'Ghi cách sửa “{paper}” để người nộp làm được ngay.',
    en: 'Write how “{paper}” is to be mended, so that it can be done at once.',
  },
  'supplement.legal-basis-missing': {
    status: 422,
    vi: 'Giấy tờ “{paper}” không thuộc thành phần hồ sơ của thủ tục. Ghi điều, khoản của văn bản cho phép yêu cầu giấy này; không có thì không được yêu cầu.',
    en: 'The paper “{paper}” is not one of the procedure’s papers. Give the article that allows asking for it; without one it may not be asked for.',
  },
  'supplement.days-out-of-bounds': {
    status: 422,
    vi: 'Số ngày để bổ sung phải từ {least} đến {most} ngày làm việc.',
    en: 'The citizen may be given {least} to {most} working days.',
  },
  'supplement.leader-needed': {
    status: 409,
    vi: 'Hồ sơ đã được yêu cầu bổ sung ở giai đoạn này. Luật chỉ cho một lần; muốn yêu cầu thêm thì ghi lý do và trình lãnh đạo đồng ý.',
    en: 'Supplements were requested in this stage already. The law allows it once; for another request give the reason and ask a leader.',
  },
  'supplement.answer-not-seen': {
    status: 409,
    vi: 'Công dân vừa bổ sung giấy tờ mà chưa ai xem. Xem và nhận giấy tờ bổ sung trước rồi làm tiếp.',
    en: 'The citizen has sent papers that nobody has looked at yet. Look at them and take them over first.',
  },
  'supplement.not-open': {
    status: 409,
    vi: 'Yêu cầu bổ sung này không còn mở: đã được trả lời hoặc đã thu hồi. Tải lại trang để xem tình trạng hiện nay.',
    en: 'This request is not open any more: it was answered or taken back. Load the page again to see how things stand.',
  },
  'supplement.too-late': {
    status: 409,
    vi: 'Đã quá hạn bổ sung nên không gửi qua mạng được nữa. Mang giấy tờ đến quầy hoặc gọi cho xã ngay: hồ sơ chỉ dừng khi xã ra thông báo.',
    en: 'The last day is over, so nothing can be sent online any more. Bring the papers to the counter or call at once: the dossier ends only when the commune says so.',
  },
  'supplement.answer-empty': {
    status: 422,
    vi: 'Chưa có tệp, câu trả lời sửa lại hay lời giải thích nào. Chọn ảnh hoặc sửa câu trả lời rồi gửi.',
    en: 'There is no file, no corrected answer and no word. Choose a picture or correct the answer, then send.',
  },
  'supplement.answer-partly': {
    status: 422,
    vi: 'Còn {count} chỗ chưa trả lời: {papers}. Gửi nốt ảnh, hoặc viết vì sao không gửi được. Những gì đã gửi vẫn còn.',
    en: 'Still unanswered ({count}): {papers}. Add the pictures, or write why you cannot. What you sent is kept.',
  },
  'supplement.answers-changed': {
    status: 409,
    vi: 'Câu trả lời vừa được sửa ở máy khác. Đọc lại các câu ở dưới rồi gửi.',
    en: 'The answers were just changed on another device. Read them again, then send.',
  },
  'supplement.answer-faulty': {
    status: 422,
    vi: '{sentence} Sửa lại câu trả lời này rồi gửi.',
    en: '{sentenceEn} Mend this answer, then send.',
  },
  'payment.amount-wrong': {
    status: 422,
    vi: 'Số tiền phải là số nguyên đồng, từ 1 đồng đến 10 tỷ đồng. Kiểm tra lại số không.',
    en: 'The amount is a whole number of đồng, from 1 to ten thousand million. Check the zeros.',
  },
  'payment.legal-basis-missing': {
    status: 422,
    vi: 'Ghi văn bản quy định khoản tiền này. Không có quy định thì không được thu.',
    en: 'Give the text that lays this payment down. Without one nothing may be collected.',
  },
  'payment.days-wrong': {
    status: 422,
    vi: 'Hạn nộp tiền từ 1 đến {most} ngày làm việc.',
    en: 'The citizen may be given 1 to {most} working days to pay.',
  },
  'payment.receipt-missing': {
    status: 422,
    vi: 'Ghi số biên lai hoặc số báo có của ngân hàng. Không có chứng từ thì chưa được ghi là đã nộp.',
    en: 'Give the number of the receipt or of the bank’s credit note. Without it nothing counts as paid.',
  },
  'payment.day-wrong': {
    status: 422,
    vi: 'Ngày nộp phải từ ngày yêu cầu đến hôm nay.',
    en: 'The day of payment lies between the request and today.',
  },
} as const satisfies ProblemTable;
