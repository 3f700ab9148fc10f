import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals about saved filters. */
export const FILTER_PROBLEMS = {
  'filter.not-found': {
    status: 404,
    vi: 'Không tìm thấy bộ lọc này; có thể vừa bị xóa.',
    en: 'There is no such filter; it may have been removed.',
  },
  'filter.not-yours': {
    status: 403,
    vi: 'Bộ lọc này của cả đơn vị; chỉ trưởng đơn vị hoặc người đã lưu mới đổi tên, xóa được.',
    en: 'This filter is the whole unit’s; only its head or whoever saved it renames or removes it.',
  },
  'filter.not-your-unit': {
    status: 403,
    vi: 'Chỉ trưởng đơn vị chia sẻ bộ lọc với đơn vị mình. Lưu cho riêng bạn thì được.',
    en: 'Only the head of a unit shares a filter with it. You may save it for yourself.',
  },
  'filter.name-bad': {
    status: 422,
    vi: 'Đặt tên bằng chữ hoặc số, nhiều nhất {most} ký tự, ví dụ “Đất đai quá hạn”.',
    en: 'Give it a name of letters or digits, at most {most} signs, such as “Land, overdue”.',
  },
  'filter.name-taken': {
    status: 409,
    vi: 'Đã có bộ lọc tên “{name}”. Đặt tên khác.',
    en: 'There is a filter called “{name}” already. Choose another name.',
  },
  'filter.empty': {
    status: 422,
    vi: 'Chưa lọc gì. Chọn ít nhất một điều kiện rồi lưu.',
    en: 'Nothing is filtered. Choose at least one condition, then save.',
  },
  'filter.too-many': {
    status: 409,
    vi: 'Đã lưu đủ {most} bộ lọc. Xóa bớt bộ lọc không dùng nữa rồi lưu.',
    en: 'There are {most} filters already. Remove one that is not used any more, then save.',
  },
} as const satisfies ProblemTable;
