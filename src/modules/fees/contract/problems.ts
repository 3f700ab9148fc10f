import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the fees module with their sentences. */
export const FEE_PROBLEMS = {
  'fees.charge-unknown': {
    status: 422,
    vi: 'Thủ tục này không có khoản thu “{code}”. Tải lại trang rồi chọn trong danh sách khoản thu.',
    en: 'This procedure has no charge “{code}”. Load the page again and choose from its charges.',
  },
  'fees.quantity-wrong': {
    status: 422,
    vi: 'Số lượng của “{charge}” phải là số nguyên từ 0 đến {most}. Sửa lại số lượng.',
    en: 'The quantity of “{charge}” must be a whole number from 0 to {most}. Put it right.',
  },
  'fees.pages-wrong': {
    status: 422,
    vi: 'Số trang của bản chính phải là số nguyên từ 1 đến {most}. Đếm lại số trang rồi nhập.',
    en: 'The pages of the original must be a whole number from 1 to {most}. Count them again.',
  },
  'fees.base-needed': {
    status: 422,
    vi: '“{charge}” là khoản thu bắt buộc của thủ tục. Muốn không thu, hãy chọn căn cứ miễn và ghi giấy tờ chứng minh.',
    en: '“{charge}” is charged for every dossier of this procedure. To charge nothing, choose an exemption and name its proof.',
  },
  'fees.too-much': {
    status: 422,
    vi: 'Tổng số tiền quá lớn, không thể đúng. Kiểm tra lại số trang và số lượng.',
    en: 'The sum is too large to be right. Check the pages and quantities.',
  },
  'fees.event-in-future': {
    status: 422,
    vi: 'Ngày xảy ra sự kiện ở sau ngày nộp hồ sơ. Sửa lại ngày.',
    en: 'The day of the event is after the day of filing. Put it right.',
  },
  'fees.exemption-unknown': {
    status: 422,
    vi: 'Không có căn cứ miễn, giảm “{code}”. Tải lại trang rồi chọn trong danh sách.',
    en: 'There is no exemption or reduction “{code}”. Load the page again and choose from the list.',
  },
  'fees.exemption-twice': {
    status: 422,
    vi: '“{exemption}” đã được chọn hai lần. Bỏ bớt một dòng.',
    en: '“{exemption}” was chosen twice. Take one away.',
  },
  'fees.exemption-not-for-this': {
    status: 422,
    vi: '“{exemption}” ({basis}) không áp dụng cho khoản thu nào của hồ sơ này. Bỏ dòng này hoặc chọn căn cứ khác.',
    en: '“{exemption}” ({basis}) is not about any charge of this dossier. Take it away or choose another.',
  },
  'fees.exemption-not-yet': {
    status: 422,
    vi: '“{exemption}” ({basis}) chỉ áp dụng từ ngày {from}, sau ngày tiếp nhận hồ sơ này.',
    en: '“{exemption}” ({basis}) applies only from {from}, after this dossier was received.',
  },
  'fees.exemption-ended': {
    status: 422,
    vi: '“{exemption}” ({basis}) đã hết hiệu lực từ sau ngày {until}, nên không áp dụng cho hồ sơ này. Bỏ dòng này hoặc chọn căn cứ khác.',
    en: '“{exemption}” ({basis}) ended on {until} and does not hold for this dossier. Take it away or choose another.',
  },
  'fees.exemption-other-channel': {
    status: 422,
    vi: '“{exemption}” ({basis}) chỉ dành cho hồ sơ nộp trực tuyến. Hồ sơ này nộp cách khác.',
    en: '“{exemption}” ({basis}) is for dossiers filed online. This one was filed otherwise.',
  },
  'fees.proof-missing': {
    status: 422,
    vi: 'Ghi giấy tờ chứng minh cho “{exemption}”, ví dụ: {proof}.',
    en: 'Name what proves “{exemption}”, such as: {proof}.',
  },
  'fees.percent-wrong': {
    status: 422,
    vi: 'Ghi mức giảm của “{exemption}” bằng số nguyên từ 1 đến 100, đúng như giấy tờ chứng minh.',
    en: 'Give the reduction of “{exemption}” as a whole number from 1 to 100, as its proof says.',
  },
  'fees.dossier-not-found': {
    status: 404,
    vi: 'Không có hồ sơ này ở đơn vị. Kiểm tra lại mã hồ sơ.',
    en: 'The office has no such dossier. Check its code.',
  },
  'fees.dossier-not-received': {
    status: 409,
    vi: 'Hồ sơ chưa được tiếp nhận nên chưa tính phí. Tiếp nhận hồ sơ trước.',
    en: 'The dossier is not received yet, so nothing is charged. Receive it first.',
  },
  'fees.dossier-over': {
    status: 409,
    vi: 'Hồ sơ đã kết thúc nên không sửa phí, lệ phí được nữa.',
    en: 'The dossier is over; its fees are not changed any more.',
  },
  'fees.changed-meanwhile': {
    status: 409,
    vi: 'Người khác vừa sửa phí, lệ phí của hồ sơ này. Xem lại số mới rồi sửa tiếp.',
    en: 'Somebody else has just changed the fees of this dossier. Look at them, then change them again.',
  },
  'fees.reason-missing': {
    status: 422,
    vi: 'Ghi lý do sửa phí, lệ phí, ví dụ “Đếm lại: bản chính 4 trang”.',
    en: 'Say why the fees are changed, such as “Counted again: the original has 4 pages”.',
  },
  'fees.below-paid': {
    status: 409,
    vi: 'Hồ sơ đã thu {paid}, nhiều hơn mức mới {total}. Hoàn lại tiền thừa trước, rồi mới giảm phí.',
    en: '{paid} was paid already, more than the new {total}. Give the surplus back first, then lower the fees.',
  },
  'fees.paid-already': {
    status: 409,
    vi: 'Hồ sơ đã thu {paid}. Sửa như vậy thì còn phải thu thêm {rest}. Đánh dấu “Đã biết hồ sơ đã thu tiền” nếu đúng.',
    en: '{paid} was paid already. After this change {rest} is still to be paid. Confirm that you know of the payment if this is right.',
  },
  'fees.procedure-unknown': {
    status: 422,
    vi: 'Không tìm thấy thủ tục này trong danh mục đang áp dụng. Chọn lại thủ tục.',
    en: 'This procedure is not in the catalogue in force. Choose it again.',
  },
  'fees.amount-wrong': {
    status: 422,
    vi: 'Mức thu phải là số nguyên đồng, từ 0 đến 1.000.000.000 đ.',
    en: 'The amount must be whole đồng, from 0 to 1,000,000,000 đ.',
  },
  'fees.basis-missing': {
    status: 422,
    vi: 'Ghi văn bản quy định, ví dụ “Nghị quyết 12/2025/NQ-HĐND”.',
    en: 'Name the decision that sets it, such as “Nghị quyết 12/2025/NQ-HĐND”.',
  },
  'fees.day-wrong': {
    status: 422,
    vi: 'Ngày áp dụng phải là ngày có thật, từ 01/01/2017 trở đi.',
    en: 'The first day must be a real day, 1 January 2017 or later.',
  },
  'fees.rate-same': {
    status: 409,
    vi: 'Mức này với ngày và văn bản này đã có. Không cần nhập lại.',
    en: 'This amount with its day and decision is there already. There is nothing to enter.',
  },
  'fees.nothing-to-end': {
    status: 409,
    vi: 'Khoản thu này chưa có mức nào để ngừng.',
    en: 'There is no amount of this charge that could end.',
  },
  'fees.rate-unknown': {
    status: 422,
    vi: 'Khoản thu này không do tỉnh hoặc đơn vị quy định mức, hoặc mức đã có trong văn bản của trung ương.',
    en: 'The amount of this charge is not set by the province or the office.',
  },
  'fees.label-missing': {
    status: 422,
    vi: 'Ghi tên khoản thu như trong văn bản quy định.',
    en: 'Give the charge its name as in the decision.',
  },
  'fees.percent-outside': {
    status: 422,
    vi: 'Mức giảm phải là số nguyên từ 1 đến 100 phần trăm (100 là không thu).',
    en: 'The reduction must be a whole number from 1 to 100 per cent (100: nothing is charged).',
  },
  'fees.kinds-missing': {
    status: 422,
    vi: 'Chọn ít nhất một loại được giảm: phí, lệ phí hoặc giá dịch vụ.',
    en: 'Choose at least one kind that is reduced: fees, charges or prices of services.',
  },
} as const satisfies ProblemTable;
