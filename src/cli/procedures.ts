import { loadReport, type LoadReport, type UndeterminedProcedure } from '../modules/procedures/domain/load-report.ts';
import { type PackFault } from '../modules/procedures/domain/pack-fault.ts';
import { isDay } from '../modules/procedures/domain/read-shape.ts';
import { type CatalogueFolder, OWN_CATALOGUE, readCatalogueFolder } from '../modules/procedures/store/catalogue-folder.ts';
import { readSearchWords } from '../modules/procedures/store/read-search-words.ts';
import { type Command, type CommandIo, type ExitCode } from './command.ts';

const USAGE = `Cách dùng: xaso procedures check [thư mục] [--date NĂM-THÁNG-NGÀY]
  Kiểm tra mọi gói thủ tục trong thư mục (mặc định: danh mục của chương trình).
  In báo cáo nạp dạng JSON ra đầu ra chuẩn, tóm tắt bằng lời ra đầu ra lỗi.
  Mã thoát: 0 mọi gói đúng; 1 có gói sai hoặc không đọc được thư mục; 2 gọi sai cách.
Usage: xaso procedures check [folder] [--date YYYY-MM-DD]
  Checks every procedure pack of the folder (by default the program's own catalogue).`;

const MOST_LINES = 50;

/** `xaso procedures check`: prints the load report as JSON and says in words what is wrong; exit 1 if any pack is faulty. */
export const proceduresCommand: Command = {
  name: 'procedures',
  summary: 'Kiểm tra danh mục thủ tục: procedures check [thư mục] (check the procedure packs)',
  usage: USAGE,
  run: (args, io) => {
    const asked = readArguments(args);
    if (asked === undefined) {
      io.say(USAGE);
      return 2;
    }
    return checkFolder(asked.folder, asked.date ?? today(), io);
  },
};

interface Asked {
  readonly folder: string;
  readonly date: string | undefined;
}

function readArguments(args: readonly string[]): Asked | undefined {
  const [action, ...rest] = args;
  if (action !== 'check') return undefined;
  let [folder, date]: [string | undefined, string | undefined] = [undefined, undefined];
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at] ?? '';
    if (word === '--date') {
      date = rest[++at];
      if (!isDay(date)) return undefined;
    } else if (word.startsWith('-') || folder !== undefined) return undefined;
    else folder = word;
  }
  return { folder: folder ?? OWN_CATALOGUE, date };
}

function checkFolder(folder: string, date: string, io: CommandIo): ExitCode {
  const read = readFolder(folder, io);
  if (read === undefined) return 1;
  const report = loadReport(read.packs, date);
  const faults = [...report.faults, ...readSearchWords(read.searchWords, new Set(report.packs.map((pack) => pack.code))).faults];
  io.out(`${JSON.stringify(asJson(folder, read.packs.length, report, faults), null, 2)}\n`);
  say(read.packs.length, report, faults, io);
  return faults.length > 0 ? 1 : 0;
}

function readFolder(folder: string, io: CommandIo): CatalogueFolder | undefined {
  try {
    return readCatalogueFolder(folder);
  } catch (error) {
    io.say(`Không đọc được thư mục ${folder}: ${error instanceof Error ? error.message : String(error)}.`);
    return undefined;
  }
}

function asJson(folder: string, files: number, report: LoadReport, faults: readonly PackFault[]): unknown {
  return {
    folder,
    date: report.date,
    counts: {
      files,
      citizen: report.packs.length,
      hidden: report.hidden.length,
      undetermined: report.undetermined.length,
      notInForce: report.notInForce.length,
      faults: faults.length,
    },
    faults,
    hidden: report.hidden,
    undetermined: report.undetermined,
    duplicates: report.duplicates,
    notInForce: report.notInForce,
    packs: report.packs.map((pack) => ({ code: pack.code, version: pack.version, name: pack.everyday?.name.vi ?? pack.name })),
  };
}

function say(files: number, report: LoadReport, faults: readonly PackFault[], io: CommandIo): void {
  const faulty = new Set(faults.map((fault) => fault.file)).size;
  io.say(`Đọc ${files} tệp, ngày ${report.date}: ${report.packs.length} thủ tục cho người dân, ${report.hidden.length} thủ tục ẩn, ${report.undetermined.length} thủ tục chưa xác định thời hạn, ${report.notInForce.length} thủ tục chưa hoặc hết hiệu lực.`);
  io.say(`Read ${files} files for ${report.date}: ${report.packs.length} for citizens, ${report.hidden.length} hidden, ${report.undetermined.length} without a determined time limit, ${report.notInForce.length} not in force.`);
  lines('Ẩn với người dân / hidden:', report.hidden.map((one) => `${one.code} (${one.reason}) ${one.detail}`), io);
  lines('Chưa xác định thời hạn, phải bổ sung trước khi tiếp nhận / time limit to be completed:', report.undetermined.map(undeterminedLine), io);
  lines('Trùng / duplicates:', report.duplicates.map((one) => `${one.codes.join(', ')}: ${one.name}`), io);
  lines('Sai, không nạp / faulty, not loaded:', faults.map((fault) => `${fault.file} ${fault.field || '(tệp)'}: ${fault.words.vi}`), io);
  io.say(faulty === 0 ? 'Mọi tệp đều đúng. Every file is sound.' : `${faulty} tệp sai. ${faulty} files are faulty.`);
}

function undeterminedLine(one: UndeterminedProcedure): string {
  return `${one.code} ${one.name}${one.value === null ? '' : ` (nguồn ghi ${String(one.value)}, không có đơn vị)`}`;
}

function lines(title: string, all: readonly string[], io: CommandIo): void {
  if (all.length === 0) return;
  io.say(title);
  for (const line of all.slice(0, MOST_LINES)) io.say(`  ${line}`);
  if (all.length > MOST_LINES) io.say(`  và ${all.length - MOST_LINES} dòng nữa trong báo cáo JSON`);
}

/** The office's day: seven hours ahead of UTC, without daylight saving. */
function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}
