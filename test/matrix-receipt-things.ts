import { randomUUID } from 'node:crypto';
import { addDays } from '../src/kernel/local-time.ts';
import { verificationCode } from '../src/modules/official-papers/index.ts';
import { type TestCommune } from './commune.ts';
import { type ReceiptThing } from './matrix-rules.ts';
import { type WholeProgram } from './whole-program.ts';

let number = 0;

/** A frozen receipt as `writeReceipt` keeps it. */
const VIEW = {
  kind: 'electronic', name: 'Biên lai thu phí, lệ phí', basis: 'Nghị định 254/2026/NĐ-CP, Điều 23 khoản 2', digits: 8, copies: 1, body: { name: 'Ủy ban nhân dân xã Hoa Lộc', taxCode: '2800123456', address: 'Thôn Hoa Phú' },
  office: { centreName: 'Trung tâm', hotline: '0237', place: 'Hoa Lộc' }, payer: { name: 'Nguyễn Thị Mẫu', citizenNumber: '003190999901', phone: null, address: null }, dossierCode: null, procedureName: null,
  lines: [{ label: 'Phí chứng thực', amount: 8000, basis: null }], amount: 8000, amountWords: 'Tám nghìn đồng', method: 'cash', collector: 'Lê Thị Nhận', correction: null,
};

/** Makes receipts, series and days straight in the database: how they come about is tried in the module. */
export function receiptMakers({ database, clock }: Pick<WholeProgram, 'database' | 'clock'>): Readonly<Record<ReceiptThing, (commune: TestCommune) => Promise<Readonly<Record<string, string>>>>> {
  const { db } = database.owner;
  const series = async ({ commune, staff }: TestCommune, kind: 'electronic' | 'paper'): Promise<string> => {
    const id = randomUUID();
    number += 1;
    const paper = kind === 'paper';
    await db.insertInto('receipt_series').values({
      commune_code: commune.code, id, opened_in: commune.code, kind, template_symbol: '01BLP0-001', symbol: `T${String(number)}-26`, body_name: 'Ủy ban nhân dân xã', tax_code: '2800123456', digits: paper ? 7 : 8,
      first_number: 1, last_number: paper ? 50 : null, holder_id: paper ? staff.reception.id : null, holder_name: paper ? staff.reception.actor.fullName : null, opened_on: '2026-11-01', opened_at: clock.now(),
      opened_by: staff.cashier.id, opened_by_name: staff.cashier.actor.fullName, synthetic: false,
    }).execute();
    return id;
  };
  const receipt = async (commune: TestCommune, asked: boolean): Promise<string> => {
    const [id, payableId, paymentId] = [randomUUID(), randomUUID(), randomUUID()];
    const code = commune.commune.code;
    number += 1;
    await db.insertInto('payable').values({ commune_code: code, id: payableId, purpose: 'fees', amount: 8000, paid: 8000, refunded: 0, state: 'paid', reference: `XS${String(number).padStart(8, '0')}`, opened_at: clock.now(), closed_at: clock.now() }).execute();
    await db.insertInto('payment').values({ commune_code: code, id: paymentId, payable_id: payableId, method: 'cash', amount: 8000, paid_at: clock.now(), recorded_at: clock.now(), source: `counter:${randomUUID()}`, taken_by: commune.staff.reception.id, taken_by_name: commune.staff.reception.actor.fullName }).execute();
    await db.insertInto('fee_receipt').values({
      commune_code: code, id, series_id: await series(commune, 'electronic'), year: 2026, number, template_symbol: '01BLP0-001', symbol: 'T-26', payment_id: paymentId, payable_id: payableId, method: 'cash', amount: 8000, payer_name: 'Nguyễn Thị Mẫu',
      view: JSON.stringify(VIEW), verification_code: verificationCode(Buffer.from(randomUUID())), issued_at: clock.now(), issued_on: '2026-11-23', issued_by: commune.staff.reception.id, issued_by_name: commune.staff.reception.actor.fullName,
      state: 'issued', provider_tries: 0, synthetic: false,
      ...(asked ? { asked_how: 'replace' as const, asked_at: clock.now(), asked_by: commune.staff.reception.id, asked_by_name: commune.staff.reception.actor.fullName, asked_reason: 'Sai tên', asked_words: JSON.stringify({ payerName: 'Nguyễn Thị Mẫu A', payerAddress: null }) } : {}),
    }).execute();
    return id;
  };
  const day = async ({ commune, staff }: TestCommune, state: 'open' | 'closed' | 'handed-over'): Promise<string> => {
    const id = randomUUID();
    number += 1;
    await db.insertInto('cashier_day').values({
      commune_code: commune.code, id, cashier_id: staff.reception.id, cashier_name: staff.reception.actor.fullName, day: addDays('2022-01-01', number), state, opened_at: clock.now(), by_itself: false, float_amount: 0, float_notes: '{}', synthetic: false,
      ...(state === 'open' ? {} : { closed_at: clock.now(), expected: 0, counted: 0, counted_notes: '{}' }),
      ...(state === 'handed-over' ? { handed_at: clock.now(), handed_to: staff['unit-head'].id, handed_to_name: staff['unit-head'].actor.fullName, handed: 0, kept: 0 } : {}),
    }).execute();
    return id;
  };
  return {
    'fee receipt': async (commune) => ({ id: await receipt(commune, false) }),
    'fee receipt with a request': async (commune) => ({ id: await receipt(commune, true) }),
    'receipt series': async (commune) => ({ id: await series(commune, 'electronic') }),
    'book of receipts': async (commune) => ({ id: await series(commune, 'paper') }),
    'open day of a cashier': async (commune) => ({ id: await day(commune, 'open') }),
    'closed day of a cashier': async (commune) => ({ id: await day(commune, 'closed') }),
    'handed day of a cashier': async (commune) => ({ id: await day(commune, 'handed-over') }),
  };
}

/** A right request for each route about them. */
export const RECEIPT_BODIES: Readonly<Record<string, (commune: TestCommune) => Readonly<Record<string, unknown>>>> = {
  'POST /api/fee-receipts/:id/corrections': () => ({ commandId: randomUUID(), how: 'replace', reason: 'Ghi sai tên', words: { payerName: 'Nguyễn Thị Mẫu A', payerAddress: null } }),
  'POST /api/fee-receipts/:id/decisions': () => ({ commandId: randomUUID(), agree: false, words: 'Tên đã đúng' }),
  'POST /api/receipt-series/:id/close': () => ({ commandId: randomUUID(), reason: 'Hết năm' }),
  'POST /api/receipt-series/:id/numbers': () => ({ commandId: randomUUID(), fate: 'spoiled', to: 1, reason: 'Viết hỏng' }),
  'POST /api/cashier-days/:id/close': () => ({ commandId: randomUUID(), notes: {}, explanation: '' }),
  'POST /api/cashier-days/:id/hand-over': (commune) => ({ commandId: randomUUID(), to: commune.staff['unit-head'].id, kept: 0 }),
  'POST /api/cashier-days/:id/receive': () => ({ commandId: randomUUID(), agree: true, words: '' }),
};
