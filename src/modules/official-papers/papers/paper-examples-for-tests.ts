import { formTemplateInForce, type FormKey, type FormTemplate } from './form-template.ts';
import { loadFormTemplates } from './load-form-templates.ts';
import { type ApologyView, type PaperStamp, type RefusalView, type StopView, type SupplementView } from './paper-views.ts';
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
