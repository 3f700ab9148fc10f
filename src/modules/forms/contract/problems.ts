import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** What the forms module refuses. */
export const FORM_PROBLEMS = {
  'form.draft-changed': { status: 409, vi: 'Bản khai vừa được sửa ở máy khác. Đọc lại rồi gửi.', en: 'The draft was just changed on another device. Read it again, then send it.' },
  'form.not-holder': { status: 403, vi: 'Chỉ người đang giữ bước xử lý của hồ sơ mới lấy được tờ khai sang phần mềm khác. Nhận việc rồi thử lại.', en: 'Only whoever holds the step of this dossier can take its form over. Take the step on and try again.' },
  'form.copy-over': { status: 409, vi: 'Lần lấy này đã quá 10 phút. Bấm “Lấy sang” lần nữa.', en: 'This taking over is more than 10 minutes old. Press “Take over” again.' },
} as const satisfies ProblemTable;
