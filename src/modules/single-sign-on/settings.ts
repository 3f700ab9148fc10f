import { Type } from 'typebox';
import { defineSetting, type SettingGroup } from '../settings/index.ts';

/** Whether staff may sign in by the word of an identity provider that the installation is set up for. */
export const STAFF_SIGN_ON = defineSetting({
  key: 'single-sign-on.staff',
  schema: Type.Union([Type.Literal('off'), Type.Literal('allowed')]),
  fallback: 'off',
  unit: 'none',
  override: 'commune',
  needsReason: true,
  words: {
    vi: {
      name: 'Cán bộ đăng nhập bằng tài khoản của tỉnh',
      does: 'Ai đã gắn tài khoản ở đây với nơi đăng nhập của tỉnh thì vào được bằng nơi đó. Không tài khoản nào được tự tạo, và mật khẩu ở đây vẫn dùng được.',
      changes: 'Có hiệu lực ngay với lần đăng nhập sau; phiên đang mở không bị ảnh hưởng.',
      options: { off: 'Không', allowed: 'Cho phép' },
    },
    en: {
      name: 'Staff sign in with the account of the province',
      does: 'Whoever linked the account here to the sign-in of the province may use that. No account is ever made by itself, and the password here goes on.',
      changes: 'Holds at once for the next sign-in; open sessions stay.',
      options: { off: 'No', allowed: 'Allowed' },
    },
  },
});

/** Settings of single sign-on. */
export const SIGN_ON_SETTINGS: SettingGroup = { module: 'single-sign-on', name: { vi: 'Đăng nhập một lần', en: 'Single sign-on' }, settings: [STAFF_SIGN_ON] };
