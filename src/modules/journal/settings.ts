import { Type } from 'typebox';
import { defineSetting, type SettingGroup } from '../settings/index.ts';
import { LEAST_MONTHS } from './domain/archive-months.ts';

/** Entries older than so many months go into sealed files. */
export const MONTHS_IN_TABLES = defineSetting({
  key: 'journal.months-in-tables',
  schema: Type.Integer({ minimum: LEAST_MONTHS, maximum: 120 }),
  fallback: 24,
  unit: 'months',
  override: 'commune',
  needsReason: true,
  law: {
    vi: 'TCVN 11930, cấp độ 3: nhật ký được lưu để tra cứu ngay ít nhất mười hai tháng.',
    en: 'TCVN 11930, level 3: an audit log is kept at hand for at least twelve months.',
  },
  words: {
    vi: {
      name: 'Nhật ký trong cơ sở dữ liệu',
      does: 'Dòng nhật ký cũ hơn chừng ấy tháng được niêm phong thành tệp, mỗi tháng một tệp; vẫn mở xem và kiểm tra được.',
      changes: 'Đêm sau ngày có hiệu lực, những tháng đã đủ tuổi được niêm phong. Tháng đã niêm phong không đưa trở lại.',
    },
    en: {
      name: 'Journal in the database',
      does: 'Entries older than so many months are sealed into files, one a month; they can still be read and verified.',
      changes: 'In the night after the day it holds from, months that are old enough are sealed. Sealed months do not come back.',
    },
  },
});

/** Settings of the journal. */
export const JOURNAL_SETTINGS: SettingGroup = { module: 'journal', name: { vi: 'Nhật ký', en: 'Journal' }, settings: [MONTHS_IN_TABLES] };
