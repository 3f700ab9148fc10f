import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Why papers that are being sent cannot be added to, changed or handed in, in words that tell what to do next. */
export const UPLOAD_PROBLEMS = {
  'uploads.not-found': {
    status: 404,
    vi: 'Liên kết gửi giấy tờ này không còn dùng được. Mở lại tờ khai rồi bấm “Gửi giấy tờ” để bắt đầu lại.',
    en: 'This link for sending papers is no longer good. Open the form again and press “Send papers” to begin anew.',
  },
  'uploads.expired': {
    status: 410,
    vi: 'Giấy tờ gửi trước chỉ giữ 7 ngày và đã quá hạn, nên không gửi thêm được. Mở lại tờ khai rồi bấm “Gửi giấy tờ” để bắt đầu lại.',
    en: 'Papers sent ahead are kept for 7 days; these are past that, so nothing can be added. Open the form again and press “Send papers” to begin anew.',
  },
  'uploads.taken': {
    status: 409,
    vi: 'Các giấy tờ này đã được gửi cho xã rồi, nên không thêm, bỏ hay gửi lại được nữa. Cần nộp thêm thì chờ xã yêu cầu bổ sung hoặc gọi đường dây của xã.',
    en: 'These papers were handed in already: nothing can be added, removed or sent again. To add something wait until the office asks for it, or call its line.',
  },
  'uploads.paper-unknown': {
    status: 404,
    vi: 'Không có giấy tờ này trong danh sách cần gửi. Quay lại danh sách rồi chọn giấy khác.',
    en: 'This paper is not on the list. Go back to the list and choose another one.',
  },
  'uploads.page-unknown': {
    status: 404,
    vi: 'Tệp này không còn trong danh sách, có thể đã bị bỏ ở một máy khác. Mở lại danh sách để xem hiện có gì.',
    en: 'This file is no longer on the list; another device may have removed it. Open the list again to see what is there.',
  },
  'uploads.missing': {
    status: 422,
    vi: 'Chưa gửi được vì còn thiếu: {papers}. Chụp hoặc chọn tệp cho giấy này rồi gửi lại.',
    en: 'It cannot be sent yet; missing: {papers}. Take a picture or choose a file for it, then send again.',
  },
  'uploads.arriving': {
    status: 409,
    vi: 'Chưa gửi được vì còn tệp máy chủ chưa nhận đủ: {files}. Mở lại giấy đó để tải tiếp, hoặc bỏ tệp.',
    en: 'It cannot be sent yet: the server does not have all of {files}. Open that paper again to go on, or leave the file out.',
  },
  'uploads.changed': {
    status: 409,
    vi: 'Giấy tờ vừa được thay đổi ở một máy khác trong lúc gửi. Xem lại danh sách rồi gửi lại.',
    en: 'The papers were changed on another device while they were being sent. Look at the list again and send once more.',
  },
  'uploads.too-many': {
    status: 422,
    vi: 'Giấy này đã đủ {most} tệp nên “{fileName}” chưa được nhận. Bỏ bớt tệp khác, hoặc chụp gộp thành một tệp PDF.',
    en: 'This paper has {most} files already, so “{fileName}” was not taken. Remove another one, or put the pages into one PDF.',
  },
  'uploads.too-much': {
    status: 413,
    vi: 'Các giấy tờ cộng lại đã quá {most} MB nên “{fileName}” chưa được nhận. Bỏ bớt tệp, hoặc mang giấy này theo khi đến.',
    en: 'The papers together are over {most} MB, so “{fileName}” was not taken. Remove a file, or bring this paper with you.',
  },
  'uploads.transfer-unknown': {
    status: 404,
    vi: 'Máy chủ không còn phần đã tải của tệp này. Chọn lại tệp để tải từ đầu.',
    en: 'The server no longer has the part of this file that was sent. Choose the file again.',
  },
  'uploads.reused-id': {
    status: 409,
    vi: 'Mã của lần tải này đã dùng cho tệp khác. Chọn lại tệp để tải.',
    en: 'The id of this transfer was used for another file. Choose the file again.',
  },
  'uploads.chunk-empty': {
    status: 422,
    vi: 'Phần tệp vừa gửi không có gì. Máy chủ đang có {received} byte; gửi tiếp từ đó.',
    en: 'The piece that came is empty. The server has {received} bytes; go on from there.',
  },
  'uploads.chunk-ahead': {
    status: 409,
    vi: 'Phần tệp này đến trước phần đứng trước nó. Máy chủ đang có {received} byte; gửi tiếp từ đó.',
    en: 'This piece came before the one in front of it. The server has {received} bytes; go on from there.',
  },
  'uploads.chunk-too-long': {
    status: 422,
    vi: 'Phần tệp này dài hơn cả tệp đã báo. Máy chủ đang có {received} byte; chọn lại tệp nếu tệp đã thay đổi.',
    en: 'This piece goes beyond the file that was announced. The server has {received} bytes; choose the file again if it changed.',
  },
  'uploads.not-whole': {
    status: 409,
    vi: 'Máy chủ mới có {received} trên {total} byte của “{fileName}”. Gửi tiếp phần còn lại.',
    en: 'The server has {received} of {total} bytes of “{fileName}”. Send the rest.',
  },
  'uploads.hash-differs': {
    status: 422,
    vi: 'Tệp “{fileName}” đến nơi không giống tệp đã gửi nên không được giữ. Tải lại tệp này từ đầu.',
    en: '“{fileName}” did not arrive as it was sent, so it was not kept. Send it again from the beginning.',
  },
} as const satisfies ProblemTable;
