import { type Catalogue } from '../../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Giấy tờ đã cấp',
  'none': 'Chưa cấp giấy nào.',
  'print': 'In',
  'print-of': 'In {title} số {number}',
  'issued': '{number} · {moment} · {name}',
  'voided': 'Đã thu hồi {moment}: {reason}',
  'replaced': 'Đã thay bằng {number}, {moment}: {reason}',
  'control-sheet': 'Lập phiếu kiểm soát',
  'shelf-label': 'In nhãn kệ',
  'void': 'Thu hồi',
  'void-of': 'Thu hồi {title} số {number}',
  'void-why': 'Lý do thu hồi',
  'void-confirm': 'Thu hồi giấy này',
  'keep': 'Để nguyên',
  'ready': 'Đã lập phiếu kiểm soát số {number}.',
  'void-done': 'Đã thu hồi giấy. Trang kiểm tra của giấy đã ghi như vậy.',
} as const;

/** The words of the papers that were issued about a dossier. */
export const PAPER_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'title': 'Issued papers',
    'none': 'No paper has been issued.',
    'print': 'Print',
    'print-of': 'Print {title} number {number}',
    'issued': '{number} · {moment} · {name}',
    'voided': 'Withdrawn {moment}: {reason}',
    'replaced': 'Replaced by {number}, {moment}: {reason}',
    'control-sheet': 'Make the control sheet',
    'shelf-label': 'Print the shelf label',
    'void': 'Withdraw',
    'void-of': 'Withdraw {title} number {number}',
    'void-why': 'Why it is withdrawn',
    'void-confirm': 'Withdraw this paper',
    'keep': 'Keep it',
    'ready': 'Control sheet number {number} is made.',
    'void-done': 'The paper is withdrawn. Its check page says so.',
  },
};
