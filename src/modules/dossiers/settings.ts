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

/** Whether somebody may approve what the same person appraised. */
export const APPROVER = defineSetting({
  key: 'dossiers.approver',
  schema: Type.Union([Type.Literal('another'), Type.Literal('anyone')]),
  fallback: 'another',
  unit: 'none',
  override: 'commune',
  needsReason: true,
  law: {
    vi: 'Thẩm định và phê duyệt là hai bước, mỗi bước một vai (Nghị định 118/2025/NĐ-CP, 309/2026/NĐ-CP); hệ thống cấp độ 3 tách vai trò (TCVN 11930). Chứng thực không tính: người ký tự đối chiếu bản chính (Nghị định 23/2015/NĐ-CP).',
    en: 'Appraisal and approval are two steps with a role each (Decrees 118/2025 and 309/2026); systems of level 3 keep roles apart (TCVN 11930). Certification is not meant: whoever signs compares the original in person (Decree 23/2015).',
  },
  words: {
    vi: {
      name: 'Người ký không phải người thẩm định',
      does: 'Ai đã thẩm định hồ sơ thì không ký duyệt hồ sơ ấy khi còn người khác ký được. Không còn ai khác thì vẫn ký được, nhật ký ghi rõ.',
      changes: 'Có hiệu lực ngay với mọi hồ sơ đang chờ ký.',
      options: { another: 'Phải là người khác, nếu có', anyone: 'Ai có quyền ký cũng được' },
    },
    en: {
      name: 'Who approves has not appraised',
      does: 'Whoever appraised a dossier does not approve it while somebody else may. Where nobody else may, the same person does, and the journal says so.',
      changes: 'Holds at once for every dossier that waits for a signature.',
      options: { another: 'Somebody else, where there is one', anyone: 'Anyone who may sign' },
    },
  },
});

/** Settings of dossiers that are the office's own to decide. */
export const DOSSIER_SETTINGS: SettingGroup = { module: 'dossiers', name: { vi: 'Hồ sơ', en: 'Dossiers' }, settings: [TAKE_OVER_HOURS, APPROVER] };
