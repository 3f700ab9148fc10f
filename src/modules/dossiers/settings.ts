import { Type } from 'typebox';
import { defineSetting, type SettingGroup } from '../settings/index.ts';
import { countWaitingHandovers } from './store/unit-handovers.ts';

/** How many hours of work a unit has to take a dossier over that another unit handed to it. */
export const TAKE_OVER_HOURS = defineSetting({
  key: 'dossiers.take-over-hours',
  schema: Type.Integer({ minimum: 1, maximum: 16 }),
  fallback: 2,
  unit: 'hours',
  override: 'commune',
  needsReason: false,
  words: {
    vi: {
      name: 'Giờ để phòng khác nhận hồ sơ',
      does: 'Khi một phòng chuyển hồ sơ, phòng nhận có chừng ấy giờ làm việc để tiếp nhận; quá giờ thì cả hai bên được báo.',
      changes: 'Tính cho các lần chuyển từ ngày đó; lần chuyển đang chờ giữ giờ đã hẹn.',
    },
    en: {
      name: 'Hours to take a dossier over',
      does: 'When a unit hands a dossier on, the other one has so many working hours to take it over; after that both are told.',
      changes: 'Holds for hand-overs from that day on; those that wait keep their hour.',
    },
  },
  effect: async (db, { communeCode }) => [
    { count: await countWaitingHandovers(db, communeCode), vi: '{count} lần chuyển đang chờ vẫn giữ giờ đã hẹn.', en: '{count} hand-overs that wait keep their hour.' },
  ],
});

/** Settings of dossiers that are the office's own to decide. */
export const DOSSIER_SETTINGS: SettingGroup = { module: 'dossiers', name: { vi: 'Hồ sơ', en: 'Dossiers' }, settings: [TAKE_OVER_HOURS] };
