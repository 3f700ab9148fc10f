import { Type } from 'typebox';
import { addDays, dateAt } from '../../kernel/local-time.ts';
import { defineSetting, type SettingGroup } from '../settings/index.ts';
import { idleSince, LONGEST_DEVICE_DAYS, LONGEST_IDLE_MINUTES } from './domain/session-life.ts';
import { countIdleSessions } from './store/sessions.ts';
import { countGivenPasswords } from './store/account-counts.ts';

/** After how many minutes without a request a session ends. */
export const SESSION_IDLE = defineSetting({
  key: 'identity.session-idle',
  schema: Type.Integer({ minimum: 15, maximum: LONGEST_IDLE_MINUTES }),
  fallback: 480,
  unit: 'minutes',
  override: 'commune',
  needsReason: false,
  words: {
    vi: {
      name: 'Tự đăng xuất khi không dùng',
      does: 'Không có thao tác nào trong chừng ấy phút thì phiên làm việc kết thúc và phải đăng nhập lại.',
      changes: 'Có hiệu lực ngay với mọi phiên đang mở: phiên đã để yên lâu hơn thì phải đăng nhập lại.',
    },
    en: {
      name: 'Signed out when not used',
      does: 'After so many minutes without any use a session ends and the person signs in again.',
      changes: 'Holds at once for all open sessions: whoever has been idle for longer signs in again.',
    },
  },
  effect: async (db, { communeCode, after, now }) => [
    { count: await countIdleSessions(db, communeCode, { now, seenAfter: idleSince(now, LONGEST_IDLE_MINUTES), idleSince: idleSince(now, after) }), vi: '{count} phiên đang mở sẽ kết thúc ngay.', en: '{count} open sessions end at once.' },
  ],
});

/** How many hours after sign-in a session ends whatever happens. */
export const SESSION_LENGTH = defineSetting({
  key: 'identity.session-length',
  schema: Type.Integer({ minimum: 1, maximum: 24 }),
  fallback: 12,
  unit: 'hours',
  override: 'commune',
  needsReason: false,
  words: {
    vi: {
      name: 'Phiên làm việc dài nhất',
      does: 'Sau chừng ấy giờ kể từ lúc đăng nhập, phiên làm việc kết thúc dù đang dùng: một ngày làm việc, không sang ngày thứ hai.',
      changes: 'Tính cho các lần đăng nhập từ nay về sau; phiên đang mở giữ giờ kết thúc của nó.',
    },
    en: {
      name: 'Longest session',
      does: 'So many hours after sign-in a session ends even while it is used: a working day, never two.',
      changes: 'Holds for every sign-in from now on; open sessions keep their end.',
    },
  },
});

/** How many days a browser stays known after the last sign-in from it. One for the whole installation: it is asked before anybody is known. */
export const KNOWN_DEVICE_DAYS = defineSetting({
  key: 'identity.known-device-days',
  schema: Type.Integer({ minimum: 7, maximum: LONGEST_DEVICE_DAYS }),
  fallback: 180,
  unit: 'days',
  override: 'installation',
  needsReason: false,
  words: {
    vi: {
      name: 'Nhớ máy quen',
      does: 'Máy đã đăng nhập trong chừng ấy ngày được coi là máy quen: người lạ đoán mật khẩu từ nơi khác không làm chậm người dùng máy này.',
      changes: 'Có hiệu lực ngay. Máy bỏ không lâu hơn số ngày này thành máy lạ và bị xóa khỏi danh sách ban đêm.',
    },
    en: {
      name: 'Known computers',
      does: 'A browser from which somebody signed in within so many days is known: a stranger who guesses from elsewhere does not slow that person down.',
      changes: 'Holds at once. Browsers not used for longer are strange again and are removed at night.',
    },
  },
});

/** For how many days a password counts that an administrator made and handed over. */
export const GIVEN_PASSWORD_DAYS = defineSetting({
  key: 'identity.given-password-days',
  schema: Type.Integer({ minimum: 1, maximum: 90 }),
  fallback: 14,
  unit: 'days',
  override: 'commune',
  needsReason: false,
  words: {
    vi: {
      name: 'Hạn của mật khẩu dùng một lần',
      does: 'Mật khẩu do quản trị đặt (phiếu đăng nhập, đặt lại mật khẩu) dùng được đến hết chừng ấy ngày sau ngày trao. Quá hạn thì phải đặt lại.',
      changes: 'Có hiệu lực ngay với mọi mật khẩu dùng một lần chưa được đổi.',
    },
    en: {
      name: 'Days of a one-time password',
      does: 'A password that an administrator made (on a slip, or a new one for somebody who forgot it) counts for so many days after the day on which it was handed over. Then a new one is needed.',
      changes: 'Holds at once for every one-time password that was not changed yet.',
    },
  },
  effect: async (db, { communeCode, after, now }) => [
    { count: await countGivenPasswords(db, communeCode, addDays(dateAt(now.getTime()), -after)), vi: '{count} mật khẩu dùng một lần đang chờ sẽ hết hạn ngay.', en: '{count} one-time passwords that wait are over at once.' },
  ],
});

/** Whether those who administer and sign must have a second factor. */
export const SECOND_FACTOR = defineSetting({
  key: 'identity.second-factor',
  schema: Type.Union([Type.Literal('required'), Type.Literal('offered')]),
  fallback: 'required',
  unit: 'none',
  override: 'commune',
  needsReason: true,
  law: {
    vi: 'Hệ thống cấp độ 3 (Nghị định 85/2016/NĐ-CP) cần xác thực nhiều yếu tố cho quản trị.',
    en: 'Systems of level 3 (Decree 85/2016) need more than one factor for administrators.',
  },
  words: {
    vi: {
      name: 'Lớp bảo vệ thứ hai khi đăng nhập',
      does: 'Quản trị, lãnh đạo ký và trưởng đơn vị phải có mã trên điện thoại hoặc khóa truy cập ngoài mật khẩu, hay chỉ được khuyến khích.',
      changes: 'Có hiệu lực ngay: khi bắt buộc, ai chưa có thì chỉ vào được trang tài khoản của mình để đăng ký.',
      options: { required: 'Bắt buộc', offered: 'Chỉ khuyến khích' },
    },
    en: {
      name: 'Second protection at sign-in',
      does: 'Administrators, signing leaders and heads of units must have codes on the phone or a passkey beside the password, or it is only offered.',
      changes: 'Holds at once: where it is required, whoever has none reaches only the own account to set one up.',
      options: { required: 'Required', offered: 'Offered only' },
    },
  },
});

/** Settings of sign-in and sessions. */
export const IDENTITY_SETTINGS: SettingGroup = { module: 'identity', name: { vi: 'Đăng nhập', en: 'Sign-in' }, settings: [SESSION_IDLE, SESSION_LENGTH, KNOWN_DEVICE_DAYS, GIVEN_PASSWORD_DAYS, SECOND_FACTOR] };
