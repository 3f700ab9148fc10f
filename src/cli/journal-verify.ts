import { stat } from 'node:fs/promises';
import { dateAt } from '../kernel/local-time.ts';
import { exportFaultWords, faultWords, findDayRoot, listJournalCommunes, type openArchiveFiles, rootGroups, verifyExport, verifyJournal } from '../modules/journal/index.ts';
import { type Database } from '../platform/db/database.ts';
import { type CommandIo, type ExitCode } from './command.ts';
import { type JournalOptions } from './journal-options.ts';

/** The communes that a call is about. */
export async function communesOf(db: Database, { commune }: JournalOptions): Promise<readonly string[]> {
  return commune === undefined ? listJournalCommunes(db) : [commune];
}

/** `xaso journal verify`: sealed months and tables of every commune together. */
export async function verifyChains(db: Database, archives: ReturnType<typeof openArchiveFiles>, options: JournalOptions, io: CommandIo): Promise<ExitCode> {
  let outcome: ExitCode = 0;
  for (const communeCode of await communesOf(db, options)) {
    const { rows, end, fault, archives: months } = await verifyJournal(db, { communeCode, from: options.from ?? null, to: options.to ?? null }, archives);
    if (fault === undefined) {
      const sealed = months === 0 ? { vi: '', en: '' } : { vi: `, trong đó ${String(months)} tháng đã niêm phong`, en: `, ${String(months)} sealed months among them` };
      io.say(`Xã ${communeCode}: ${String(rows)} dòng nguyên vẹn${sealed.vi}${end.day === '' ? '' : `, đến ngày ${end.day}, mã ${rootGroups(end.hash).join(' ')}`}. / ${String(rows)} entries are whole${sealed.en}.`);
    } else {
      outcome = 1;
      const words = faultWords(fault);
      const [vi, en] = fault.kind.startsWith('archive-') ? ['KHÔNG KIỂM TRA ĐƯỢC HẾT NHẬT KÝ.', 'NOT ALL OF THE JOURNAL COULD BE VERIFIED.'] : ['NHẬT KÝ BỊ CAN THIỆP.', 'THE JOURNAL WAS TAMPERED WITH.'];
      io.say(`Xã ${communeCode}: ${vi} ${words.vi}`);
      io.say(`Commune ${communeCode}: ${en} ${words.en}`);
    }
    io.out(`${JSON.stringify({ commune: communeCode, rows, archives: months, end: end.day === '' ? null : end, fault: fault ?? null })}\n`);
  }
  return outcome;
}

/** `xaso journal verify --file`: one exported file by itself, on any machine. */
export async function verifyFile(path: string, io: CommandIo): Promise<ExitCode> {
  if (!((await stat(path).catch(() => undefined))?.isFile() ?? false)) {
    io.say(`Không có tệp ${path}. / There is no such file.`);
    return 1;
  }
  const { check, fault } = await verifyExport(path);
  const { head, rows, mark, days } = check;
  io.out(`${JSON.stringify({ file: path, rows, days, whole: head?.whole ?? null, commune: head?.commune ?? null, mark: fault === undefined ? mark : null, fault: fault ?? null })}\n`);
  if (fault !== undefined) {
    const words = exportFaultWords(fault);
    io.say(`TỆP KHÔNG CÒN NGUYÊN VẸN. ${words.vi}`);
    io.say(`THE FILE IS NOT WHOLE. ${words.en}`);
    return 1;
  }
  io.say(`Tệp nguyên vẹn: ${String(rows)} dòng của ${head?.communeName ?? ''} (${head?.commune ?? ''}), từ ${head?.from ?? ''} đến ${head?.to ?? ''}, ${String(days)} ngày. / The file is whole: ${String(rows)} entries, ${String(days)} days.`);
  io.say(`Mã tệp / mark of the file: ${rootGroups(mark).join(' ')}`);
  io.say(head?.whole === true
    ? 'Tệp không bỏ dòng nào; mã chốt từng ngày trong tệp so được với trang /nhat-ky của xã. / Nothing was left out; compare the roots of its days with the page /nhat-ky.'
    : 'Tệp chỉ có một phần nhật ký: từng dòng được kiểm tra, còn việc thiếu dòng thì so mã tệp với mã ghi trong nhật ký lúc xuất. / A part of the journal: compare the mark with the one that the journal noted.');
  return 0;
}

/** `xaso journal root`: the hash after the last entry of a day. */
export async function showRoot(db: Database, options: JournalOptions, now: Date, io: CommandIo): Promise<ExitCode> {
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
