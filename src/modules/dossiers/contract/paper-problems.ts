import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals of how papers were taken, with their sentences. */
export const TAKEN_PAPER_PROBLEMS = {
  'dossier.file-erased': {
    status: 410,
    vi: 'Tệp này đã được xoá vì hết thời hạn lưu hoặc theo yêu cầu của công dân.',
    en: 'This file was erased: its time was over, or the citizen asked for it.',
  },
  'dossier.person-gone': {
    status: 404,
    vi: 'Không tìm thấy người này trong dữ liệu của xã.',
    en: 'The commune knows no such person.',
  },
  'dossier.database-missing': {
    status: 422,
    vi: 'Ghi tên cơ sở dữ liệu đã tra cho “{name}”.',
    en: 'Say in which database “{name}” was looked up.',
  },
  'dossier.database-of-given-paper': {
    status: 422,
    vi: 'Giấy “{name}” được nộp hoặc xuất trình, không phải tra từ cơ sở dữ liệu. Chọn lại dạng giấy hoặc bỏ tên cơ sở dữ liệu.',
    en: 'The paper “{name}” was handed in or shown, not looked up. Choose its form again or leave the database out.',
  },
  'dossier.looked-up-later': {
    status: 422,
    vi: 'Thời điểm tra cứu “{name}” ở sau bây giờ. Sửa lại ngày, giờ.',
    en: 'The look-up of “{name}” lies in the future. Correct its day and time.',
  },
  'dossier.nothing-to-keep': {
    status: 422,
    vi: 'Chỉ giữ lại bản chính đã nộp; “{name}” không phải bản chính nộp.',
    en: 'Only an original that was handed in can be kept; “{name}” is none.',
  },
} as const satisfies ProblemTable;
