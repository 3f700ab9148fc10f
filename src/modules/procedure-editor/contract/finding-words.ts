import { type LintCode } from '../domain/lint-pack.ts';

/** What a rule found, and what to do about it. */
export const FINDING_WORDS: Readonly<Record<LintCode, { readonly vi: string; readonly en: string }>> = {
  'no-legal-basis': { vi: 'Chưa có căn cứ pháp lý. Ghi ít nhất một văn bản, ví dụ 60/2014/QH13.', en: 'There is no legal basis. Name at least one text, such as 60/2014/QH13.' },
  'limit-undetermined': { vi: 'Chưa có thời hạn giải quyết: người dân khai được nhưng quầy chưa nhận được hồ sơ.', en: 'There is no time limit: people can declare, but the counter cannot receive a dossier yet.' },
  'limit-without-basis': { vi: 'Thời hạn chưa ghi căn cứ.', en: 'The time limit does not say what it rests on.' },
  'fee-unknown': { vi: 'Chưa rõ phí, lệ phí. Nếu không thu, ghi rõ là không thu.', en: 'It is not known what it costs. If nothing is charged, say so.' },
  'fee-without-basis': { vi: 'Khoản thu này chưa có căn cứ. Không thu khi chưa có quy định.', en: 'This charge rests on nothing. Nothing may be collected without a rule.' },
  'fee-but-no-account': { vi: 'Thủ tục có khoản thu nhưng cơ quan chưa khai tài khoản nhận tiền, nên không có mã VietQR.', en: 'It costs something, but the office has no account yet, so that there is no VietQR code.' },
  'no-steps': { vi: 'Đã có thời hạn nhưng chưa chia bước xử lý.', en: 'There is a time limit but no steps.' },
  'no-approval': { vi: 'Quy trình không có bước phê duyệt.', en: 'No step approves the result.' },
  'one-person-decides': { vi: 'Bước thẩm định và bước phê duyệt cùng một vị trí: một người tự duyệt việc của mình.', en: 'Appraisal and approval are held by the same position: one person approves their own work.' },
  'paper-without-help': { vi: 'Giấy tờ này chưa có lời hướng dẫn cho người dân: lấy ở đâu, phải có gì.', en: 'This paper has no guidance: where to get it, what must be on it.' },
  'paper-without-official-name': { vi: 'Giấy tờ này chưa có tên theo văn bản.', en: 'This paper has no name as published.' },
  'no-papers': { vi: 'Thủ tục không đòi giấy tờ nào. Kiểm tra lại có đúng vậy không.', en: 'No paper is asked for. Check that this is right.' },
  'no-everyday-words': { vi: 'Chưa có tên gọi đời thường và từ khóa: người dân khó tìm ra thủ tục này.', en: 'There are no everyday words: people will hardly find it.' },
  'online-without-form': { vi: 'Cho khai ở nhà nhưng chưa có mẫu tờ khai riêng: sẽ dùng bản khai chung.', en: 'It can be declared at home but has no form of its own: the general declaration is used.' },
  'no-result': { vi: 'Chưa ghi kết quả người dân nhận được.', en: 'It does not say what people get.' },
  'begins-in-the-past': { vi: 'Ngày áp dụng đã qua. Chọn từ hôm nay trở đi.', en: 'The first day is over. Choose today or later.' },
  'over-already': { vi: 'Ngày hết áp dụng đã qua.', en: 'The last day is over.' },
  'paper-added': { vi: 'Giấy tờ này phiên bản đang dùng không đòi. Chỉ thêm khi có căn cứ (NĐ 63/2010/NĐ-CP, Điều 18).', en: 'The version in force does not ask for this paper. Add one only with a legal basis (Decree 63/2010, Article 18).' },
};
