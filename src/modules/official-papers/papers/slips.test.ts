import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { type PdfDefinition, type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { createPdfRenderer } from '../../../platform/pdf/pdf-renderer.ts';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { readPrintedQr } from '../../../platform/qr/read-printed-qr-for-tests.ts';
import { buildControlSheet } from './build-control-sheet.ts';
import { buildEnvelopeLabel } from './build-envelope-label.ts';
import { buildHandOverSlip } from './build-hand-over-slip.ts';
import { buildRegister } from './build-register.ts';
import { buildResultReceipt } from './build-result-receipt.ts';
import { buildShelfLabels, type ShelfLabel } from './build-shelf-labels.ts';
import { CONTROL_SHEET, ENVELOPE, REGISTER, RESULT_RECEIPT, SLIP, STAMP } from './paper-examples-for-tests.ts';
import { at } from './receipt-view-for-tests.ts';

const renderer = createPdfRenderer();
after(() => renderer.stop());

const letters = (text: string) => text.replace(/\s/gu, '');
async function read(definition: PdfDefinition) {
  const pdf = readPdf(await renderer.render(definition));
  return { pdf, all: letters(pdf.pages.map((page) => page.text).join('')), pieces: pdf.pages.flatMap((page) => page.pieces) };
}

const HEAD = ['ỦY BAN NHÂN DÂN XÃ HOA LỘC', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Hoa Lộc, ngày 24 tháng 11 năm 2026'];

function onlyPart(parts: readonly PdfFlow[]): PdfFlow {
  const [part, ...others] = parts;
  assert.ok(part !== undefined && others.length === 0);
  return part;
}

/** The fields of each paper (domain 1.9), as pieces of a line: a table breaks its cells. */
const PAPERS: readonly { readonly name: string; readonly build: (change: object) => PdfFlow; readonly fields: readonly string[] }[] = [
  {
    name: '06 phiếu kiểm soát',
    build: (change) => buildControlSheet({ ...CONTROL_SHEET, ...STAMP, ...change }),
    fields: [
      ...HEAD, 'Số: 12/PKS-TTPVHCC', 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ', 'Mã hồ sơ: H56.101.00-261120-0007', 'Cơ quan giải quyết hồ sơ: Trung tâm', 'Cơ quan phối hợp giải quyết hồ sơ: không có',
      'Thời gian nhận hồ sơ: 15 giờ 30 phút', 'Thời gian hẹn trả kết quả: 17 giờ 00 phút', 'Giao: Người nộp hồ sơ', '15:30 20/11/2026', 'Người nhận: Trần Văn Bình', 'Trước hạn', 'Đúng hạn', 'Quá hạn', 'NGƯỜI LẬP PHIẾU',
    ],
  },
  {
    name: '07 sổ theo dõi',
    build: (change) => onlyPart(buildRegister({ ...REGISTER, ...STAMP, ...change })),
    fields: [
      ...HEAD, 'Số: 12/STD-TTPVHCC', 'SỔ THEO DÕI HỒ SƠ', 'Từ ngày 01/11/2026 đến ngày 30/11/2026', '0912 345 678', '25/11/2026', 'Tại quầy', 'Đã dừng', 'Cộng: 2 hồ sơ; đã trả kết quả 1 hồ sơ.', 'THỦ TRƯỞNG ĐƠN VỊ',
    ],
  },
  {
    name: 'phiếu bàn giao',
    build: (change) => buildHandOverSlip({ ...SLIP, ...STAMP, ...change }),
    fields: [
      ...HEAD, 'Số: 12/PBG-TTPVHCC', 'PHIẾU BÀN GIAO HỒ SƠ', 'Bên giao: Trần Văn Bình, Trung tâm Phục vụ hành chính công xã Hoa Lộc', 'Bên nhận: Đỗ Thị Nhận, Phòng Kinh tế', 'Ghi chú: Chuyển cuối ngày', 'Cộng: 2 hồ sơ.',
      'BÊN GIAO', 'BÊN NHẬN',
    ],
  },
  {
    name: 'giấy biên nhận trả kết quả',
    build: (change) => buildResultReceipt({ ...RESULT_RECEIPT, ...STAMP, ...change }),
    fields: [
      ...HEAD, 'Số: 12/GBN-TTPVHCC', 'GIẤY BIÊN NHẬN TRẢ KẾT QUẢ', 'Hồ sơ của Ông (Bà)/Tổ chức: Nguyễn Thị Thu Hường', 'Người nhận kết quả: Nguyễn Văn Chồng (người được ủy quyền)', 'Giấy ủy quyền số 12/GUQ ngày 20/11/2026',
      'Thời gian trả kết quả: 9 giờ 10 phút', '1. Kết quả giải quyết thủ tục Đăng ký khai sinh, số 25/2026', '2. Bản chính giấy chứng sinh', 'NGƯỜI TRẢ KẾT QUẢ', 'NGƯỜI NHẬN KẾT QUẢ',
    ],
  },
  {
    name: 'nhãn phong bì',
    build: (change) => buildEnvelopeLabel({ ...ENVELOPE, ...STAMP, ...change }),
    fields: [
      'Người gửi', 'Trung tâm Phục vụ hành chính công xã Hoa Lộc', 'Người nhận', 'Nguyễn Thị Thu Hường', 'Thôn Đông Hòa, xã Hoa Lộc, tỉnh Thanh Hóa', 'Điện thoại: 0912 345 678', 'Mã phong bì: PB-7KQ4-M2XD-9T',
      'Người mang: Vũ Thị Tổ', 'Mã hồ sơ: H56.101.00-261120-0007', 'xin gọi 0237 000 0000',
    ],
  },
];

for (const { name, build, fields } of PAPERS) {
  describe(name, () => {
    test('shows every field on one page, inside the margins', async () => {
      const flow = build({});
      const { pdf, all, pieces } = await read(flow);
      assert.equal(pdf.pages.length, 1);
      for (const field of fields) assert.ok(all.includes(letters(field)), `“${field}” is missing in\n${pdf.pages[0]?.text ?? ''}`);
      const [left, , right] = flow.page.margins;
      for (const piece of pieces) assert.ok(piece.x >= left - 0.1 && piece.x + piece.width <= flow.page.width - right + 0.1, piece.text);
    });

    test('the code in its corner leads to where it is checked', async () => {
      assert.equal(readPrintedQr(await renderer.render(build({}))), STAMP.link);
    });
  });
}

const LONG = 'Công ty trách nhiệm hữu hạn một thành viên Thương mại, Dịch vụ và Xuất nhập khẩu Nông lâm thủy sản Hoa Lộc';
const LONG_ADDRESS = 'Số nhà 128, ngõ 15, ngách 4, đường Nguyễn Thị Minh Khai kéo dài, khu dân cư Đông Hòa Thượng, thôn Đông Hòa, xã Hoa Lộc, tỉnh Thanh Hóa';

test('a register of a hundred dossiers repeats its head, numbers every row and keeps the sum with the signatures', async () => {
  const rows = Array.from({ length: 100 }, (_, index) => ({ ...(REGISTER.rows[index % 2] ?? REGISTER.rows[0]!), code: `H56.101.00-261120-${String(index + 1).padStart(4, '0')}` }));
  const { pdf, all } = await read(onlyPart(buildRegister({ ...REGISTER, ...STAMP, rows })));
  assert.ok(pdf.pages.length > 4);
  for (const { code } of rows) assert.ok(all.includes(code.slice(-11)), code);
  for (const page of pdf.pages.slice(0, -1)) assert.match(letters(page.text), /STTMãhồsơ/);
  assert.match(letters(pdf.pages.at(-1)?.text ?? ''), /Cộng:100hồsơ;đãtrảkếtquả50hồsơ\..*NGƯỜILẬPSỔ/u);
});

test('a register of more than 500 dossiers comes in parts: numbered through, the sum and the signatures once, each part with its own pages', async () => {
  const rows = Array.from({ length: 620 }, (_, index) => ({ ...(REGISTER.rows[index % 2] ?? REGISTER.rows[0]!), code: `H56.101.00-261120-${String(index + 1).padStart(4, '0')}` }));
  const flows = buildRegister({ ...REGISTER, ...STAMP, rows });
  const { pdf, all } = await read({ kind: 'book', info: { title: 'Sổ', author: 'Trung tâm', createdAt: at('2026-11-24T09:00') }, flows });
  assert.equal(flows.length, 2);
  for (const words of ['Phần 1/2: hồ sơ số 1 đến 500', 'Còn tiếp ở phần 2.', 'Phần 2/2: hồ sơ số 501 đến 620', 'Cộng: 620 hồ sơ; đã trả kết quả 310 hồ sơ.']) assert.ok(all.includes(letters(words)), words);
  assert.equal(all.split('NGƯỜILẬPSỔ').length, 2);
  assert.ok(pdf.pages.filter(({ text }) => /Phần 2\/2 · Trang 1\/\d+$/u.test(text)).length === 1);
  assert.ok(all.includes('501H56.101.00-'));
});

test('a long name and an address of three lines fit on the label of an envelope beside its QR', async () => {
  const { pdf, all } = await read(buildEnvelopeLabel({ ...ENVELOPE, ...STAMP, to: { name: LONG, address: LONG_ADDRESS, phone: null } }));
  assert.equal(pdf.pages.length, 1);
  for (const words of [LONG, LONG_ADDRESS]) assert.ok(all.includes(letters(words)), words);
  assert.ok(!all.includes(letters('Điện thoại: ')));
});

test('an envelope by post names its carrier and its number, and no carrier by hand', async () => {
  const { all } = await read(buildEnvelopeLabel({ ...ENVELOPE, ...STAMP, envelopeCode: null, carriedBy: null, carrier: 'Bưu điện xã Hoa Lộc', trackingNumber: 'EB123456789VN' }));
  assert.ok(all.includes(letters('Đơn vị vận chuyển: Bưu điện xã Hoa Lộc, số hiệu EB123456789VN')));
  assert.ok(!all.includes(letters('Mã phong bì')) && !all.includes(letters('Người mang')));
});

const label = (index: number): ShelfLabel => ({
  code: `H56.101.00-261120-${String(index).padStart(4, '0')}`, applicant: index === 1 ? LONG : 'Nguyễn Thị Thu Hường', procedureName: 'Đăng ký khai sinh', dueAt: at('2026-11-26T17:00'),
  link: `https://hoaloc.thanhhoa.gov.vn/can-bo/tat-ca-ho-so/0199f000-0000-7000-8000-${String(index).padStart(12, '0')}`,
});
const ISSUER = { name: 'Trung tâm', at: at('2026-11-24T09:00') };

test('labels come 24 to a sheet, each with its code, name and due moment inside its place', async () => {
  const { pdf, pieces } = await read(buildShelfLabels(Array.from({ length: 30 }, (_, index) => label(index + 1)), 'sheet', ISSUER));
  assert.equal(pdf.pages.length, 2);
  const codes = pieces.filter(({ text }) => text.startsWith('H56'));
  assert.deepEqual(codes.map(({ text }) => text), Array.from({ length: 30 }, (_, index) => label(index + 1).code));
  const column = 198.43;
  for (const piece of pieces) assert.ok(piece.x % column >= 11 && (piece.x % column) + piece.width <= column - 11, piece.text);
});

test('on a roll every label has its page, and its QR opens the dossier', async () => {
  const file = await renderer.render(buildShelfLabels([label(1), label(2)], 'roll', ISSUER));
  assert.equal(readPdf(file).pages.length, 2);
  assert.equal(readPrintedQr(file), label(2).link);
});

test('a dossier without a date says so instead of leaving a gap', async () => {
  const { all } = await read(buildShelfLabels([{ ...label(1), dueAt: null }], 'roll', ISSUER));
  assert.ok(all.includes(letters('Chưa có hẹn')));
});

test('several papers in one file keep their own pages and page numbers', async () => {
  const flows = [buildControlSheet({ ...CONTROL_SHEET, ...STAMP }), ...buildRegister({ ...REGISTER, ...STAMP, rows: Array.from({ length: 40 }, () => REGISTER.rows[0]!) }), buildEnvelopeLabel({ ...ENVELOPE, ...STAMP })];
  const { pdf } = await read({ kind: 'book', info: { title: 'Giấy tờ', author: 'Trung tâm', createdAt: at('2026-11-24T09:00') }, flows });
  const sizes = pdf.pages.map(({ width }) => Math.round(width));
  assert.deepEqual([sizes[0], sizes[1], sizes.at(-1)], [595, 842, 420]);
  assert.match(pdf.pages[1]?.text ?? '', /Trang 1\/\d+$/);
});
