import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { writeSheet } from './write-sheet.ts';

/** Reads an archive by its directory, as office programs do. */
function unzip(archive: Buffer): ReadonlyMap<string, string> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [packed, nameLength, offset] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)];
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    files.set(archive.subarray(at + 46, at + 46 + nameLength).toString(), inflateRawSync(archive.subarray(start, start + packed)).toString());
    at += 46 + nameLength;
  }
  return files;
}

const SHEET = { title: 'Báo cáo 06a/VPCP: tháng [11]', widths: [30, 10], headRows: 1, rows: [['Lĩnh vực', 'Số'], ['=HYPERLINK("x") & <b>', 12], ['Hộ tịch\u0001', null]] } as const;

test('a sheet keeps numbers as numbers and text as text, also one that looks like a formula or markup', () => {
  const sheet = unzip(writeSheet(SHEET)).get('xl/worksheets/sheet1.xml') ?? '';
  assert.match(sheet, /<c r="B2" s="0"><v>12<\/v><\/c>/);
  assert.match(sheet, /<c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK\(&quot;x&quot;\) &amp; &lt;b&gt;<\/t>/);
  assert.match(sheet, /<t xml:space="preserve">Hộ tịch<\/t>/);
  assert.ok(!sheet.includes('<f>'));
});

test('a title is cut to what a workbook takes', () => {
  assert.match(unzip(writeSheet(SHEET)).get('xl/workbook.xml') ?? '', /<sheet name="Báo cáo 06a VPCP {2}tháng {2}11 " /);
});

test('the archive names every part, and the same sheet makes the same bytes', () => {
  assert.deepEqual([...unzip(writeSheet(SHEET)).keys()].toSorted(), ['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  assert.ok(writeSheet(SHEET).equals(writeSheet(SHEET)));
});
