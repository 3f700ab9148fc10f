import { type Catalogue } from '../../../platform/i18n/catalogue.ts';

const VI = {
  'waiting': 'Bắt đầu ngay khi có kết quả “{names}”. Dự kiến xong {due}.',
  'in-progress': 'Đang làm, xong {due}.',
  'paused.supplement': 'Cơ quan cần bạn bổ sung {due}. Gọi hoặc đến Bộ phận Một cửa của xã để được hướng dẫn.',
  'paused.consent': 'Chờ chủ hộ đồng ý trên VNeID, {due}. Thời gian này không tính vào hạn.',
  'paused.incident': 'Hệ thống của cơ quan gặp sự cố, thời gian này không tính vào hạn.',
  'paused.citizen': 'Đang chờ bạn; xem việc cần làm ở trên.',
  'finished': 'Xong lúc {moment}. Kết quả: {result}.',
  'refused': 'Không được giải quyết, trả lời lúc {moment}.',
  'stopped': 'Đã dừng lúc {moment}.',
  'withdrawn': 'Đã rút theo yêu cầu lúc {moment}.',
  'way.sending': 'Xã đang gửi hồ sơ tới cơ quan này.',
  'way.sent': 'Đã gửi tới cơ quan, đang chờ cơ quan xác nhận.',
  'way.taken': 'Cơ quan đã nhận.',
  'way.trouble': 'Gửi tới cơ quan chưa được; cán bộ xã đang xử lý, bạn không phải làm gì.',
} as const;

/** Words of the citizen's page about a case. */
export const CITIZEN_CASE_WORDS: Catalogue<keyof typeof VI> = {
  vi: VI,
  en: {
    'waiting': 'Begins as soon as “{names}” is done. Expected {due}.',
    'in-progress': 'Under way, done {due}.',
    'paused.supplement': 'The agency needs something more from you {due}. Call or come to the commune’s one-stop desk to learn what.',
    'paused.consent': 'Waits for the householder’s consent in VNeID, {due}. This time does not count.',
    'paused.incident': 'A system of the agency is out of order; this time does not count.',
    'paused.citizen': 'Waits for you; see above what to do.',
    'finished': 'Done at {moment}. Result: {result}.',
    'refused': 'Not granted, answered at {moment}.',
    'stopped': 'Stopped at {moment}.',
    'withdrawn': 'Withdrawn as you wished at {moment}.',
    'way.sending': 'The commune is sending it to this agency.',
    'way.sent': 'Sent to the agency, which has not acknowledged it yet.',
    'way.taken': 'The agency has it.',
    'way.trouble': 'It did not reach the agency yet; the commune is seeing to it and you need not do anything.',
  },
};
