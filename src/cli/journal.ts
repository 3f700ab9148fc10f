import { dateAt, parseLocalDate } from '../kernel/local-time.ts';
import { faultWords, findDayRoot, listJournalCommunes, rootGroups, verifyJournal } from '../modules/journal/index.ts';
import { readConfig } from '../platform/config.ts';
import { type Database } from '../platform/db/database.ts';
import { SetUpProblem } from '../platform/set-up-problem.ts';
import { type Command, type CommandIo, type ExitCode } from './command.ts';
import { withOwnDatabase } from './set-up-database.ts';

const USAGE = `Cách dùng: xaso journal verify [--commune MÃ] [--from NGÀY] [--to NGÀY]   kiểm tra nhật ký, nêu dòng sai đầu tiên
           xaso journal root [--commune MÃ] --day NGÀY                  mã chốt của một ngày
  NGÀY viết NĂM-THÁNG-NGÀY. Cơ sở dữ liệu: DATABASE_URL, hoặc thư mục XASO_DATA (chương trình đang chạy hay không đều được).
  Mã thoát: 0 nhật ký nguyên vẹn; 1 có chỗ bị sửa, bị lấy đi hoặc đổi chỗ; 2 gọi sai cách.
Usage: xaso journal verify [--commune CODE] [--from DAY] [--to DAY] | root [--commune CODE] --day DAY
  Recomputes the hash chain and names the first entry that was altered, removed or reordered; or prints the root of a day.`;

type Options = Readonly<Partial<Record<'commune' | 'from' | 'to' | 'day', string>>>;

/** `xaso journal`: verifies the chain of every commune, or prints the root of a day. */
export const journalCommand: Command = {
  name: 'journal',
  summary: 'Kiểm tra nhật ký có bị sửa không, mã chốt của ngày (verify the journal, root of a day)',
  usage: USAGE,
  run: async ([act, ...args], io) => {
    const options = readOptions(args);
    const right = options !== undefined && (act === 'verify' ? options.day === undefined : act === 'root' && options.day !== undefined && options.from === undefined && options.to === undefined);
    if (!right) {
      io.say(USAGE);
      return 2;
    }
    try {
      const now = new Date();
      return await withOwnDatabase(readConfig(io.env), io.say, now, async ({ db }) => (act === 'verify' ? verify(db, options, io) : showRoot(db, options, now, io)));
    } catch (error) {
      if (!(error instanceof SetUpProblem)) throw error;
      io.say(error.message);
      return 1;
    }
  },
};

function readOptions(args: readonly string[]): Options | undefined {
  const found: Partial<Record<'commune' | 'from' | 'to' | 'day', string>> = {};
  for (let at = 0; at < args.length; at += 2) {
    const [name, value] = [args[at]?.replace(/^--/, ''), args[at + 1]];
    if (value === undefined || (name !== 'commune' && name !== 'from' && name !== 'to' && name !== 'day')) return undefined;
    if (name !== 'commune' && !parseLocalDate(value).ok) return undefined;
    found[name] = value;
  }
  return found;
}

async function communesOf(db: Database, { commune }: Options): Promise<readonly string[]> {
  return commune === undefined ? listJournalCommunes(db) : [commune];
}

async function verify(db: Database, options: Options, io: CommandIo): Promise<ExitCode> {
  let outcome: ExitCode = 0;
  for (const communeCode of await communesOf(db, options)) {
    const { rows, end, fault } = await verifyJournal(db, { communeCode, from: options.from ?? null, to: options.to ?? null });
    if (fault === undefined) {
      io.say(`Xã ${communeCode}: ${String(rows)} dòng nguyên vẹn${end.day === '' ? '' : `, đến ngày ${end.day}, mã ${rootGroups(end.hash).join(' ')}`}. / ${String(rows)} entries are whole.`);
    } else {
      outcome = 1;
      const words = faultWords(fault);
      io.say(`Xã ${communeCode}: NHẬT KÝ BỊ CAN THIỆP. ${words.vi}`);
      io.say(`Commune ${communeCode}: THE JOURNAL WAS TAMPERED WITH. ${words.en}`);
    }
    io.out(`${JSON.stringify({ commune: communeCode, rows, end: end.day === '' ? null : end, fault: fault ?? null })}\n`);
  }
  return outcome;
}

async function showRoot(db: Database, options: Options, now: Date, io: CommandIo): Promise<ExitCode> {
  const { day } = options;
  if (day === undefined) return 2;
  let outcome: ExitCode = 0;
  for (const communeCode of await communesOf(db, options)) {
    const found = await findDayRoot(db, communeCode, day);
    if (found === undefined) {
      outcome = 1;
      io.say(`Xã ${communeCode}: ngày ${day} không có dòng nào. / Nothing was written on this day.`);
      continue;
    }
    io.say(`Xã ${communeCode}, ngày ${day}: ${String(found.count)} dòng, mã chốt ${rootGroups(found.root).join(' ')}`);
    if (day >= dateAt(now.getTime())) io.say('Ngày này chưa hết: mã còn đổi. / The day is not over: the root still moves.');
    io.out(`${JSON.stringify({ commune: communeCode, ...found })}\n`);
  }
  return outcome;
}
