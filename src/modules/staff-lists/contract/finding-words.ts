import { plainDateWords } from '../../../kernel/date-words.ts';
import { type ListFault, type ListFinding, type ListNotice } from '../domain/list-finding.ts';
import { COLUMN_WORDS } from '../domain/staff-columns.ts';

type Sentence = Readonly<Record<'vi' | 'en', string>>;

/** What keeps a line from being written, and how to mend it. `rule` carries a sentence of its own. */
const FAULT_WORDS: Readonly<Record<ListFault, Sentence>> = {
  'formula': { vi: 'Ô này là công thức nên không đọc được chắc chắn. Chép ô, rồi dán lại “chỉ giá trị”.', en: 'This cell is a formula. Copy it and paste the value only.' },
  'cell-error': { vi: 'Ô này báo lỗi của bảng tính ({value}). Nhập lại nội dung đúng.', en: 'This cell shows an error of the spreadsheet ({value}). Enter it again.' },
  'name-missing': { vi: 'Chưa có họ và tên. Ghi đủ họ, tên đệm và tên.', en: 'There is no name. Enter the whole name.' },
  'name-not-readable': { vi: 'Họ và tên “{value}” có chữ số hoặc ký hiệu lạ. Chỉ ghi chữ, dấu nháy và gạch nối, như “H\'Mai Niê Kđăm”.', en: 'The name “{value}” has digits or strange signs. Write letters, apostrophes and hyphens only.' },
  'user-name-not-readable': { vi: 'Tên đăng nhập “{value}” không dùng được. Chỉ dùng 3 đến 40 chữ thường không dấu, số, chấm, gạch nối; hoặc để trống để máy đặt.', en: 'The user name “{value}” cannot be used: 3 to 40 small letters, digits, dots and hyphens; or leave it empty.' },
  'user-name-elsewhere': { vi: 'Tên đăng nhập “{value}” đã có người ở xã khác dùng. Đổi tên khác, hoặc để trống để máy đặt.', en: 'Somebody in another commune has the user name “{value}”. Choose another one, or leave it empty.' },
  'user-name-needed': { vi: 'Ở đây đã có {name} với tên đăng nhập “{userName}”. Nếu là người đó, ghi “{userName}”; nếu là người khác cùng tên, ghi một tên đăng nhập mới.', en: 'There is already {name} with the user name “{userName}”. If it is this person, write “{userName}”; if it is a namesake, write a new user name.' },
  'same-name-needs-user-name': { vi: 'Trùng họ tên với dòng {other} và cả hai chưa có tên đăng nhập. Một người giữ hai vị trí: ghi cùng một tên đăng nhập; hai người khác nhau: ghi hai tên.', en: 'The same name as in line {other}, both without a user name. One person with two positions: write the same user name; two people: write two.' },
  'number-not-readable': { vi: 'Số định danh “{value}” có {length} chữ số; phải đủ 12 chữ số. Xem lại trên thẻ căn cước.', en: 'The citizen number “{value}” has {length} digits and needs 12. Look at the card again.' },
  'number-rounded': { vi: 'Bảng tính đã rút gọn số này thành “{value}” nên mất chữ số. Đặt cột thành dạng Văn bản rồi nhập lại số.', en: 'The spreadsheet rounded the number to “{value}” and lost digits. Make the column text and enter it again.' },
  'number-twice': { vi: 'Số định danh này đã ghi cho người khác ở dòng {other}. Mỗi người một số: xem lại cả hai dòng.', en: 'Line {other} has the same citizen number for somebody else. Look at both lines.' },
  'number-taken': { vi: 'Số định danh này đang là của {name} ({userName}). Nếu là người đó, ghi tên đăng nhập “{userName}”; nếu không, xem lại số.', en: 'This citizen number belongs to {name} ({userName}). If it is this person, write the user name “{userName}”; else look at the number.' },
  'phone-not-readable': { vi: 'Số điện thoại “{value}” không đúng. Ghi 10 chữ số bắt đầu bằng 0, ví dụ 0912 345 678.', en: 'The phone “{value}” is no number. Write ten digits that begin with 0.' },
  'phone-twice': { vi: 'Số điện thoại này đã ghi cho người khác ở dòng {other}. Ghi số riêng của từng người, hoặc để trống.', en: 'Line {other} has the same phone for somebody else. Write each person’s own, or leave it empty.' },
  'phone-taken': { vi: 'Số điện thoại này đang là của {name} ({userName}). Xem lại số, hoặc để trống.', en: 'This phone belongs to {name} ({userName}). Look at it again, or leave it empty.' },
  'unit-missing': { vi: 'Chưa ghi đơn vị. Chọn một đơn vị trong trang “Danh mục” của tệp mẫu.', en: 'There is no unit. Choose one from the sheet of lists in the template.' },
  'unit-unknown': { vi: 'Xã không có đơn vị “{value}”. Chọn một đơn vị trong trang “Danh mục” của tệp mẫu.', en: 'The commune has no unit “{value}”. Choose one from the sheet of lists in the template.' },
  'unit-similar': { vi: 'Xã không có đơn vị “{value}”. Có phải “{similar}” không? Nếu phải, ghi đúng tên đó.', en: 'The commune has no unit “{value}”. Did you mean “{similar}”? Then write that name.' },
  'role-missing': { vi: 'Chưa ghi vai trò. Chọn một vai trò trong trang “Danh mục” của tệp mẫu.', en: 'There is no role. Choose one from the sheet of lists in the template.' },
  'role-unknown': { vi: 'Không có vai trò “{value}”. Chọn một vai trò trong trang “Danh mục” của tệp mẫu; tên chức vụ ghi ở cột “Chức danh”.', en: 'There is no role “{value}”. Choose one from the sheet of lists; what the position is called stands under “Title”.' },
  'role-similar': { vi: 'Không có vai trò “{value}”. Có phải “{similar}” không? Nếu phải, ghi đúng tên đó.', en: 'There is no role “{value}”. Did you mean “{similar}”? Then write that name.' },
  'title-too-long': { vi: 'Chức danh dài hơn {max} chữ. Rút gọn lại.', en: 'The title is longer than {max} letters. Shorten it.' },
  'field-unknown': { vi: 'Không có lĩnh vực “{value}” trong danh mục thủ tục của xã. Xem trang “Danh mục”; nhiều lĩnh vực ghi cách nhau bằng dấu chấm phẩy.', en: 'There is no field “{value}” in the commune’s catalogue. See the sheet of lists; several stand apart by semicolons.' },
  'field-similar': { vi: 'Không có lĩnh vực “{value}”. Có phải “{similar}” không? Nếu phải, ghi đúng tên đó.', en: 'There is no field “{value}”. Did you mean “{similar}”? Then write that name.' },
  'scope-unknown': { vi: 'Phạm vi “{value}” không rõ. Ghi “Đơn vị mình” hoặc “Mọi đơn vị”, hoặc để trống.', en: 'The scope “{value}” is not known. Write “Own unit” or “All units”, or leave it empty.' },
  'step-unknown': { vi: 'Không có bước “{value}”. Các bước: Tiếp nhận; Thẩm định; Phê duyệt; Đóng dấu; Trả kết quả. Để trống là mọi bước của vai trò.', en: 'There is no step “{value}”. The steps: Receive; Appraise; Approve; Seal; Hand over. Empty means every step of the role.' },
  'day-not-readable': { vi: 'Không đọc được ngày “{value}”. Ghi ngày/tháng/năm, ví dụ 01/12/2026.', en: 'The day “{value}” cannot be read. Write day/month/year, such as 01/12/2026.' },
  'end-before-start': { vi: 'Ngày kết thúc {to} đứng trước ngày bắt đầu {from}. Đổi lại một trong hai ngày.', en: 'The last day {to} comes before the first day {from}. Change one of them.' },
  'end-past': { vi: 'Ngày kết thúc {to} đã qua. Người đã thôi việc thì bỏ dòng này và chọn “đóng” ở phần không có trong danh sách.', en: 'The last day {to} is over. For somebody who has left, remove the line and close the account below the list.' },
  'rows-disagree': { vi: 'Cùng tên đăng nhập với dòng {other} nhưng mục này ghi khác. Một người thì ghi giống nhau; hai người thì đổi một tên đăng nhập.', en: 'The same user name as line {other}, but this says something else. One person: write the same; two people: change one user name.' },
  'position-twice': { vi: 'Người này đã có cùng đơn vị và vai trò ở dòng {other}. Bỏ một dòng, hoặc đổi đơn vị hay vai trò.', en: 'This person has the same unit and role in line {other}. Remove one line, or change it.' },
  'other-row-wrong': { vi: 'Dòng này không sai, nhưng cùng người với dòng {other} đang lỗi nên chưa ghi được. Sửa dòng {other}.', en: 'This line is right, but the same person’s line {other} is not. Mend line {other}.' },
  'too-many-positions': { vi: 'Một người giữ nhiều nhất {max} vị trí. Bỏ bớt dòng.', en: 'One person holds {max} positions at most. Remove lines.' },
  'rule': { vi: '{words}', en: '{words}' },
};

