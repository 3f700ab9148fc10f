import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the exchange with other systems. */
export const EXCHANGE_PROBLEMS = {
  'exchange.file-too-large': {
    status: 413,
    vi: 'Tệp lớn hơn {megabytes} MB nên không đọc. Xuất ít hồ sơ hơn, ví dụ từng tháng một, rồi gửi lại.',
    en: 'The file is larger than {megabytes} MB and was not read. Export fewer dossiers, such as one month, and send it again.',
  },
  'exchange.too-many-rows': {
    status: 422,
    vi: 'Tệp có hơn {max} dòng. Chia thành nhiều tệp nhỏ rồi gửi từng tệp.',
    en: 'The file has more than {max} lines. Divide it and send each part.',
  },
  'exchange.too-many-columns': {
    status: 422,
    vi: 'Dòng {line} có hơn {max} cột. Xóa các cột thừa bên phải rồi gửi lại.',
    en: 'Line {line} has more than {max} columns. Remove what stands on the right and send it again.',
  },
  'exchange.too-many-cells': {
    status: 422,
    vi: 'Tệp có hơn {max} ô có chữ. Bỏ bớt cột không cần hoặc chia tệp rồi gửi lại.',
    en: 'The file has more than {max} filled cells. Leave out columns or divide the file.',
  },
  'exchange.cell-too-long': {
    status: 422,
    vi: 'Ô ở dòng {line}, cột {column} dài hơn {max} ký tự. Rút ngắn ô đó rồi gửi lại.',
    en: 'The cell in line {line}, column {column} is longer than {max} characters. Shorten it and send the file again.',
  },
  'exchange.archive-too-large': {
    status: 422,
    vi: 'Tệp Excel này giải nén ra quá lớn nên bị từ chối để bảo vệ máy chủ. Chép dữ liệu sang một tệp Excel mới rồi gửi lại.',
    en: 'This Excel file unpacks to too much and was refused to protect the server. Copy the data to a new file and send that.',
  },
  'exchange.file-too-complex': {
    status: 422,
    vi: 'Đọc tệp này tốn quá nhiều thời gian hoặc bộ nhớ nên đã dừng. Chép riêng phần dữ liệu sang tệp mới rồi gửi lại.',
    en: 'Reading this file took too much time or memory and was stopped. Copy only the data to a new file and send that.',
  },
  'exchange.encoding-unknown': {
    status: 422,
    vi: 'Chữ trong tệp không phải UTF-8 hay UTF-16 nên tiếng Việt sẽ sai. Trong Excel, lưu lại dạng “CSV UTF-8” hoặc .xlsx.',
    en: 'The letters of the file are neither UTF-8 nor UTF-16. In Excel, save it as “CSV UTF-8” or .xlsx.',
  },
  'exchange.csv-broken': {
    status: 422,
    vi: 'Tệp CSV hỏng từ dòng {line}: có dấu ngoặc kép mở mà không đóng. Mở tệp, sửa dòng đó rồi gửi lại.',
    en: 'The CSV file is broken from line {line} on: a quotation mark never ends. Mend the line and send the file again.',
  },
  'exchange.json-broken': {
    status: 422,
    vi: 'Tệp JSON không đọc được: có thể bị cắt giữa chừng. Tải lại tệp từ hệ thống kia rồi gửi lại.',
    en: 'The JSON file cannot be read; perhaps it was cut off. Download it again and send that.',
  },
  'exchange.json-no-list': {
    status: 422,
    vi: 'Trong tệp JSON không có một danh sách hồ sơ. Chọn đúng tệp danh sách được xuất ra.',
    en: 'There is no one list of dossiers in the JSON file. Choose the file with the exported list.',
  },
  'exchange.no-lines': {
    status: 422,
    vi: 'Tệp không có dòng dữ liệu nào dưới dòng tiêu đề. Kiểm tra lại tệp và trang tính.',
    en: 'The file has no lines below its headings. Check the file and the sheet.',
  },
  'exchange.not-a-table': {
    status: 415,
    vi: 'Đây không phải tệp bảng. Hãy gửi tệp CSV, JSON hoặc Excel .xlsx; nếu hệ thống kia xuất ra trang web hay PDF, mở bằng Excel và lưu lại dạng .xlsx.',
    en: 'This is no table. Send CSV, JSON or Excel .xlsx; a web page can be opened in Excel and saved as .xlsx.',
  },
  'exchange.no-workbook': {
    status: 415,
    vi: 'Tệp nén này không phải Excel .xlsx. Chọn đúng tệp, hoặc lưu lại dạng .xlsx.',
    en: 'This archive is no Excel .xlsx. Choose the right file or save it as .xlsx.',
  },
  'exchange.workbook-binary': {
    status: 415,
    vi: 'Tệp Excel nhị phân (.xlsb) không được nhận. Lưu lại dạng .xlsx rồi gửi.',
    en: 'A binary Excel file (.xlsb) is not taken. Save it as .xlsx and send that.',
  },
  'exchange.workbook-locked': {
    status: 415,
    vi: 'Tệp Excel đời cũ (.xls) hoặc có mật khẩu không đọc được. Bỏ mật khẩu và lưu lại dạng .xlsx rồi gửi.',
    en: 'An old Excel file (.xls) or one with a password cannot be read. Save it as .xlsx without a password.',
  },
  'exchange.workbook-damaged': {
    status: 422,
    vi: 'Tệp Excel bị hỏng. Mở bằng Excel, lưu lại rồi gửi; nếu không mở được, tải lại tệp từ hệ thống kia.',
    en: 'The Excel file is damaged. Open it in Excel and save it again, or download it again.',
  },
  'exchange.document-type': {
    status: 422,
    vi: 'Tệp Excel chứa khai báo DOCTYPE, thứ không bao giờ có trong tệp thật, nên bị từ chối. Báo cho quản trị và nơi gửi tệp.',
    en: 'The Excel file contains a document type, which an honest file never has, and was refused. Tell the administrator and the sender.',
  },
  'exchange.macros': {
    status: 415,
    vi: 'Tệp có macro (chương trình chạy kèm) nên bị từ chối. Trong Excel, lưu lại dạng “.xlsx” không macro rồi gửi.',
    en: 'The file has macros and was refused. In Excel, save it as a plain .xlsx and send that.',
  },
  'exchange.external-links': {
    status: 422,
    vi: 'Tệp Excel lấy số liệu từ tệp khác. Sao chép rồi dán dạng giá trị vào một tệp mới và gửi tệp đó.',
    en: 'The Excel file takes data from other files. Paste the values into a new file and send that.',
  },
  'exchange.no-file': {
    status: 422,
    vi: 'Chưa chọn tệp. Chọn một tệp CSV, JSON hoặc Excel .xlsx.',
    en: 'No file was chosen. Choose a CSV, JSON or Excel .xlsx file.',
  },
  'exchange.import-not-found': {
    status: 404,
    vi: 'Không có lần nhập này, hoặc dữ liệu của nó đã được dọn sau 30 ngày. Gửi lại tệp.',
    en: 'There is no such import, or its data were removed after 30 days. Send the file again.',
  },
  'exchange.fields-missing': {
    status: 422,
    vi: 'Chưa chọn cột cho: {fields}. Chọn cột hoặc ghi một giá trị dùng chung.',
    en: 'No column is chosen for: {fields}. Choose one or give a value for all lines.',
  },
  'exchange.headings-outside': {
    status: 422,
    vi: 'Dòng tiêu đề phải nằm trong 40 dòng đầu của tệp và dòng cuối không đứng trước dòng đầu.',
    en: 'The headings must stand in the first 40 lines, and their last line not before the first.',
  },
  'exchange.code-unknown': {
    status: 422,
    vi: 'Mã quy đổi của “{value}” không có trong danh mục. Chọn lại.',
    en: 'The code chosen for “{value}” does not exist. Choose again.',
  },
  'exchange.not-checked': {
    status: 409,
    vi: 'Tệp chưa được xem trước. Bấm Xem trước, kiểm tra rồi mới nhập.',
    en: 'The file was not previewed yet. Preview and check it first.',
  },
  'exchange.already-run': {
    status: 409,
    vi: 'Lần nhập này đã bắt đầu ghi nên không đổi cách đọc được nữa. Gửi lại tệp để đọc theo cách khác.',
    en: 'This import has begun to write, so the way of reading cannot change. Send the file again to read it otherwise.',
  },
  'exchange.mismatch-not-found': {
    status: 404,
    vi: 'Không tìm thấy sai lệch này.',
    en: 'This mismatch does not exist.',
  },
  'exchange.mismatch-closed': {
    status: 409,
    vi: 'Sai lệch này đã được xử lý hoặc đã tự hết. Tải lại danh sách.',
    en: 'This mismatch was decided already or went away. Reload the list.',
  },
  'exchange.correction-words-missing': {
    status: 422,
    vi: 'Ghi đã báo ai, sửa gì ở hệ thống kia để lần sau còn đối chiếu.',
    en: 'Write whom you told and what was corrected there, so that it can be checked.',
  },
  'exchange.message-not-found': {
    status: 404,
    vi: 'Không tìm thấy tin cần gửi này.',
    en: 'This message does not exist.',
  },
  'exchange.message-closed': {
    status: 409,
    vi: 'Tin này đã gửi xong hoặc đã được nhập tay. Tải lại danh sách.',
    en: 'This message was sent or entered by hand already. Reload the list.',
  },
  'exchange.no-address': {
    status: 409,
    vi: 'Chưa khai địa chỉ của hệ thống nhận nên chưa gửi được. Quản trị đặt XASO_EXCHANGE_URL rồi khởi động lại; trong lúc chờ, nhập tay và bấm “Đã nhập tay”.',
    en: 'No receiving system is set up. The administrator sets XASO_EXCHANGE_URL and restarts; meanwhile enter it by hand and press “Entered by hand”.',
  },
  'exchange.period-wrong': {
    status: 422,
    vi: 'Chọn từ ngày đến ngày, không quá 366 ngày.',
    en: 'Choose from and to, at most 366 days.',
  },
} as const satisfies ProblemTable;
