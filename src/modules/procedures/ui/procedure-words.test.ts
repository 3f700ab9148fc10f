import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import { type Fee, type FeeLine } from '../domain/procedure-pack.ts';
import { channelWords, feeWords, handlingWords, hoursWords, shortFeeWords } from './procedure-words.ts';

function line(amount: number, unit: FeeLine['unit'], label: string): FeeLine {
  return { kind: 'service-fee', amount, unit, label: { vi: label, en: label }, basis: null };
}

function fee(known: boolean, lines: readonly FeeLine[] = [], note: string | null = null): Fee {
  return { known, lines, note: note === null ? null : { vi: note, en: note } };
}

const FEES: readonly (readonly [string, Fee, string, string])[] = [
  ['free', fee(true), 'Không mất phí', 'Không mất phí'],
  ['free with a remark', fee(true, [], 'Trừ bản sao.'), 'Không mất phí', 'Không mất phí. Trừ bản sao.'],
  ['unknown', fee(false), 'hỏi cán bộ', 'Bản công bố không ghi mức thu.'],
  ['unknown with a remark', fee(false, [], 'Do tỉnh quy định.'), 'hỏi cán bộ', 'Do tỉnh quy định.'],
  ['one price', fee(true, [line(50_000, 'case', 'Cấp mới')]), '50.000 đ', 'Cấp mới: 50.000 đ'],
  ['two prices of one unit', fee(true, [line(2000, 'page', 'Trang 1, 2'), line(1000, 'page', 'Từ trang 3')]), '1.000 đ – 2.000 đ một trang', 'Trang 1, 2: 2.000 đ một trang; Từ trang 3: 1.000 đ một trang'],
  ['extra copies beside the matter itself', fee(true, [line(0, 'case', 'Đúng hạn'), line(8000, 'copy', 'Bản sao')]), '0 đ', 'Đúng hạn: 0 đ; Bản sao: 8.000 đ một bản'],
];

for (const [what, given, short, whole] of FEES) {
  test(`a fee that is ${what} reads “${short}” and “${whole}”`, () => {
    equal(shortFeeWords(given, 'vi'), short);
    equal(feeWords(given, 'vi'), whole);
  });
}

const HANDLINGS = [
  ['submit-original', 1, 'Nộp 1 bản chính.', 'Hand in 1 original.'],
  ['submit-original', 2, 'Nộp 2 bản chính.', 'Hand in 2 originals.'],
  ['submit-copy', 1, 'Nộp 1 bản sao; mang bản chính để đối chiếu.', 'Hand in 1 copy; bring the original to compare.'],
  ['submit-certified-copy', 3, 'Nộp 3 bản sao có chứng thực.', 'Hand in 3 certified copies.'],
  ['show', 1, 'Đưa cán bộ xem rồi nhận lại ngay.', 'Show it to the officer; you get it back at once.'],
  ['form', 1, 'Điền theo mẫu.', 'A form to fill in.'],
  ['form', 2, 'Điền theo mẫu, 2 bản.', 'A form to fill in, 2 copies.'],
] as const;

for (const [handling, copies, vi, en] of HANDLINGS) {
  test(`${handling}, ${String(copies)}: “${vi}”`, () => {
    equal(handlingWords({ handling, copies }, 'vi'), vi);
    equal(handlingWords({ handling, copies }, 'en'), en);
  });
}

test('hours read as people say them', () => {
  equal(hoursWords(0.25, 'vi'), '15 phút');
  equal(hoursWords(1, 'en'), '1 working hour');
  equal(hoursWords(1.5, 'vi'), '1,5 giờ làm việc');
  equal(hoursWords(1.5, 'en'), '1.5 working hours');
});

test('the ways to file read as one sentence', () => {
  equal(channelWords(['counter', 'online', 'post'], 'vi'), 'Tại quầy, trực tuyến, qua bưu chính');
  equal(channelWords(['online'], 'en'), 'Online');
});
