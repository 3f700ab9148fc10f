import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { createPdfRenderer } from '../../../platform/pdf/pdf-renderer.ts';
import { readPdf, type PdfPage } from '../../../platform/pdf/read-pdf-for-tests.ts';
import { readPrintedQr } from '../../../platform/qr/read-printed-qr-for-tests.ts';
import { buildReceipt } from './build-receipt.ts';
import { at, BIRTH_RECEIPT, receiptTemplate } from './receipt-view-for-tests.ts';
import { type PrintedPayment } from './payment-block.ts';
import { type Printed, type ReceiptPaper, type ReceiptView } from './paper-views.ts';

const renderer = createPdfRenderer();
after(() => renderer.stop());

const draw = async (view: Printed<ReceiptView>) => readPdf(await renderer.render(buildReceipt(view)));
const words = async (change: Partial<Printed<ReceiptView>>) => (await draw({ ...BIRTH_RECEIPT, ...change })).pages.map((page) => page.text).join('\n').replaceAll('\n', ' ');

const LONG_NAME = 'Nguyễn Phúc Hoàng Thiên Bảo Trân Công Tằng Tôn Nữ Thị Nghiêm Đệ Nhất';
const LONG_CONTENT = 'Phê duyệt hỗ trợ kinh phí đào tạo, tập huấn để chuyển đổi từ chăn nuôi sang các nghề khác; '.repeat(5).slice(0, 400);

const KINDS: readonly ReceiptPaper['kind'][] = ['original', 'copy', 'certified-copy', 'electronic', 'data', 'form'];
const MANY_PAPERS: readonly ReceiptPaper[] = Array.from({ length: 25 }, (_, index) => ({
  name: index % 4 === 0 ? `Giấy số ${index + 1}: ${'bản cam kết thực hiện công tác phối giống nhân tạo gia súc '.repeat(4)}` : `Giấy số ${index + 1}`,
  kind: KINDS[index % 6] ?? 'original',
  source: 'submitted',
  copies: 2,
}));

const LONG: Printed<ReceiptView> = {
  ...BIRTH_RECEIPT,
  applicant: {
    fullName: LONG_NAME,
    citizenNumber: '038190001234',
    address: 'Số nhà 128, ngõ 15, đường Nguyễn Thị Minh Khai, khu phố Đông Hòa Thượng, xã Hoa Lộc, tỉnh Thanh Hóa',
    phone: '0912 345 678',
    email: `${'mot.dia.chi.rat.dai.'.repeat(5)}@example.vn`,
  },
  principal: {
    fullName: 'Công ty trách nhiệm hữu hạn một thành viên Thương mại Dịch vụ Hoa Lộc',
    citizenNumber: '2801234567',
    address: 'Thôn Hoa Phú, xã Hoa Lộc',
    phone: null,
    email: null,
    authorisingPaper: 'Giấy ủy quyền số 12/GUQ',
  },
  content: LONG_CONTENT,
  delivery: { method: 'post', address: 'Số nhà 128, ngõ 15, đường Nguyễn Thị Minh Khai' },
  receivedBy: LONG_NAME,
  shortAddress: 'xa-hoa-loc-huyen-hau-loc.thanhhoa.gov.vn/tra-cuu-ho-so',
};

test('a linked group is promised as a whole, with every other part, its agency and its day', async () => {
  const linked = { dueAt: at('2026-11-26T17:00'), parts: ['Đăng ký thường trú (Công an cấp xã, trước 17 giờ thứ Năm 26/11)', 'Cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi (Bảo hiểm xã hội cơ sở, trước 17 giờ thứ Năm 26/11)'] };
  const said = await words({ linked });
  assert.match(said, /Hẹn trả cả nhóm thủ tục liên thông: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026 \(thứ Năm\)/);
  assert.match(said, /Gồm thủ tục này và: Đăng ký thường trú \(Công an cấp xã, trước 17 giờ thứ Năm 26\/11\); Cấp thẻ bảo hiểm y tế/);
  assert.deepEqual([(await draw({ ...BIRTH_RECEIPT, linked, paper: 'A4' })).pages.length, (await draw({ ...BIRTH_RECEIPT, linked })).pages.length], [1, 1]);
  assert.equal((await words({ linked: null })).includes('liên thông'), false);
});