/** What was understood or added. */
const NOTICE_WORDS: Readonly<Record<ListNotice, Sentence>> = {
  'number-repaired': { vi: 'Đã thêm lại số 0 ở đầu số định danh mà bảng tính làm mất.', en: 'The noughts that the spreadsheet lost were put back.' },
  'phone-repaired': { vi: 'Đã thêm lại số 0 ở đầu số điện thoại mà bảng tính làm mất.', en: 'The nought that the spreadsheet lost was put back.' },
  'start-past': { vi: 'Ngày {from} đã qua: quyền bắt đầu từ hôm nay, không tính ngược.', en: '{from} is over: rights begin today, never backwards.' },
  'unit-renamed': { vi: '“{value}” nay gọi là “{name}”.', en: '“{value}” is called “{name}” today.' },
  'user-name-made': { vi: 'Máy đặt tên đăng nhập “{userName}”.', en: 'The program made the user name “{userName}”.' },
  'example': { vi: 'Dòng ví dụ của tệp mẫu, bỏ qua.', en: 'An example of the template, left out.' },
};

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

function filled(sentence: string, facts: ListFinding['facts'], locale: 'vi' | 'en'): string {
  return sentence.replaceAll(/\{(\w+)\}/gu, (_place, name: string) => {
    const value = String(facts[name] ?? '');
    return DAY.test(value) ? plainDateWords(value, locale) : value;
  });
}

/** The sentence of a fault with its column: “Cột “Đơn vị”: …”. The line stands beside it. */
export function faultWords({ code, column, facts }: ListFinding<ListFault>, locale: 'vi' | 'en'): string {
  const sentence = filled(FAULT_WORDS[code][locale], facts, locale);
  if (column === null) return sentence;
  return locale === 'vi' ? `Cột “${COLUMN_WORDS.vi[column]}”: ${sentence}` : `Column “${COLUMN_WORDS.en[column]}”: ${sentence}`;
}

/** The sentence of a notice. */
export function noticeWords({ code, facts }: ListFinding<ListNotice>, locale: 'vi' | 'en'): string {
  return filled(NOTICE_WORDS[code][locale], facts, locale);
}
