import { type Static, Type } from 'typebox';
import { PASSWORD_LENGTH } from '../domain/password-rules.ts';

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

/** PUT /api/password. */
export const ChangePasswordBody = Type.Object(
  {
    commandId: Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' }),
    currentPassword: Type.String({ minLength: 1, maxLength: 400 }),
    newPassword: Type.String({ minLength: 1, maxLength: 400 }),
  },
  { additionalProperties: false },
);
export type ChangePassword = Static<typeof ChangePasswordBody>;

/** What a changed password answers; `endedSessions` counts the other sessions that were ended by it. */
export const PasswordChangedView = Type.Object({ changed: Type.Literal(true), endedSessions: Type.Integer() });
export type PasswordChanged = Static<typeof PasswordChangedView>;
