import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

/** The keys of the words on the second step of the sign-in page. */
export type SecondStepWord =
  | 'title' | 'lead' | 'code' | 'code-hint' | 'code-missing' | 'go-on' | 'going-on' | 'lost' | 'recover' | 'start-again'
  | 'passkey-alone' | 'passkey-alone-hint' | 'passkey-second' | 'passkey-second-hint' | 'passkey-needs-script' | 'passkey-failed' | 'passkey-waiting' | 'only-passkey';

/** The words of the second step. */
export const SECOND_STEP_WORDS: Catalogue<SecondStepWord> = {
  vi: {
    'title': 'Đăng nhập: bước hai',
    'lead': 'Mật khẩu đúng. Còn một bước để chắc chắn là chính bạn, trong vòng 5 phút.',
    'code': 'Mã trên điện thoại',
    'code-hint': '6 chữ số đang hiện trong ứng dụng tạo mã. Mất điện thoại: nhập một mã dự phòng đã in.',
    'code-missing': 'Nhập mã.',
    'go-on': 'Vào làm việc',
    'going-on': 'Đang kiểm tra…',
    'lost': 'Mất cả điện thoại và mã dự phòng: nhờ hai quản trị khôi phục. Không ai được hỏi mã của bạn, kể cả quản trị.',
    'recover': 'Khôi phục tài khoản',
    'start-again': 'Đăng nhập lại từ đầu',
    'passkey-alone': 'Dùng khóa truy cập, không cần mật khẩu',
    'passkey-alone-hint': 'Đã đăng ký khóa truy cập (vân tay, khuôn mặt, mã PIN của máy hoặc khóa USB):',
    'passkey-second': 'Dùng khóa truy cập',
    'passkey-second-hint': 'Hoặc xác nhận bằng vân tay, khuôn mặt, mã PIN của máy hay khóa USB:',
    'passkey-needs-script': 'Khóa truy cập cần trình duyệt cho phép JavaScript. Tên, mật khẩu và mã thì không cần.',
    'passkey-failed': 'Thiết bị chưa xác nhận được. Thử lại, hoặc dùng cách khác trên trang này.',
    'passkey-waiting': 'Đang đợi thiết bị…',
    'only-passkey': 'Bạn chỉ đăng ký khóa truy cập. Bấm nút bên dưới, hoặc nhập một mã dự phòng.',
  },
  en: {
    'title': 'Sign in: second step',
    'lead': 'The password is right. One more step makes sure that it is you, within 5 minutes.',
    'code': 'Code of your phone',
    'code-hint': 'The 6 digits that your authenticator app shows now. Without the phone, enter a printed recovery code.',
    'code-missing': 'Enter the code.',
    'go-on': 'Go to work',
    'going-on': 'Checking…',
    'lost': 'Phone and recovery codes both lost: two administrators can recover the account. Nobody, not even the administrator, may ask for your codes.',
    'recover': 'Recover the account',
    'start-again': 'Start the sign-in again',
    'passkey-alone': 'Use a passkey, without a password',
    'passkey-alone-hint': 'If you have registered a passkey (fingerprint, face, device PIN or USB key):',
    'passkey-second': 'Use a passkey',
    'passkey-second-hint': 'Or confirm with fingerprint, face, device PIN or USB key:',
    'passkey-needs-script': 'Passkeys need a browser that allows JavaScript. Name, password and code do not.',
    'passkey-failed': 'Your device could not confirm. Try again, or use another way on this page.',
    'passkey-waiting': 'Waiting for your device…',
    'only-passkey': 'You have registered a passkey only. Press the button below, or enter a recovery code.',
  },
};