/** A birth in time with two copies. */
const FEES: NonNullable<ReceiptView['fees']> = {
  lines: [
    { label: 'Lệ phí hộ tịch', amount: 'không thu', reckoning: null, before: null, basis: '85/2019/TT-BTC; 106/2021/TT-BTC', reason: 'Miễn: Đăng ký khai sinh đúng hạn (60/2014/QH13, Điều 11 khoản 1 điểm b)' },
    { label: 'Bản sao trích lục hộ tịch, bản sao Giấy khai sinh xin thêm', amount: '16.000 đ', reckoning: '2 bản × 8.000 đ', before: null, basis: '281/2016/TT-BTC, Điều 4', reason: null },
  ],
  total: '16.000 đ', pending: [],
};

/** What the fees of `FEES` ask for, at the counter or by transfer as well. */
const AT_COUNTER: PrintedPayment = { missing: 16_000, reference: 'XSABC23DEFG', transfer: null };
const BY_TRANSFER: PrintedPayment = { ...AT_COUNTER, transfer: { bankName: 'Agribank', number: '112233445566', holder: 'UBND XA HOA LOC', memo: 'XSABC23DEFG', qr: '00020101021238560010A0000007270126000697040501121122334455660208QRIBFTTA530370454051600058 02VN62150811XSABC23DEFG6304ABCD' } };

test('a slip with fees and what is still to be paid is one sheet of A5: the sum stands once, the code of the bank at the foot away from that of the dossier', async () => {
  const slip = async (papers: number, payment: PrintedPayment) => readPdf(await renderer.render(buildReceipt({ ...BIRTH_RECEIPT, fees: FEES, papers: BIRTH_RECEIPT.papers.slice(0, papers) }, [payment])));
  const counter = await slip(4, AT_COUNTER);
  const words = (pdf: Awaited<ReturnType<typeof slip>>): string => pdf.pages.map((page) => page.text).join(' ').replaceAll('\n', ' ');
  assert.equal(counter.pages.length, 1);
  assert.match(words(counter), /Phí, lệ phí phải nộp: 16\.000 đ \(mười sáu nghìn đồng\)\s+Nộp tại quầy, đọc mã nộp tiền XSABC23DEFG; nhớ lấy biên lai\. Lệ phí hộ tịch: không thu/);
  assert.doesNotMatch(words(counter), /Quét để nộp tiền|Phải nộp: /);
  const transfer = await slip(3, BY_TRANSFER);
  assert.equal(transfer.pages.length, 1);
  assert.match(words(transfer), /hoặc chuyển khoản: Agribank, tài khoản 112233445566, UBND XA HOA LOC, nội dung XSABC23DEFG; hoặc nộp tại quầy, lấy biên lai\./);
  assert.match(words(transfer), /Quét để nộp tiền/);
  // Another sum than that of the fees is told by itself.
  assert.match(words(await slip(3, { ...AT_COUNTER, missing: 6000 })), /Phải nộp: 6\.000 đ \(sáu nghìn đồng\)/);
});

