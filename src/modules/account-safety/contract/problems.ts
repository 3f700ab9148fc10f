import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals around recoveries, and around sessions and factors of others. */
export const ACCOUNT_SAFETY_PROBLEMS = {
  'recovery.not-found': {
    status: 404,
    vi: 'Không có yêu cầu khôi phục này trong đơn vị của bạn.',
    en: 'Your office has no such recovery.',
  },
  'recovery.own-account': {
    status: 403,
    vi: 'Không ai tự khôi phục hoặc tự duyệt cho chính mình. Nhờ hai quản trị khác.',
    en: 'Nobody starts or approves a recovery of the own account. Ask two other administrators.',
  },
  'recovery.one-administrator': {
    status: 409,
    vi: 'Khôi phục cần hai quản trị, không kể người được khôi phục. Đơn vị chưa đủ: giao thêm vai trò quản trị cho một người, hoặc nhờ người vận hành máy chủ chạy “xaso second-factor clear”.',
    en: 'A recovery needs two administrators beside the person. There are not enough: make somebody else an administrator, or ask whoever runs the machine for “xaso second-factor clear”.',
  },
  'recovery.reason-missing': {
    status: 422,
    vi: 'Ghi lý do, ví dụ “Mất điện thoại và quên mật khẩu, đã gặp trực tiếp”. Lý do được ghi vào nhật ký.',
    en: 'Enter the reason, such as “Phone lost and password forgotten, met in person”. It goes into the journal.',
  },
  'recovery.open-already': {
    status: 409,
    vi: 'Người này đang có một yêu cầu khôi phục chưa xong. Duyệt hoặc hủy yêu cầu ấy trước.',
    en: 'There is a recovery for this person already. Approve or cancel that one first.',
  },
  'recovery.same-administrator': {
    status: 403,
    vi: 'Bạn là người mở yêu cầu này nên không duyệt được. Nhờ một quản trị khác duyệt.',
    en: 'You started this recovery, so that you cannot approve it. Ask another administrator.',
  },
  'recovery.no-longer-administrator': {
    status: 403,
    vi: 'Bạn không còn giữ vai trò quản trị nên việc này không được ghi. Nhờ một quản trị khác.',
    en: 'You no longer hold the role of an administrator, so that nothing was done. Ask another administrator.',
  },
  'recovery.starter-gone': {
    status: 409,
    vi: 'Người mở yêu cầu này không còn là quản trị. Hủy đi và mở yêu cầu mới.',
    en: 'Whoever started this recovery no longer administers. Cancel it and start a new one.',
  },
  'recovery.administrators-gone': {
    status: 409,
    vi: 'Một trong hai quản trị đã mở và duyệt không còn giữ vai trò, nên mã này không còn dùng được. Nhờ quản trị mở yêu cầu mới.',
    en: 'One of the two administrators who started and approved it no longer administers, so that the code does not count. Ask an administrator to start anew.',
  },
  'recovery.person-closed': {
    status: 409,
    vi: 'Tài khoản này đã đóng. Quản trị mở lại tài khoản trước rồi khôi phục.',
    en: 'This account is closed. An administrator opens it first, then it can be recovered.',
  },
  'recovery.approved-before': {
    status: 409,
    vi: 'Yêu cầu này đã được duyệt và mã đã hiện một lần. Mất mã thì hủy yêu cầu và mở lại từ đầu.',
    en: 'This recovery was approved and its code shown once. If the code is lost, cancel it and start again.',
  },
  'recovery.used': {
    status: 409,
    vi: 'Mã này đã dùng rồi. Nếu không phải bạn dùng, báo quản trị ngay.',
    en: 'This code was used already. If it was not you, tell an administrator at once.',
  },
  'recovery.cancelled': {
    status: 409,
    vi: 'Yêu cầu khôi phục này đã bị hủy. Nhờ quản trị mở yêu cầu mới nếu vẫn cần.',
    en: 'This recovery was cancelled. Ask an administrator to start a new one if it is still needed.',
  },
  'recovery.expired': {
    status: 409,
    vi: 'Yêu cầu khôi phục này đã quá 24 giờ. Nhờ quản trị mở yêu cầu mới.',
    en: 'This recovery is older than 24 hours. Ask an administrator to start a new one.',
  },
  'recovery.code-wrong': {
    status: 422,
    vi: 'Tên đăng nhập hoặc mã chưa đúng. Mã có 12 ký tự do quản trị trao tận tay; gạch nối và chữ hoa, thường không quan trọng.',
    en: 'The user name or the code is not right. The code has 12 signs and was handed to you by an administrator; hyphens and capitals do not matter.',
  },
  'recovery.code-lost': {
    status: 409,
    vi: 'Mã chỉ hiện một lần và lần ấy đã qua. Hủy yêu cầu và mở lại từ đầu.',
    en: 'The code is shown once, and that was before. Cancel the recovery and start again.',
  },
  'access.session-unknown': {
    status: 404,
    vi: 'Phiên này không còn hoặc không phải của người này. Tải lại trang.',
    en: 'This session is over or is not this person’s. Reload the page.',
  },
  'access.factor-unknown': {
    status: 404,
    vi: 'Lớp bảo vệ này không còn. Tải lại trang.',
    en: 'This second factor is no longer there. Reload the page.',
  },
  'access.own-factor': {
    status: 409,
    vi: 'Lớp bảo vệ của chính mình thì bỏ ở trang Tài khoản của tôi.',
    en: 'Your own factors are removed on the page of your account.',
  },
  'access.last-factor': {
    status: 409,
    vi: 'Đây là lớp bảo vệ cuối cùng: một mình không bỏ được, vì ai bỏ được và đặt lại được mật khẩu thì vào thay người ấy được. Mở yêu cầu khôi phục để hai quản trị cùng làm.',
    en: 'This is the last factor: nobody removes it alone, because whoever removes it and resets the password could sign in as this person. Start a recovery, which two administrators do together.',
  },
} as const satisfies ProblemTable;
