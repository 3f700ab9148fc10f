import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals about background work. */
export const OPERATIONS_PROBLEMS = {
  'jobs.task-unknown': {
    status: 404,
    vi: 'Việc nền này không còn chờ xử lý: đã làm xong, đã được thử lại hoặc đã bỏ.',
    en: 'This background task no longer waits: it was done, is being tried again, or was given up.',
  },
  'jobs.job-unknown': {
    status: 404,
    vi: 'Không có việc định kỳ này. Tải lại trang rồi chọn trong danh sách.',
    en: 'There is no such regular job. Reload the page and choose from the list.',
  },
  'jobs.reason-missing': {
    status: 422,
    vi: 'Chưa ghi lý do bỏ việc này. Ghi vài chữ: lý do được lưu trong nhật ký.',
    en: 'The reason for giving it up is missing. Give a few words: they are kept in the journal.',
  },
} as const satisfies ProblemTable;
