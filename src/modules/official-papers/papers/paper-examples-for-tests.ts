import { formTemplateInForce, type FormKey, type FormTemplate } from './form-template.ts';
import { loadFormTemplates } from './load-form-templates.ts';
import {
  type ApologyView, type ControlSheetView, type EnvelopeLabelView, type HandOverSlipView, type PaperStamp, type RefusalView, type RegisterView, type ResultReceiptView, type StopView, type SupplementView,
} from './paper-views.ts';
import { at, BIRTH_RECEIPT } from './receipt-view-for-tests.ts';

function template(key: FormKey): FormTemplate {
  const found = formTemplateInForce(loadFormTemplates(), key, '2026-11-20');
  if (found === undefined) throw new Error(`no form ${key}`);
  return found;
}

const { office, applicant, code, content } = BIRTH_RECEIPT;

/** A paper number 12 of the day, checked at an address of the commune's portal. */
export const STAMP: PaperStamp = {
  paper: 'A4',
  number: 12,
  issuedAt: at('2026-11-24T09:05'),
  link: 'https://hoaloc.thanhhoa.gov.vn/x/7KQ4M2XD9TAB',
  shortAddress: 'hoaloc.thanhhoa.gov.vn/x/7KQ4-M2XD-9TAB',
};

export const SUPPLEMENT: SupplementView = {
  kind: 'supplement',
  template: template('supplement'),
  office, applicant, code, content,
  items: [
    {
      paper: 'Giấy chứng sinh',
      fault: 'ảnh chụp bị mờ, không đọc được ngày sinh',
      howToFix: 'Chụp lại ở chỗ sáng, đặt giấy trên nền tối, hoặc mang bản chính đến Trung tâm.',
      legalBasis: 'Khoản 1 Điều 16 Luật Hộ tịch 2014',
    },
    { paper: 'Tờ khai đăng ký khai sinh', fault: 'thiếu họ tên người cha', howToFix: 'Điền mục 8 của tờ khai và ký lại.', legalBasis: null },
  ],
  reason: 'Hồ sơ chưa đủ căn cứ để đăng ký khai sinh.',
  answerBy: at('2026-12-03T17:00'),
  contact: { name: 'Trần Văn Bình', phone: '0237 000 0000' },
  guidedBy: 'Trần Văn Bình',
};

export const REFUSAL: RefusalView = {
  kind: 'refusal',
  template: template('refusal'),
  office, applicant, code: 'KB-7KQ4-M2XD', content,
  reason: 'Việc sinh đã được đăng ký tại Ủy ban nhân dân phường Hàm Rồng ngày 12 tháng 10 năm 2026; mỗi người chỉ được đăng ký khai sinh một lần.',
  receivedBy: 'Trần Văn Bình',
};

export const APOLOGY: ApologyView = {
  kind: 'apology',
  template: template('apology'),
  office, applicant, code,
  agency: office.centreName,
  procedureName: 'Đăng ký khai sinh',
  receivedAt: at('2026-11-20T15:30'),
  dueAt: at('2026-11-26T17:00'),
  reason: 'Phải xác minh việc sinh tại Bệnh viện Đa khoa huyện; bệnh viện chưa trả lời.',
  newDueAt: at('2026-12-01T17:00'),
  signer: { title: 'Giám đốc Trung tâm', name: 'Hoàng Văn Trưởng' },
};

export const STOP: StopView = {
  kind: 'stop',
  template: template('stop'),
  office, applicant, code, content,
  procedureName: 'Đăng ký khai sinh',
  submittedAt: at('2026-11-20T15:30'),
  stopKind: 'withdrawn',
  reason: 'gia đình chuyển nơi cư trú',
  stateWas: 'Đang thẩm định',
  fee: { paid: 8000, refunded: 8000 },
  signer: { title: 'Thủ trưởng đơn vị', name: null },
};

