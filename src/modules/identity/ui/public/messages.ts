import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

/** The keys of the words on the sign-in and set-up pages. */
export type IdentityWord =
  | 'sign-in-title'
  | 'sign-in-lead'
  | 'user-name'
  | 'user-name-missing'
  | 'password'
  | 'password-hint'
  | 'password-missing'
  | 'sign-in'
  | 'signing-in'
  | 'signed-out'
  | 'set-up-done'
  | 'sign-in-again'
  | 'forgotten'
  | 'sign-on-hint'
  | 'sign-on-by'
  | 'left-provider'
  | 'leave-provider'
  | 'recover'
  | 'session-life'
  | 'set-up-title'
  | 'set-up-lead'
  | 'code'
  | 'code-hint'
  | 'code-missing'
  | 'next'
  | 'search-title'
  | 'search-label'
  | 'search-hint'
  | 'search'
  | 'found-none'
  | 'found'
  | 'chosen'
  | 'choose-other'
  | 'office-title'
  | 'centre-name'
  | 'address'
  | 'address-hint'
  | 'hotline'
  | 'agency-code'
  | 'agency-code-hint'
  | 'email'
  | 'administrator-title'
  | 'administrator-lead'
  | 'full-name'
  | 'user-name-hint'
  | 'password-again'
  | 'set-up'
  | 'setting-up';


