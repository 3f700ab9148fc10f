import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of the privacy module with their sentences. */
export const PRIVACY_PROBLEMS = {
  'privacy.not-holder': {
    status: 403,
    vi: 'Chỉ người đang giữ hồ sơ ở bước này mới xem được số đầy đủ. Nhận xử lý trước, rồi bấm “Hiện số”.',
    en: 'Only whoever holds this step of the dossier may see the whole number. Take it on first, then press “Show”.',
  },
  'privacy.nothing-masked': {
    status: 404,
    vi: 'Hồ sơ không có thông tin này.',
    en: 'The dossier has no such entry.',
  },
  'privacy.reveal-over': {
    status: 409,
    vi: 'Lần hiện số này đã hết một phút. Bấm “Hiện số” lại nếu vẫn cần.',
    en: 'The minute of this display is over. Press “Show” again if you still need it.',
  },
  'privacy.person-not-found': {
    status: 404,
    vi: 'Không tìm thấy người này trong danh bạ của xã.',
    en: 'The office knows no such person.',
  },
} as const satisfies ProblemTable;
