import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

/** The keys of the words of the page of a recovery. */
export type RecoverWord =
  | 'title' | 'lead' | 'how-1' | 'how-2' | 'how-3' | 'have-code' | 'user-name' | 'user-name-missing' | 'code' | 'code-hint' | 'code-missing' | 'password' | 'password-missing' | 'set' | 'setting' | 'warning' | 'back';

/** The words of the page where the code of a recovery is entered. */
export const RECOVER_WORDS: Catalogue<RecoverWord> = {
  vi: {
    'title': 'Khôi phục tài khoản cán bộ',
    'lead': 'Cho người đã quên mật khẩu và mất luôn điện thoại, khóa truy cập, mã dự phòng. Chỉ quên mật khẩu thì nhờ một quản trị đặt lại là đủ.',
    'how-1': 'Gặp trực tiếp một quản trị và nói lý do. Người ấy mở yêu cầu khôi phục.',
    'how-2': 'Một quản trị khác duyệt và trao tận tay bạn một mã dùng một lần, có giá trị 24 giờ.',
    'how-3': 'Nhập mã dưới đây cùng mật khẩu mới, rồi đăng ký lại điện thoại hoặc khóa truy cập.',
    'have-code': 'Đã có mã',
    'user-name': 'Tên đăng nhập',
    'user-name-missing': 'Nhập tên đăng nhập.',
    'code': 'Mã khôi phục',
    'code-hint': '12 ký tự, ví dụ 7KQM-2XWD-9RTB. Gạch nối và chữ hoa, thường không quan trọng.',
    'code-missing': 'Nhập mã khôi phục.',
    'password': 'Mật khẩu mới',
    'password-missing': 'Nhập mật khẩu mới.',
    'set': 'Đặt mật khẩu mới và vào',
    'setting': 'Đang kiểm tra…',
    'warning': 'Mọi phiên cũ kết thúc, mọi lớp bảo vệ cũ bị bỏ. Không nhờ khôi phục mà nhận được thông báo: vào Tài khoản của tôi và bấm hủy.',
    'back': 'Về trang đăng nhập',
  },
  en: {
    'title': 'Recover a staff account',
    'lead': 'For whoever forgot the password and lost the phone, the passkeys and the recovery codes too. If it is the password only, one administrator can reset it.',
    'how-1': 'Meet an administrator in person and say why. The administrator starts a recovery.',
    'how-2': 'Another administrator approves it and hands you a code that counts once, for 24 hours.',
    'how-3': 'Enter the code below with a new password, then register your phone or a passkey again.',
    'have-code': 'You have the code',
    'user-name': 'User name',
    'user-name-missing': 'Enter your user name.',
    'code': 'Code of the recovery',
    'code-hint': '12 signs, such as 7KQM-2XWD-9RTB. Hyphens and capitals do not matter.',
    'code-missing': 'Enter the code.',
    'password': 'New password',
    'password-missing': 'Enter a new password.',
    'set': 'Set the password and go in',
    'setting': 'Checking…',
    'warning': 'All old sessions end and all old second factors go. If you were told of a recovery that you did not ask for, open My account and cancel it.',
    'back': 'To the sign-in page',
  },
};
