import { randomBytes, randomUUID } from 'node:crypto';
import { type Problem, type Result } from '../kernel/result.ts';
import { createUuidSource } from '../kernel/uuid.ts';
import { installDefaultCalendar } from '../modules/calendar/index.ts';
import { checkSetUp, type CommuneChoice, defaultOffice, readCommuneChoice, sayProblem, setUpCommune, type SetUpEntries } from '../modules/identity/index.ts';
import { findCommune } from '../modules/places/index.ts';
import { readConfig } from '../platform/config.ts';
import { SetUpProblem } from '../platform/set-up-problem.ts';
import { type Command, type CommandIo, type ExitCode } from './command.ts';
import { withOwnDatabase } from './set-up-database.ts';
import { readSetUpOptions, type SetUpOptions } from './set-up-options.ts';

const USAGE = `Cách dùng: xaso set-up --commune <mã 5 chữ số> --agency-code <mã định danh> --hotline <số điện thoại>
                  --admin-user <tên đăng nhập> --admin-name <họ tên>
                  [--centre-name <tên trung tâm>] [--address <địa chỉ>] [--email <thư điện tử>]
  Thiết lập lần đầu khi không mở được trang /thiet-lap. Mật khẩu quản trị đọc từ dòng đầu của đầu vào chuẩn.
  Cơ sở dữ liệu: DATABASE_URL, hoặc thư mục XASO_DATA (chương trình đang chạy hay không đều được).
  Mã thoát: 0 đã thiết lập; 1 bị từ chối, có nêu lý do; 2 gọi sai cách.
Usage: the first set-up without the web page; the administrator's password is the first line of standard input.
  xaso set-up --commune 16072 --agency-code H56.14 --hotline "0237 3865 123" --admin-user an.nguyen --admin-name "Nguyễn Văn An"`;

/** `xaso set-up`: makes the installation the office of a commune and prints its code; refuses (exit 1) when it is one already. */
export const setUpCommand: Command = {
  name: 'set-up',
  summary: 'Thiết lập lần đầu không qua trang web (first set-up without the web page)',
  usage: USAGE,
  run: async (args, io) => {
    const options = readSetUpOptions(args);
    if (typeof options === 'string') {
      io.say(options);
      io.say(USAGE);
      return 2;
    }
    try {
      return await setUp(options, io);
    } catch (error) {
      if (!(error instanceof SetUpProblem)) throw error;
      io.say(error.message);
      return 1;
    }
  },
};

async function setUp(options: SetUpOptions, io: CommandIo): Promise<ExitCode> {
  const listed = findCommune(options.commune);
  const place = listed === undefined ? undefined : readCommuneChoice(listed);
  if (place === undefined) return sayAll([{ code: 'identity.commune-unknown' }], io);
  const config = readConfig(io.env);
  const checked = checkSetUp(entriesOf(options, place, await readPassword(io)), place.name);
  if (!checked.ok) return sayAll(checked.problem, io);
  const now = new Date();
  const outcome: Result<{ readonly communeCode: string }> = await withOwnDatabase(config, io.say, now, ({ db }) =>
    setUpCommune(
      { db, newId: createUuidSource({ now: () => now.getTime(), randomBytes }), installCalendar: installDefaultCalendar },
      { commandId: randomUUID(), place, entries: checked.value, now, address: 'console' },
    ),
  );
  if (!outcome.ok) return sayAll([outcome.problem], io);
  io.out(`${JSON.stringify({ commune: place.code, administrator: checked.value.userName })}\n`);
  io.say(`Đã thiết lập ${place.kind} ${place.name}, ${place.provinceName}. Mở trang /can-bo để đăng nhập. / Set up; sign in at /can-bo.`);
  return 0;
}

function entriesOf(options: SetUpOptions, place: CommuneChoice, password: string): SetUpEntries {
  const office = defaultOffice(place);
  return {
    centreName: options['centre-name'] ?? office.centreName,
    address: options.address ?? office.address,
    hotline: options.hotline,
    agencyCode: options['agency-code'],
    email: options.email ?? '',
    fullName: options['admin-name'],
    userName: options['admin-user'],
    password,
    passwordAgain: password,
  };
}

async function readPassword(io: CommandIo): Promise<string> {
  io.say('Mật khẩu của quản trị, rồi Enter / the administrator’s password, then Enter:');
  for await (const line of io.lines()) return line;
  return '';
}

/** Every reason, in both languages. */
function sayAll(problems: readonly Problem[], io: CommandIo): 1 {
  for (const problem of problems) {
    io.say(sayProblem(problem, 'vi').sentence);
    io.say(sayProblem(problem, 'en').sentence);
  }
  return 1;
}
