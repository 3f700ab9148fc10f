import { plainDateWords } from '../../../kernel/date-words.ts';
import { dateAt, type Instant } from '../../../kernel/local-time.ts';
import { type PdfDefinition, runs, text } from '../../../platform/pdf/pdf-definition.ts';
import { type RequestOutcome } from '../contract/data-request-schemas.ts';
import { type DataRequestKind } from '../domain/data-request.ts';
import { DATA_PAGE, dataHead, type DataOffice, DATA_WIDTH } from './data-paper-parts.ts';

/** What an answer says. */
export interface AnswerLetterView {
  readonly code: string;
  readonly office: DataOffice;
  readonly person: { readonly fullName: string; readonly address: string };
  readonly kind: DataRequestKind;
  readonly granted: boolean;
  readonly words: string;
  readonly answer: string;
  readonly legalBasis: string | null;
  readonly outcome: RequestOutcome | null;
  readonly receivedAt: Instant;
  readonly decidedAt: Instant;
  readonly signer: string;
}

const KINDS: Readonly<Record<DataRequestKind, string>> = {
  access: 'cung cấp bản sao dữ liệu cá nhân', correction: 'chỉnh sửa dữ liệu cá nhân', erasure: 'xoá dữ liệu cá nhân', restriction: 'hạn chế xử lý dữ liệu cá nhân', objection: 'phản đối xử lý dữ liệu cá nhân',
};
const ERASED: Readonly<Record<string, string>> = { 'card-pictures': 'ảnh giấy tờ tùy thân', 'kept-papers': 'giấy tờ lưu để dùng lại', 'contacts': 'số điện thoại, thư điện tử', 'assisted-proofs': 'chữ ký, ghi âm đồng ý cho khai hộ', 'consents': 'sự đồng ý đã rút' };
const ENTRIES: Readonly<Record<string, string>> = { fullName: 'họ và tên', birthDate: 'ngày sinh', sex: 'giới tính', address: 'nơi ở', phone: 'số điện thoại', email: 'thư điện tử' };

/** The answer to a request about personal data: what was asked, what was done, what stays by which law until when, or why not. */
export function buildAnswerLetter(view: AnswerLetterView): PdfDefinition {
  const { office, outcome } = view;
  const line = (label: string, value: string) => runs([{ text: `${label}: ` }, { text: value, bold: true }], { margin: [0, 0, 0, 4] });
  const done = outcome === null ? [] : [
    ...(outcome.corrected.length === 0 ? [] : [line('Đã sửa', outcome.corrected.map((name) => ENTRIES[name] ?? name).join(', '))]),
    ...outcome.erased.map(({ what, count }) => line(`Đã xoá ${ERASED[what] ?? what}`, String(count))),
    ...outcome.stays.map(({ what, basis, until }) => line(`Còn phải lưu: ${what}`, `${until === null ? '' : `đến ${plainDateWords(until, 'vi')}, `}${basis}`)),
  ];
  return {
    kind: 'flow',
    info: { title: `Trả lời yêu cầu ${view.code}`, author: office.centreName, createdAt: view.decidedAt },
    page: DATA_PAGE,
    style: { font: 'Tinos', size: 13, lineHeight: 1.1 },
    content: [
      ...dataHead(office, view.code, 'TRẢ LỜI YÊU CẦU VỀ DỮ LIỆU CÁ NHÂN', view.decidedAt),
      line('Kính gửi', view.person.fullName),
      line('Địa chỉ', view.person.address),
      text(`Ngày ${plainDateWords(dateAt(view.receivedAt), 'vi')}, ${office.centreName} nhận yêu cầu ${KINDS[view.kind]} của Ông (Bà):`, { align: 'justify', margin: [0, 4, 0, 4] }),
      text(view.words, { italics: true, margin: [12, 0, 0, 6] }),
      line('Kết quả', view.granted ? 'Đồng ý' : 'Không thực hiện được'),
      text(view.answer, { align: 'justify', margin: [0, 2, 0, 4] }),
      ...(view.legalBasis === null ? [] : [line('Căn cứ', view.legalBasis)]),
      ...done,
      ...(view.granted && view.kind === 'access' ? [text('Bản sao dữ liệu: tải trên trang theo dõi hồ sơ (mở bằng 4 số cuối) hoặc nhận tại Trung tâm, trong 7 ngày kể từ ngày trả lời.', { align: 'justify', margin: [0, 2, 0, 4] })] : []),
      text('Nếu không đồng ý với trả lời này, Ông (Bà) có quyền khiếu nại, khởi kiện theo quy định tại Điều 4 Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15.', { align: 'justify', margin: [0, 4, 0, 4] }),
    ],
    closing: {
      content: [{
        kind: 'columns', gap: 6, margin: [0, 10, 0, 0],
        columns: [
          { width: DATA_WIDTH / 2 - 3, content: text(`Hỏi thêm: ${office.hotline}`, { size: 11 }) },
          { width: DATA_WIDTH / 2 - 3, content: text(`NGƯỜI TRẢ LỜI\n\n\n\n${view.signer}`, { bold: true, align: 'center' }) },
        ],
      }],
      foot: text('', { size: 8 }),
    },
  };
}
