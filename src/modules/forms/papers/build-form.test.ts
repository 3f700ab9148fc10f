import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as mupdf from 'mupdf';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { buildForm } from './build-form.ts';
import { type FormSheet, type FormSheetEntry, type FormSheetSignature } from './form-sheet.ts';

const SIGNATURE: FormSheetSignature = { title: 'NGƯỜI KÝ', note: '(Ký)', name: null, dated: 'no', drawn: null };
const sheetOf = (change: Partial<FormSheet>): FormSheet => ({
  title: 'TỜ KHAI', number: null, basis: null, addressee: 'Ủy ban nhân dân xã', sections: [], statements: ['Tôi cam đoan.'], signed: null, dateLabel: null, name: null, signatures: [SIGNATURE], codes: [],
  shortAddress: 'xa.example', centreName: 'Trung tâm', hotline: '0237', printedAt: Date.parse('2026-11-30T03:00:00Z'), ...change,
});
const line = (label: string): FormSheetEntry => ({ kind: 'line', label, answer: [], room: 1 });

async function pagesOf(sheet: FormSheet): Promise<readonly string[]> {
  const pdf = mupdf.Document.openDocument(await renderPdf(buildForm(sheet)), 'application/pdf');
  return Array.from({ length: pdf.countPages() }, (_, page) => pdf.loadPage(page).toStructuredText('preserve-whitespace').asText().normalize('NFC'));
}

test('however many questions there are, the signatures never stand alone on a page: the last question goes with them', async () => {
  let broken = 0;
  for (let count = 1; count <= 60; count += 1) {
    const pages = await pagesOf(sheetOf({ sections: [{ title: 'Phần một', entries: Array.from({ length: count }, (_, place) => line(`Câu số ${String(place + 1)}`)) }] }));
    const last = pages.at(-1) ?? '';
    assert.ok(last.includes('NGƯỜI KÝ') && last.includes(`Câu số ${String(count)}:`), `${String(count)} questions, ${String(pages.length)} pages`);
    if (pages.length > 1) broken += 1;
  }
  assert.ok(broken > 10, String(broken));
});

test('where the last question is a table its last row goes with the signatures', async () => {
  for (let count = 20; count <= 40; count += 1) {
    const rows = Array.from({ length: count }, (_, place) => [`dòng ${String(place + 1)}`]);
    const last = (await pagesOf(sheetOf({ sections: [{ title: 'Bảng', entries: [{ kind: 'table', label: 'Danh sách', heads: ['Tên'], rows }] }] }))).at(-1) ?? '';
    assert.ok(last.includes('NGƯỜI KÝ') && last.includes(`dòng ${String(count)}`), String(count));
  }
});

test('up to four sign beside each other, each with its words and name, and where each has a day of its own there is none above', async () => {
  const places = ['Một', 'Hai', 'Ba', 'Bốn'].map((title): FormSheetSignature => ({ ...SIGNATURE, title, name: `Tên ${title}`, dated: title === 'Bốn' ? 'filled' : 'by-hand' }));
  const [page = ''] = await pagesOf(sheetOf({ signatures: places, signed: { place: 'Hoa Lộc', day: '2026-02-03' } }));
  for (const { title, name } of places) assert.ok(page.includes(title) && page.includes(name ?? ''), title);
  assert.equal(page.split('ngày').length - 1, 4);
  assert.match(page, /ngày 03 tháng 02 năm 2026/u);
});

test('place and day stand once above the signatures, with the words of the form before them, or dots for a hand', async () => {
  assert.match((await pagesOf(sheetOf({ dateLabel: 'Làm tại', signed: { place: 'xã Hoa Lộc', day: '2026-11-30' } })))[0] ?? '', /Làm tại: xã Hoa Lộc, ngày 30 tháng 11 năm 2026/u);
  assert.match((await pagesOf(sheetOf({})))[0] ?? '', /\.{20,}, ngày \.+ tháng \.+ năm \.+/u);
});

test('a drawn signature stands as ink above the name, with the hash of what was agreed to', async () => {
  const drawn = { path: 'M10 10L300 200L600 20', width: 640, height: 240, contentHash: `${'a1'.repeat(16)}${'b2'.repeat(16)}` };
  const inked = async (signature: FormSheetSignature) => {
    const page = mupdf.Document.openDocument(await renderPdf(buildForm(sheetOf({ signatures: [signature] }))), 'application/pdf').loadPage(0);
    const pixels = page.toPixmap(mupdf.Matrix.scale(1, 1), mupdf.ColorSpace.DeviceRGB, false).getPixels();
    let blue = 0;
    for (let at = 0; at < pixels.length; at += 3) if ((pixels[at + 2] ?? 0) - (pixels[at] ?? 0) > 40) blue += 1;
    return { blue, words: page.toStructuredText('preserve-whitespace').asText() };
  };
  const [with_, without] = [await inked({ ...SIGNATURE, name: 'Lê Thị A', drawn }), await inked({ ...SIGNATURE, name: 'Lê Thị A' })];
  assert.ok(with_.blue > 50 && without.blue === 0, `${String(with_.blue)} ${String(without.blue)}`);
  assert.ok(with_.words.includes('a1'.repeat(16)) && with_.words.includes('b2'.repeat(16)));
});
