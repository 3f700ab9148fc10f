import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the official papers with their sentences. */
export const PAPER_PROBLEMS = {
  'paper.not-found': {
    status: 404,
    vi: 'Không tìm thấy giấy này ở xã. Mở lại hồ sơ để xem các giấy tờ đã cấp.',
    en: 'This office has issued no such paper. Open the dossier again to see its papers.',
  },
  'paper.day-wrong': {
    status: 422,
    vi: 'Ngày này không có. Chọn một ngày khác để xem các giấy đã cấp.',
    en: 'There is no such day. Choose another one to see its papers.',
  },
  'paper.reason-missing': {
    status: 422,
    vi: 'Ghi lý do thu hồi hoặc thay giấy. Lý do được lưu cùng giấy.',
    en: 'Say why the paper is withdrawn or replaced. The reason is kept with it.',
  },
  'paper.void-already': {
    status: 409,
    vi: 'Giấy này đã được thu hồi hoặc thay từ trước. Mở lại hồ sơ để xem giấy đang có hiệu lực.',
    en: 'This paper was withdrawn or replaced before. Open the dossier again to see the one that holds.',
  },
} as const satisfies ProblemTable;
