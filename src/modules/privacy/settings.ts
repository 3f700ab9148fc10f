import { Type } from 'typebox';
import { defineSetting, type SettingGroup } from '../settings/index.ts';

/** Within how many hours a request about personal data is answered. Hours run on at night and on holidays. */
export const ANSWER_HOURS = defineSetting({
  key: 'privacy.answer-hours',
  schema: Type.Integer({ minimum: 1, maximum: 720 }),
  fallback: 72,
  unit: 'hours',
  override: 'installation',
  needsReason: true,
  law: {
    vi: 'Nghị định 13/2023/NĐ-CP quy định 72 giờ; thay bằng số giờ của Nghị định 356/2025/NĐ-CP khi có văn bản chính thức.',
    en: 'Decree 13/2023 said 72 hours; use the number of Decree 356/2025 once its official text is known.',
  },
  words: {
    vi: {
      name: 'Hạn trả lời yêu cầu về dữ liệu cá nhân',
      does: 'Yêu cầu xem, sửa, xoá, hạn chế hoặc phản đối phải được trả lời trong chừng ấy giờ, tính cả đêm và ngày nghỉ.',
      changes: 'Tính cho yêu cầu nhận từ ngày đó; yêu cầu đã nhận giữ hạn của nó.',
    },
    en: {
      name: 'Time to answer a request about personal data',
      does: 'Requests to see, correct, erase, restrict or object are answered within so many hours, nights and holidays included.',
      changes: 'Holds for requests received from that day on; those received before keep their time.',
    },
  },
});

/** Settings of personal data. */
export const PRIVACY_SETTINGS: SettingGroup = { module: 'privacy', name: { vi: 'Dữ liệu cá nhân', en: 'Personal data' }, settings: [ANSWER_HOURS] };
