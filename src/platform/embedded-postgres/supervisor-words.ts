import { type SetUpSentence } from '../set-up-problem-sentences.ts';

/** What the supervisor of the bundled database tells the people at the machine. */
export const SUPERVISOR_WORDS = {
  creating: {
    vi: 'Đang tạo cơ sở dữ liệu (chỉ lần đầu)…',
    en: 'Creating the database (first time only)…',
  },
  adopted: {
    vi: 'Lần trước chương trình tắt đột ngột nhưng cơ sở dữ liệu vẫn chạy an toàn; chương trình tiếp tục dùng cơ sở dữ liệu đó.',
    en: 'The program ended abruptly last time while the database stayed safely up; carrying on with that database.',
  },
  recovering: {
    vi: 'Lần trước cơ sở dữ liệu không được tắt đúng cách; dữ liệu đã xác nhận vẫn còn đủ, đang tự phục hồi…',
    en: 'The database was not shut down properly last time; everything acknowledged is safe, recovering…',
  },
  slow: {
    vi: 'Cơ sở dữ liệu vẫn đang phục hồi; xin chờ và đừng tắt máy…',
    en: 'The database is still recovering; please wait and leave the machine on…',
  },
  stopping: {
    vi: 'Cơ sở dữ liệu của lần chạy trước đang tắt; xin chờ…',
    en: 'The database of the previous run is shutting down; please wait…',
  },
  died: {
    vi: 'Cơ sở dữ liệu dừng đột ngột; đang khởi động lại…',
    en: 'The database stopped unexpectedly; restarting it…',
  },
  restarted: {
    vi: 'Cơ sở dữ liệu đã chạy lại; không mất dữ liệu đã xác nhận.',
    en: 'The database is running again; nothing acknowledged was lost.',
  },
} as const satisfies Record<string, SetUpSentence>;
