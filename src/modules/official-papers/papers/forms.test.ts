import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { createPdfRenderer } from '../../../platform/pdf/pdf-renderer.ts';
import { readPdf } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { readPrintedQr } from '../../../platform/qr/read-printed-qr-for-tests.ts';
import { buildApology } from './build-apology.ts';
import { buildRefusal } from './build-refusal.ts';
import { buildStop } from './build-stop.ts';
import { buildSupplement } from './build-supplement.ts';
import { APOLOGY, REFUSAL, STAMP, STOP, SUPPLEMENT } from './paper-examples-for-tests.ts';

const renderer = createPdfRenderer();
after(() => renderer.stop());

const PERSON = ['Nguyễn Thị Thu Hường', 'Số định danh cá nhân/tổ chức: 038190001234', 'Địa chỉ: Thôn Đông Hòa, xã Hoa Lộc, tỉnh Thanh Hóa', 'Số điện thoại: 0912 345 678', 'Email: thuhuong@example.vn'];
const HEAD = ['ỦY BAN NHÂN DÂN XÃ HOA LỘC', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Hoa Lộc, ngày 24 tháng 11 năm 2026'];

/** The fields of each form (domain 1.9), as they must be read on the paper. */
const FORMS: readonly { readonly form: string; readonly build: (change: object) => PdfFlow; readonly fields: readonly string[] }[] = [
  {
    form: '02 phiếu yêu cầu bổ sung',
    build: (change) => buildSupplement({ ...SUPPLEMENT, ...STAMP, ...change }),
    fields: [
      'Số: 12/PBS-TTPVHCC', 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', 'Mã hồ sơ: H56.101.00-261120-0007', 'Hồ sơ của: Nguyễn Thị Thu Hường', ...PERSON,
      'Nội dung yêu cầu giải quyết: Đăng ký khai sinh cho con Nguyễn Minh Khôi', '1. Giấy chứng sinh: ảnh chụp bị mờ, không đọc được ngày sinh',
      'Cách hoàn thiện: Chụp lại ở chỗ sáng', 'Căn cứ: Khoản 1 Điều 16 Luật Hộ tịch 2014', '2. Tờ khai đăng ký khai sinh: thiếu họ tên người cha',
      'Lý do: Hồ sơ chưa đủ căn cứ để đăng ký khai sinh.', 'Đề nghị bổ sung trước: 17 giờ 00 phút, ngày 03 tháng 12 năm 2026 (thứ Năm)',
      'liên hệ với Trần Văn Bình, số điện thoại 0237 000 0000', 'NGƯỜI HƯỚNG DẪN',
    ],
  },
  {
    form: '03 phiếu từ chối tiếp nhận',
    build: (change) => buildRefusal({ ...REFUSAL, ...STAMP, ...change }),
    fields: [
      'Số: 12/PTC-TTPVHCC', 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ', 'Mã hồ sơ: KB-7KQ4-M2XD', 'Trung tâm Phục vụ hành chính công xã Hoa Lộc', ...PERSON,
      'Nội dung yêu cầu giải quyết: Đăng ký khai sinh cho con Nguyễn Minh Khôi', 'với lý do cụ thể như sau:', 'mỗi người chỉ được đăng ký khai sinh một lần.',
      'NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ', 'Trần Văn Bình',
    ],
  },
  {
    form: '04 xin lỗi và đề nghị gia hạn',
    build: (change) => buildApology({ ...APOLOGY, ...STAMP, ...change }),
    fields: [
      'Số: 12/PXL', 'PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT', 'Kính gửi: Ông (Bà)/Tổ chức Nguyễn Thị Thu Hường', 'Ngày 20 tháng 11 năm 2026', 'Thủ tục: Đăng ký khai sinh', ...PERSON,
      'Mã hồ sơ: H56.101.00-261120-0007', 'Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026', 'Lý do: Phải xác minh việc sinh', 'xin lỗi Ông (Bà)/Tổ chức',
      'Thời gian trả kết quả mới: 17 giờ 00 phút, ngày 01 tháng 12 năm 2026', 'GIÁM ĐỐC TRUNG TÂM', 'Hoàng Văn Trưởng',
    ],
  },
  {
    form: '05 thông báo dừng giải quyết',
    build: (change) => buildStop({ ...STOP, ...STAMP, ...change }),
    fields: [
      'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ', 'Mã hồ sơ: H56.101.00-261120-0007', 'Kính gửi: Ông (Bà)/Tổ chức Nguyễn Thị Thu Hường', 'Thủ tục: Đăng ký khai sinh', ...PERSON,
      'Ngày nộp hồ sơ: ngày 20 tháng 11 năm 2026', 'Tình trạng hồ sơ khi dừng: Đang thẩm định', 'Lý do dừng: Ông (Bà)/Tổ chức đề nghị rút hồ sơ: gia đình chuyển nơi cư trú',
      'Phí, lệ phí: đã nộp 8.000 đ, hoàn lại 8.000 đ', 'THỦ TRƯỞNG ĐƠN VỊ',
    ],
  },
];

const letters = (text: string) => text.replace(/\s/gu, '');
const LONG_NAME = 'Công ty trách nhiệm hữu hạn một thành viên Thương mại, Dịch vụ và Xuất nhập khẩu Nông lâm thủy sản Hoa Lộc';
const LONG_PERSON = {
  fullName: LONG_NAME, citizenNumber: null, phone: null, email: null,
  address: 'Số nhà 128, ngõ 15, ngách 4, đường Nguyễn Thị Minh Khai kéo dài, khu dân cư Đông Hòa Thượng, thôn Đông Hòa, xã Hoa Lộc, tỉnh Thanh Hóa (đối diện Trạm Y tế xã, sau Nhà văn hóa thôn)',
};
const LONG_REASON = 'Giấy chứng sinh ghi ngày sinh khác với tờ khai và chưa có văn bản xác nhận của cơ sở y tế nơi trẻ sinh ra. '.repeat(12).trim();

async function read(flow: PdfFlow) {
  const pdf = readPdf(await renderer.render(flow));
  return { pdf, all: letters(pdf.pages.map((page) => page.text).join('')) };
}

for (const { form, build, fields } of FORMS) {
  describe(`form ${form}`, () => {
    for (const paper of ['A4', 'A5'] as const) {
      test(`on ${paper} it shows every field, on one page`, async () => {
        const { pdf, all } = await read(build({ paper }));
        assert.equal(pdf.pages.length, 1);
        for (const field of [...HEAD, ...fields]) assert.ok(all.includes(letters(field)), `“${field}” is missing in\n${pdf.pages[0]?.text ?? ''}`);
      });
    }

    test('a long name, an address of three lines and a reason of half a page stay inside the margins; what is not known is said so', async () => {
      for (const paper of ['A4', 'A5'] as const) {
        const flow = build({ paper, applicant: LONG_PERSON, reason: LONG_REASON });
        const { pdf, all } = await read(flow);
        for (const words of [LONG_NAME, LONG_PERSON.address, LONG_REASON, 'Số điện thoại: không có', 'Email: không có']) assert.ok(all.includes(letters(words)), words.slice(0, 30));
        const [left, , right] = flow.page.margins;
        for (const piece of pdf.pages.flatMap((page) => page.pieces)) assert.ok(piece.x >= left - 0.1 && piece.x + piece.width <= flow.page.width - right + 0.1, piece.text);
      }
    });

    test('the code in its corner leads to where it is checked', async () => {
      assert.equal(readPrintedQr(await renderer.render(build({}))), STAMP.link);
      assert.ok((await read(build({}))).all.includes(letters(STAMP.shortAddress)));
    });

    test('printed again it is the same file', async () => {
      assert.ok((await renderer.render(build({}))).equals(await renderer.render(build({}))));
    });
  });
}

test('a supplement of thirty papers runs over pages, each with its number, its page and the code, and loses nothing', async () => {
  const items = Array.from({ length: 30 }, (_, index) => ({ paper: `Giấy số ${index + 1}`, fault: 'thiếu chữ ký', howToFix: 'Ký lại trước mặt cán bộ.', legalBasis: 'Điều 16 Luật Hộ tịch 2014' }));
  const { pdf, all } = await read(buildSupplement({ ...SUPPLEMENT, ...STAMP, items }));
  assert.ok(pdf.pages.length >= 3);
  for (const { paper } of items) assert.ok(all.includes(letters(`${paper}: thiếu chữ ký`)));
  for (const [index, page] of pdf.pages.entries()) assert.match(page.text, new RegExp(`Mã hồ sơ H56.101.00-261120-0007 · Trang ${index + 1}/${pdf.pages.length}$`));
});

test('what was declared stands on a line of its own, and the last thing to mend goes with the signature however many there are', async () => {
  for (let count = 1; count <= 14; count += 1) {
    const items = Array.from({ length: count }, (_, index) => ({ paper: `Câu “Điều ${index + 1}” của tờ khai`, fault: 'Khai không đúng với giấy tờ', declared: `Đã khai: điều ${index + 1}`, howToFix: 'Ghi lại.', legalBasis: 'Điều 16 Luật Hộ tịch 2014' }));
    const { pdf } = await read(buildSupplement({ ...SUPPLEMENT, ...STAMP, items }));
    const last = letters(pdf.pages.at(-1)?.text ?? '');
    assert.ok(last.includes(letters(`${count}. Câu “Điều ${count}” của tờ khai: Khai không đúng với giấy tờ`)) && last.includes(letters(`Đã khai: điều ${count}`)) && last.includes(letters('NGƯỜI HƯỚNG DẪN')), String(count));
  }
});

test('a declaration without a code is named by its owner, and a stop without words of its own says what the law calls it', async () => {
  const { all } = await read(buildStop({ ...STOP, ...STAMP, code: null, stopKind: 'not-supplemented', reason: null, fee: null }));
  assert.ok(all.includes(letters('Lý do dừng: Quá thời hạn mà hồ sơ chưa được bổ sung, hoàn thiện theo yêu cầu')));
  assert.ok(!all.includes(letters('Mã hồ sơ')) && !all.includes(letters('Phí, lệ phí')));
});