test('what is to be paid stands on it with every line and its basis, on one sheet of A5 too', async () => {
  const said = await words({ fees: FEES });
  assert.match(said, /Phí, lệ phí phải nộp: 16\.000 đ/);
  assert.match(said, /Lệ phí hộ tịch: không thu \(Miễn: Đăng ký khai sinh đúng hạn \(60\/2014\/QH13, Điều 11 khoản 1 điểm b\)\)\. Bản sao .*: 16\.000 đ \(2 bản × 8\.000 đ; 281\/2016\/TT-BTC, Điều 4\)\./);
  assert.match(await words({ fees: { ...FEES, lines: [], total: 'không thu', pending: ['Lệ phí hộ tịch'] } }), /Phí, lệ phí phải nộp: chưa tính Chưa tính: Lệ phí hộ tịch; cán bộ báo số tiền trước khi thu\./);
  assert.deepEqual([(await draw({ ...BIRTH_RECEIPT, fees: FEES, papers: BIRTH_RECEIPT.papers.slice(0, 3) })).pages.length, (await draw({ ...BIRTH_RECEIPT, fees: FEES, paper: 'A4' })).pages.length], [1, 1]);
  assert.equal((await words({})).includes('phải nộp'), false);
});

test('the form reads from head to foot as the circular lays it down', async () => {
  const pdf = await draw(BIRTH_RECEIPT);
  assert.equal(pdf.pages.length, 1);
  assert.equal(
    pdf.pages[0]?.text,
    `ỦY BAN NHÂN DÂN XÃ HOA LỘC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRUNG TÂM PHỤC VỤ
Độc lập - Tự do - Hạnh phúc
HÀNH CHÍNH CÔNG
Số: 07/TTPVHCC Hoa Lộc, ngày 20 tháng 11 năm 2026
GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ
Mã hồ sơ: H56.101.00-261120-0007
Trung tâm Phục vụ hành chính công xã Hoa Lộc
Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: Nguyễn Thị Thu Hường
Số định danh cá nhân/tổ chức: 038190001234
Địa chỉ: Thôn Đông Hòa, xã Hoa Lộc, tỉnh Thanh Hóa
Số điện thoại: 0912 345 678 Email: thuhuong@example.vn
Nội dung yêu cầu giải quyết: Đăng ký khai sinh cho con Nguyễn Minh Khôi
TT Thành phần hồ sơ nộp gồm Hình thức Số bản
1 Tờ khai đăng ký khai sinh Tờ khai 01
2 Giấy chứng sinh Bản chính 01
3 Căn cước của người đi đăng ký Bản chính, xuất trình –
4 Giấy chứng nhận kết hôn của cha mẹ Dữ liệu, cơ quan tự tra cứu –
Số lượng hồ sơ: 01 bộ Thời gian giải quyết hồ sơ theo quy định: 3 ngày làm việc
Thời gian nhận hồ sơ: 15 giờ 30 phút, ngày 20 tháng 11 năm 2026 (thứ Sáu)
Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 26 tháng 11 năm 2026
(thứ Năm)
Tính 3 ngày làm việc sau thứ Sáu 20/11; không tính 21/11, 22/11 (cuối tuần), 24/11 (Ngày Văn hóa
Việt Nam).
Đăng ký nhận kết quả tại: Trung tâm (thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa)
Vào Sổ theo dõi hồ sơ, quyển số 03/2026, số thứ tự 128
NGƯỜI NỘP HỒ SƠ NGƯỜI TIẾP NHẬN HỒ SƠ
(Ký và ghi rõ họ tên) (Ký và ghi rõ họ tên)
Nguyễn Thị Thu Hường Trần Văn Bình
Mang theo giấy này khi đến nhận kết quả; mất giấy thì đưa căn
cước. Người nhận thay mang thêm giấy ủy quyền.
Muốn biết hồ sơ đến đâu: quét mã QR hoặc gọi 0237 000 0000.
Cán bộ không bao giờ hỏi mã OTP, mật khẩu; không gọi điện yêu
cầu chuyển tiền hay cài ứng dụng.
hoaloc.thanhhoa.gov.vn/h`,
  );
  assert.equal(pdf.info['Title'], 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả H56.101.00-261120-0007');
});

describe('quốc hiệu and tiêu ngữ are set as văn thư asks', () => {
  for (const [paper, capitals, motto] of [['A4', 12, 13], ['A5', 8.8, 9.8]] as const) {
    test(paper, async () => {
      const pieces = (await draw({ ...BIRTH_RECEIPT, paper })).pages[0]?.pieces ?? [];
      const find = (start: string) => pieces.find((piece) => piece.text.startsWith(start));
      const [country, motherBody, words, place] = [find('CỘNG'), find('ỦY'), find('Độc'), find('Hoa')];
      assert.deepEqual([country?.font, country?.size], ['Tinos-Bold', capitals]);
      assert.deepEqual([motherBody?.font, motherBody?.size], ['Tinos-Regular', capitals]);
      assert.deepEqual([words?.font, words?.size], ['Tinos-Bold', motto]);
      assert.equal(place?.font, 'Tinos-Italic');
      assert.ok(country !== undefined && motherBody !== undefined && words !== undefined && country.y === motherBody.y && words.y < country.y);
    });
  }
});

const changes: readonly (readonly [string, Partial<Printed<ReceiptView>>, RegExp, RegExp?])[] = [
  ['a paper without a number yet leaves room to write it', { number: null }, /Số: ……\/TTPVHCC/],
  ['a day and a month of one figure get the noughts of văn thư', { issuedAt: at('2027-02-05T08:00') }, /Hoa Lộc, ngày 05 tháng 02 năm 2027/],
  ['a month from March on gets none', { issuedAt: at('2027-03-05T08:00') }, /ngày 05 tháng 3 năm 2027/],
  [
    'a commune called by a number keeps its kind as place name',
    { office: { ...BIRTH_RECEIPT.office, communeKind: 'phường', communeName: '1' } },
    /ỦY BAN NHÂN DÂN PHƯỜNG 1 .*Phường 1, ngày 20/,
  ],
  [
    'what is not known is said so',
    { applicant: { fullName: 'Lê Văn A', citizenNumber: null, address: null, phone: null, email: null } },
    /Số định danh cá nhân\/tổ chức: không có Địa chỉ: không có Số điện thoại: không có Email: không có/,
  ],
  ['a dossier without a register book shows no empty line for it', { register: null, dueReason: null }, /Thời gian trả/, /Vào Sổ|Tính 3/],
  [
    'the person on whose behalf the dossier is filed is named with the paper that says so',
    { principal: { fullName: 'Lê Văn B', citizenNumber: '038190009999', address: null, phone: '0900 000 001', email: null, authorisingPaper: 'Giấy ủy quyền 12/GUQ' } },
    /Người ủy quyền: Lê Văn B; số định danh: 038190009999; điện thoại: 0900 000 001; giấy tờ ủy quyền: Giấy ủy quyền 12\/GUQ/,
  ],
  ['a result by post names the address', { delivery: { method: 'post', address: 'Thôn 3, xã Hoa Lộc' } }, /Qua dịch vụ bưu chính công ích, đến: Thôn 3, xã Hoa Lộc/],
  ['a result at home goes to the applicant’s address unless another is given', { delivery: { method: 'home', address: null } }, /Tại nhà: Thôn Đông Hòa, xã Hoa Lộc, tỉnh Thanh Hóa/],
  ['an electronic result says where it is found', { delivery: { method: 'electronic', address: null } }, /Bản điện tử: Cổng Dịch vụ công quốc gia hoặc ứng dụng VNeID/],
  ['the hour of receipt is told to the minute', { receivedAt: at('2026-11-20T07:05') }, /Thời gian nhận hồ sơ: 7 giờ 05 phút, ngày 20/],
  ['a form without a known suffix shows the number alone', { template: receiptTemplate('2024-05-01') }, /Số: 07 Hoa Lộc/],
];

for (const [rule, change, expected, absent] of changes) {
  test(rule, async () => {
    const text = await words(change);
    assert.match(text, expected);
    if (absent !== undefined) assert.doesNotMatch(text, absent);
  });
}

test('every form and source of a paper has its words', async () => {
  const papers = KINDS.flatMap((kind) => (['submitted', 'shown', 'store', 'database'] as const).map((source) => ({ name: 'Giấy', kind, source, copies: 3 })));
  const pdf = await draw({ ...BIRTH_RECEIPT, paper: 'A4', papers });
  const rows = pdf.pages.map((page) => page.text).join('\n');
  assert.match(rows, /1 Giấy Bản chính 03\n2 Giấy Bản chính, xuất trình –\n3 Giấy Bản chính, dùng lại từ –\n(kho )?/);
  for (const kind of ['Bản sao', 'Bản sao có chứng thực', 'Bản điện tử', 'Dữ liệu', 'Tờ khai']) assert.match(rows, new RegExp(`Giấy ${kind} 03`));
});

function insideMargins(page: PdfPage, left: number, right: number): void {
  for (const piece of page.pieces) {
    assert.ok(piece.x >= left - 0.1 && piece.x + piece.width <= page.width - right + 0.1, `“${piece.text}” from ${piece.x} to ${piece.x + piece.width}`);
  }
}

for (const [paper, left, right] of [['A5', 31.1, 28.3], ['A4', 85, 45.3]] as const) {
  test(`on ${paper} names of 60 letters and contents of 400 stay inside the margins and lose nothing`, async () => {
    const pdf = await draw({ ...LONG, paper });
    assert.equal(pdf.pages.length, 2);
    for (const page of pdf.pages) insideMargins(page, left, right);
    const letters = (text: string) => text.replace(/\s/gu, '');
    const all = letters(pdf.pages.map((page) => page.text).join(''));
    assert.ok(all.includes(letters(LONG_CONTENT)));
    assert.ok(all.includes(letters(`Email: ${LONG.applicant.email ?? ''}`)));
  });

  test(`on ${paper} 25 papers run over pages: each with its number, a repeated head, the code on every page, the signatures not alone`, async () => {
    const pdf = await draw({ ...BIRTH_RECEIPT, paper, papers: MANY_PAPERS });
    const pages = pdf.pages.map((page) => page.text);
    assert.ok(pages.length >= 2 && pages.length <= 3);
    for (const [index, page] of pages.entries()) {
      assert.match(page, new RegExp(`Mã hồ sơ H56.101.00-261120-0007 · Trang ${index + 1}/${pages.length}$`));
      if (index > 0) assert.match(page, new RegExp(`^${index + 1}\\n`));
      if (page.includes('Giấy số')) assert.match(page, /TT Thành phần hồ sơ nộp gồm Hình thức Số bản/);
    }
    for (let number = 1; number <= 25; number += 1) assert.match(pages.join('\n'), new RegExp(`^${number} Giấy số ${number}(:|\\b)`, 'm'));
    assert.match(pages.at(-1) ?? '', /Thời gian trả kết quả[^]*NGƯỜI NỘP HỒ SƠ[^]*Mang theo giấy này/);
    for (const page of pdf.pages) insideMargins(page, left, right);
  });

  test(`on ${paper} a dossier of four papers fits one page`, async () => {
    assert.equal((await draw({ ...BIRTH_RECEIPT, paper })).pages.length, 1);
  });
}

test('printing again gives the same bytes', async () => {
  const [first, second] = await Promise.all([renderer.render(buildReceipt(BIRTH_RECEIPT)), renderer.render(buildReceipt(structuredClone(BIRTH_RECEIPT)))]);
  assert.ok(first.equals(second));
});

for (const paper of ['A5', 'A4'] as const) {
  test(`the code printed on ${paper} opens the dossier`, async () => {
    const file = await renderer.render(buildReceipt({ ...LONG, paper, link: BIRTH_RECEIPT.link }));
    assert.equal(readPrintedQr(file), BIRTH_RECEIPT.link);
  });
}
