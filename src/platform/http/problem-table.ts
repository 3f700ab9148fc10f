import { type ProblemTable } from '../../kernel/problem-table.ts';

export { type ProblemEntry, type ProblemTable } from '../../kernel/problem-table.ts';

/** Refusals of the platform itself. */
export const PLATFORM_PROBLEMS = {
  'request.invalid': {
    status: 422,
    vi: 'Có mục chưa đúng. Xem từng mục được nêu bên dưới, sửa lại rồi gửi lần nữa.',
    en: 'Some entries are not right. See each one below, correct it and send again.',
  },
  'request.not-readable': {
    status: 400,
    vi: 'Nội dung gửi lên không đọc được. Tải lại trang rồi gửi lần nữa.',
    en: 'What was sent could not be read. Reload the page and send it again.',
  },
  'request.too-large': {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn. Gửi ít ảnh hơn hoặc ảnh nhỏ hơn.',
    en: 'What was sent is too large. Send fewer or smaller pictures.',
  },
  'request.wrong-media-type': {
    status: 415,
    vi: 'Kiểu nội dung gửi lên không được nhận ở địa chỉ này.',
    en: 'This address does not take content of that type.',
  },
  'request.not-found': {
    status: 404,
    vi: 'Không có trang này. Kiểm tra lại địa chỉ hoặc về trang đầu.',
    en: 'There is no such page. Check the address or go to the first page.',
  },
  'request.too-many': {
    status: 429,
    vi: 'Gửi quá nhiều lần trong thời gian ngắn. Đợi {seconds} giây rồi thử lại.',
    en: 'Too many requests in a short time. Wait {seconds} seconds and try again.',
  },
  'request.cross-site': {
    status: 403,
    vi: 'Yêu cầu đến từ một trang khác nên không được thực hiện. Mở trang của xã rồi làm lại.',
    en: 'The request came from another site and was not carried out. Open the commune’s own page and try again.',
  },
  'access.sign-in-first': {
    status: 401,
    vi: 'Cần đăng nhập để làm việc này.',
    en: 'Sign in to do this.',
  },
  'access.not-allowed': {
    status: 403,
    vi: 'Vị trí công tác của bạn không có quyền làm việc này. Cần thì nhờ quản trị kiểm tra phân công.',
    en: 'Your position does not allow this. If you need it, ask the administrator to check your assignment.',
  },
  'access.not-on-this-device': {
    status: 403,
    vi: 'Máy dùng chung này không mở được trang đó. Mở bằng điện thoại của bạn, hoặc hỏi cán bộ Một cửa.',
    en: 'This shared machine does not open that page. Open it on your own phone, or ask at the one-stop office.',
  },
  'access.second-factor-first': {
    status: 403,
    vi: 'Vị trí công tác của bạn cần thêm một lớp bảo vệ ngoài mật khẩu. Mở “Tài khoản của tôi”, đăng ký mã trên điện thoại hoặc khóa truy cập rồi làm tiếp.',
    en: 'Your position needs a second protection beside the password. Open “My account”, set up codes on your phone or a passkey, then go on.',
  },
  'access.password-first': {
    status: 403,
    vi: 'Mật khẩu này do người khác đặt và chỉ dùng cho lần đăng nhập đầu. Mở “Tài khoản của tôi”, đặt mật khẩu của riêng bạn rồi làm tiếp.',
    en: 'Somebody else made this password; it is for the first sign-in only. Open “My account”, set a password of your own, then go on.',
  },
  'access.assurance-too-low': {
    status: 403,
    vi: 'Việc này cần xác nhận lại chính bạn đang thao tác. Nhập mã trên điện thoại hoặc dùng khóa truy cập rồi làm lại.',
    en: 'This needs you to confirm that it is you. Enter the code of your phone or use your passkey, then do it again.',
  },
  'command.reused-id': {
    status: 409,
    vi: 'Mã lần gửi này đã dùng cho một nội dung khác. Tải lại trang rồi làm lại.',
    en: 'The id of this submission was already used for something else. Reload the page and start again.',
  },
  'command.commune-merged': {
    status: 409,
    vi: 'Xã này đã sáp nhập vào xã khác nên không ghi thêm được. Đăng nhập lại để làm việc ở xã mới; chưa có gì bị mất.',
    en: 'This commune has merged into another one, so nothing more can be written under it. Sign in again to work for the new commune; nothing was lost.',
  },
  'command.book-closed': {
    status: 409,
    vi: 'Sổ cấp số của năm này đã khóa nên không cấp thêm số được. Nhờ văn thư hoặc quản trị xem màn hình Sổ và số; chưa có gì bị mất.',
    en: 'The book of this year is closed and gives no more numbers. Ask the clerk or the administrator to look at the screen Books and numbers; nothing was lost.',
  },
  'server.database-down': {
    status: 503,
    vi: 'Cơ sở dữ liệu không trả lời. Chương trình đang thử nối lại; nếu kéo dài, báo cho quản trị.',
    en: 'The database does not answer. The program is trying to reconnect; if it lasts, tell the administrator.',
  },
  'server.disk-full': {
    status: 503,
    vi: 'Ổ đĩa của máy chủ đã đầy nên chưa lưu được. Những gì đã lưu trước đó vẫn còn. Báo ngay cho quản trị; có chỗ rồi thì gửi lại.',
    en: 'The disk of the server is full, so this was not saved. What was saved before is safe. Tell the administrator at once; send again when there is room.',
  },
  'server.unavailable': {
    status: 503,
    vi: 'Máy chủ đang bận hoặc đang khởi động lại. Chưa có gì được lưu; đợi một phút rồi gửi lại.',
    en: 'The server is busy or restarting. Nothing was saved; wait a minute and send again.',
  },
} as const satisfies ProblemTable;
