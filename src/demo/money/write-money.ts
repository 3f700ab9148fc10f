import { sql } from 'kysely';
import { feesDeps } from '../../compose-fees.ts';
import { moneyEars, receiptDeps } from '../../compose-receipts.ts';
import { type StaffActor } from '../../kernel/actor.ts';
import { dateAt, MS_PER_MINUTE } from '../../kernel/local-time.ts';
import { type WorkingCalendar } from '../../kernel/working-calendar.ts';
import { takeStatementOver } from '../../modules/bank-statements/index.ts';
import { listPayableDossiers, lockDossier } from '../../modules/dossiers/index.ts';
import { type FeeReceiptsDeps, insertSeries, issueReceipt } from '../../modules/fee-receipts/index.ts';
import { prepareFees, writeFirstFees } from '../../modules/fees/index.ts';
import { saveBankAccount } from '../../modules/identity/index.ts';
import { listPayablesOf, type PayableDeps, type PayableRow, recordPayment } from '../../modules/payments/index.ts';
import { type Catalogue } from '../../modules/procedures/index.ts';
import { type Tx } from '../../platform/db/database.ts';
import { DEMO_COMMUNE } from '../demo-office.ts';
import { type DossierStory } from '../office/dossier-rows.ts';
import { type Random } from '../random.ts';
import { DEMO_ACCOUNT, DEMO_TAX_CODE } from './demo-account.ts';
import { closeDays, openDay } from './cashier-days.ts';
import { statementOf } from './statement.ts';

const CODE = DEMO_COMMUNE.code;
/** Copies of extracts of the civil register: their price is the same in the whole country. */
const PROCEDURE = '2.000635';
const CHARGE = 'extract-copy';
const MOST_DOSSIERS = 40;
/** Of the newest ones, those for whom the bank's file brings something; the rest pays at the counter or has not paid yet. */
const BY_TRANSFER = 6;
const UNPAID = 3;

/** What the money of the demonstration is made with. */
export interface DemoMoney {
  readonly catalogue: Catalogue;
  readonly calendar: WorkingCalendar;
  readonly staff: ReadonlyMap<string, StaffActor>;
  readonly newId: () => string;
  readonly random: Random;
  readonly now: Date;
}

interface Charged {
  readonly story: DossierStory;
  readonly payable: PayableRow;
  readonly at: Date;
}

/**
 * Writes the money of the demonstration by the functions of live work, each at the moment at which it would have happened: the account, a
 * series, fee lines, cash with its receipts and days, what went to the treasury, and a file of the bank with lines of every kind.
 */
export async function writeDemoMoney(tx: Tx, made: DemoMoney, stories: readonly DossierStory[]): Promise<void> {
  const { newId, now, staff } = made;
  const [administrator, cashier, head] = ['quantri', 'thuquy', 'giamdoc'].map((userName) => staff.get(userName));
  if (administrator === undefined || cashier === undefined || head === undefined) throw new Error('the demonstration has nobody for its money');
  const chosen = stories
    .filter(({ dossier }) => dossier.procedure_code === PROCEDURE && dossier.received_at !== null && dossier.code !== null)
    .sort((a, b) => (a.dossier.received_at?.getTime() ?? 0) - (b.dossier.received_at?.getTime() ?? 0))
    .slice(-MOST_DOSSIERS);
  const first = chosen[0]?.dossier.received_at;
  if (first == null) return;
  await saveBankAccount(tx, CODE, DEMO_ACCOUNT, { at: now, by: administrator.staffId });
  await insertSeries(tx, {
    commune_code: CODE, id: newId(), opened_in: CODE, kind: 'electronic', template_symbol: '01BLP0-001', symbol: 'HL-{yy}E', body_name: 'Ủy ban nhân dân xã Hoa Lộc (mẫu)', tax_code: DEMO_TAX_CODE, digits: 7, first_number: 1,
    last_number: null, holder_id: null, holder_name: null, valid_until: null, opened_on: dateAt(first.getTime()), opened_at: first, opened_by: administrator.staffId, opened_by_name: administrator.fullName, synthetic: true,
  });
  const { receipts, payables, fees } = depsOf(tx, made);
  const charged = await chargeAll(tx, made, fees, payables, chosen);
  const cash = charged.slice(0, Math.max(0, charged.length - BY_TRANSFER - UNPAID));
  for (const { at, payable } of cash) {
    const paidAt = new Date(Math.min(at.getTime() + 10 * MS_PER_MINUTE, now.getTime()));
    await openDay(tx, { cashier, newId, at: paidAt });
    const paid = await recordPayment(payables, tx, { communeCode: CODE, payableId: payable.id, method: 'cash', amount: payable.amount, paidAt, source: `counter:${newId()}`, at: paidAt, actor: { staffId: cashier.staffId, name: cashier.fullName } });
    if (!paid.ok) throw new Error(`the demonstration could not take cash: ${paid.problem.code}`);
  }
  await closeDays(tx, { cashier, receiver: head, newId, now });
  await importStatement(tx, made, { receipts, payables, cashier }, charged.slice(cash.length, cash.length + BY_TRANSFER));
  // Everything of these tables is of this commune, and the commune is new.
  for (const table of ['bank_statement', 'statement_line']) await sql`update ${sql.table(table)} set synthetic = true where commune_code = ${CODE}`.execute(tx);
  // What was told along the way is told to nobody: the demonstration begins after it.
  await sql`delete from outbox where commune_code = ${CODE} and topic in ('PayableOpened', 'PaymentRecorded', 'PayablePaid', 'FeeReceiptIssued')`.execute(tx);
}

