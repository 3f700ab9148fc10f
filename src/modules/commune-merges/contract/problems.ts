import { type ProblemTable } from '../../../kernel/problem-table.ts';

/** Refusals about merging communes. */
export const COMMUNE_MERGE_PROBLEMS = {
  'merge.not-found': {
    status: 404,
    vi: 'Không có việc sáp nhập này, hoặc không liên quan đến xã của bạn.',
    en: 'There is no such merge, or it does not concern your commune.',
  },
  'merge.commune-unknown': {
    status: 422,
    vi: 'Xã được chọn không có trong chương trình này, đã sáp nhập rồi, hoặc chính là xã của bạn. Chọn một xã trong danh sách.',
    en: 'The commune is not served here, has merged already, or is your own. Choose one from the list.',
  },
  'merge.under-way': {
    status: 409,
    vi: 'Một trong hai xã đang có việc sáp nhập chưa xong. Kết thúc việc đó trước.',
    en: 'One of the two communes has a merge that is not finished. Finish that one first.',
  },
  'merge.resolution-missing': {
    status: 422,
    vi: 'Chưa ghi số hiệu nghị quyết. Ghi như trên văn bản, ví dụ: 1238/NQ-UBTVQH15.',
    en: 'The number of the resolution is missing. Give it as on the document, for example 1238/NQ-UBTVQH15.',
  },
  'merge.resolution-future': {
    status: 422,
    vi: 'Ngày nghị quyết ở tương lai. Chỉ sáp nhập khi nghị quyết đã ban hành.',
    en: 'The day of the resolution lies in the future. Communes are merged once the resolution has been passed.',
  },
  'merge.hindered': {
    status: 409,
    vi: 'Chưa sáp nhập được: còn vướng {hindrances}. Xem lại phần xem trước.',
    en: 'The communes cannot be merged yet: {hindrances}. See the preview.',
  },
  'merge.not-possible': {
    status: 409,
    vi: 'Việc sáp nhập đang ở bước khác nên không làm được việc này. Tải lại trang.',
    en: 'The merge stands at another step, so this cannot be done. Reload the page.',
  },
  'merge.changed-meanwhile': {
    status: 409,
    vi: 'Việc sáp nhập đã thay đổi sau khi bạn mở trang. Tải lại trang rồi xem lần nữa.',
    en: 'The merge changed after you opened the page. Reload it and look again.',
  },
  'merge.other-side-agrees': {
    status: 403,
    vi: 'Người đồng ý phải là quản trị của xã được sáp nhập vào xã khác, không phải người đề nghị.',
    en: 'An administrator of the commune that goes over has to agree, not the one who proposed it.',
  },
  'merge.second-person': {
    status: 403,
    vi: 'Cần một quản trị thứ hai của xã sau sáp nhập đồng ý, không phải người đề nghị hoàn tác.',
    en: 'A second administrator of the merged commune has to agree, not the one who proposed the undoing.',
  },
  'merge.too-late-to-undo': {
    status: 409,
    vi: 'Đã quá {days} ngày kể từ khi sáp nhập nên không hoàn tác được nữa.',
    en: 'More than {days} days have passed since the merge: it can no longer be undone.',
  },
  'merge.reason-missing': {
    status: 422,
    vi: 'Chưa ghi lý do hoàn tác. Ghi vài chữ: lý do được lưu trong nhật ký.',
    en: 'The reason for undoing is missing. Give a few words: they are kept in the journal.',
  },
} as const satisfies ProblemTable;
