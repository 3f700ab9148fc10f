import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { PAPER } from '../../../platform/pdf/paper-size.ts';
import { type PdfDefinition, type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { createPdfRenderer } from '../../../platform/pdf/pdf-renderer.ts';
import { readPdf, type PdfPage } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { readPrintedQr } from '../../../platform/qr/read-printed-qr-for-tests.ts';
import { type PaperKind } from '../domain/paper-kind.ts';
import {
  COMPANY, HOME_ENVELOPE, LONG_ADDRESS, LONG_APOLOGY, LONG_CONTROL_SHEET, LONG_NAME, LONG_PROCEDURE, LONG_REASON, LONG_REFUSAL, LONG_REGISTER, LONG_RESULT_RECEIPT, LONG_SLIP, LONG_STOP, LONG_SUPPLEMENT, POST_ENVELOPE, RECEIPT,
} from './awkward-papers-for-tests.ts';
import { buildApology } from './build-apology.ts';
import { buildControlSheet } from './build-control-sheet.ts';
import { buildEnvelopeLabel } from './build-envelope-label.ts';
import { buildHandOverSlip } from './build-hand-over-slip.ts';
import { buildReceipt } from './build-receipt.ts';
import { buildRefusal } from './build-refusal.ts';
import { buildRegister } from './build-register.ts';
import { buildResultReceipt } from './build-result-receipt.ts';
import { buildShelfLabels } from './build-shelf-labels.ts';
import { buildStop } from './build-stop.ts';
import { buildSupplement } from './build-supplement.ts';
import { STAMP } from './paper-examples-for-tests.ts';
import { type PaperStamp } from './paper-views.ts';

/** A field that a form must show: its name in TT 03/2025/TT-VPCP, and what is read on the paper for it. */
type FormField = readonly [field: string, ...printed: readonly string[]];

interface FormFields {
  readonly draw: (stamp: PaperStamp) => PdfDefinition;
  readonly sizes: readonly { readonly paper: PaperStamp['paper']; readonly width: number; readonly height: number }[];
  readonly fields: readonly FormField[];
  /** Who signs; a label is not signed. */
  readonly signed: readonly string[];
}

const A4 = { paper: 'A4', ...PAPER.A4 } as const;
const A5 = { paper: 'A5', ...PAPER.A5 } as const;
const ACROSS = { paper: 'A4', width: PAPER.A4.height, height: PAPER.A4.width } as const;
const CARD = { paper: 'A4', width: PAPER.A6.height, height: PAPER.A6.width } as const;

const HEAD: readonly FormField[] = [
  ['đơn vị chủ quản', 'ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ QUÝ NGUYỄN HUỆ'],
  ['trung tâm (bộ phận tiếp nhận và trả kết quả)', 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG'],
  ['quốc hiệu', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['tiêu ngữ', 'Độc lập - Tự do - Hạnh phúc'],
  ['địa danh, ngày tháng', 'Phú Quý Nguyễn Huệ, ngày 24 tháng 11 năm 2026'],
  ['đường dẫn dưới mã QR', STAMP.shortAddress],
];
const PERSON: readonly FormField[] = [
  ['ông/bà/tổ chức', LONG_NAME],
  ['số định danh', 'Số định danh cá nhân/tổ chức: 038190001234'],
  ['địa chỉ', `Địa chỉ: ${LONG_ADDRESS}`],
  ['số điện thoại', 'Số điện thoại: 0912 345 678'],
  ['email', 'Email: nguyen.phuc.hoang.thien.bao.tran.cong.tang.ton.nu@hoptacxa-nonglamthuysan.example.vn'],
];
const CODE: FormField = ['mã hồ sơ', 'Mã hồ sơ: H56.101.00-261120-0007'];

/** domain 1.9, form by form. A kind of paper without its list does not compile. */
const FORMS: Readonly<Record<Exclude<PaperKind, 'envelope-label'> | 'home-envelope' | 'post-label' | 'shelf-label', FormFields>> = {
  'receipt': {
    draw: (stamp) => buildReceipt({ ...RECEIPT, ...stamp }),
    sizes: [A5, A4],
    signed: ['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ'],
    fields: [
      ...HEAD, ['số', 'Số: 12/TTPVHCC'], ['tên mẫu', 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ'], CODE, ['tên trung tâm', 'Trung tâm Phục vụ hành chính công đặc khu Phú Quý Nguyễn Huệ'], ...PERSON,
      ['người ủy quyền', `Người ủy quyền: ${COMPANY}; số định danh: 2801234567; địa chỉ: Thôn Hoa Phú, xã Hoa Lộc; điện thoại: 0900 000 001; email: congty@example.vn; giấy tờ ủy quyền: Giấy ủy quyền số 12/GUQ`],
      ['nội dung yêu cầu', `Nội dung yêu cầu giải quyết: ${LONG_PROCEDURE}`], ['thành phần hồ sơ', 'Thành phần hồ sơ nộp gồm', 'Giấy tờ số 2', 'Giấy tờ số 12'],
      ['hình thức từng giấy', 'Bản chính, giữ lại', 'Bản sao, xuất trình', 'Bản sao có chứng thực, dùng lại từ kho dữ liệu', 'Bản điện tử, tra tại Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp, 20/11/2026'], ['số bản, số trang', '150', '128 trang'], ['số lượng (bộ)', 'Số lượng hồ sơ: 150 bộ'],
      ['thời gian giải quyết', 'Thời gian giải quyết hồ sơ theo quy định: 3 ngày làm việc'], ['thời gian nhận', 'Thời gian nhận hồ sơ: 15 giờ 30 phút, ngày 20 tháng 11 năm 2026'],
      ['thời gian trả', 'Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026'], ['nhận kết quả tại', 'Đăng ký nhận kết quả tại: Qua dịch vụ bưu chính công ích, đến:'],
      ['sổ theo dõi', 'Vào Sổ theo dõi hồ sơ, quyển số 03/2026, số thứ tự 128'],
    ],
  },
  'supplement': {
    draw: (stamp) => buildSupplement({ ...LONG_SUPPLEMENT, ...stamp }),
    sizes: [A4, A5],
    signed: ['NGƯỜI HƯỚNG DẪN'],
    fields: [
      ...HEAD, ['số', 'Số: 12/PBS-TTPVHCC'], ['tên mẫu', 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ'], CODE, ['hồ sơ của', `Hồ sơ của: ${LONG_NAME}`], ...PERSON, ['nội dung yêu cầu', `Nội dung yêu cầu giải quyết: ${LONG_PROCEDURE}`],
      ['từng nội dung phải hoàn thiện', '2. Giấy tờ số 2: thiếu họ tên người cha', '12. Giấy tờ số 12: thiếu họ tên người cha'], ['lý do', 'Lý do: Hồ sơ chưa đủ căn cứ'], ['người liên hệ, số điện thoại', 'liên hệ với Trần Văn Bình, số điện thoại 0237 000 0000'],
    ],
  },
  'refusal': {
    draw: (stamp) => buildRefusal({ ...LONG_REFUSAL, ...stamp }),
    sizes: [A4, A5],
    signed: ['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ'],
    fields: [
      ...HEAD, ['số', 'Số: 12/PTC-TTPVHCC'], ['tên mẫu', 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ'], ['trung tâm', 'Đã tiếp nhận xem xét hồ sơ: Trung tâm Phục vụ hành chính công'], ['mã hồ sơ', 'Mã hồ sơ: KB-7KQ4-M2XD'], ...PERSON,
      ['nội dung', 'Nội dung yêu cầu giải quyết: Đăng ký khai sinh'], ['lý do cụ thể', LONG_REASON],
    ],
  },
  'apology': {
    draw: (stamp) => buildApology({ ...LONG_APOLOGY, ...stamp }),
    sizes: [A4, A5],
    signed: ['GIÁM ĐỐC TRUNG TÂM'],
    fields: [
      ...HEAD, ['số', 'Số: 12/PXL'], ['tên mẫu', 'PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT'], ['kính gửi', `Kính gửi: Ông (Bà)/Tổ chức ${LONG_NAME}`], ['ngày tiếp nhận', 'Ngày 20 tháng 11 năm 2026'],
      ['cơ quan', 'Trung tâm Phục vụ hành chính công đặc khu Phú Quý Nguyễn Huệ tiếp nhận giải quyết hồ sơ'], ['tên thủ tục', `Thủ tục: ${LONG_PROCEDURE}`], ...PERSON, CODE,
      ['thời gian hẹn', 'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026'], ['lý do', `Lý do: ${LONG_REASON}`], ['lời xin lỗi', 'Sự chậm trễ này đã gây phiền hà', 'xin lỗi'], ['ngày trả mới', 'Thời gian trả kết quả mới: 17 giờ 00 phút, ngày 01 tháng 12 năm 2026'], ['thủ trưởng', 'Hoàng Văn Trưởng'],
    ],
  },
  'stop': {
    draw: (stamp) => buildStop({ ...LONG_STOP, ...stamp }),
    sizes: [A4, A5],
    signed: ['THỦ TRƯỞNG ĐƠN VỊ'],
    fields: [
      ...HEAD, ['số', 'Số: 12/TB-TTPVHCC'], ['tên mẫu', 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ'], CODE, ['người yêu cầu', `Kính gửi: Ông (Bà)/Tổ chức ${LONG_NAME}`], ...PERSON, ['thủ tục', `Thủ tục: ${LONG_PROCEDURE}`],
      ['lý do dừng', `Lý do dừng: Ông (Bà)/Tổ chức đề nghị rút hồ sơ: ${LONG_REASON}`], ['trạng thái khi dừng', 'Tình trạng hồ sơ khi dừng: Đang thẩm định'], ['phí đã nộp, hoàn lại', 'Phí, lệ phí: đã nộp 8.000 đ, hoàn lại 8.000 đ'],
    ],
  },
  'control-sheet': {
    draw: (stamp) => buildControlSheet({ ...LONG_CONTROL_SHEET, ...stamp }),
    sizes: [A4],
    signed: ['NGƯỜI LẬP PHIẾU'],
    fields: [
      ...HEAD, ['số', 'Số: 12/PKS-TTPVHCC'], ['tên mẫu', 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ'], CODE, ['cơ quan giải quyết', 'Cơ quan giải quyết hồ sơ: Trung tâm Phục vụ hành chính công'], ['cơ quan phối hợp', 'Cơ quan phối hợp giải quyết hồ sơ: Phòng Kinh tế, Hạ tầng và Đô thị'],
      ['ngày nhận', 'Thời gian nhận hồ sơ: 15 giờ 30 phút, ngày 20'], ['hẹn trả', 'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 26'], ['bản chính lưu', 'Bản chính lưu tại cơ quan:', '(kệ A3-12); Giấy tờ số 2'], ['đơn vị giao, nhận', 'Đơn vị giao, đơn vị nhận', 'Giao: Người nộp hồ sơ', 'Nhận: Văn thư'],
      ['thời gian, người giao, người nhận', 'Thời gian, người giao, người nhận', '16:05 20/11/2026', 'Người giao: Trần Văn Bình', 'Người nhận: Lê Văn Thẩm'], ['kết quả', 'Kết quả giải quyết', 'Trước hạn', 'Đúng hạn', 'Quá hạn'],
      ['ghi chú, ba lần tạm dừng', 'Ghi chú', 'Yêu cầu thực hiện nghĩa vụ tài chính', 'Yêu cầu bổ sung lần 2'],
    ],
  },
  'register-book': {
    draw: (stamp) => onlyPart(buildRegister({ ...LONG_REGISTER, ...stamp })),
    sizes: [ACROSS],
    signed: ['NGƯỜI LẬP SỔ', 'THỦ TRƯỞNG ĐƠN VỊ'],
    fields: [
      ...HEAD, ['số', 'Số: 12/STD-TTPVHCC'], ['tên mẫu', 'SỔ THEO DÕI HỒ SƠ'], ['kỳ, lĩnh vực', 'Từ ngày 01/11/2026 đến ngày 30/11/2026. Lĩnh vực: Hộ tịch'], ['STT', 'STT'], ['mã hồ sơ', 'Mã hồ sơ', 'H56.101.00-261120-0007'],
      ['tên thủ tục', 'Tên thủ tục hành chính', 'Xác nhận tình trạng hôn nhân'], ['tên tổ chức, cá nhân', 'Tên tổ chức, cá nhân', 'Lê Văn A'], ['địa chỉ, điện thoại', 'Địa chỉ, số điện thoại', '0912 345 678'], ['cơ quan chủ trì', 'Cơ quan chủ trì giải quyết'],
      ['nhận hồ sơ', 'Nhận hồ sơ', '15:30'], ['hẹn trả', 'Hẹn trả kết quả', '26/11/2026'], ['trả kết quả', 'Trả kết quả', 'Đã dừng'], ['phương thức nhận', 'Phương thức nhận kết quả', 'Bưu chính công ích'], ['ký nhận', 'Ký nhận'], ['cộng', 'Cộng: 45 hồ sơ; đã trả kết quả 23 hồ sơ.'],
    ],
  },
  'hand-over-slip': {
    draw: (stamp) => buildHandOverSlip({ ...LONG_SLIP, ...stamp }),
    sizes: [A4],
    signed: ['BÊN GIAO', 'BÊN NHẬN'],
    fields: [
      ...HEAD, ['số', 'Số: 12/PBG-TTPVHCC'], ['tên phiếu', 'PHIẾU BÀN GIAO KẾT QUẢ'], ['thời gian', 'Thời gian bàn giao: 9 giờ 05 phút, ngày 24'], ['bên giao', 'Bên giao: Trần Văn Bình, Trung tâm'], ['bên nhận', 'Bên nhận: Đỗ Thị Nhận, Phòng Kinh tế'],
      ['từng hồ sơ', 'Mã hồ sơ', 'H56.101.00-261121-0001', 'Thủ tục', 'Người nộp', 'Giấy tờ', '112', 'Hẹn trả'], ['cộng', 'Cộng: 30 kết quả.'],
    ],
  },
  'result-receipt': {
    draw: (stamp) => buildResultReceipt({ ...LONG_RESULT_RECEIPT, ...stamp }),
    sizes: [A5, A4],
    signed: ['NGƯỜI TRẢ KẾT QUẢ', 'NGƯỜI NHẬN KẾT QUẢ'],
    fields: [
      ...HEAD, ['số', 'Số: 12/GBN-TTPVHCC'], ['tên giấy', 'GIẤY BIÊN NHẬN TRẢ KẾT QUẢ'], CODE, ['hồ sơ của', `Hồ sơ của Ông (Bà)/Tổ chức: ${COMPANY}`], ['người nhận', `Người nhận kết quả: ${LONG_NAME} (người được ủy quyền)`], ['giấy ủy quyền', 'Giấy tờ kèm theo của người nhận: Giấy ủy quyền số 12/GUQ'],
      ['thời gian', 'Thời gian trả kết quả: 9 giờ 10 phút, ngày 25'], ['giấy tờ đã trả', 'Giấy tờ đã trả gồm', '2. Giấy tờ số 2', '12. Giấy tờ số 12'], ['người trả', 'Trần Văn Bình'],
    ],
  },
  'home-envelope': {
    draw: (stamp) => buildEnvelopeLabel({ ...HOME_ENVELOPE, ...stamp }),
    sizes: [CARD],
    signed: [],
    fields: [
      ['người gửi', 'Trung tâm Phục vụ hành chính công đặc khu Phú Quý Nguyễn Huệ', 'Điện thoại 0237 000 0000'], ['người nhận', COMPANY], ['địa chỉ', LONG_ADDRESS], ['điện thoại', 'Điện thoại: 0912 345 678'], ['mã phong bì', 'Mã phong bì: PB-7KQ4-M2XD-9T'],
      ['người mang', `Người mang: ${LONG_NAME}`], ['mã hồ sơ', 'Mã hồ sơ: H56.101.00-261120-0007'],
    ],
  },
  'post-label': {
    draw: (stamp) => buildEnvelopeLabel({ ...POST_ENVELOPE, ...stamp }),
    sizes: [CARD],
    signed: [],
    fields: [['người nhận', COMPANY], ['địa chỉ', LONG_ADDRESS], ['đơn vị vận chuyển, số hiệu', 'Đơn vị vận chuyển: Bưu điện Văn hóa xã Hoa Lộc, Bưu cục Hậu Lộc, số hiệu EB123456789VN'], ['mã hồ sơ', 'Mã hồ sơ: H56.101.00-261120-0007']],
  },
  'shelf-label': {
    draw: (stamp) => buildShelfLabels([{ code: RECEIPT.code, applicant: LONG_NAME, procedureName: LONG_PROCEDURE, dueAt: RECEIPT.dueAt, link: stamp.link }], 'roll', { name: 'Trung tâm', at: stamp.issuedAt }),
    sizes: [{ paper: 'A4', width: 70 / 25.4 * 72, height: 37 / 25.4 * 72 }],
    signed: [],
    fields: [['mã hồ sơ', 'H56.101.00-261120-0007'], ['người nộp', 'Nguyễn Phúc Hoàng Thiên'], ['thủ tục', 'Đăng ký, cấp Giấy chứng nhận'], ['hẹn trả', 'Hẹn trả', '17 giờ thứ Năm 26/11/2026']],
  },
};

function onlyPart(parts: readonly PdfFlow[]): PdfFlow {
  const [part, ...others] = parts;
  assert.ok(part !== undefined && others.length === 0);
  return part;
}

const letters = (words: string) => words.replace(/\s/gu, '').replaceAll('\u00ad', '');

/** Everything on the pages as it is read, and cell by cell: a table puts the lines of several cells beside each other. */
function readable(pages: readonly PdfPage[]): readonly string[] {
  const columns = pages.map(({ pieces }) => {
    const byStart = new Map<number, string>();
    for (const piece of pieces.toSorted((a, b) => b.y - a.y)) byStart.set(Math.round(piece.x), `${byStart.get(Math.round(piece.x)) ?? ''}${piece.text}`);
    return [...byStart.values()].join('\n');
  });
  return [letters(pages.map(({ text }) => text).join('')), letters(columns.join('\n')), letters(pages.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join(''))];
}

/** Two pieces that stand on each other, if there are: their letters share more than a point of width and half their height. */
function overlap({ pieces }: PdfPage): string | undefined {
  for (const [index, piece] of pieces.entries()) {
    if (piece.text.trim() === '') continue;
    for (const other of pieces.slice(index + 1)) {
      if (other.text.trim() === '' || Math.abs(piece.y - other.y) > Math.min(piece.size, other.size) * 0.5) continue;
      if (Math.min(piece.x + piece.width, other.x + other.width) - Math.max(piece.x, other.x) > 1) return `“${piece.text}” and “${other.text}”`;
    }
  }
  return undefined;
}

const renderer = createPdfRenderer();
after(() => renderer.stop());

for (const [form, { draw, sizes, fields, signed }] of Object.entries(FORMS)) {
  for (const { paper, width, height } of sizes) {
    describe(`${form} with long names, 12 papers and 150 copies on ${Math.round(width)} × ${Math.round(height)}`, async () => {
      const file = await renderer.render(draw({ ...STAMP, paper }));
      const { pages } = readPdf(file);

      test('shows every field of the form', () => {
        const texts = readable(pages);
        for (const [field, ...printed] of fields) for (const words of printed) assert.ok(texts.some((text) => text.includes(letters(words))), `${field}: “${words}” is missing in\n${pages.map(({ text }) => text).join('\n')}`);
      });

      test('on sheets of its size, nothing over the edge and no words on other words', () => {
        for (const page of pages) {
          assert.deepEqual([Math.round(page.width), Math.round(page.height)], [Math.round(width), Math.round(height)]);
          for (const piece of page.pieces) assert.ok(piece.x >= 8 && piece.x + piece.width <= page.width - 8 && piece.y >= 8 && piece.y <= page.height - 8, piece.text);
          assert.equal(overlap(page), undefined);
        }
      });

      test('its code is read from the printed page', () => {
        assert.equal(readPrintedQr(file), STAMP.link);
      });

      if (signed.length === 0) {
        test('is one page', () => {
          assert.equal(pages.length, 1);
        });
      } else {
        test('is signed on its last page, and never on a page that says nothing else', () => {
          const last = pages.at(-1)?.text ?? '';
          for (const role of signed) assert.ok(letters(last).includes(letters(role)), role);
          const before = last.slice(0, last.indexOf(signed[0] ?? '')).split('\n').filter((line) => line.trim() !== '' && !/^\d+$/u.test(line));
          assert.ok(before.length > 0, last);
        });
      }
    });
  }
}
