import { Type } from 'typebox';
import { defineSetting, type SettingGroup } from '../settings/index.ts';

/** How a cashier’s day opens. */
export const DAY_OPENING = defineSetting({
  key: 'fee-receipts.day-opening',
  schema: Type.Union([Type.Literal('by-itself'), Type.Literal('required')]),
  fallback: 'by-itself',
  unit: 'none',
  override: 'commune',
  needsReason: false,
  words: {
    vi: {
      name: 'Mở ca thu tiền mặt',
      does: 'Chọn ca thu tự mở khi thu khoản tiền mặt đầu tiên, hay người thu phải đếm tiền đầu ca và mở ca trước.',
      changes: 'Có hiệu lực với khoản thu từ ngày đó. Ca tự mở có tiền đầu ca bằng 0 và được ghi rõ là tự mở.',
      options: { 'by-itself': 'Tự mở khi thu khoản đầu tiên', 'required': 'Phải mở ca trước khi thu' },
    },
    en: {
      name: 'Opening of a cashier’s day',
      does: 'Whether a day opens by itself with the first cash that is taken, or the cashier has to count the float and open it first.',
      changes: 'Holds for cash from that day on. A day that opened by itself has a float of 0 and says so.',
      options: { 'by-itself': 'By itself with the first cash', 'required': 'To be opened before cash is taken' },
    },
  },
});

/** Settings of receipts and cashiers. */
export const FEE_RECEIPT_SETTINGS: SettingGroup = { module: 'fee-receipts', name: { vi: 'Biên lai, ca thu', en: 'Receipts and cash' }, settings: [DAY_OPENING] };
