import { type ProblemTable } from '../../kernel/problem-table.ts';

/** Why a file is not taken, in words that tell what to do next. */
export const FILE_PROBLEMS = {
  'file.empty': {
    status: 422,
    vi: 'Tệp “{fileName}” rỗng. Chọn lại tệp khác.',
    en: 'The file “{fileName}” is empty. Choose another one.',
  },
  'file.too-large': {
    status: 413,
    vi: 'Tệp “{fileName}” lớn hơn {megabytes} MB. Chụp lại với độ phân giải thấp hơn hoặc chia thành nhiều tệp.',
    en: 'The file “{fileName}” is larger than {megabytes} MB. Take it again at a lower resolution or split it.',
  },
  'file.wrong-type': {
    status: 415,
    vi: 'Tệp “{fileName}” không phải ảnh JPG, PNG, WebP hoặc PDF. Chụp ảnh giấy tờ rồi gửi ảnh.',
    en: 'The file “{fileName}” is not a JPG, PNG or WebP picture or a PDF. Take a picture of the paper and send that.',
  },
  'file.heic': {
    status: 415,
    vi: 'Ảnh “{fileName}” ở dạng HEIC của iPhone, máy tính cơ quan không mở được. Vào Cài đặt, Camera, Định dạng, chọn “Tương thích nhất” rồi chụp lại.',
    en: 'The picture “{fileName}” is an iPhone HEIC file. In Settings, Camera, Formats choose “Most Compatible” and take it again.',
  },
  'file.damaged': {
    status: 422,
    vi: 'Tệp “{fileName}” bị hỏng hoặc chưa tải lên hết. Gửi lại tệp này.',
    en: 'The file “{fileName}” is damaged or did not arrive whole. Send it again.',
  },
  'file.too-many-pixels': {
    status: 422,
    vi: 'Ảnh “{fileName}” có kích thước bất thường nên không được nhận. Chụp lại bằng điện thoại.',
    en: 'The picture “{fileName}” has an unusual size and was not taken. Take it again with a phone.',
  },
  'file.locked-pdf': {
    status: 422,
    vi: 'Tệp “{fileName}” bị khóa mật khẩu. Bỏ mật khẩu rồi gửi lại.',
    en: 'The file “{fileName}” is locked with a password. Remove the password and send it again.',
  },
  'file.none': {
    status: 422,
    vi: 'Chưa có tệp nào được gửi lên.',
    en: 'No file was sent.',
  },
  'file.disk-full': {
    status: 503,
    vi: 'Máy chủ hết chỗ lưu tệp. Báo cho quản trị; các mục khác đã nhập vẫn còn.',
    en: 'The server has no room for files. Tell the administrator; what you entered is kept.',
  },
} as const satisfies ProblemTable;
