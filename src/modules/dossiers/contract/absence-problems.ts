import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals about giving somebody's list to others while they are away. */
export const ABSENCE_PROBLEMS = {
  'absence.not-found': {
    status: 404,
    vi: 'Không tìm thấy lần bàn giao này.',
    en: 'There is no such hand-over.',
  },
  'absence.not-yours': {
    status: 403,
    vi: 'Chỉ chính người vắng mặt hoặc lãnh đạo mới bàn giao, nhận lại danh sách hồ sơ này.',
    en: 'Only the person who is away, or a leader, gives this list to others or takes it back.',
  },
  'absence.same-person': {
    status: 422,
    vi: '{name} là người vắng mặt. Chọn người khác nhận hồ sơ.',
    en: '{name} is the person who is away. Choose somebody else.',
  },
  'absence.period-wrong': {
    status: 422,
    vi: 'Khoảng ngày chưa đúng: ngày cuối phải có thật, không trước ngày đầu và không trước hôm nay.',
    en: 'The period is not right: its last day must exist and come neither before the first nor before today.',
  },
  'absence.period-too-long': {
    status: 422,
    vi: 'Vắng mặt quá một năm thì quản trị đổi vị trí công tác thay vì bàn giao tạm.',
    en: 'For more than a year the administrator changes the positions instead.',
  },
  'absence.nothing-held': {
    status: 409,
    vi: '{name} không giữ riêng hồ sơ nào, không có gì để bàn giao; hồ sơ chưa ai nhận vẫn ở danh sách chung.',
    en: '{name} has taken on no dossier: there is nothing to give. What nobody has taken on stays in the common list.',
  },
  'absence.nobody-else': {
    status: 409,
    vi: 'Không ai khác giữ bước này của lĩnh vực này. Nhờ quản trị giao vị trí cho người khác rồi bàn giao lại.',
    en: 'Nobody else holds this step for this field. Have the administrator give somebody the position, then give it again.',
  },
  'absence.gone-on': {
    status: 409,
    vi: 'Hồ sơ đã sang bước khác nên không nhận lại.',
    en: 'The dossier has gone on to another step and does not come back.',
  },
  'absence.with-another': {
    status: 409,
    vi: 'Hồ sơ đang ở {name}, không còn ở người nhận bàn giao.',
    en: 'The dossier is with {name} by now.',
  },
  'absence.back-already': {
    status: 409,
    vi: 'Hồ sơ đã về lại từ trước.',
    en: 'The dossier has come back already.',
  },
  'absence.ended-already': {
    status: 409,
    vi: 'Danh sách này đã được nhận lại.',
    en: 'This list was taken back already.',
  },
} as const satisfies ProblemTable;
