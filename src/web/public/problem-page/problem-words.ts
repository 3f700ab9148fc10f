import { type Catalogue } from '../../../platform/i18n/catalogue.ts';

export type ProblemHeading = 'sign-in' | 'not-allowed' | 'not-found' | 'gone' | 'too-large' | 'to-correct' | 'too-many' | 'busy' | 'not-done';

/** The words around a refusal; the refusal's own sentence comes from the table of problems. */
export const PROBLEM_WORDS: Catalogue<ProblemHeading | 'go-back' | 'home' | 'tell-us' | 'tell-us-by-phone'> = {
  vi: {
    'sign-in': 'Cần đăng nhập',
    'not-allowed': 'Trang này không mở cho bạn',
    'not-found': 'Không có trang này',
    'gone': 'Trang này không còn nữa',
    'too-large': 'Nội dung gửi lên quá lớn',
    'to-correct': 'Có mục chưa đúng',
    'too-many': 'Xin đợi một chút',
    'busy': 'Máy chủ đang bận',
    'not-done': 'Chưa làm được việc này',
    'go-back': 'Bấm nút quay lại của trình duyệt: những gì bạn đã điền vẫn còn ở đó.',
    'home': 'Về trang đầu',
    'tell-us': 'Nếu vẫn chưa được, báo cho Bộ phận Một cửa mã lần truy cập này:',
    'tell-us-by-phone': 'Nếu vẫn chưa được, gọi {hotline} và đọc mã lần truy cập này:',
  },
  en: {
    'sign-in': 'Please sign in',
    'not-allowed': 'This page is not open to you',
    'not-found': 'There is no such page',
    'gone': 'This page is no longer there',
    'too-large': 'What was sent is too large',
    'to-correct': 'Some entries are not right',
    'too-many': 'Please wait a moment',
    'busy': 'The server is busy',
    'not-done': 'This could not be done yet',
    'go-back': 'Use the back button of your browser: what you filled in is still there.',
    'home': 'To the first page',
    'tell-us': 'If it still does not work, tell the one-stop office this visit number:',
    'tell-us-by-phone': 'If it still does not work, call {hotline} and read out this visit number:',
  },
};
