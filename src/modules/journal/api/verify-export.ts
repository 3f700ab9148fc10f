import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { checkExportEnd, checkExportLine, EXPORT_START, type ExportCheck, type ExportFault } from '../domain/check-export.ts';
import { decodeRecord, type ExportFormat, splitMark } from '../domain/export-format.ts';
import { hashOf } from './hash-of.ts';

/** How the verification of an exported file ended. */
export interface ExportVerification {
  readonly check: ExportCheck;
  readonly fault: ExportFault | undefined;
}

/** Lines of a text file, one by one; the mark of UTF-8 in front is no part of the first. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let first = true;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity })) {
    yield first ? line.replace(/^\ufeff/u, '') : line;
    first = false;
  }
}

/** Verifies an exported file by itself, line by line in constant memory, and names the first entry that was altered, taken out or moved. */
export async function verifyExport(path: string): Promise<ExportVerification> {
  let check = EXPORT_START;
  let format: ExportFormat | undefined;
  let missing: Extract<ExportFault, { kind: 'removed' }> | undefined;
  let between: ExportFault | undefined;
  for await (const line of linesOf(path)) {
    if (format === undefined) {
      format = line.startsWith('{') ? 'jsonl' : 'csv';
      if (format === 'csv') continue;
    }
    const record = decodeRecord(format, splitMark(format, line)?.text ?? '');
    if (missing !== undefined) {
      // Is the entry that is not in its place somewhere else?
      if (record?.record === 'row' && record.row.n === missing.n) return { check, fault: { kind: 'moved', n: missing.n, day: missing.day, seq: missing.seq } };
      continue;
    }
    if (between !== undefined) {
      // What stands between entries does not fit: because the entry before it is gone?
      if (record?.record === 'root') continue;
      const next = record?.record === 'row' ? { n: record.row.n, day: record.row.day, seq: record.row.seq } : record?.record === 'end' ? { n: record.rows + 1, day: check.end.day, seq: check.end.seq } : undefined;
      if (next === undefined || next.n <= check.rows + 1) return { check, fault: between };
      missing = { kind: 'removed', n: check.rows + 1, day: next.day, seq: next.seq };
      continue;
    }
    const checked = checkExportLine(check, format, line, hashOf);
    if (checked.ok) ({ check } = checked);
    else if (checked.fault.kind === 'removed') missing = checked.fault;
    else if (checked.fault.kind === 'root-differs' || (checked.fault.kind === 'words-altered' && record?.record === 'root')) between = checked.fault;
    else return { check, fault: checked.fault };
  }
  return { check, fault: missing ?? between ?? checkExportEnd(check) };
}

/** What is wrong with an exported file, in plain words. */
export function exportFaultWords(fault: ExportFault): { readonly vi: string; readonly en: string } {
  const place = (n: number, day: string, seq: number) => ({ vi: `dòng thứ ${String(n)} của tệp (ngày ${day.split('-').reverse().join('/')}, số ${String(seq)})`, en: `entry ${String(n)} of the file (${day}, number ${String(seq)})` });
  switch (fault.kind) {
    case 'not-an-export':
      return { vi: 'Tệp này không phải tệp xuất nhật ký của Xã Số, hoặc đã bị lưu lại bằng chương trình khác.', en: 'This is no export of a journal, or another program has saved it anew.' };
    case 'unreadable':
      return { vi: `Không đọc được dòng ${String(fault.line)} của tệp: dòng bị sửa, bị chèn vào, hoặc tệp bị lưu lại bằng chương trình khác.`, en: `Line ${String(fault.line)} of the file cannot be read: it was altered or put in, or another program has saved the file anew.` };
    case 'removed':
      return { vi: `Thiếu dòng thứ ${String(fault.n)} của tệp: đứng ở chỗ đó là dòng ngày ${fault.day.split('-').reverse().join('/')}, số ${String(fault.seq)}. Dòng này đã bị lấy đi.`, en: `Entry ${String(fault.n)} of the file is gone; in its place stands the one of ${fault.day}, number ${String(fault.seq)}.` };
    case 'moved': {
      const words = place(fault.n, fault.day, fault.seq);
      return { vi: `Thứ tự bị đổi ở ${words.vi}.`, en: `The order was changed at ${words.en}.` };
    }
    case 'altered': {
      const words = place(fault.n, fault.day, fault.seq);
      return { vi: `Nội dung gốc đã bị sửa ở ${words.vi}.`, en: `The original text was altered at ${words.en}.` };
    }
    case 'torn': {
      const words = place(fault.n, fault.day, fault.seq);
      return { vi: `Chuỗi đứt trước ${words.vi}: ở đó có dòng đã bị lấy đi, thêm vào hoặc thay.`, en: `The chain is torn before ${words.en}: entries were taken out, put in or replaced there.` };
    }
    case 'words-altered':
      return fault.n === null
        ? { vi: `Dòng ${String(fault.line)} của tệp (phần đầu, chốt ngày hoặc phần cuối) đã bị sửa.`, en: `Line ${String(fault.line)} of the file (its head, the root of a day or its end) was altered.` }
        : { vi: `Dòng thứ ${String(fault.n)} của tệp: nội dung gốc còn nguyên, nhưng chữ ghi bên cạnh (người, việc, giờ…) đã bị sửa, hoặc dòng trước đó bị thay.`, en: `Entry ${String(fault.n)} of the file: the original text is whole, but the words beside it were altered, or the line before was replaced.` };
    case 'root-differs':
      return { vi: `Mã chốt ngày ${fault.day.split('-').reverse().join('/')} không khớp các dòng của ngày đó.`, en: `The root of ${fault.day} does not fit the entries of that day.` };
    case 'cut-off':
      return { vi: `Tệp bị cắt: chỉ còn ${String(fault.rows)} dòng và không có phần kết thúc đúng. Tải lại tệp.`, en: `The file is cut off after ${String(fault.rows)} entries. Download it again.` };
  }
}
