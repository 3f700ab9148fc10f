import { PASSWORD_LENGTH } from './password-rules.ts';

/** The rules of a new password in words, shown beside the field before anything is typed. */
export const PASSWORD_RULE_WORDS = {
  vi: [
    `Ít nhất ${PASSWORD_LENGTH.least} ký tự. Ghép bốn từ không liên quan thì dễ nhớ mà khó đoán.`,
    'Không chứa tên đăng nhập, họ tên hoặc tên xã.',
    'Không chỉ toàn chữ số, không lặp lại, không theo thứ tự bàn phím. Không bắt buộc chữ hoa hay ký hiệu.',
  ],
  en: [
    `At least ${PASSWORD_LENGTH.least} characters. Four unrelated words are easy to remember and hard to guess.`,
    'Without the user name, your own name or the commune’s name.',
    'Not only digits, not a repetition, not a row of keys. Capitals and signs are not required.',
  ],
} as const satisfies Readonly<Record<'vi' | 'en', readonly string[]>>;
