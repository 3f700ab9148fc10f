import { APOLOGY, CONTROL_SHEET, ENVELOPE, REFUSAL, REGISTER, RESULT_RECEIPT, SLIP, STOP, SUPPLEMENT } from './paper-examples-for-tests.ts';
import {
  type ApologyView, type ControlSheetView, type EnvelopeLabelView, type HandOverSlipView, type PaperOffice, type PaperPerson, type ReceiptPaper, type ReceiptView, type RefusalView, type RegisterView,
  type ResultReceiptView, type StopView, type SupplementView,
} from './paper-views.ts';
import { at, BIRTH_RECEIPT } from './receipt-view-for-tests.ts';

/** A name of 66 letters, as there are, and the longest kind of company name. */
export const LONG_NAME = 'Nguyễn Phúc Hoàng Thiên Bảo Trân Công Tằng Tôn Nữ Thị Nghiêm Đệ Nhất';
export const COMPANY = 'Công ty trách nhiệm hữu hạn một thành viên Thương mại, Dịch vụ và Xuất nhập khẩu Nông lâm thủy sản Hoa Lộc';
export const LONG_ADDRESS =
  'Số nhà 128, ngõ 15, ngách 4, đường Nguyễn Thị Minh Khai kéo dài, khu dân cư Đông Hòa Thượng, thôn Đông Hòa, xã Hoa Lộc, tỉnh Thanh Hóa (đối diện Trạm Y tế xã, sau Nhà văn hóa thôn)';
export const LONG_PROCEDURE =
  'Đăng ký, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với cá nhân, cộng đồng dân cư, hộ gia đình, người gốc Việt Nam định cư ở nước ngoài';
export const LONG_REASON = 'Giấy chứng sinh ghi ngày sinh khác với tờ khai và chưa có văn bản xác nhận của cơ sở y tế nơi trẻ sinh ra. '.repeat(9).trim();

function byTurns<T>(examples: readonly T[], index: number): T {
  const example = examples[index % examples.length];
  if (example === undefined) throw new RangeError('no example');
  return example;
}

const office: PaperOffice = { ...BIRTH_RECEIPT.office, communeKind: 'đặc khu', communeName: 'Phú Quý Nguyễn Huệ', centreName: 'Trung tâm Phục vụ hành chính công đặc khu Phú Quý Nguyễn Huệ' };
const applicant: PaperPerson = {
  fullName: LONG_NAME, citizenNumber: '038190001234', address: LONG_ADDRESS, phone: '0912 345 678', email: 'nguyen.phuc.hoang.thien.bao.tran.cong.tang.ton.nu@hoptacxa-nonglamthuysan.example.vn',
};
const KINDS: readonly ReceiptPaper['kind'][] = ['original', 'copy', 'certified-copy', 'electronic', 'data', 'form'];
const SOURCES: readonly ReceiptPaper['source'][] = ['submitted', 'shown', 'store', 'database'];
const PAPERS: readonly ReceiptPaper[] = Array.from({ length: 12 }, (_, index) => ({
  name: index % 3 === 0 ? `Văn bản số ${index + 1} về việc phân chia di sản thừa kế có công chứng hoặc chứng thực theo quy định của pháp luật về dân sự` : `Giấy tờ số ${index + 1}`,
  kind: KINDS[index % 6] ?? 'original',
  source: SOURCES[index % 4] ?? 'submitted',
  copies: 150,
  ...(index % 12 === 0 ? { kept: true, pages: 128 } : {}),
  ...(SOURCES[index % 4] === 'database' ? { lookedUp: { database: 'Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp', at: at('2026-11-20T15:20') } } : {}),
}));

