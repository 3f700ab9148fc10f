import { type ProblemTable } from '../../../kernel/problem-table.ts';
import { ABSENCE_PROBLEMS } from './absence-problems.ts';
import { FILTER_PROBLEMS } from './filter-problems.ts';
import { AGENCY_PROBLEMS } from './agency-problems.ts';
import { TAKEN_PAPER_PROBLEMS } from './paper-problems.ts';
import { SUPPLEMENT_PROBLEMS } from './supplement-problems.ts';

/** Refusals of the dossiers module with their sentences. */
export const DOSSIER_PROBLEMS = {
  ...SUPPLEMENT_PROBLEMS,
  ...ABSENCE_PROBLEMS,
  ...FILTER_PROBLEMS,
  ...AGENCY_PROBLEMS,
  ...TAKEN_PAPER_PROBLEMS,
  'dossier.appraised-by-signer': {
    status: 403,
    vi: 'Anh/chị đã thẩm định hồ sơ này nên không tự ký duyệt: còn người khác ký được. Bấm “Trả về danh sách chung” để lãnh đạo khác ký. Cơ quan đổi cách làm này trong “Cài đặt”.',
    en: 'You appraised this dossier, so that you do not approve it yourself: somebody else may. Press “Give it back”, so that another leader signs. The office decides on this under “Settings”.',
  },
  'dossier.period-wrong': {
    status: 422,
    vi: 'Khoảng ngày chưa đúng: ngày cuối phải có thật và không trước ngày đầu.',
    en: 'The period is not right: its last day must exist and not come before the first.',
  },
  'dossier.period-too-long': {
    status: 422,
    vi: 'Sổ theo dõi in mỗi lần tối đa một năm. Chọn khoảng ngày ngắn hơn.',
    en: 'A register is printed for a year at most. Choose a shorter period.',
  },
  'dossier.bulk-too-many': {
    status: 422,
    vi: 'Mỗi lần làm được nhiều nhất {most} hồ sơ; bạn đang chọn {chosen}. Chia thành nhiều lần.',
    en: 'At most {most} dossiers at once; {chosen} are chosen. Do it in several goes.',
  },
  'dossier.bulk-unknown': {
    status: 404,
    vi: 'Không tìm thấy lần in này. Chọn hồ sơ trong danh sách rồi in lại.',
    en: 'There is no such print. Choose the dossiers in the list and print again.',
  },
  'dossier.not-received-yet': {
    status: 409,
    vi: 'Hồ sơ chưa được tiếp nhận nên chưa có giấy này.',
    en: 'The dossier has not been received, so there is no such paper yet.',
  },
  'dossier.not-found': {
    status: 404,
    vi: 'Không tìm thấy hồ sơ này. Kiểm tra lại mã hồ sơ.',
    en: 'There is no such dossier. Check the code.',
  },
  'dossier.action-not-possible': {
    status: 409,
    vi: 'Hồ sơ không còn ở bước này nên không làm được việc vừa chọn. Mở lại hồ sơ để xem bước hiện tại.',
    en: 'The dossier is no longer at this step. Open it again to see where it is now.',
  },
  'dossier.changed-meanwhile': {
    status: 409,
    vi: 'Trong lúc bạn xem, người khác đã cập nhật hồ sơ này. Chưa có gì bị ghi đè; mở lại hồ sơ để xem thay đổi.',
    en: 'Somebody else changed this dossier while you were looking at it. Nothing was overwritten; open it again to see the change.',
  },
  'dossier.not-your-step': {
    status: 403,
    vi: 'Bước này do vị trí công tác khác giữ. Bạn xem được hồ sơ nhưng không xử lý được ở bước này.',
    en: 'Another position holds this step. You can look at the dossier but not act on it here.',
  },
  'dossier.taken-by-another': {
    status: 409,
    vi: 'Đồng nghiệp đang giữ hồ sơ này. Muốn làm thay, hãy bấm “Nhận xử lý” trước; lịch sử hồ sơ sẽ ghi lại.',
    en: 'A colleague has this dossier in hand. To act instead, take it over first; its history will show it.',
  },
  'dossier.officer-account': {
    status: 422,
    vi: 'Không nộp hồ sơ bằng tài khoản của cán bộ. Dùng tài khoản của chính người dân hoặc người đại diện; làm giúp tại quầy thì tiếp nhận là nộp trực tiếp.',
    en: 'An officer’s account never files. Use the citizen’s own account or a representative’s; help at the counter is received as a filing at the counter.',
  },
  'dossier.helper-missing': {
    status: 422,
    vi: 'Ghi tên người làm giúp, hoặc bỏ trống cả phần người làm giúp.',
    en: 'Give the name of the helper, or leave the whole part about help empty.',
  },
  'dossier.consent-missing': {
    status: 422,
    vi: 'Hỏi người được giúp có đồng ý không, rồi chọn cách họ đồng ý: bằng lời hoặc bằng văn bản.',
    en: 'Ask whether the person agrees to being helped, then choose how: in words or in writing.',
  },
  'dossier.correction-open': {
    status: 409,
    vi: 'Hồ sơ này đang được đính chính bằng hồ sơ {code}. Làm xong hồ sơ đó rồi mới mở đính chính khác.',
    en: 'This dossier is being corrected by {code}. Finish that one before opening another correction.',
  },
  'dossier.approval-pending': {
    status: 409,
    vi: 'Hồ sơ đang chờ lãnh đạo cho ý kiến về yêu cầu bổ sung. Chưa chuyển bước được cho đến khi có ý kiến.',
    en: 'A leader has been asked about a request for supplements. The dossier stays at its step until there is an answer.',
  },
  'dossier.legal-basis-missing': {
    status: 422,
    vi: 'Ghi căn cứ pháp lý: điều, khoản của văn bản là cơ sở cho quyết định này.',
    en: 'Give the legal basis: the article and clause that this decision rests on.',
  },
  'dossier.stop-kind-wrong': {
    status: 422,
    vi: 'Lý do dừng chưa khớp: hồ sơ không chờ bổ sung hoặc không chờ nộp tiền. Chọn lại lý do; hồ sơ công dân xin rút thì bấm “Đồng ý rút”.',
    en: 'This reason does not fit: the dossier is not waiting for papers or for a payment. Choose another one; a withdrawal is accepted instead.',
  },
  'dossier.officer-unknown': {
    status: 422,
    vi: 'Không có cán bộ này trong xã, hoặc tài khoản đã đóng. Chọn người khác trong danh sách.',
    en: 'There is no such officer in the commune, or the account is closed. Choose somebody else.',
  },
  'dossier.officer-not-fitting': {
    status: 422,
    vi: '{name} không giữ vị trí xử lý bước này của lĩnh vực này. Chọn người khác trong danh sách.',
    en: '{name} does not hold this step for this field. Choose somebody else.',
  },
  'dossier.unit-unknown': {
    status: 422,
    vi: 'Không có đơn vị này trong xã. Chọn lại trong danh sách.',
    en: 'There is no such unit in the commune. Choose one from the list.',
  },
  'dossier.unit-the-same': {
    status: 422,
    vi: 'Hồ sơ đang ở {unit} rồi. Chọn đơn vị khác.',
    en: 'The dossier is at {unit} already. Choose another unit.',
  },
  'dossier.unit-nobody': {
    status: 409,
    vi: '{unit} hôm nay chưa có ai giữ việc thẩm định nên không có người nhận bàn giao. Chọn đơn vị khác, hoặc nhờ quản trị phân công người ở đó.',
    en: 'Nobody appraises at {unit} today, so nobody could take it over. Choose another unit, or have the administrator assign somebody there.',
  },
  'dossier.result-expired': {
    status: 422,
    vi: 'Ngày hết hạn của kết quả đã qua. Kiểm tra lại ngày, hoặc để trống nếu kết quả không có hạn.',
    en: 'The last day of validity is over. Check the date, or leave it empty if the result does not expire.',
  },
  'delivery.authorisation-missing': {
    status: 422,
    vi: 'Người nhận thay phải có giấy ủy quyền. Ghi số, ngày của giấy ấy.',
    en: 'Whoever receives for somebody else needs an authorising paper. Give its number and date.',
  },
  'delivery.family-at-counter': {
    status: 422,
    vi: 'Tại quầy chỉ trả cho chính người nộp hoặc người có giấy ủy quyền.',
    en: 'At the counter the result goes to the applicant or to somebody with an authorising paper.',
  },
  'delivery.on-its-way': {
    status: 409,
    vi: 'Kết quả đã được gửi đi. Chờ giao xong hoặc được trả về quầy rồi mới làm tiếp.',
    en: 'The result is on its way already. Wait until it is delivered or has come back.',
  },
  'delivery.not-on-its-way': {
    status: 409,
    vi: 'Kết quả này không còn trên đường giao. Mở lại hồ sơ để xem đã giao cho ai.',
    en: 'This result is not on its way any more. Open the dossier to see who has it.',
  },
  'delivery.event-not-of-this-way': {
    status: 422,
    vi: 'Việc này không có ở cách gửi đang dùng. Chọn lại.',
    en: 'This does not happen on this way of delivery. Choose again.',
  },
  'delivery.no-electronic-result': {
    status: 409,
    vi: 'Hồ sơ chưa có bản điện tử của kết quả nên chưa gửi điện tử được. Văn thư đính kèm tệp khi đóng dấu; hoặc chọn cách gửi khác.',
    en: 'There is no electronic result yet. The clerk attaches it when sealing; or choose another way.',
  },
  'delivery.address-missing': {
    status: 422,
    vi: 'Ghi địa chỉ giao kết quả.',
    en: 'Enter the address for the result.',
  },
  'delivery.carrier-missing': {
    status: 422,
    vi: 'Ghi ai mang kết quả đi: đơn vị bưu chính hoặc họ tên người mang.',
    en: 'Say who carries the result: the postal service or the name of a person.',
  },
  'delivery.tracking-number-wrong': {
    status: 422,
    vi: 'Mã vận đơn chưa đúng: 5 đến 40 chữ cái không dấu và chữ số, ví dụ EB123456789VN.',
    en: 'The tracking number is not right: 5 to 40 plain letters and digits, such as EB123456789VN.',
  },
  'delivery.proof-missing': {
    status: 422,
    vi: 'Giao tại nhà cần chữ ký hoặc ảnh của người nhận để xã biết kết quả đã đến nơi.',
    en: 'A delivery at home needs the receiver’s signature or a photo, so that the office knows it has arrived.',
  },
  'delivery.envelope-unknown': {
    status: 404,
    vi: 'Không có phong bì nào mang mã này đang trên đường giao. Kiểm tra lại mã trên nhãn.',
    en: 'No envelope with this code is on its way. Check the code on the label.',
  },
  'dossier.extended-already': {
    status: 409,
    vi: 'Hồ sơ này đã xin lỗi và gia hạn một lần, hẹn mới {newDueOn}. Chỉ được hẹn lại một lần; hãy tập trung giải quyết xong.',
    en: 'This dossier was extended once already, to {newDueOn}. There is only one new appointment; finish the work first.',
  },
  'dossier.extension-too-late': {
    status: 409,
    vi: 'Đã quá lúc xin gia hạn: văn bản xin lỗi phải gửi chậm nhất trong ngày làm việc liền trước ngày hẹn (với hồ sơ này là {lastDay}). Giải quyết ngay và gọi cho người nộp.',
    en: 'It is too late to extend: the apology must go out at the latest on the working day before the due day ({lastDay} here). Finish the work and call the applicant.',
  },
  'dossier.extension-not-later': {
    status: 422,
    vi: 'Ngày hẹn mới phải sau ngày hẹn cũ ({dueOn}).',
    en: 'The new day must come after the old one ({dueOn}).',
  },
  'dossier.extension-day-off': {
    status: 422,
    vi: 'Ngày hẹn mới ({newDueOn}) không có thật hoặc cơ quan nghỉ. Chọn một ngày làm việc.',
    en: 'The new day ({newDueOn}) does not exist or the office is closed. Choose a working day.',
  },
  'dossier.kept-paper-unknown': {
    status: 422,
    vi: 'Không tìm thấy giấy tờ muốn dùng lại trong kho của xã. Bỏ chọn dùng lại và nhận bản mới.',
    en: 'The paper to be used again is not in the commune’s store. Take a new one instead.',
  },
  'dossier.kept-paper-of-another': {
    status: 422,
    vi: 'Giấy tờ “{name}” trong kho là của người khác nên không dùng lại cho hồ sơ này được.',
    en: 'The kept paper “{name}” belongs to somebody else and cannot be used for this dossier.',
  },
  'dossier.kept-paper-expired': {
    status: 422,
    vi: 'Giấy tờ “{name}” trong kho đã hết hạn hoặc bị thu hồi. Nhận bản mới.',
    en: 'The kept paper “{name}” has expired or was withdrawn. Take a new one.',
  },
  'dossier.reason-missing': {
    status: 422,
    vi: 'Ghi rõ lý do để người nhận biết cần sửa gì.',
    en: 'Write the reason, so that whoever gets it knows what to mend.',
  },
  'dossier.result-number-missing': {
    status: 422,
    vi: 'Nhập số của kết quả trước khi đóng dấu.',
    en: 'Enter the number of the result before sealing.',
  },
  'dossier.receiver-missing': {
    status: 422,
    vi: 'Ghi họ tên người nhận kết quả.',
    en: 'Enter the name of the person who takes the result.',
  },
  'dossier.procedure-unknown': {
    status: 422,
    vi: 'Thủ tục này không có trong danh mục đang áp dụng của xã.',
    en: 'This procedure is not in the commune’s catalogue in force.',
  },
  'dossier.procedure-ended': {
    status: 409,
    vi: 'Thủ tục này hết hiệu lực từ sau ngày {until}, không tiếp nhận mới được. Tìm thủ tục thay thế, hoặc từ chối và ghi rõ lý do cho người nộp.',
    en: 'This procedure ended with {until} and takes nothing new. Look for the one that replaces it, or refuse and tell the applicant why.',
  },
  'dossier.procedure-not-yet': {
    status: 409,
    vi: 'Thủ tục này có hiệu lực từ ngày {from}, chưa tiếp nhận được.',
    en: 'This procedure holds from {from}; nothing can be received yet.',
  },
  'dossier.time-limit-undetermined': {
    status: 409,
    vi: 'Thời hạn giải quyết của thủ tục này chưa xác định. Quản trị phải bổ sung thời hạn trước khi tiếp nhận hồ sơ.',
    en: 'The time limit of this procedure is not determined. The administrator must complete it before a dossier can be received.',
  },
  'dossier.external-code-wrong': {
    status: 422,
    vi: 'Mã hồ sơ “{code}” không đúng dạng, ví dụ đúng: H56.14-260823-0001. Kiểm tra lại cột mã hồ sơ.',
    en: 'The dossier code “{code}” has not the right form, such as H56.14-260823-0001. Check the column of codes.',
  },
  'dossier.external-code-taken': {
    status: 409,
    vi: 'Mã hồ sơ {code} đã được dùng cho một hồ sơ khác trên máy chủ này. Hỏi hệ thống gửi xem mã này của xã nào.',
    en: 'The dossier code {code} is used for another dossier on this server. Ask the other system which commune it belongs to.',
  },
  'dossier.stated-in-future': {
    status: 422,
    vi: 'Thời điểm nộp hoặc tiếp nhận ở tương lai. Kiểm tra thứ tự ngày, tháng trong cột ngày.',
    en: 'The moment of filing or reception lies in the future. Check the order of day and month in the column.',
  },
  'dossier.receipt-instant-missing': {
    status: 422,
    vi: 'Hồ sơ đã tiếp nhận mà thiếu ngày tiếp nhận nên không tính được hạn trả. Bổ sung ngày tiếp nhận.',
    en: 'The dossier is received, but the date is missing, so no due date can be counted. Add the date of reception.',
  },
  'dossier.received-before-filed': {
    status: 422,
    vi: 'Ngày tiếp nhận đứng trước ngày nộp. Kiểm tra hai cột ngày.',
    en: 'The reception stands before the filing. Check both columns of dates.',
  },
  'dossier.name-not-readable': {
    status: 422,
    vi: 'Họ tên chưa đúng: chỉ gồm chữ và khoảng trắng, từ 2 đến 100 ký tự.',
    en: 'The name is not right: letters and spaces only, 2 to 100 characters.',
  },
  'dossier.citizen-number-not-readable': {
    status: 422,
    vi: 'Số định danh gồm 12 chữ số (hoặc 9 chữ số với chứng minh nhân dân cũ).',
    en: 'A citizen number has 12 digits (or 9 on an old identity card).',
  },
  'dossier.phone-not-readable': {
    status: 422,
    vi: 'Số điện thoại chưa đúng: cần 10 chữ số, bắt đầu bằng số 0.',
    en: 'The phone number is not right: ten digits beginning with 0.',
  },
  'dossier.email-not-readable': {
    status: 422,
    vi: 'Địa chỉ thư điện tử chưa đúng, ví dụ đúng: ten@gmail.com. Có thể để trống.',
    en: 'The e-mail address is not right; an example is ten@gmail.com. It may be left empty.',
  },
  'dossier.address-missing': {
    status: 422,
    vi: 'Ghi địa chỉ nơi ở.',
    en: 'Enter the home address.',
  },
  'dossier.contact-missing': {
    status: 422,
    vi: 'Cần số điện thoại hoặc số định danh để báo tin và để bạn tra cứu hồ sơ.',
    en: 'A phone number or a citizen number is needed, to tell you news and to let you look the dossier up.',
  },
  'dossier.birth-date-not-possible': {
    status: 422,
    vi: 'Ngày sinh không có thật hoặc ở tương lai.',
    en: 'The date of birth does not exist or lies in the future.',
  },
  'dossier.delivery-address-missing': {
    status: 422,
    vi: 'Ghi địa chỉ nhận kết quả.',
    en: 'Enter the address for the result.',
  },
  'dossier.file-unknown': {
    status: 422,
    vi: 'Có tệp chưa được máy chủ xác nhận. Gửi lại tệp đó rồi lưu.',
    en: 'A file was not confirmed by the server. Send it again, then save.',
  },
  'dossier.no-papers': {
    status: 422,
    vi: 'Hồ sơ chưa có giấy tờ nào. Đánh dấu các giấy tờ đã nhận hoặc đã xem.',
    en: 'The dossier has no papers. Tick those that were taken or seen.',
  },
  'mark.too-many': {
    status: 422,
    vi: 'Một giấy tờ chỉ đánh dấu được {marks} chỗ. Bỏ bớt dấu để người dân dễ theo dõi.',
    en: 'One paper takes {marks} marks. Remove some, so that the citizen can follow.',
  },
  'mark.page-unknown': {
    status: 422,
    vi: 'Dấu nằm ở trang {page} nhưng giấy tờ này chỉ có {pages} trang. Mở lại giấy tờ rồi đánh dấu lại.',
    en: 'A mark is on page {page}, but this paper has {pages} pages. Open the paper again and mark it anew.',
  },
  'mark.not-on-picture': {
    status: 422,
    vi: 'Có dấu ở trang {page} nằm ngoài ảnh hoặc quá nhỏ. Xóa dấu đó rồi vẽ lại.',
    en: 'A mark on page {page} lies outside the picture or is too small. Remove it and draw it again.',
  },
  'mark.words-missing': {
    status: 422,
    vi: 'Ghi vài chữ cho từng dấu ở trang {page} để người dân biết cần sửa gì.',
    en: 'Write a few words for each mark on page {page}, so that the citizen knows what to mend.',
  },
  'declaration.file-count': {
    status: 422,
    vi: 'Đã đủ {files} tệp nên “{file}” chưa được nhận. Bỏ bớt tệp khác, hoặc mang giấy này theo khi đến.',
    en: 'There are {files} files already, so “{file}” was not taken. Leave out another file, or bring this paper when you come.',
  },
  'declaration.file-total': {
    status: 422,
    vi: 'Các tệp cộng lại quá {total} MB nên “{file}” chưa được nhận. Gửi ảnh nhỏ hơn, hoặc mang giấy này theo khi đến.',
    en: 'The files together are larger than {total} MB, so “{file}” was not taken. Send smaller pictures, or bring this paper when you come.',
  },
  'declaration.file-place': {
    status: 422,
    vi: 'Tệp “{file}” không thuộc giấy tờ nào của thủ tục này. Chọn lại tệp ở đúng mục.',
    en: 'The file “{file}” belongs to no paper of this procedure. Choose it again in the right place.',
  },
  'report.period-unreadable': {
    status: 422,
    vi: 'Khoảng thời gian của báo cáo chưa đúng. Chọn ngày có thật, ngày cuối không trước ngày đầu.',
    en: 'The period of the report is not right. Choose days that exist; the last day must not be before the first.',
  },
  'tracking.not-matched': {
    status: 422,
    vi: 'Mã hồ sơ và 4 số cuối không khớp. Xem lại giấy hẹn; 4 số cuối là của số điện thoại hoặc số định danh người nộp.',
    en: 'The code and the four digits do not match. Look at your slip; the four digits end your phone or citizen number.',
  },
  'tracking.digits-wrong': {
    status: 422,
    vi: 'Bốn số chưa đúng. Nhập 4 số cuối của số điện thoại hoặc số định danh đã khai trong hồ sơ này.',
    en: 'The four digits are not right. Enter the last four digits of the phone or citizen number given in this dossier.',
  },
  'tracking.too-many-guesses': {
    status: 429,
    vi: 'Đã nhập sai nhiều lần. Để giữ kín hồ sơ, hãy đợi {minutes} phút, quét mã QR trên giấy hẹn, hoặc gọi {hotline}.',
    en: 'Too many wrong tries. To keep the dossier private, wait {minutes} minutes, scan the QR on the slip, or call {hotline}.',
  },
} as const satisfies ProblemTable;
