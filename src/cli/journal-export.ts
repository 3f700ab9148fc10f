import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { randomUUID } from 'node:crypto';
import { dateAt } from '../kernel/local-time.ts';
import { findDossierCodes } from '../modules/dossiers/index.ts';
import { getCommune, listCommunes, listStaffMembers, listUnits } from '../modules/identity/index.ts';
import { exportLines, type NamingDeps, type openArchiveFiles, planExport, rootGroups } from '../modules/journal/index.ts';
import { type Database } from '../platform/db/database.ts';
import { appendLines } from '../platform/journal/append-lines.ts';
import { type CommandIo, type ExitCode } from './command.ts';
import { type JournalOptions } from './journal-options.ts';

const KINDS = ['all', 'looks', 'changes', 'sign-ins'] as const;

/** What a call names, found in the commune; or the sentence that says what is wrong with it. */
interface Named {
  readonly communeCode: string;
  readonly communeName: string;
  readonly unitId: string | null;
  readonly staffId: string | null;
  readonly naming: NamingDeps;
}

/**
 * `xaso journal export`: the journal of a period as a file for auditors. The purpose stands in the journal before the first line is written; a file
 * that could not be finished is removed. Refuses to overwrite.
 */
export async function exportJournal(places: { readonly db: Database; readonly archives: ReturnType<typeof openArchiveFiles> }, options: JournalOptions, now: Date, io: CommandIo): Promise<ExitCode> {
  const { from = '', to = '', purpose = '', out = '' } = options;
  const kind = KINDS.find((one) => one === (options.kind ?? 'all'));
  const format = out.endsWith('.jsonl') ? 'jsonl' : out.endsWith('.csv') ? 'csv' : undefined;
  if (kind === undefined || format === undefined) {
    io.say('--out phải là tệp .jsonl hoặc .csv; --kind là looks, changes hoặc sign-ins. / --out must end with .jsonl or .csv; --kind is looks, changes or sign-ins.');
    return 2;
  }
  const named = await findNamed(places.db, options, now);
  if (typeof named === 'string') {
    io.say(named);
    return 1;
  }
  const { communeCode, communeName, unitId, staffId, naming } = named;
  const plan = await planExport(places.db, { from, to, unitId, staffId, kind }, format, { communeCode, communeName, madeBy: 'xaso journal export', purpose, now });
  if (!plan.ok) {
    io.say(plan.problem.code === 'journal.export-empty' ? 'Nhật ký chưa có dòng nào. / The journal has no entries yet.' : 'Ngày đầu phải không sau ngày cuối. / The first day must not be after the last.');
    return 1;
  }
  const object = `journal:${randomUUID()}` as const;
  const line = { at: now, actor: { kind: 'anonymous' }, address: 'console', object } as const;
  const file = createWriteStream(out, { flags: 'wx', mode: 0o600 });
  try {
    await new Promise<void>((resolve, reject) => { file.once('open', () => { resolve(); }).once('error', reject); });
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    io.say(code === 'EEXIST' ? `Tệp ${out} đã có; đặt tên khác. / The file is there already; choose another name.` : `Không ghi được vào ${out} (${String(code)}). / It cannot be written.`);
    return 1;
  }
  await appendLines(places.db, communeCode, [{ ...line, action: 'journal.export-begun', facts: { format, from, to, unitId, staffId, kind }, purpose: { code: 'inspection', words: purpose } }]);
  try {
    await pipeline(Readable.from(exportLines(places, naming, plan.value, async (done) => {
      await appendLines(places.db, communeCode, [{ ...line, action: 'journal.export-finished', facts: { ...done } }]);
      io.say(`Đã xuất ${String(done.rows)} dòng vào ${out}. Mã tệp ${rootGroups(done.mark).join(' ')}. / ${String(done.rows)} entries were exported.`);
      io.out(`${JSON.stringify({ commune: communeCode, file: out, ...done })}\n`);
    })), file);
  } catch (error) {
    await rm(out, { force: true });
    const code = (error as { code?: unknown }).code;
    if (code !== 'ENOSPC') throw error;
    io.say(`Ổ đĩa hết chỗ khi ghi ${out}; tệp dở đã được bỏ. Giải phóng chỗ trống rồi xuất lại. / The disk is full; the unfinished file was removed.`);
    return 1;
  }
  return 0;
}

async function findNamed(db: Database, { commune, unit, person }: JournalOptions, now: Date): Promise<Named | string> {
  const known = await listCommunes(db);
  const communeCode = commune ?? (known.length === 1 ? known[0]?.code : undefined);
  if (communeCode === undefined || !known.some(({ code }) => code === communeCode)) return `Nêu xã bằng --commune: ${known.map(({ code, name }) => `${code} (${name})`).join(', ')}. / Name the commune.`;
  const today = dateAt(now.getTime());
  const [{ kind, name }, units, people] = await Promise.all([getCommune(db, communeCode), listUnits(db, communeCode, today), listStaffMembers(db, communeCode, today)]);
  const unitId = unit === undefined ? null : units.find((one) => one.name === unit || one.shortName === unit || one.id === unit)?.id;
  if (unitId === undefined) return `Không có đơn vị “${unit ?? ''}”. Có: ${units.map((one) => one.name).join(', ')}. / There is no such unit.`;
  const staffId = person === undefined ? null : people.find((one) => one.userName === person || one.id === person)?.id;
  if (staffId === undefined) return `Không có ai dùng tên đăng nhập “${person ?? ''}”. Xem ở màn hình Cán bộ. / Nobody has this user name.`;
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return {
    communeCode, communeName: `${kind} ${name}`, unitId, staffId,
    naming: { staffName: (_code, id) => Promise.resolve(names.get(id)), unitsOf: () => Promise.resolve(units), codesOf: (code, ids) => findDossierCodes(db, code, ids) },
  };
}