export const CONTROL_SHEET: ControlSheetView = {
  kind: 'control-sheet',
  template: template('control-sheet'),
  office, code,
  procedureName: 'Đăng ký khai sinh',
  agency: office.centreName,
  otherAgency: null,
  receivedAt: at('2026-11-20T15:30'),
  dueAt: at('2026-11-26T17:00'),
  lines: [
    { giver: { unit: 'Người nộp hồ sơ', person: 'Nguyễn Thị Thu Hường' }, receiver: { unit: office.centreName, person: 'Trần Văn Bình' }, at: at('2026-11-20T15:30'), result: null, note: null },
    { giver: { unit: office.centreName, person: 'Trần Văn Bình' }, receiver: { unit: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', person: 'Lê Văn Thẩm' }, at: at('2026-11-20T16:05'), result: 'early', note: 'Kèm bản chính giấy chứng sinh' },
    { giver: { unit: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân', person: 'Lê Văn Thẩm' }, receiver: { unit: 'Lãnh đạo Ủy ban nhân dân', person: 'Nguyễn Thị Chủ' }, at: at('2026-11-23T10:20'), result: 'on-time', note: null },
    { giver: { unit: 'Lãnh đạo Ủy ban nhân dân', person: 'Nguyễn Thị Chủ' }, receiver: { unit: 'Văn thư', person: null }, at: at('2026-11-25T16:55'), result: 'late', note: 'Trả lại bước trước: thiếu trích lục kết hôn' },
  ],
  madeBy: 'Trần Văn Bình',
};

export const REGISTER: RegisterView = {
  kind: 'register-book',
  template: template('register-book'),
  office,
  from: '2026-11-01',
  to: '2026-11-30',
  rows: [
    {
      code, procedureName: 'Đăng ký khai sinh', applicant: applicant.fullName, address: applicant.address, phone: applicant.phone, unit: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
      receivedAt: at('2026-11-20T15:30'), dueAt: at('2026-11-26T17:00'), returnedAt: at('2026-11-25T09:10'), ended: null, method: 'counter', receiver: 'Nguyễn Thị Thu Hường',
    },
    {
      code: 'H56.101.00-261121-0001', procedureName: 'Xác nhận tình trạng hôn nhân', applicant: 'Lê Văn A', address: 'Thôn 3, xã Hoa Lộc', phone: null, unit: office.centreName,
      receivedAt: at('2026-11-23T08:00'), dueAt: at('2026-11-27T17:00'), returnedAt: null, ended: 'Đã dừng', method: 'post', receiver: null,
    },
  ],
  madeBy: 'Trần Văn Bình',
};

export const SLIP: HandOverSlipView = {
  kind: 'hand-over-slip',
  template: template('hand-over-slip'),
  office,
  what: 'dossiers',
  from: { unit: office.centreName, person: 'Trần Văn Bình' },
  to: { unit: 'Phòng Kinh tế', person: 'Đỗ Thị Nhận' },
  note: 'Chuyển cuối ngày',
  rows: [
    { code, procedureName: 'Đăng ký khai sinh', applicant: applicant.fullName, papers: 3, dueAt: at('2026-11-26T17:00') },
    { code: 'H56.101.00-261121-0001', procedureName: 'Xác nhận tình trạng hôn nhân', applicant: 'Lê Văn A', papers: 12, dueAt: null },
  ],
};

export const RESULT_RECEIPT: ResultReceiptView = {
  kind: 'result-receipt',
  template: template('result-receipt'),
  office, code,
  applicant: applicant.fullName,
  procedureName: 'Đăng ký khai sinh',
  receiver: { name: 'Nguyễn Văn Chồng', relation: 'authorised', paper: 'Giấy ủy quyền số 12/GUQ ngày 20/11/2026' },
  at: at('2026-11-25T09:10'),
  papers: ['Kết quả giải quyết thủ tục Đăng ký khai sinh, số 25/2026', 'Bản chính giấy chứng sinh'],
  returnedBy: 'Trần Văn Bình',
};

export const ENVELOPE: EnvelopeLabelView = {
  kind: 'envelope-label',
  template: template('envelope-label'),
  office, code,
  to: { name: applicant.fullName, address: applicant.address ?? '', phone: applicant.phone },
  envelopeCode: 'PB-7KQ4-M2XD-9T',
  carrier: null,
  trackingNumber: null,
  carriedBy: 'Vũ Thị Tổ',
};
