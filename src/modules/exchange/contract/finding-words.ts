/** What can be found in a line of a file, in words; `{places}` are filled from the finding's facts. */
export const FINDING_WORDS = {
  'line.missing': { vi: 'để trống', en: 'is empty' },
  'line.formula': { vi: 'là công thức; dán lại dạng giá trị', en: 'is a formula; paste its value instead' },
  'line.spreadsheet-error': { vi: 'bị lỗi {value} trong bảng tính; sửa ô này', en: 'is the error {value} of the spreadsheet; mend the cell' },
  'line.too-long': { vi: 'dài hơn {max} ký tự; rút ngắn lại', en: 'is longer than {max} characters; shorten it' },
  'line.date-not-readable': { vi: '“{value}” không phải ngày theo thứ tự đã chọn; sửa ô hoặc đổi thứ tự ngày, tháng', en: '“{value}” is no date in the chosen order; mend the cell or change the order' },
  'line.birth-date-not-readable': { vi: '“{value}” không phải ngày sinh đủ ngày, tháng, năm', en: '“{value}” is no date of birth with day, month and year' },
  'line.date-from-number': { vi: 'ghi dạng số {value}, đọc là {date}', en: 'is the number {value}, read as {date}' },
  'line.status-unknown': { vi: '“{value}” chưa biết là trạng thái nào; chọn mã 1–10 cho chữ này', en: '“{value}” is no known status; choose a code 1–10 for it' },
  'line.channel-unknown': { vi: '“{value}” chưa biết là kênh nào; chọn mã 1–3 cho chữ này', en: '“{value}” is no known channel; choose a code 1–3 for it' },
  'line.procedure-unknown': { vi: '“{value}” không có trong danh mục thủ tục của xã; chọn thủ tục cho chữ này', en: '“{value}” is not in the commune’s catalogue; choose a procedure for it' },
  'line.noughts-restored': { vi: '“{value}” mất số 0, đọc là {number}', en: '“{value}” has lost a nought, read as {number}' },
  'line.number-rounded-away': { vi: '“{value}” đã bị bảng tính làm tròn, không khôi phục được; nhập lại số dạng chữ', en: '“{value}” was rounded by the spreadsheet for good; enter the number again as text' },
  'line.twice-in-file': { vi: 'trùng mã với dòng {line} nhưng nội dung khác; giữ một dòng', en: 'has the code of line {line} with other contents; keep one of them' },
  'line.repeated': { vi: 'lặp lại y nguyên dòng {line}', en: 'repeats line {line}' },
  'line.ended-there': { vi: 'đã kết thúc ở hệ thống kia và chưa từng có ở đây; không có việc để làm nên bỏ qua', en: 'has ended there and was never here; there is nothing to do, so it is left out' },
  'line.known': { vi: 'đã có ở đây, không đổi', en: 'is here already, unchanged' },
  'line.changed': { vi: 'khác lần trước: {fields}', en: 'differs from the last time: {fields}' },
  'line.differs': { vi: 'hệ thống kia ghi “{theirs}”, ở đây là “{ours}”', en: 'the other system says “{theirs}”, here it is “{ours}”' },
} as const satisfies Readonly<Record<string, { readonly vi: string; readonly en: string }>>;

/** Names of the fields in a file. */
export const FIELD_WORDS = {
  externalCode: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  status: { vi: 'Trạng thái', en: 'Status' },
  channel: { vi: 'Kênh nộp', en: 'Channel' },
  submittedAt: { vi: 'Ngày nộp', en: 'Filed' },
  receivedAt: { vi: 'Ngày tiếp nhận', en: 'Received' },
  dueAt: { vi: 'Ngày hẹn trả', en: 'Due' },
  fullName: { vi: 'Người nộp', en: 'Applicant' },
  citizenNumber: { vi: 'Số định danh', en: 'Citizen number' },
  birthDate: { vi: 'Ngày sinh', en: 'Born' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  phone: { vi: 'Số điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  content: { vi: 'Nội dung', en: 'Content' },
} as const;

/** National names of the ten states (TrangThai). */
export const STATUS_WORDS: Readonly<Record<number, { readonly vi: string; readonly en: string }>> = {
  1: { vi: 'Mới đăng ký', en: 'Filed' },
  2: { vi: 'Được tiếp nhận', en: 'Received' },
  3: { vi: 'Không được tiếp nhận', en: 'Not received' },
  4: { vi: 'Đang xử lý', en: 'In progress' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment requested' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawal requested' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Decided' },
  10: { vi: 'Đã trả kết quả', en: 'Returned' },
};

/** Headings of exported columns; our own import knows each of them. */
export const VALUE_WORDS = {
  code: FIELD_WORDS.externalCode,
  procedureCode: { vi: 'Mã thủ tục', en: 'Procedure code' },
  procedureName: { vi: 'Tên thủ tục', en: 'Procedure name' },
  status: FIELD_WORDS.status,
  channel: { vi: 'Kênh thực hiện', en: 'Channel' },
  fullName: FIELD_WORDS.fullName,
  citizenNumber: FIELD_WORDS.citizenNumber,
  birthDate: FIELD_WORDS.birthDate,
  sex: FIELD_WORDS.sex,
  phone: FIELD_WORDS.phone,
  email: FIELD_WORDS.email,
  address: FIELD_WORDS.address,
  content: FIELD_WORDS.content,
  submittedAt: FIELD_WORDS.submittedAt,
  receivedAt: FIELD_WORDS.receivedAt,
  dueAt: FIELD_WORDS.dueAt,
  decidedAt: { vi: 'Ngày có kết quả', en: 'Decided' },
  resultNumber: { vi: 'Số kết quả', en: 'Result number' },
} as const;