/** The words of the sign-in and set-up pages. */
export const IDENTITY_WORDS: Catalogue<IdentityWord> = {
  vi: {
    'sign-in-title': 'Đăng nhập',
    'sign-in-lead': 'Trang này dành cho cán bộ, công chức. Người dân không cần tài khoản để tra cứu, khai báo hay nộp hồ sơ tại đây.',
    'user-name': 'Tên đăng nhập',
    'user-name-missing': 'Nhập tên đăng nhập.',
    'password': 'Mật khẩu',
    'password-hint': 'Tắt bộ gõ tiếng Việt nếu mật khẩu không có dấu.',
    'password-missing': 'Nhập mật khẩu.',
    'sign-in': 'Đăng nhập',
    'signing-in': 'Đang đăng nhập…',
    'signed-out': 'Đã đăng xuất. Trên máy dùng chung, hãy đóng cả trình duyệt.',
    'sign-in-again': 'Đã quá 5 phút hoặc lần đăng nhập này đã dùng xong. Nhập lại tên và mật khẩu.',
    'set-up-done': 'Thiết lập đã xong. Đăng nhập bằng tài khoản quản trị vừa tạo.',
    'sign-on-hint': 'Tài khoản đã gắn với nơi đăng nhập chung thì không cần mật khẩu ở đây.',
    'sign-on-by': 'Đăng nhập bằng {provider}',
    'left-provider': 'Trên máy này có thể vẫn còn đăng nhập ở {provider}.',
    'leave-provider': 'Đăng xuất khỏi {provider} luôn',
    'forgotten': 'Quên mật khẩu: nhờ quản trị đặt lại. Không ai, kể cả quản trị, được hỏi mật khẩu của bạn.',
    'recover': 'Mất cả mật khẩu và điện thoại: khôi phục tài khoản',
    'session-life': 'Phiên làm việc tự kết thúc sau 8 giờ không dùng và chậm nhất sau 12 giờ.',
    'set-up-title': 'Thiết lập lần đầu',
    'set-up-lead': 'Chương trình chưa biết mình làm việc cho xã, phường nào. Thiết lập một lần này xong là dùng được ngay.',
    'code': 'Mã thiết lập',
    'code-hint': 'Mã gồm 12 ký tự, in trên màn hình nơi chương trình đang chạy.',
    'code-missing': 'Nhập mã thiết lập.',
    'next': 'Tiếp tục',
    'search-title': 'Chọn xã, phường hoặc đặc khu',
    'search-label': 'Tên xã, phường, đặc khu',
    'search-hint': 'Gõ tên hiện nay hoặc tên trước khi sắp xếp, có dấu hay không dấu đều được.',
    'search': 'Tìm',
    'found-none': 'Không tìm thấy đơn vị nào có tên như vậy. Thử gõ ngắn hơn, ví dụ chỉ “Hoa Lộc”.',
    'found': 'Chọn một trong các đơn vị sau:',
    'chosen': 'Đơn vị: {place}.',
    'choose-other': 'Chọn đơn vị khác',
    'office-title': 'Trung tâm phục vụ hành chính công',
    'centre-name': 'Tên trung tâm',
    'address': 'Địa chỉ',
    'address-hint': 'Nơi người dân tìm đến; được in trên giấy hẹn.',
    'hotline': 'Đường dây nóng',
    'agency-code': 'Mã định danh cơ quan',
    'agency-code-hint': 'Theo Quyết định 20/2020/QĐ-TTg, ví dụ H56.14. Là phần đầu của mọi mã hồ sơ.',
    'email': 'Thư điện tử của trung tâm',
    'administrator-title': 'Người quản trị đầu tiên',
    'administrator-lead': 'Tài khoản này tạo tài khoản cho những người khác.',
    'full-name': 'Họ và tên',
    'user-name-hint': 'Chữ thường không dấu, ví dụ an.nguyen.',
    'password-again': 'Gõ lại mật khẩu',
    'set-up': 'Hoàn tất thiết lập',
    'setting-up': 'Đang thiết lập…',
  },
  en: {
    'sign-in-title': 'Sign in',
    'sign-in-lead': 'This page is for staff. Citizens need no account to look up, declare or file a dossier here.',
    'user-name': 'User name',
    'user-name-missing': 'Enter your user name.',
    'password': 'Password',
    'password-hint': 'Switch the Vietnamese keyboard off if your password has no accents.',
    'password-missing': 'Enter your password.',
    'sign-in': 'Sign in',
    'signing-in': 'Signing in…',
    'signed-out': 'You are signed out. On a shared computer, close the whole browser too.',
    'sign-in-again': 'Five minutes have passed, or this sign-in was used already. Enter your name and password again.',
    'set-up-done': 'Set-up is complete. Sign in with the administrator’s account that was just made.',
    'sign-on-hint': 'If your account is linked to a common sign-in you need no password here.',
    'sign-on-by': 'Sign in with {provider}',
    'left-provider': 'This computer may still be signed in at {provider}.',
    'leave-provider': 'Sign out of {provider} too',
    'forgotten': 'Forgotten password: ask the administrator for a new one. Nobody, not even the administrator, may ask for yours.',
    'recover': 'Password and phone both lost: recover the account',
    'session-life': 'A session ends by itself after 8 hours without use and after 12 hours at the latest.',
    'set-up-title': 'First set-up',
    'set-up-lead': 'The program does not yet know which commune it works for. Set it up once and it is ready.',
    'code': 'Set-up code',
    'code-hint': 'The 12 characters printed on the screen where the program runs.',
    'code-missing': 'Enter the set-up code.',
    'next': 'Continue',
    'search-title': 'Choose the commune',
    'search-label': 'Name of the commune',
    'search-hint': 'Today’s name or the one before the merger, with or without accents.',
    'search': 'Search',
    'found-none': 'No commune with such a name. Try fewer words, such as “Hoa Lộc” alone.',
    'found': 'Choose one of these:',
    'chosen': 'Commune: {place}.',
    'choose-other': 'Choose another commune',
    'office-title': 'Public administrative service centre',
    'centre-name': 'Name of the centre',
    'address': 'Address',
    'address-hint': 'Where citizens come to; printed on appointment slips.',
    'hotline': 'Hotline',
    'agency-code': 'Agency code',
    'agency-code-hint': 'By Decision 20/2020/QĐ-TTg, such as H56.14. It begins every dossier code.',
    'email': 'E-mail address of the centre',
    'administrator-title': 'The first administrator',
    'administrator-lead': 'This account makes the accounts of the others.',
    'full-name': 'Full name',
    'user-name-hint': 'Small letters without accents, such as an.nguyen.',
    'password-again': 'Password once more',
    'set-up': 'Finish set-up',
    'setting-up': 'Setting up…',
  },
};
