import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ZipFile } from 'yazl';
import { type Cell } from '../domain/cell.ts';
import { writeXlsx } from '../writing/write-xlsx.ts';
import { readFile } from './read-file.ts';
import { READING_LIMITS, type ReadingLimits } from './reading-limits.ts';

const read = (bytes: Buffer | string, limits: Partial<ReadingLimits> = {}, sheet: string | null = null) => readFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, sheet, { ...READING_LIMITS, ...limits });
const refusal = async (bytes: Buffer | string, limits: Partial<ReadingLimits> = {}) => {
  const reading = await read(bytes, limits);
  return reading.ok ? 'read' : reading.problem.code;
};
const cells = async (bytes: Buffer | string, sheet: string | null = null): Promise<readonly (readonly Cell[])[]> => {
  const reading = await read(bytes, {}, sheet);
  assert.ok(reading.ok, JSON.stringify(reading));
  return reading.rows.map((row) => row.cells);
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function archive(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A workbook of these sheet data, as spreadsheets write them; `more` adds or replaces parts. */
function workbook(sheetData: string, more: Readonly<Record<string, string>> = {}): Promise<Buffer> {
  return archive({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><sheets><sheet name="Bìa" sheetId="1" r:id="r1"/><sheet name="Ẩn" sheetId="2" state="hidden" r:id="r2"/><sheet name="Hồ sơ" sheetId="3" r:id="r3"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r3" Type="${OFFICE}/worksheet" Target="/xl/worksheets/sheet3.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}"><si><t>Mã</t></si><si><r><t>Nguyễn </t></r><r><t>Thị Mẫu</t></r><rPh sb="0" eb="1"><t>phonetic</t></rPh></si></sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="165" formatCode="#,##0&quot; đồng&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Báo cáo</t></is></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet3.xml': `<worksheet xmlns="${MAIN}">${sheetData}</worksheet>`,
    ...more,
  });
}

const PLAIN = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row></sheetData>';

describe('CSV', () => {
  const TEXT = 'Mã;Tên\nA1;"Nguyễn; Thị ""Mẫu"""\n\nA2;Đỗ\n';
  const ENCODED: readonly (readonly [string, Buffer])[] = [
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 as Excel saves it', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(TEXT, 'utf16le')],
    ['commas', Buffer.from('Mã,Tên\nA1,"Nguyễn; Thị ""Mẫu"""\n\nA2,Đỗ\n')],
    ['tabs', Buffer.from('Mã\tTên\nA1\t"Nguyễn; Thị ""Mẫu"""\n\nA2\tĐỗ\n')],
  ];
  for (const [what, bytes] of ENCODED) {
    test(`${what} is read, with the lines of the file`, async () => {
      const reading = await read(bytes);
      assert.ok(reading.ok);
      assert.deepEqual(reading.rows, [{ line: 1, cells: ['Mã', 'Tên'] }, { line: 2, cells: ['A1', 'Nguyễn; Thị "Mẫu"'] }, { line: 4, cells: ['A2', 'Đỗ'] }]);
    });
  }

  test('a hint for spreadsheets in the first line is no data', async () => {
    assert.deepEqual(await cells('sep=;\r\na;b\r\n1;2,5\r\n'), [['a', 'b'], ['1', '2,5']]);
  });

  test('Windows-1258 is read where it is forgiven, and no picture is', async () => {
    // “Nguyễn” with its tone as a sign of its own.
    const reading = await read(Buffer.concat([Buffer.from('a;b\nNguy'), Buffer.from([0xea, 0xde]), Buffer.from('n;1\n')]), { oldVietnamese: true });
    assert.ok(reading.ok);
    assert.deepEqual([reading.facts, reading.rows[1]?.cells], [{ format: 'csv', encoding: 'windows-1258', separator: ';' }, ['Nguyễn', '1']]);
    assert.equal(await refusal(Buffer.from([0x42, 0x4d, 0xff, 0, 1, 2, 0x0a, 0xe9, 3, 0x0a]), { oldVietnamese: true }), 'exchange.not-a-table');
  });

  const REFUSED: readonly (readonly [string, Buffer | string, string])[] = [
    ['a picture (PNG)', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'exchange.not-a-table'],
    ['a picture (JPEG)', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'exchange.not-a-table'],
    ['a picture (HEIC)', Buffer.from('\0\0\0\u0018ftypheic', 'latin1'), 'exchange.not-a-table'],
    ['letters of another encoding', Buffer.from([0x4d, 0xe3, 0x0a, 0x41, 0xff, 0x0a]), 'exchange.encoding-unknown'],
    ['a quotation mark that never ends', `a,b\n1,"${'x'.repeat(50)}\n2,3\n`, 'exchange.csv-broken'],
    ['nothing', '', 'exchange.no-lines'],
    ['headings only', 'a,b\n', 'exchange.no-lines'],
    ['a web page', '<!DOCTYPE html><table></table>', 'exchange.not-a-table'],
    ['a PDF', '%PDF-1.7\n', 'exchange.not-a-table'],
    ['an old or locked workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'exchange.workbook-locked'],
    ['half a JSON file', '[{"a": 1}, {"a"', 'exchange.json-broken'],
    ['JSON without a list', '{"ok": true}', 'exchange.json-no-list'],
  ];
  for (const [what, bytes, code] of REFUSED) test(`${what} is refused as ${code}`, async () => { assert.equal(await refusal(bytes), code); });
});

test('JSON: a list of objects, alone or wrapped, objects inside with dots, numbers as numbers', async () => {
  const list = [{ ma: 'A1', nguoi: { ten: 'Nguyễn', so: 38190999901 }, giayTo: [1, 2] }, { ma: 'A2', ghiChu: null }];
  const expected = [['ma', 'nguoi.ten', 'nguoi.so', 'ghiChu'], ['A1', 'Nguyễn', { k: 'n', v: '38190999901' }], ['A2']];
  assert.deepEqual((await cells(JSON.stringify(list))).map((row) => row.slice(0, 4)), expected);
  assert.equal((await cells(JSON.stringify({ data: list }))).length, 3);
  assert.equal((await cells(JSON.stringify({ result: { items: list } }))).length, 3);
  assert.equal(Object.hasOwn({}, 'polluted'), false);
  await cells('[{"__proto__": {"polluted": "x"}, "a": 1}, {"a": 2}]');
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
});

describe('Excel', () => {
  test('the first visible sheet with lines: texts, rich texts, dates, numbers, truth, errors and formulas as such', async () => {
    const file = await workbook(`<sheetData>
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>Cột C</t></is></c></row>
      <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>46346.375</v></c><c r="C4" s="2"><v>46346</v></c><c r="D4" s="3"><v>50000</v></c><c r="E4"><v>3.8190999901E10</v></c><c r="F4" t="b"><v>1</v></c><c r="G4" t="e"><v>#REF!</v></c><c r="H4"><f>A1+1</f><v>7</v></c><c r="I4" t="str"><f>"x"</f><v>x</v></c></row>
    </sheetData>`);
    const reading = await read(file);
    assert.ok(reading.ok);
    assert.deepEqual(reading.facts, { format: 'xlsx', sheet: 'Hồ sơ', sheets: ['Bìa', 'Hồ sơ'] });
    assert.deepEqual(reading.rows, [
      { line: 2, cells: ['Mã', '', 'Cột C'] },
      { line: 4, cells: ['Nguyễn Thị Mẫu', { k: 'd', v: '2026-11-20T09:00:00' }, { k: 'd', v: '2026-11-20T00:00:00' }, { k: 'n', v: '50000' }, { k: 'n', v: '38190999901' }, { k: 'b', v: '1' }, { k: 'e', v: '#REF!' }, { k: 'f', v: '7' }, { k: 'f', v: 'x' }] },
    ]);
  });

  test('every cell of a merged area says what its first cell says', async () => {
    const file = await workbook('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Người nộp</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>');
    assert.deepEqual((await cells(file))[0], ['Người nộp', 'Người nộp']);
  });

  test('dates of a workbook that counts from 1904', async () => {
    const file = await workbook('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" s="2"><v>44884</v></c></row></sheetData>', {
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="1"/><sheets><sheet name="H" sheetId="1" r:id="r3"/></sheets></workbook>`,
    });
    assert.deepEqual((await cells(file))[1], [{ k: 'd', v: '2026-11-20T00:00:00' }]);
  });

  test('what we write is read again, noughts and signs of formulas included', async () => {
    const rows = [['Mã', 'Số'], ['=1+1', '0031909 & <b>']];
    assert.deepEqual(await cells(await writeXlsx('Hồ sơ', rows)), rows);
  });

  const REFUSED: readonly (readonly [string, () => Promise<Buffer>, string, Partial<ReadingLimits>?])[] = [
    ['macros', () => workbook(PLAIN, { 'xl/vbaProject.bin': 'x' }), 'exchange.macros'],
    ['a macro workbook under another name', () => workbook(PLAIN, { '[Content_Types].xml': '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>' }), 'exchange.macros'],
    ['links to other files', () => workbook(PLAIN, { 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }), 'exchange.external-links'],
    ['a sheet somewhere else', () => workbook(PLAIN, { 'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="http://xau.test/s.xml" TargetMode="External"/></Relationships>' }), 'exchange.external-links'],
    ['a document type with an entity from outside', () => workbook('', { 'xl/sharedStrings.xml': '<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>' }), 'exchange.document-type'],
    ['a binary workbook', () => workbook(PLAIN, { 'xl/workbook.bin': 'x' }), 'exchange.workbook-binary'],
    ['another archive', () => archive({ 'a.txt': 'x' }), 'exchange.no-workbook'],
    ['a cut file', async () => (await workbook(PLAIN)).subarray(0, 900), 'exchange.workbook-damaged'],
    ['broken XML', () => workbook('<sheetData><row r="1"><c'), 'exchange.workbook-damaged'],
    ['a bomb', () => workbook(PLAIN, { 'xl/sharedStrings.xml': `<sst>${' '.repeat(3_000_000)}</sst>` }), 'exchange.archive-too-large', { unpackedBytes: 1_000_000 }],
    ['too many parts', () => workbook(PLAIN), 'exchange.archive-too-large', { archiveEntries: 3 }],
    ['a cell in column XFD', () => workbook('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'), 'exchange.too-many-columns'],
    ['merged cells over half the sheet', () => workbook('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), 'exchange.too-many-cells'],
  ];
  for (const [what, make, code, limits] of REFUSED) test(`${what} is refused as ${code}`, async () => { assert.equal(await refusal(await make(), limits), code); });
});

describe('limits', () => {
  const LIMITS: readonly (readonly [string, string, Partial<ReadingLimits>])[] = [
    ['exchange.file-too-large', 'a,b\n1,2\n', { bytes: 4 }],
    ['exchange.too-many-rows', 'a\n1\n2\n', { rows: 2 }],
    ['exchange.too-many-columns', 'a,b,c\n1\n', { columns: 2 }],
    ['exchange.too-many-cells', 'a,b\n1,2\n', { cells: 3 }],
    ['exchange.cell-too-long', 'a,b\n1,22222\n', { cellLength: 4 }],
  ];
  for (const [code, text, limits] of LIMITS) {
    test(`${code} at the limit and not before it`, async () => {
      assert.equal(await refusal(text, limits), code);
      assert.equal(await refusal(text), 'read');
    });
  }
});
