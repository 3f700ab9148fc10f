import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Ai đã xem hồ sơ của tôi',
  'lead': 'Hồ sơ {code}. Mỗi lần có người mở hồ sơ hoặc xử lý hồ sơ, hệ thống ghi lại tên, chức vụ và thời điểm trước khi cho xem. Người không xử lý hồ sơ phải nói rõ mục đích.',
  'digits-why': 'Bốn số bảo vệ thông tin của anh/chị: chỉ anh/chị đọc được ai đã xem hồ sơ của mình.',
  'looks': 'Các lượt xem',
  'work': 'Các việc đã xử lý',
  'no-looks': 'Chưa có ai xem hồ sơ này.',
  'no-work': 'Chưa có việc nào.',
  'link': 'Người giữ đường dẫn và bốn số của anh/chị',
  'own-work': 'Xem để giải quyết hồ sơ này',
  'purpose': 'Mục đích: {purpose}',
  'complain-title': 'Thấy người lạ hoặc mục đích không đúng?',
  'complain': 'Gọi {hotline} để hỏi hoặc phản ánh. Theo Luật Bảo vệ dữ liệu cá nhân, anh/chị có quyền được biết, khiếu nại và yêu cầu bảo vệ dữ liệu của mình.',
  'data-request': 'Gửi yêu cầu về dữ liệu của tôi',
  'fold': 'Nhiều lần xem của cùng một người trong năm phút được ghi thành một dòng. Danh sách hiện 200 dòng gần nhất.',
  'back': 'Về trang theo dõi hồ sơ',
} as const;

const EN: Readonly<Record<keyof typeof VI, string>> = {
  'title': 'Who looked at my dossier',
  'lead': 'Dossier {code}. Whenever somebody opens or works on it, name, position and moment are written down before anything is shown. Whoever does not work on it has to say why.',
  'digits-why': 'Four digits protect what is yours: only you can read who looked at your dossier.',
  'looks': 'Looks',
  'work': 'Work on it',
  'no-looks': 'Nobody has looked at this dossier yet.',
  'no-work': 'Nothing yet.',
  'link': 'The holder of your link and four digits',
  'own-work': 'To work on this dossier',
  'purpose': 'Purpose: {purpose}',
  'complain-title': 'A stranger, or a purpose that is not right?',
  'complain': 'Call {hotline} to ask or complain. By the law on the protection of personal data you have the right to know, to complain and to have your data protected.',
  'data-request': 'Send a request about my data',
  'fold': 'Several looks of one person within five minutes are one line. The newest 200 lines are shown.',
  'back': 'Back to the dossier',
};

/** The words of the page that says who looked. */
export const VIEWERS_WORDS = { vi: VI, en: EN } as const satisfies Catalogue<keyof typeof VI>;