/** Twelve papers in 150 copies, filed for a company by an authorised person, over two pages. */
export const RECEIPT: ReceiptView = {
  ...BIRTH_RECEIPT, office, applicant, papers: PAPERS, copies: 150, content: `${LONG_PROCEDURE}. ${LONG_PROCEDURE}`,
  principal: { fullName: COMPANY, citizenNumber: '2801234567', address: 'Thôn Hoa Phú, xã Hoa Lộc', phone: '0900 000 001', email: 'congty@example.vn', authorisingPaper: 'Giấy ủy quyền số 12/GUQ ngày 20/11/2026' },
  delivery: { method: 'post', address: LONG_ADDRESS }, receivedBy: LONG_NAME,
};
export const LONG_SUPPLEMENT: SupplementView = { ...SUPPLEMENT, office, applicant, content: LONG_PROCEDURE, items: PAPERS.map(({ name }, index) => ({ ...byTurns(SUPPLEMENT.items, index), paper: name })) };
export const LONG_REFUSAL: RefusalView = { ...REFUSAL, office, applicant, reason: LONG_REASON };
export const LONG_APOLOGY: ApologyView = { ...APOLOGY, office, agency: office.centreName, applicant, procedureName: LONG_PROCEDURE, reason: LONG_REASON };
export const LONG_STOP: StopView = { ...STOP, office, applicant, procedureName: LONG_PROCEDURE, reason: LONG_REASON };

const pause = (when: string, note: string) => ({ giver: { unit: office.centreName, person: LONG_NAME }, receiver: { unit: 'Người nộp hồ sơ', person: LONG_NAME }, at: at(when), result: null, note });

/** Three pauses between the steps, twice through the house. */
export const LONG_CONTROL_SHEET: ControlSheetView = {
  ...CONTROL_SHEET, office, agency: office.centreName, otherAgency: 'Phòng Kinh tế, Hạ tầng và Đô thị', procedureName: LONG_PROCEDURE, madeBy: LONG_NAME,
  originals: [{ name: PAPERS[0]?.name ?? '', shelf: 'A3-12' }, { name: 'Giấy tờ số 2', shelf: null }],
  lines: [
    ...CONTROL_SHEET.lines, pause('2026-11-25T17:00', `Yêu cầu bổ sung: ${PAPERS[0]?.name ?? ''}`), pause('2026-11-26T08:10', 'Yêu cầu thực hiện nghĩa vụ tài chính'), pause('2026-11-27T08:10', 'Yêu cầu bổ sung lần 2'),
    ...CONTROL_SHEET.lines, ...CONTROL_SHEET.lines,
  ],
};
export const LONG_REGISTER: RegisterView = {
  ...REGISTER, office, field: 'Hộ tịch',
  rows: Array.from({ length: 45 }, (_, index) => ({ ...byTurns(REGISTER.rows, index), ...(index % 4 === 0 ? { applicant: LONG_NAME, address: LONG_ADDRESS, procedureName: LONG_PROCEDURE, receiver: LONG_NAME } : {}) })),
};
export const LONG_SLIP: HandOverSlipView = {
  ...SLIP, office, what: 'results',
  rows: Array.from({ length: 30 }, (_, index) => ({ ...byTurns(SLIP.rows, index), ...(index % 4 === 0 ? { applicant: COMPANY, procedureName: LONG_PROCEDURE, papers: 112 } : {}) })),
};
export const LONG_RESULT_RECEIPT: ResultReceiptView = {
  ...RESULT_RECEIPT, office, applicant: COMPANY, procedureName: LONG_PROCEDURE, papers: PAPERS.map(({ name }) => name),
  receiver: { name: LONG_NAME, relation: 'authorised', paper: 'Giấy ủy quyền số 12/GUQ ngày 20/11/2026 do Văn phòng công chứng Hậu Lộc chứng nhận' },
};
export const HOME_ENVELOPE: EnvelopeLabelView = { ...ENVELOPE, office, to: { name: COMPANY, address: LONG_ADDRESS, phone: '0912 345 678' }, carriedBy: LONG_NAME };
export const POST_ENVELOPE: EnvelopeLabelView = { ...HOME_ENVELOPE, envelopeCode: null, carriedBy: null, carrier: 'Bưu điện Văn hóa xã Hoa Lộc, Bưu cục Hậu Lộc', trackingNumber: 'EB123456789VN' };
