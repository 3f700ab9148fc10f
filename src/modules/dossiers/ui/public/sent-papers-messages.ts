import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

type SentPapersWord = 'title' | 'one-by-one' | 'one-by-one-why' | 'open' | 'all-at-once' | 'none' | 'missing' | 'arriving' | 'change' | 'receipt';

/** The words of the part of the declaration form in which papers are sent one by one. */
export const SENT_PAPERS_WORDS: Catalogue<SentPapersWord> = {
  vi: {
    'title': 'Giấy tờ đã gửi',
    'one-by-one': 'Gửi từng giấy bằng điện thoại',
    'one-by-one-why': 'Nên dùng khi mạng yếu: mỗi giấy một trang, chụp hoặc chọn tệp, mất mạng thì tự gửi tiếp, xem lại được từng ảnh. Điều bạn đã điền ở trên vẫn còn.',
    'open': 'Gửi giấy tờ',
    'all-at-once': 'Hoặc chọn tệp ngay tại đây, gửi một lần cùng tờ khai',
    'none': 'Chưa có giấy tờ nào. Giấy chưa gửi thì mang theo khi đến.',
    'missing': 'Chưa gửi: {papers}. Gửi thêm ở đây, hoặc mang theo khi đến.',
    'arriving': 'Máy chủ chưa nhận đủ tệp của: {papers}. Bấm “Thêm, xem lại hoặc bỏ giấy tờ” để tải tiếp hoặc bỏ tệp; đủ rồi mới gửi cho xã được.',
    'change': 'Thêm, xem lại hoặc bỏ giấy tờ',
    'receipt': 'Xem {count} tệp xã đã nhận',
  },
  en: {
    'title': 'Papers that were sent',
    'one-by-one': 'Send the papers one by one',
    'one-by-one-why': 'Best on a weak line: one page a paper, take a picture or choose a file; when the line breaks it goes on by itself, and you can look at each picture. What you filled in above stays.',
    'open': 'Send papers',
    'all-at-once': 'Or choose files here and send them with the form',
    'none': 'No paper yet. Bring along what was not sent.',
    'missing': 'Not sent yet: {papers}. Add it here, or bring it with you.',
    'arriving': 'The server does not have all of a file of: {papers}. Press “Add, look at or remove papers” to go on or leave it out; only then can the form be sent.',
    'change': 'Add, look at or remove papers',
    'receipt': 'Look at the files that the office has: {count}',
  },
};
