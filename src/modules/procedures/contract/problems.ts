import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the procedures module with their sentences. */
export const PROCEDURE_PROBLEMS = {
  'procedure.not-found': {
    status: 404,
    vi: 'Không có thủ tục này trong danh mục đang áp dụng. Có thể mã đã đổi hoặc thủ tục đã hết hiệu lực; hãy tìm theo tên việc.',
    en: 'This procedure is not in the catalogue in force. Its code may have changed or it may have ended; search by the name of the matter.',
  },
  'procedure.time-limit-determined': {
    status: 409,
    vi: 'Thủ tục này đã có thời hạn công bố nên không bổ sung thời hạn riêng.',
    en: 'This procedure has a published time limit, so that the commune cannot fill in one of its own.',
  },
  'procedure.time-limit-value-missing': {
    status: 422,
    vi: 'Nhập thời hạn là số nguyên từ 1 đến 1.000.',
    en: 'Enter the time limit as a whole number from 1 to 1,000.',
  },
  'procedure.time-limit-value-needless': {
    status: 422,
    vi: 'Giải quyết trong ngày thì không ghi số; hãy để trống ô thời hạn.',
    en: 'A matter that is settled the same day has no number; leave the number empty.',
  },
  'procedure.time-limit-basis-missing': {
    status: 422,
    vi: 'Ghi căn cứ: số quyết định công bố hoặc văn bản quy định thời hạn.',
    en: 'Enter the basis: the number of the publishing decision or of the document that sets the limit.',
  },
} as const satisfies ProblemTable;
