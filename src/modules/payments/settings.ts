import { Type } from 'typebox';
import { defineSetting, type SettingGroup } from '../settings/index.ts';

/** Who takes cash for fees. */
export const CASH_TAKERS = defineSetting({
  key: 'payments.cash-takers',
  schema: Type.Union([Type.Literal('reception-too'), Type.Literal('cashier')]),
  fallback: 'reception-too',
  unit: 'none',
  override: 'commune',
  needsReason: false,
  words: {
    vi: {
      name: 'Ai được thu tiền mặt',
      does: 'Chọn để cán bộ tiếp nhận (kể cả làn chứng thực) được thu tiền mặt, hay chỉ thủ quỹ thu.',
      changes: 'Có hiệu lực với khoản thu từ ngày đó. Ca thu đang mở vẫn chốt và bàn giao như thường.',
      options: { 'reception-too': 'Cán bộ tiếp nhận và thủ quỹ', 'cashier': 'Chỉ thủ quỹ' },
    },
    en: {
      name: 'Who takes cash',
      does: 'Whether reception (the certification lane included) takes cash, or the cashier alone.',
      changes: 'Holds for cash from that day on. Days that are open are closed and handed over as usual.',
      options: { 'reception-too': 'Reception and the cashier', 'cashier': 'The cashier alone' },
    },
  },
});

/** Settings of payments. */
export const PAYMENT_SETTINGS: SettingGroup = { module: 'payments', name: { vi: 'Thu phí', en: 'Fees' }, settings: [CASH_TAKERS] };
