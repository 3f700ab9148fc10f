import { type Catalogue } from '../../../../platform/i18n/catalogue.ts';

const VI = {
  'title': 'Khai hồ sơ tại đây',
  'title-of': 'Khai hồ sơ tại ki-ốt: {procedure}',
  'what': 'Điền ở máy này, nộp ở quầy',
  'how': 'Điền xong, máy cho bạn một mã. Đọc mã ấy ở quầy và đưa giấy tờ: cán bộ đã thấy điều bạn khai, bạn không phải điền lại. Được tiếp nhận rồi, hồ sơ mới có mã chính thức và ngày hẹn trả kết quả.',
  'not-here': 'Không tiện khai ở máy này? Cứ mang giấy tờ ra quầy của {centre}, cán bộ khai giúp.',
  'papers': 'Giấy tờ đưa ở quầy',
  'papers-lead': 'Máy này không chụp giấy tờ. Đưa bản chính ở quầy, cán bộ chụp giúp.',
  'any-of': 'một trong các giấy: {papers}',
  'sent': 'Xã đã nhận bản khai của bạn',
  'sent-now': 'Ra quầy, đọc mã này, đưa căn cước và giấy tờ. Quầy chưa mở cửa thì đến trong giờ làm việc, bản khai vẫn còn.',
  'sent-keep': 'Giữ mã: chụp màn hình, quét mã QR bằng điện thoại của bạn, bấm “In trang này” nếu máy có in, hoặc chép ra giấy.',
  'sent-done': 'Giữ mã rồi thì bấm “Xong, xóa thông tin” ở cuối màn hình để người sau không thấy.',
  'on-phone': 'Xem tiếp trên điện thoại của bạn',
  'on-phone-how': 'Quét mã QR bằng điện thoại của bạn. Kết quả điện tử, ai đã xem hồ sơ và dữ liệu cá nhân chỉ mở trên máy của riêng bạn, không mở ở máy dùng chung này.',
} as const;

/** What the pages of a declaration and of a dossier say at a kiosk, where they say something else than at home. */
export const KIOSK_PAGE_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'title': 'Declare here',
    'title-of': 'Declare at the kiosk: {procedure}',
    'what': 'Fill it in here, hand it in at the counter',
    'how': 'At the end this machine gives you a code. Read it out at the counter and hand over your papers: the officer has what you entered before you come, and you need not write it again. Your dossier has its official code and a date for the result once it is received.',
    'not-here': 'Rather not here? Bring your papers to the counter of {centre}; an officer writes it down for you.',
    'papers': 'Papers for the counter',
    'papers-lead': 'This machine takes no pictures of papers. Hand over the originals at the counter; the officer takes the pictures.',
    'any-of': 'one of: {papers}',
    'sent': 'The commune has your declaration',
    'sent-now': 'Go to the counter, read out this code, and hand over your identity card and papers. If the counter is closed, come in working hours; the declaration stays.',
    'sent-keep': 'Keep the code: take a picture of the screen, scan the QR code with your phone, press “Print this page” if this machine prints, or write it down.',
    'sent-done': 'Then press “Finished, clear my details” at the end of the screen, so that nobody sees it after you.',
    'on-phone': 'Go on with your own phone',
    'on-phone-how': 'Scan the QR code with your phone. Electronic results, who looked at your dossier and your personal data open only on a machine of your own, not on this one that everybody uses.',
  },
};
