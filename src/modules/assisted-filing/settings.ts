import { Type } from 'typebox';
import { defineSetting, type SettingGroup } from '../settings/index.ts';

const LAW = {
  vi: 'Không văn bản nào ấn định. Nghị định 309/2026/NĐ-CP: người nộp là công dân; con số này chỉ để lãnh đạo hỏi lại, không chặn ai.',
  en: 'No text sets it. Decree 309/2026: the citizen is who files; the number makes leaders ask, it stops nobody.',
};

/** More filings of one helper on one day than this are told to the leaders. */
export const MOST_A_DAY = defineSetting({
  key: 'assisted-filing.most-a-day',
  schema: Type.Integer({ minimum: 1, maximum: 500 }),
  fallback: 10,
  unit: 'times',
  override: 'commune',
  needsReason: false,
  law: LAW,
  words: {
    vi: { name: 'Số hồ sơ một người khai giúp trong một ngày', does: 'Một người khai giúp nhiều hơn số này trong một ngày thì sáng hôm sau lãnh đạo xã được báo một lần.', changes: 'Tính từ ngày đó.' },
    en: { name: 'Declarations one helper fills in on a day', does: 'When one helper fills in more than this on a day, the leaders are told once the next morning.', changes: 'Counts from that day on.' },
  },
});

/** More filings of one helper in seven days than this are told to the leaders. */
export const MOST_A_WEEK = defineSetting({
  key: 'assisted-filing.most-a-week',
  schema: Type.Integer({ minimum: 1, maximum: 2000 }),
  fallback: 30,
  unit: 'times',
  override: 'commune',
  needsReason: false,
  law: LAW,
  words: {
    vi: { name: 'Số hồ sơ một người khai giúp trong bảy ngày', does: 'Một người khai giúp nhiều hơn số này trong bảy ngày liền thì lãnh đạo xã được báo, mỗi tuần một lần.', changes: 'Tính từ ngày đó.' },
    en: { name: 'Declarations one helper fills in within seven days', does: 'When one helper fills in more than this within seven days, the leaders are told, once a week.', changes: 'Counts from that day on.' },
  },
});

/** Settings of assisted filing. */
export const ASSISTED_SETTINGS: SettingGroup = { module: 'assisted-filing', name: { vi: 'Khai hộ', en: 'Assisted filing' }, settings: [MOST_A_DAY, MOST_A_WEEK] };
