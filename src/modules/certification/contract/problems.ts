import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the certification module with their sentences. */
export const CERTIFICATION_PROBLEMS = {
  'certification.not-found': {
    status: 404,
    vi: 'Không có lượt chứng thực nào của hồ sơ này. Kiểm tra lại mã hồ sơ.',
    en: 'There is no certification of this dossier. Check the code.',
  },
  'certification.not-of-the-lane': {
    status: 422,
    vi: 'Thủ tục này không làm ở làn chứng thực nhanh. Mở “Hồ sơ mới” để tiếp nhận.',
    en: 'The express lane does not do this procedure. Receive it as a new dossier.',
  },
  'certification.no-document': {
    status: 422,
    vi: 'Ghi ít nhất một loại giấy tờ cần chứng thực.',
    en: 'Give at least one document to be certified.',
  },
  'certification.document-nameless': {
    status: 422,
    vi: 'Ghi tên giấy tờ đúng như trên bản chính, ví dụ “Bằng tốt nghiệp THPT”.',
    en: 'Give the document its name as it stands on the original, such as “High school diploma”.',
  },
  'certification.not-checked': {
    status: 422,
    vi: 'Xem bản chính rồi xác nhận không có trường hợp phải từ chối ({basis}).',
    en: 'Look at the original, then confirm that none of the reasons for refusal applies ({basis}).',
  },
  'certification.must-refuse': {
    status: 422,
    vi: 'Không chứng thực được: {reason} ({basis}). Giải thích cho người dân và trả lại bản chính; làn chứng thực không ghi nhận hồ sơ này.',
    en: 'It cannot be certified: {reason} ({basis}). Explain this to the citizen and give the original back; nothing was recorded.',
  },
  'certification.not-signed': {
    status: 409,
    vi: 'Lời chứng có sau khi người có thẩm quyền ký; hồ sơ này đang chờ ký.',
    en: 'There is an attestation once the authorised person has signed; this dossier still waits for it.',
  },
  'certification.no-attestation': {
    status: 409,
    vi: 'Thủ tục này không có lời chứng: bản sao từ sổ gốc do nơi giữ sổ ký.',
    en: 'This procedure has no attestation: a copy from the register is signed by whoever keeps the register.',
  },
  'certification.period-wrong': {
    status: 422,
    vi: 'Chọn ngày đầu trước ngày cuối, và không quá một năm.',
    en: 'Choose a first day before the last one, at most a year apart.',
  },
  'certification.receipt-without-payment': {
    status: 422,
    vi: 'Không có phí phải thu thì không ghi biên lai. Bỏ số biên lai rồi lưu lại.',
    en: 'There is nothing to pay, so there is no receipt. Take the receipt number out and save again.',
  },
  'certification.receipt-with-transfer': {
    status: 422,
    vi: 'Chuyển khoản chưa lên sao kê thì chưa có biên lai: biên lai được cấp khi thấy tiền. Bỏ số biên lai rồi lưu lại.',
    en: 'A transfer has no receipt before it is in the bank statement: the receipt is given when the money is seen. Take the number out and save again.',
  },
  'certification.register-too-long': {
    status: 422,
    vi: 'Kỳ này có {count} số, một bản in chỉ chứa {most} số. Chọn từng tháng hoặc từng quý.',
    en: 'There are {count} numbers in this period; one print holds {most}. Choose a month or a quarter.',
  },
  'certification.book-unknown': {
    status: 422,
    vi: 'Không có sổ chứng thực này. Chọn lại trong danh sách.',
    en: 'There is no such book. Choose one from the list.',
  },
} as const satisfies ProblemTable;
