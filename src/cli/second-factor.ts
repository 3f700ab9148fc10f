import { randomUUID } from 'node:crypto';
import { clearSecondFactors } from '../modules/identity/index.ts';
import { readConfig } from '../platform/config.ts';
import { SetUpProblem } from '../platform/set-up-problem.ts';
import { type Command } from './command.ts';
import { withOwnDatabase } from './set-up-database.ts';

const USAGE = `Cách dùng: xaso second-factor clear <tên đăng nhập> --reason "<lý do>"
  Cho người mất điện thoại, khoá truy cập và cả mã khôi phục: bỏ lớp bảo vệ thứ hai và kết thúc các phiên; mật khẩu giữ nguyên. Lý do được ghi vào nhật ký.
Usage: xaso second-factor clear <user name> --reason "<reason>"
  For somebody who lost phone, passkeys and recovery codes: takes the second factors away and ends the sessions; the password stays. The reason goes into the journal.`;

/** `xaso second-factor clear`: lets somebody in again who lost every second factor; only who runs the machine can. */
export const secondFactorCommand: Command = {
  name: 'second-factor',
  summary: 'Bỏ lớp bảo vệ thứ hai của người đã mất hết (clear lost second factors)',
  usage: USAGE,
  run: async (args, io) => {
    const [act, userName = '', option, reason = ''] = args;
    if (act !== 'clear' || userName.trim() === '' || option !== '--reason' || reason.trim() === '' || args.length > 4) {
      io.say(USAGE);
      return 2;
    }
    const now = new Date();
    try {
      const fullName = await withOwnDatabase(readConfig(io.env), io.say, now, ({ db }) => clearSecondFactors(db, { userName, reason: reason.trim(), commandId: randomUUID(), now }), 'as-it-is');
      if (fullName === undefined) {
        io.say(`Không có ai dùng tên đăng nhập “${userName}”. Xem tên ở màn hình Cán bộ. / Nobody has this user name.`);
        return 1;
      }
      io.say(`Đã bỏ lớp bảo vệ thứ hai của ${fullName}. Đăng nhập lại bằng mật khẩu rồi đăng ký lại. / Done: sign in with the password and register again.`);
      return 0;
    } catch (error) {
      if (!(error instanceof SetUpProblem)) throw error;
      io.say(error.message);
      return 1;
    }
  },
};
