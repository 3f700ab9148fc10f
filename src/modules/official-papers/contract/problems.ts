import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the official papers with their sentences. */
export const PAPER_PROBLEMS = {
  'paper.not-found': {
    status: 404,
    vi: 'Không tìm thấy giấy này ở xã. Mở lại hồ sơ để xem các giấy tờ đã cấp.',
    en: 'This office has issued no such paper. Open the dossier again to see its papers.',
  },
} as const satisfies ProblemTable;
