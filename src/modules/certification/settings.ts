import { Type } from 'typebox';
import { defineSetting, type SettingGroup } from '../settings/index.ts';

/** Names of documents that were certified in so many days are offered at the counter. */
export const SUGGESTION_DAYS = defineSetting({
  key: 'certification.suggestion-days',
  schema: Type.Integer({ minimum: 7, maximum: 730 }),
  fallback: 180,
  unit: 'days',
  override: 'commune',
  needsReason: false,
  words: {
    vi: {
      name: 'Gợi ý tên giấy tờ',
      does: 'Khi gõ tên giấy tờ ở quầy chứng thực, chương trình gợi ý những tên đã dùng trong chừng ấy ngày gần đây.',
      changes: 'Có hiệu lực với lượt chứng thực mở từ ngày đó.',
    },
    en: {
      name: 'Names of documents that are offered',
      does: 'While a document’s name is typed at the certification counter, names used in so many days are offered.',
      changes: 'Holds for visits that begin from that day on.',
    },
  },
});

/** Settings of the certification lane. */
export const CERTIFICATION_SETTINGS: SettingGroup = { module: 'certification', name: { vi: 'Chứng thực', en: 'Certification' }, settings: [SUGGESTION_DAYS] };
