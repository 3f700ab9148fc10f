import { type Catalogue } from '../../platform/i18n/catalogue.ts';

export type ApiDocsWord = keyof (typeof VI);

const VI = {
  'title': 'Giao diện lập trình (API)',
  'lead': 'Mọi việc làm được trên màn hình của cán bộ đều làm được qua các địa chỉ dưới đây.',
  'machine-readable': 'Bản cho máy đọc (OpenAPI 3.1)',
  'rule-session': 'Đăng nhập bằng POST /api/session; phiên làm việc nằm trong cookie xaso-phien.',
  'rule-command': 'Lần ghi nào có commandId thì bên gọi tự tạo mã đó (UUID). Gửi lại cùng mã không làm thêm gì và nhận lại đúng câu trả lời đầu tiên.',
  'rule-problem': 'Từ chối trả về theo RFC 9457 (application/problem+json): code không đổi, title theo ngôn ngữ của người hỏi.',
  'rule-unit': 'Chỉ thấy dữ liệu của xã mình; mã của xã khác trả lời 404 như mã không có.',
  'needs-session': 'Cần đăng nhập',
  'open': 'Không cần đăng nhập',
  'parameters': 'Tham số',
  'body': 'Nội dung gửi',
  'answer': 'Trả lời',
  'required': 'bắt buộc',
  'whole': '(toàn bộ)',
  'problems': 'Các mã từ chối',
} as const;

/** The words around the description of the interface; names and types are those of the code. */
export const API_DOCS_WORDS: Catalogue<ApiDocsWord> = {
  vi: VI,
  en: {
    'title': 'Programming interface (API)',
    'lead': 'Whatever the screens of the staff can do can be done through these addresses.',
    'machine-readable': 'For machines (OpenAPI 3.1)',
    'rule-session': 'Sign in with POST /api/session; the session is in the cookie xaso-phien.',
    'rule-command': 'Where a write carries a commandId, the caller makes it (UUID). Sending the same id again does nothing more and answers what the first one answered.',
    'rule-problem': 'Refusals follow RFC 9457 (application/problem+json): code never changes, title is in the language of whoever asks.',
    'rule-unit': 'You see your own commune only; an id of another commune answers 404, like an id that does not exist.',
    'needs-session': 'Needs a session',
    'open': 'Open to everybody',
    'parameters': 'Parameters',
    'body': 'What is sent',
    'answer': 'Answer',
    'required': 'required',
    'whole': '(as a whole)',
    'problems': 'Codes of refusals',
  },
};