function depsOf(tx: Tx, { calendar, catalogue, newId, now, random }: DemoMoney): { readonly receipts: FeeReceiptsDeps; readonly payables: PayableDeps; readonly fees: ReturnType<typeof feesDeps> } {
  const calendarOf = () => Promise.resolve(calendar);
  const receipts: FeeReceiptsDeps = { ...receiptDeps({ db: tx, newId, randomBytes: (count) => random.bytes(count), publicUrl: '', settings: undefined, today: () => dateAt(now.getTime()) }), replays: true };
  const payables: PayableDeps = {
    newId, lockDossier,
    randomBytes: (count) => random.bytes(count),
    dossiersOf: listPayableDossiers,
    // The histories were told already; here a dossier only says how its money stands.
    onMoney: async (inner, { dossierId, money }) => {
      await inner.updateTable('dossier').set({ money_state: money }).where('commune_code', '=', CODE).where('id', '=', dossierId).execute();
    },
    ...moneyEars(receipts),
  };
  return { receipts, payables, fees: feesDeps({ db: tx, newId, catalogue, calendarOf, payables, onRates: () => undefined }) };
}

async function chargeAll(tx: Tx, { random, staff }: DemoMoney, fees: ReturnType<typeof feesDeps>, payables: PayableDeps, stories: readonly DossierStory[]): Promise<readonly Charged[]> {
  const receiver = staff.get('motcua1');
  if (receiver === undefined) throw new Error('the demonstration has nobody at its counter');
  const charged: Charged[] = [];
  for (const story of stories) {
    const { dossier } = story;
    const at = dossier.received_at;
    if (at === null) continue;
    const day = dateAt(at.getTime());
    const quantity = 1 + ((random.bytes(1)[0] ?? 0) % 3);
    const assessed = await prepareFees(fees, { communeCode: CODE, procedureCode: PROCEDURE, channel: 'counter', day, filedOn: day, asked: { items: [{ code: CHARGE, quantity, pages: null }], claims: [], eventDay: null } });
    if (!assessed.ok) throw new Error(`the demonstration could not be charged: ${assessed.problem.code}`);
    await writeFirstFees(fees, tx, [{ dossierId: dossier.id, fees: assessed.value, by: { staffId: receiver.staffId, name: receiver.fullName }, at, synthetic: true }]);
    const payable = (await listPayablesOf(tx, CODE, dossier.id)).find(({ purpose }) => purpose === 'fees');
    if (payable !== undefined) charged.push({ story, payable, at });
  }
  return charged;
}

/** The bank's file of the last days, and the receipts of what it paid by itself. */
async function importStatement(tx: Tx, { newId, now }: DemoMoney, { receipts, payables, cashier }: { readonly receipts: FeeReceiptsDeps; readonly payables: PayableDeps; readonly cashier: StaffActor }, charged: readonly Charged[]): Promise<void> {
  const names = await listPayableDossiers(tx, CODE, charged.map(({ story }) => story.dossier.id));
  const bytes = Buffer.from(statementOf(charged.map(({ payable, story }) => ({ reference: payable.reference, amount: payable.amount, payer: names.get(story.dossier.id)?.payerName ?? '' })), now));
  const taken = await takeStatementOver({ db: tx, newId, payables, accountOf: () => Promise.resolve(DEMO_ACCOUNT) }, tx, { fileName: 'sao-ke-mau.csv', bytes, sheet: null, reading: null }, cashier, now);
  if (!taken.ok) throw new Error(`the demonstration could not import its statement: ${taken.problem.code}`);
  const { rows } = await sql<{ id: string }>`select id from payment where commune_code = ${CODE} and method = 'transfer' order by recorded_at, id`.execute(tx);
  for (const { id } of rows) await issueReceipt(receipts, tx, { moment: { communeCode: CODE, at: now, actor: cashier, address: 'program' }, paymentId: id, cashierDayId: null });
}
