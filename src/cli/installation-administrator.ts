import { randomUUID } from 'node:crypto';
import { addDays, dateAt, parseLocalDate } from '../kernel/local-time.ts';
import { type Result } from '../kernel/result.ts';
import { INSTALLATION_PROBLEMS, endAtMachine, listNamings, nameAtMachine } from '../modules/installation-administrators/index.ts';
import { readConfig } from '../platform/config.ts';
import { type Database } from '../platform/db/database.ts';
import { fillMessage } from '../platform/i18n/catalogue.ts';
import { SetUpProblem } from '../platform/set-up-problem.ts';
import { type Command, type CommandIo, type ExitCode } from './command.ts';
import { withOwnDatabase } from './set-up-database.ts';

const USAGE = `Cách dùng:
  xaso installation-administrator add <tên đăng nhập> --reason "<lý do>" [--from 2026-12-01] [--until 2027-11-30]
  xaso installation-administrator list
  xaso installation-administrator end <tên đăng nhập> --reason "<lý do>"
  Cử người quyết định chung cho mọi xã của hệ thống: cài đặt, thủ tục, biểu mẫu. Người đó phải đang là quản trị của một xã. Không ghi ngày thì từ hôm nay, trong một năm.
  Cử hai người tại máy chủ; từ đó hai người ấy cử và kết thúc người khác trên màn hình. Lý do được ghi vào nhật ký.
Usage:
  xaso installation-administrator add <user name> --reason "<reason>" [--from 2026-12-01] [--until 2027-11-30]
  xaso installation-administrator list
  xaso installation-administrator end <user name> --reason "<reason>"
  Names who decides for all communes of the installation: settings, procedures, forms. The person must administer a commune. Without days: from today on, for a year.
  Name two at the server; from then on these two name and end others on the screen. The reason goes into the journal.`;

const YEAR_DAYS = 365;

interface Wish {
  readonly userName: string;
  readonly reason: string;
  readonly from: string | undefined;
  readonly until: string | undefined;
}

/** The words after `add` or `end`; undefined when they are no order. */
function readWish(args: readonly string[], known: readonly string[]): Wish | undefined {
  const [userName = '', ...rest] = args;
  const options = new Map<string, string>();
  for (let place = 0; place < rest.length; place += 2) {
    const [name = '', value = ''] = [rest[place], rest[place + 1]];
    if (!known.includes(name) || options.has(name) || value.trim() === '') return undefined;
    options.set(name, value.trim());
  }
  const reason = options.get('--reason');
  if (userName.trim() === '' || userName.startsWith('-') || reason === undefined) return undefined;
  return { userName, reason, from: options.get('--from'), until: options.get('--until') };
}

const inVietnamese = (day: string): string => day.split('-').reverse().join('/');

/** `xaso installation-administrator`: the first ones who speak for an installation of several communes, and the way out when nobody does any more. */
export const installationAdministratorCommand: Command = {
  name: 'installation-administrator',
  summary: 'Cử, xem, kết thúc quản trị toàn hệ thống (who decides for all communes)',
  usage: USAGE,
  run: async ([act, ...args], io) => {
    const now = new Date();
    const run = order(act, args, io, now);
    if (run === undefined) {
      io.say(USAGE);
      return 2;
    }
    try {
      return await withOwnDatabase(readConfig(io.env), io.say, now, ({ db }) => run(db), 'as-it-is');
    } catch (error) {
      if (!(error instanceof SetUpProblem)) throw error;
      io.say(error.message);
      return 1;
    }
  },
};

function order(act: string | undefined, args: readonly string[], io: CommandIo, now: Date): ((db: Database) => Promise<ExitCode>) | undefined {
  if (act === 'list') return args.length === 0 ? (db) => list(db, io, now) : undefined;
  if (act !== 'add' && act !== 'end') return undefined;
  const wish = readWish(args, act === 'add' ? ['--reason', '--from', '--until'] : ['--reason']);
  if (wish === undefined) return undefined;
  return act === 'add' ? (db) => add(db, wish, io, now) : (db) => end(db, wish, io, now);
}

function refused<T>(done: Result<T>, io: CommandIo): done is Exclude<Result<T>, { readonly ok: true }> {
  if (done.ok) return false;
  const { code, facts } = done.problem;
  const words = Object.entries(INSTALLATION_PROBLEMS).find(([known]) => known === code)?.[1];
  for (const locale of ['vi', 'en'] as const) io.say(words === undefined ? code : fillMessage(words[locale], facts));
  return true;
}

async function add(db: Database, { userName, reason, from, until }: Wish, io: CommandIo, now: Date): Promise<ExitCode> {
  const validFrom = from ?? dateAt(now.getTime());
  for (const day of [validFrom, until ?? validFrom]) {
    if (parseLocalDate(day).ok) continue;
    io.say(`Không có ngày ${day}. Ghi ngày như 2026-12-01. / There is no day ${day}. Write it like 2026-12-01.`);
    return 1;
  }
  const validTo = until ?? addDays(validFrom, YEAR_DAYS - 1);
  const named = await nameAtMachine(db, { userName, reason, commandId: randomUUID(), id: randomUUID(), now, validFrom, validTo });
  if (refused(named, io)) return 1;
  const { fullName, communeName } = named.value;
  io.say(`${fullName} (${communeName}) là quản trị toàn hệ thống từ ${inVietnamese(validFrom)} đến hết ${inVietnamese(validTo)}. Người ấy phải có lớp bảo vệ thứ hai để dùng quyền này.`);
  io.say(`${fullName} (${communeName}) is an installation administrator from ${validFrom} to ${validTo}. A second factor is needed to act as one.`);
  const { length } = (await listNamings(db, now)).filter(({ standing }) => standing !== 'waits');
  if (length === 1) io.say('Cử thêm một người nữa: cử và kết thúc trên màn hình cần hai người. / Name one more: on the screen naming and ending take two.');
  return 0;
}

async function end(db: Database, { userName, reason }: Wish, io: CommandIo, now: Date): Promise<ExitCode> {
  const done = await endAtMachine(db, { userName, reason, commandId: randomUUID(), now });
  if (refused(done, io)) return 1;
  const { fullName, left } = done.value;
  io.say(`${fullName} không còn là quản trị toàn hệ thống. Còn ${String(left)} người. / ${fullName} is no installation administrator any more; ${String(left)} are left.`);
  if (left === 0) io.say('Không còn ai quyết định chung: cử người mới bằng lệnh add. / Nobody decides for all communes now: name somebody with add.');
  return 0;
}

const STANDING = { holds: 'đang giữ / holds', later: 'chưa đến ngày / later', waits: 'chờ đồng ý / waits for a second person' } as const;

async function list(db: Database, io: CommandIo, now: Date): Promise<ExitCode> {
  const namings = await listNamings(db, now);
  if (namings.length === 0) io.say('Chưa có quản trị toàn hệ thống. / There is no installation administrator.');
  for (const { fullName, userName, communeName, validFrom, validTo, standing } of namings) io.out(`${userName}\t${fullName}\t${communeName}\t${validFrom}\t${validTo}\t${STANDING[standing]}\n`);
  return 0;
}
