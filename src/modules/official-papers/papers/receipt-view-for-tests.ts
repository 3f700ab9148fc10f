import { parseInstant, type Instant } from '../../../kernel/local-time.ts';
import { formTemplateInForce, type FormTemplate } from './form-template.ts';
import { loadFormTemplates } from './load-form-templates.ts';
import { type Printed, type ReceiptView } from './paper-views.ts';

/** A moment that the test writes by hand. */
export function at(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new RangeError(text);
  return parsed.value;
}

/** The form of a day; the tests ask for days that have one. */
export function receiptTemplate(day: string): FormTemplate {
  const template = formTemplateInForce(loadFormTemplates(), 'receipt', day);
  if (template === undefined) throw new Error(`no form on ${day}`);
  return template;
}

/** A receipt as most are: a birth, four papers, at the counter. */
export const BIRTH_RECEIPT: Printed<ReceiptView> = {
  kind: 'receipt',
  paper: 'A5',
  template: receiptTemplate('2026-11-20'),
  office: {
    communeKind: 'xã',
    communeName: 'Hoa Lộc',
    centreName: 'Trung tâm Phục vụ hành chính công xã Hoa Lộc',
    address: 'thôn Hoa Phú, xã Hoa Lộc, tỉnh Thanh Hóa',
    hotline: '0237 000 0000',
  },
  number: 7,
  code: 'H56.101.00-261120-0007',
  issuedAt: at('2026-11-20T15:31'),
  applicant: {
    fullName: 'Nguyễn Thị Thu Hường',
    citizenNumber: '038190001234',
    address: 'Thôn Đông Hòa, xã Hoa Lộc, tỉnh Thanh Hóa',
    phone: '0912 345 678',
    email: 'thuhuong@example.vn',
  },
  principal: null,
  content: 'Đăng ký khai sinh cho con Nguyễn Minh Khôi',
  papers: [
    { name: 'Tờ khai đăng ký khai sinh', kind: 'form', source: 'submitted', copies: 1 },
    { name: 'Giấy chứng sinh', kind: 'original', source: 'submitted', copies: 1 },
    { name: 'Căn cước của người đi đăng ký', kind: 'original', source: 'shown', copies: 1 },
    { name: 'Giấy chứng nhận kết hôn của cha mẹ', kind: 'data', source: 'database', copies: 0 },
  ],
  copies: 1,
  timeLimit: { unit: 'working-day', value: 3 },
  receivedAt: at('2026-11-20T15:30'),
  dueAt: at('2026-11-26T17:00'),
  dueReason: 'Tính 3 ngày làm việc sau thứ Sáu 20/11; không tính 21/11, 22/11 (cuối tuần), 24/11 (Ngày Văn hóa Việt Nam).',
  delivery: { method: 'counter', address: null },
  register: { volume: '03/2026', number: '128' },
  receivedBy: 'Trần Văn Bình',
  link: 'https://hoaloc.thanhhoa.gov.vn/h/4hd8sQmW0cT1lVgJ3yP0mA',
  shortAddress: 'hoaloc.thanhhoa.gov.vn/h',
};
