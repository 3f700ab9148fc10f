import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Tài khoản nhận tiền',
  'lead': 'Người nộp hồ sơ thấy tài khoản này và mã VietQR khi xã yêu cầu nộp tiền. Chưa có tài khoản thì chỉ nộp tại quầy.',
  'none': 'Chưa có tài khoản nào.',
  'bank': 'Ngân hàng',
  'choose': 'Chọn ngân hàng',
  'number': 'Số tài khoản',
  'holder': 'Tên chủ tài khoản',
  'holder-note': 'Viết như ngân hàng ghi, ví dụ UBND XA HOA LOC',
  'save': 'Lưu tài khoản',
  'saving': 'Đang lưu…',
  'saved': 'Đã lưu. Các yêu cầu nộp tiền dùng tài khoản này ngay.',
} as const;

/** Words of the screen for the commune's account. */
export const BANK_ACCOUNT_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'title': 'Account for payments',
    'lead': 'Applicants see this account and its VietQR code when they are asked to pay. Without one they pay at the counter only.',
    'none': 'There is no account yet.',
    'bank': 'Bank',
    'choose': 'Choose a bank',
    'number': 'Account number',
    'holder': 'Account holder',
    'holder-note': 'As the bank writes it, such as UBND XA HOA LOC',
    'save': 'Save the account',
    'saving': 'Saving…',
    'saved': 'Saved. Requests for payment use it from now on.',
  },
};
