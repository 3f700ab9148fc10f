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
    vi: 'Ảnh “{fileName}” lớn quá: từ {most} triệu điểm ảnh trở lên thì không nhận được. Chọn cỡ ảnh thường trong máy ảnh (khoảng 12 triệu) rồi chụp lại.',
    en: 'The picture “{fileName}” is too large: {most} million pixels and more cannot be taken. Choose the normal size in the camera (about 12 million) and take it again.',
  },
  'file.too-many-pages': {
    status: 422,
    vi: 'Tệp “{fileName}” có {pages} trang, mỗi tệp chỉ nhận đến {most} trang. Chia thành nhiều tệp rồi gửi lần lượt.',
    en: 'The file “{fileName}” has {pages} pages; one file takes {most}. Split it and send the parts.',
  },
  'file.active-pdf': {
    status: 422,
    vi: 'Tệp “{fileName}” chứa lệnh tự chạy hoặc tệp khác giấu bên trong nên không nhận được. Mở tệp, in ra PDF mới rồi gửi bản mới.',
    en: 'The file “{fileName}” contains commands that run by themselves, or other files hidden inside, and cannot be taken. Open it, print it to a new PDF and send that.',
  },
  'file.gone': {
    status: 404,
    vi: 'Tệp này không còn trên máy chủ. Gửi lại tệp; nếu đã thuộc một hồ sơ, báo cho quản trị.',
    en: 'This file is not on the server any more. Send it again; if it belongs to a dossier, tell the administrator.',
  },
  'file.swapped': {
    status: 409,
    vi: 'Tệp trên máy chủ không còn đúng như lúc nhận nên không được dùng. Báo cho quản trị và xin người nộp gửi lại tệp này.',
    en: 'The file on the server is not what was received, so it is not used. Tell the administrator and ask the applicant to send it again.',
  },
  'pages.none': {
    status: 422,
    vi: 'Chưa chọn trang nào. Thêm ít nhất một trang rồi ghép lại.',
    en: 'No page was chosen. Add at least one page.',
  },
  'pages.too-many': {
    status: 422,
    vi: 'Một giấy tờ chỉ ghép được {most} trang. Bỏ bớt trang hoặc chia thành hai giấy tờ.',
    en: 'One paper takes {most} pages. Remove some or make two papers of it.',
  },
  'pages.source-unknown': {
    status: 422,
    vi: 'Có trang lấy từ tệp mà máy chủ chưa nhận hoặc không thuộc xã này. Gửi lại tệp đó rồi ghép lại.',
    en: 'A page comes from a file that the server does not have or that is not of this commune. Send that file again.',
  },
  'pages.page-unknown': {
    status: 422,
    vi: 'Trang {page} không có trong tệp nguồn, tệp chỉ có {pages} trang. Mở lại phần sắp xếp rồi chọn lại.',
    en: 'The source has no page {page}, only {pages}. Open the pages again and choose anew.',
  },
  'pages.crop-wrong': {
    status: 422,
    vi: 'Phần cắt của trang {page} nằm ngoài ảnh hoặc quá nhỏ. Kéo lại bốn góc rồi ghép lại.',
    en: 'The part kept of page {page} lies outside the picture or is too small. Pull the corners again.',
  },
  'pages.signed': {
    status: 422,
    vi: 'Tệp có chữ ký số phải giữ nguyên; ghép trang sẽ làm mất giá trị chữ ký. Đính kèm riêng tệp đó.',
    en: 'A digitally signed file stays as it is: joining its pages would break the signature. Attach it by itself.',
  },
  'pages.too-large': {
    status: 413,
    vi: 'Tệp ghép nặng {megabytes} MB, quá mức {most} MB. Bỏ bớt trang hoặc chia thành hai tệp.',
    en: 'The joined file has {megabytes} MB; {most} MB is the most. Remove pages or make two files.',
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
