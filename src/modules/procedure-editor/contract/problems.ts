import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the editor of procedures. */
export const PROCEDURE_EDITOR_PROBLEMS = {
  'procedure-editor.not-yours': {
    status: 403,
    vi: 'Thủ tục dùng chung cho nhiều xã của hệ thống này nên chỉ quản trị toàn hệ thống sửa được. Gửi đề nghị sửa cho người có tên ở trang Quản trị toàn hệ thống.',
    en: 'The procedures are shared by several communes of this system, so only an installation administrator changes them. Ask whoever is named on the page Installation administrators.',
  },
  'procedure-editor.unknown-procedure': { status: 404, vi: 'Không có thủ tục mã {code}. Kiểm tra lại mã, hoặc tạo thủ tục mới.', en: 'There is no procedure {code}. Check the code, or make a new procedure.' },
  'procedure-editor.unknown-draft': { status: 404, vi: 'Không có bản nháp này, hoặc bản nháp thuộc xã khác. Mở lại danh sách thủ tục.', en: 'There is no such draft, or it belongs to another commune. Open the list of procedures again.' },
  'procedure-editor.unknown-version': { status: 404, vi: 'Thủ tục này không có phiên bản {version}.', en: 'This procedure has no version {version}.' },
  'procedure-editor.code-taken': { status: 409, vi: 'Đã có thủ tục mã {code}. Mở thủ tục đó để sửa, hoặc chọn mã khác.', en: 'There is a procedure {code} already. Open it to change it, or choose another code.' },
  'procedure-editor.code-unreadable': { status: 422, vi: 'Mã thủ tục có dạng 1.001193 (một số, dấu chấm, sáu số). Nhập lại mã.', en: 'The code of a procedure looks like 1.001193 (a digit, a point, six digits). Enter it again.' },
  'procedure-editor.draft-exists': { status: 409, vi: 'Thủ tục này đang có một bản nháp do {by} sửa. Mở bản nháp đó và làm tiếp.', en: 'This procedure has a draft already, by {by}. Open it and go on there.' },
  'procedure-editor.draft-closed': { status: 409, vi: 'Bản nháp này đã công bố hoặc đã bỏ nên không sửa được nữa. Tạo bản nháp mới từ phiên bản đang dùng.', en: 'This draft was published or thrown away and cannot be changed. Make a new one from the version in force.' },
  'procedure-editor.changed-meanwhile': {
    status: 409,
    vi: '{by} vừa lưu bản nháp này. Những gì bạn nhập vẫn còn trên màn hình: chép ra, tải lại trang rồi sửa tiếp.',
    en: '{by} has just saved this draft. What you entered is still on the screen: copy it, load the page again and go on.',
  },
  'procedure-editor.too-large': { status: 413, vi: 'Nội dung thủ tục quá dài (tối đa {most} ký tự). Rút gọn phần hướng dẫn.', en: 'The content is too long (at most {most} characters). Shorten the guidance.' },
  'procedure-editor.not-sound': { status: 422, vi: 'Còn {faults} chỗ chưa đúng. Sửa các dòng ghi “phải sửa” rồi công bố.', en: '{faults} things are not right yet. Mend the lines marked “must be mended”, then publish.' },
  'procedure-editor.not-ready': { status: 422, vi: 'Còn {faults} điều phải sửa trước khi công bố. Xem danh sách kiểm tra bên phải.', en: '{faults} things must be mended before it is published. See the list of checks.' },
  'procedure-editor.nothing-changed': { status: 422, vi: 'Bản nháp giống hệt phiên bản đang dùng nên không có gì để công bố.', en: 'The draft is the same as the version in force: there is nothing to publish.' },
  'procedure-editor.reason-missing': { status: 422, vi: 'Ghi lý do: căn cứ vào quyết định hoặc văn bản nào.', en: 'Say why: which decision or text it rests on.' },
  'procedure-editor.day-not-possible': { status: 422, vi: 'Ngày áp dụng phải từ hôm nay và không quá {days} ngày nữa.', en: 'The first day must be today or later, and not more than {days} days ahead.' },
  'procedure-editor.later-version': { status: 409, vi: 'Phiên bản {version} đã được công bố để áp dụng từ {day}. Chọn ngày sau đó, hoặc rút phiên bản ấy trước.', en: 'Version {version} is published already and begins on {day}. Choose a later day, or take that version back first.' },
  'procedure-editor.raced': { status: 409, vi: 'Người khác vừa công bố một phiên bản của thủ tục này. Tải lại trang để xem rồi công bố lại.', en: 'Somebody has just published a version of this procedure. Load the page again, look, and publish again.' },
  'procedure-editor.program-version': { status: 409, vi: 'Phiên bản này đi cùng chương trình, không rút được. Tạo bản nháp mới để thay nó.', en: 'This version comes with the program and cannot be taken back. Make a draft that replaces it.' },
  'procedure-editor.withdrawn-already': { status: 409, vi: 'Phiên bản này đã được rút trước đó.', en: 'This version was taken back before.' },
  'procedure-editor.import-newer': { status: 422, vi: 'Tệp do chương trình mới hơn xuất ra (dạng {found}, máy này đọc được dạng {known}). Cập nhật chương trình rồi nhập lại.', en: 'The file was made by a newer program (format {found}; this one reads {known}). Update the program, then import it again.' },
  'procedure-editor.import-damaged': { status: 422, vi: 'Tệp bị hỏng hoặc đã bị sửa tay: mã kiểm tra của các gói không khớp. Xuất lại từ nơi gửi.', en: 'The file is damaged or was changed by hand: the checksum of its procedures does not fit. Export it again where it came from.' },
} as const satisfies ProblemTable;
