import { type ProblemTable } from '../../../kernel/problem-table.ts';
import { UNIT_PROBLEMS } from './unit-problems.ts';

/** Refusals of the identity module with their sentences. */
export const IDENTITY_PROBLEMS = {
  ...UNIT_PROBLEMS,
  'identity.wrong-sign-in': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi gõ lại.',
    en: 'The user name or the password is not right. Check Caps Lock and the Vietnamese keyboard, then type both again.',
  },
  'identity.too-many-guesses': {
    status: 429,
    vi: 'Đã gõ sai nhiều lần. Đợi {seconds} giây rồi thử lại; tài khoản không bị khóa.',
    en: 'Too many wrong tries. Wait {seconds} seconds and try again; the account is not locked.',
  },
  'identity.too-many-guesses-long': {
    status: 429,
    vi: 'Đã gõ sai nhiều lần. Đợi {minutes} phút rồi thử lại; tài khoản không bị khóa. Quên mật khẩu thì nhờ quản trị đặt lại.',
    en: 'Too many wrong tries. Wait {minutes} minutes and try again; the account is not locked. If the password is forgotten, ask the administrator for a new one.',
  },
  'identity.account-closed': {
    status: 403,
    vi: 'Tài khoản này đã ngừng sử dụng. Nếu bạn vẫn đang công tác tại đây, nhờ quản trị mở lại.',
    en: 'This account is no longer in use. If you still work here, ask the administrator to reopen it.',
  },
  'identity.given-password-over': {
    status: 403,
    vi: 'Mật khẩu trên phiếu chỉ dùng được trong {days} ngày và đã hết hạn. Gặp quản trị của cơ quan để được đặt lại; mật khẩu mới lại có {days} ngày.',
    en: 'The password on the slip counted for {days} days, and they are over. Ask the administrator of your office for a new one, which again counts for {days} days.',
  },
  'identity.no-position': {
    status: 403,
    vi: 'Mật khẩu đúng nhưng hôm nay tài khoản chưa được phân công vị trí công tác nào. Nhờ quản trị phân công rồi đăng nhập lại.',
    en: 'The password is right, but the account has no position today. Ask the administrator to assign one, then sign in again.',
  },
  'identity.bank-unknown': {
    status: 422,
    vi: 'Chọn ngân hàng trong danh sách.',
    en: 'Choose a bank from the list.',
  },
  'identity.account-number-wrong': {
    status: 422,
    vi: 'Số tài khoản chưa đúng: 3 đến 19 chữ số (hoặc chữ cái không dấu), không có ký hiệu khác.',
    en: 'The account number is not right: 3 to 19 digits (or plain letters) and no other signs.',
  },
  'identity.account-holder-missing': {
    status: 422,
    vi: 'Ghi tên chủ tài khoản như ngân hàng ghi, để người nộp đối chiếu.',
    en: 'Give the holder as the bank writes it, so that payers can compare.',
  },
  'identity.wrong-password': {
    status: 422,
    vi: 'Mật khẩu hiện tại chưa đúng. Mật khẩu chưa được đổi; gõ lại mật khẩu đang dùng.',
    en: 'The current password is not right. Nothing was changed; type the password that you use now again.',
  },
  'identity.password-same': {
    status: 422,
    vi: 'Mật khẩu mới giống mật khẩu đang dùng. Chọn một mật khẩu khác.',
    en: 'The new password is the one in use. Choose another.',
  },
  'identity.password-changed-meanwhile': {
    status: 409,
    vi: 'Mật khẩu vừa được đổi ở nơi khác. Đăng nhập lại bằng mật khẩu mới nhất.',
    en: 'The password was just changed elsewhere. Sign in again with the newest one.',
  },
  'identity.password-too-short': {
    status: 422,
    vi: 'Mật khẩu cần ít nhất {least} ký tự, đang có {length}. Ghép bốn từ dễ nhớ là đủ.',
    en: 'A password needs at least {least} characters; this one has {length}. Four words that you remember are enough.',
  },
  'identity.password-too-long': {
    status: 422,
    vi: 'Mật khẩu dài quá {most} ký tự. Chọn mật khẩu ngắn hơn.',
    en: 'The password is longer than {most} characters. Choose a shorter one.',
  },
  'identity.password-says-name': {
    status: 422,
    vi: 'Mật khẩu có chứa tên đăng nhập, họ tên hoặc tên xã nên dễ đoán. Chọn từ khác.',
    en: 'The password contains the user name, your name or the commune’s name and is easy to guess. Choose other words.',
  },
  'identity.password-too-simple': {
    status: 422,
    vi: 'Mật khẩu này quá dễ đoán: chỉ có chữ số, lặp lại, theo thứ tự bàn phím hoặc nhiều người dùng. Ghép bốn từ không liên quan với nhau.',
    en: 'This password is too easy to guess: only digits, a repetition, a row of keys, or one that many people use. Join four unrelated words.',
  },
  'identity.passwords-differ': {
    status: 422,
    vi: 'Hai lần gõ mật khẩu không giống nhau. Gõ lại cả hai.',
    en: 'The two passwords are not the same. Type both again.',
  },
  'identity.set-up-code-wrong': {
    status: 403,
    vi: 'Mã thiết lập chưa đúng. Xem mã trên màn hình nơi chương trình đang chạy rồi gõ lại.',
    en: 'The set-up code is not right. Look at the screen where the program runs and type it again.',
  },
  'identity.set-up-done': {
    status: 410,
    vi: 'Chương trình đã được thiết lập. Mở trang đăng nhập của cán bộ để vào làm việc.',
    en: 'The program has been set up already. Open the staff sign-in page to start work.',
  },
  'identity.commune-unknown': {
    status: 422,
    vi: 'Chưa chọn xã, phường hoặc đặc khu có trong danh mục. Tìm theo tên rồi chọn trong danh sách.',
    en: 'No commune of the list is chosen. Search by name and choose from the results.',
  },
  'identity.centre-name-missing': {
    status: 422,
    vi: 'Ghi tên trung tâm phục vụ hành chính công.',
    en: 'Enter the name of the public administrative service centre.',
  },
  'identity.address-missing': {
    status: 422,
    vi: 'Ghi địa chỉ mà người dân tìm đến.',
    en: 'Enter the address that citizens come to.',
  },
  'identity.hotline-not-readable': {
    status: 422,
    vi: 'Ghi số điện thoại đường dây nóng, ví dụ 0237 3865 123.',
    en: 'Enter the hotline’s telephone number, such as 0237 3865 123.',
  },
  'identity.agency-code-not-readable': {
    status: 422,
    vi: 'Mã định danh của cơ quan có dạng như H56.14: một chữ cái, hai chữ số, rồi các nhóm sau dấu chấm, không quá 35 ký tự.',
    en: 'An agency code looks like H56.14: a letter, two digits, then groups after dots, at most 35 characters.',
  },
  'identity.email-not-readable': {
    status: 422,
    vi: 'Địa chỉ thư điện tử chưa đúng dạng, ví dụ motcua@hoaloc.thanhhoa.gov.vn. Không có thì để trống.',
    en: 'The e-mail address is not complete, such as motcua@hoaloc.thanhhoa.gov.vn. Leave it empty if there is none.',
  },
  'identity.full-name-not-readable': {
    status: 422,
    vi: 'Họ tên chỉ gồm chữ và khoảng trắng. Ghi đầy đủ họ, tên đệm và tên.',
    en: 'A name has letters and spaces only. Enter it in full.',
  },
  'identity.user-name-not-readable': {
    status: 422,
    vi: 'Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối, ví dụ an.nguyen.',
    en: 'A user name has 3 to 40 small letters without accents, digits, dots or hyphens, such as an.nguyen.',
  },
  'identity.staff-unknown': {
    status: 404,
    vi: 'Không có cán bộ này trong đơn vị của bạn. Tải lại danh sách rồi chọn lại.',
    en: 'There is nobody of this id in your office. Reload the list and choose again.',
  },
  'identity.user-name-taken': {
    status: 409,
    vi: 'Tên đăng nhập này đã có người dùng. Chọn tên khác, ví dụ thêm tên đơn vị hoặc một chữ số ở cuối.',
    en: 'Somebody has this user name already. Choose another, for example with the unit or a digit at its end.',
  },
  'identity.id-used': {
    status: 409,
    vi: 'Người hoặc vị trí này vừa được thay đổi ở nơi khác. Tải lại danh sách, xem lại rồi làm tiếp.',
    en: 'This person or position was just changed elsewhere. Reload the list, look at it again and go on.',
  },
  'identity.title-missing': {
    status: 422,
    vi: 'Ghi chức danh của vị trí, ví dụ Công chức Tư pháp - Hộ tịch.',
    en: 'Enter the title of the position, such as Civil status officer.',
  },
  'identity.unit-unknown': {
    status: 422,
    vi: 'Đơn vị này không có hoặc không còn hoạt động tại đây. Chọn một đơn vị trong danh sách.',
    en: 'There is no such unit here, or no longer. Choose one of the list.',
  },
  'identity.field-unknown': {
    status: 422,
    vi: 'Có lĩnh vực không nằm trong danh mục thủ tục đang áp dụng. Chọn lại trong danh sách.',
    en: 'One of the fields is not in the catalogue in force. Choose from the list again.',
  },
  'identity.last-administrator': {
    status: 409,
    vi: 'Phải còn ít nhất một quản trị có tài khoản đang mở. Giao vai trò quản trị cho người khác trước.',
    en: 'At least one administrator with an open account must remain. Make somebody else an administrator first.',
  },
  'identity.reset-own-password': {
    status: 409,
    vi: 'Mật khẩu của chính mình thì đổi bằng mật khẩu đang dùng, không đặt lại. Quên thì nhờ một quản trị khác.',
    en: 'Your own password is changed with the one in use, not reset. If it is forgotten, ask another administrator.',
  },
  'identity.second-factor-next': {
    status: 401,
    vi: 'Mật khẩu đúng. Bước hai: nhập mã trên điện thoại hoặc dùng khóa truy cập trong 5 phút.',
    en: 'The password is right. Second step: enter the code of your phone or use your passkey within 5 minutes.',
  },
  'identity.sign-in-again': {
    status: 401,
    vi: 'Đã quá 5 phút hoặc lần đăng nhập này đã dùng xong. Nhập lại tên và mật khẩu.',
    en: 'Five minutes have passed, or this sign-in was used already. Enter your name and password again.',
  },
  'identity.code-wrong': {
    status: 422,
    vi: 'Mã chưa đúng. Mở ứng dụng trên điện thoại, gõ 6 chữ số đang hiện; mất điện thoại thì dùng một mã dự phòng.',
    en: 'The code is not right. Open the app on your phone and type the 6 digits that it shows now; without the phone use a recovery code.',
  },
  'identity.code-used': {
    status: 422,
    vi: 'Mã này đã dùng rồi. Đợi điện thoại hiện mã mới (không quá 30 giây) rồi nhập mã mới.',
    en: 'This code was used already. Wait until the phone shows a new one (30 seconds at most) and enter that.',
  },
  'identity.clock-ahead': {
    status: 422,
    vi: 'Đồng hồ điện thoại chạy nhanh khoảng {minutes} phút nên mã không khớp. Bật ngày giờ tự động trên điện thoại rồi nhập mã mới.',
    en: 'The clock of your phone is about {minutes} minutes fast, so its codes do not fit. Turn on automatic date and time, then enter a new code.',
  },
  'identity.clock-behind': {
    status: 422,
    vi: 'Đồng hồ điện thoại chạy chậm khoảng {minutes} phút nên mã không khớp. Bật ngày giờ tự động trên điện thoại rồi nhập mã mới.',
    en: 'The clock of your phone is about {minutes} minutes slow, so its codes do not fit. Turn on automatic date and time, then enter a new code.',
  },
  'identity.totp-not-begun': {
    status: 409,
    vi: 'Mã QR này không còn dùng được. Bắt đầu lại và quét mã QR mới.',
    en: 'This QR code no longer counts. Begin again and scan the new one.',
  },
  'identity.passkey-impossible': {
    status: 409,
    vi: 'Khóa truy cập chỉ dùng được khi trang có tên miền và https. Dùng mã trên điện thoại, hoặc nhờ quản trị đặt địa chỉ công khai của hệ thống.',
    en: 'Passkeys need an address with a name and https. Use codes on the phone, or ask the administrator to set the public address of the system.',
  },
  'identity.passkey-too-late': {
    status: 409,
    vi: 'Lần xác nhận này đã quá 5 phút, đã dùng rồi hoặc mở từ trang khác. Bấm lại để thử lần nữa.',
    en: 'This confirmation is older than 5 minutes, was used already or came from another page. Press the button and try again.',
  },
  'identity.passkey-unknown': {
    status: 422,
    vi: 'Hệ thống không có khóa truy cập này. Có thể khóa đã bị bỏ; đăng nhập bằng mật khẩu rồi đăng ký lại.',
    en: 'This passkey is not known here. It may have been removed; sign in with your password and register it again.',
  },
  'identity.passkey-wrong': {
    status: 422,
    vi: 'Không xác nhận được khóa truy cập. Mở đúng địa chỉ của hệ thống, mở khóa thiết bị bằng vân tay, khuôn mặt hoặc mã PIN rồi thử lại.',
    en: 'The passkey could not be verified. Open the system at its own address, unlock your device and try again.',
  },
  'identity.passkey-suspended': {
    status: 403,
    vi: 'Khóa truy cập này có dấu hiệu bị sao chép nên đã ngừng nhận. Dùng cách khác để đăng nhập, bỏ khóa này và báo quản trị.',
    en: 'This passkey looks copied and is no longer accepted. Sign in another way, remove it and tell the administrator.',
  },
  'identity.passkey-known': {
    status: 409,
    vi: 'Khóa truy cập này đã đăng ký rồi.',
    en: 'This passkey is registered already.',
  },
  'identity.passkey-unnamed': {
    status: 422,
    vi: 'Đặt tên để sau này nhận ra khóa, ví dụ “Điện thoại của tôi”.',
    en: 'Give it a name that you will recognise, such as “My phone”.',
  },
  'identity.last-second-factor': {
    status: 409,
    vi: 'Vị trí của bạn phải có ít nhất một lớp bảo vệ ngoài mật khẩu. Đăng ký cách khác trước rồi bỏ cách này.',
    en: 'Your position must have at least one protection beside the password. Set up another one first, then remove this.',
  },
  'identity.no-second-factor': {
    status: 409,
    vi: 'Chưa có lớp bảo vệ nào để cấp mã dự phòng. Đăng ký mã trên điện thoại hoặc khóa truy cập trước.',
    en: 'There is no second factor that recovery codes could stand in for. Set up codes on the phone or a passkey first.',
  },
} as const satisfies ProblemTable;
