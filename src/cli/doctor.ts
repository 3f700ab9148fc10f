import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dateAt } from '../kernel/local-time.ts';
import { checkAccounts } from '../modules/identity/index.ts';
import { checkInstallation } from '../modules/installation-administrators/index.ts';
import { checkJournals } from '../modules/journal/index.ts';
import { readConfig } from '../platform/config.ts';
import { openFileStore } from '../platform/files/file-store.ts';
import { examineHealth } from '../platform/health/examine.ts';
import { finding, type HealthFinding, type HealthGrade, worstGrade } from '../platform/health/finding.ts';
import { sayFinding } from '../platform/health/health-words.ts';
import { type Locale } from '../platform/i18n/locale.ts';
import { SetUpProblem } from '../platform/set-up-problem.ts';
import { type Command, type CommandIo, type ExitCode } from './command.ts';
import { openOwnArchives } from './own-archives.ts';
import { withOwnDatabase } from './set-up-database.ts';

const USAGE = `Cách dùng: xaso doctor [--all] [--json] [--en]
  Khám ổ đĩa, đồng hồ, cơ sở dữ liệu, bản sao lưu, chứng thư, việc nền, tệp giấy tờ, nhật ký, tài khoản và cấu hình; không sửa gì.
  --all đọc hết mọi tệp giấy tờ và kiểm tra nhật ký từ đầu, cả các tháng đã niêm phong; --json một dòng JSON cho máy; --en bằng tiếng Anh.
  Mã thoát: 0 mọi thứ ổn; 1 có điều cần xem; 2 có điều hỏng hoặc nguy hiểm, hoặc gọi sai cách.
Usage: xaso doctor [--all] [--json] [--en]
  Examines the installation and changes nothing. Exit code: 0 all is well, 1 something wants looking at, 2 something is broken.`;

const FLAGS = ['--all', '--json', '--en'] as const;
const MARKS: Readonly<Record<HealthGrade, string>> = { well: '✔', attention: '!', bad: '✖' };
const EXIT: Readonly<Record<HealthGrade, ExitCode>> = { well: 0, attention: 1, bad: 2 };

/** `xaso doctor`: looks at everything that the installation stands on and says in plain words what is wrong and what to do. */
export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Khám hệ thống: ổ đĩa, đồng hồ, dữ liệu, sao lưu… (examine the installation)',
  usage: USAGE,
  run: async (args, io) => {
    if (args.some((arg) => !FLAGS.some((flag) => flag === arg))) {
      io.say(USAGE);
      return 2;
    }
    const locale: Locale = args.includes('--en') ? 'en' : 'vi';
    const found = await examine(io, args.includes('--all'), locale);
    if (args.includes('--json')) io.out(`${JSON.stringify({ grade: worstGrade(found), findings: found.map((one) => ({ ...one, ...sayFinding(one, locale) })) })}\n`);
    else for (const line of reportOf(found, locale)) io.out(`${line}\n`);
    return EXIT[worstGrade(found)];
  },
};

async function examine(io: CommandIo, all: boolean, locale: Locale): Promise<readonly HealthFinding[]> {
  try {
    const config = readConfig(io.env);
    const clock = (): Date => new Date();
    const folder = config.dataFolder;
    const outside = config.host !== '127.0.0.1' && config.host !== 'localhost' && config.host !== '::1';
    const files = openFileStore(join(folder, 'files'));
    return await withOwnDatabase(config, io.say, clock(), async ({ db }) => {
      // The folder is there now: the bundled database made it, and a server elsewhere needs none.
      const room = (await stat(folder).catch(() => undefined)) === undefined ? process.cwd() : folder;
      return examineHealth({ db, files, folder: room, keyPath: join(folder, 'secret-key'), config, clock, more: [() => checkAccounts(db, dateAt(clock().getTime()), outside), () => checkInstallation(db, dateAt(clock().getTime())), async (wishes) => checkJournals(db, await openOwnArchives(config), clock(), wishes.all)] }, { all });
    }, 'as-it-is');
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    return [finding('database.unreachable', 'bad', { fault: error.message.split('\n')[locale === 'vi' ? 0 : 1] ?? error.message })];
  }
}

function reportOf(found: readonly HealthFinding[], locale: Locale): readonly string[] {
  const order: readonly HealthGrade[] = ['bad', 'attention', 'well'];
  return order.flatMap((grade) => found.filter((one) => one.grade === grade)).flatMap((one) => {
    const { what, means, next } = sayFinding(one, locale);
    return [`${MARKS[one.grade]} ${what}`, ...(means === '' ? [] : [`    ${means}`]), ...(next === '' ? [] : [`    → ${next}`])];
  });
}
