import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CommandRecord, runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { STAFF_NOTICE, type StaffNotice } from '../../notifications/contract/notice.ts';
import { type CloseDayRequest, type DayDone, type HandOverDayRequest, type OpenDayRequest, type ReceiveDayRequest } from '../contract/cashier-schemas.ts';
import { sumNotes } from '../domain/cash-count.ts';
import { type CashierDay, decideClose, decideHandOver, decideReceive } from '../domain/decide-cashier-day.ts';
import { type DayWithTaken, insertDay, loadDayForUpdate, updateDay } from '../store/cashier-days.ts';
import { DECIDERS } from './correct-receipt.ts';
import { type FeeReceiptsDeps } from './deps.ts';

type Change =
  | { readonly act: 'open'; readonly asked: OpenDayRequest }
  | { readonly act: 'close'; readonly id: string; readonly asked: CloseDayRequest }
  | { readonly act: 'hand-over'; readonly id: string; readonly asked: HandOverDayRequest }
  | { readonly act: 'receive'; readonly id: string; readonly asked: ReceiveDayRequest };

const KINDS = { 'open': 'OpenCashierDay', 'close': 'CloseCashierDay', 'hand-over': 'HandOverCashierDay', 'receive': 'ReceiveCashierDay' } as const;

/** Whoever may be handed the money of a day: cashiers, heads of units and leaders in a position today. */
export function receiversAmong(colleagues: readonly StaffActor[]): readonly StaffActor[] {
  return colleagues.filter(({ positions }) => positions.some(({ role }) => (DECIDERS as readonly string[]).includes(role)));
}

/**
 * Opens, closes, hands over or receives the day of a cashier. Refuses `fee-receipts.day-not-found`, somebody else’s day, a second day, and what the
 * rules refuse: a difference without an explanation, a hand-over to oneself, a receipt by somebody else.
 */
export function changeDay(deps: FeeReceiptsDeps, change: Change, actor: StaffActor, context: RequestContext): Promise<Result<DayDone>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId: change.asked.commandId, kind: KINDS[change.act], actor, request: change, now: context.now, address: context.address };
  return runCommand<DayDone>(deps.db, envelope, async (tx) => {
    if (change.act === 'open') return open(deps, tx, change.asked, actor, context.now);
    const row = await loadDayForUpdate(tx, communeCode, change.id);
    return row === undefined ? refuse('fee-receipts.day-not-found') : alter(deps, tx, row, change, actor, context.now);
  });
}

async function open(deps: FeeReceiptsDeps, tx: Tx, asked: OpenDayRequest, actor: StaffActor, now: Date): Promise<Result<CommandRecord<DayDone>>> {
  const sum = sumNotes(asked.notes);
  if (!sum.ok) return sum;
  const id = deps.newId();
  const { total, notes } = sum.value;
  const day = dateAt(now.getTime());
  const opened = await insertDay(tx, {
    commune_code: actor.communeCode, id, cashier_id: actor.staffId, cashier_name: actor.fullName, day, state: 'open', opened_at: now, by_itself: false, float_amount: total, float_notes: JSON.stringify(notes), synthetic: false,
  });
  if (!opened) return refuse('fee-receipts.day-open-already');
  return ok({ result: { id, state: 'open' }, journal: { action: 'cashier-day.opened', object: `cashier-day:${id}`, facts: { day, float: total } } });
}

function dayOf(row: DayWithTaken): CashierDay {
  return { state: row.state, cashierId: row.cashier_id, float: row.float_amount, taken: row.taken, counted: row.counted, handedTo: row.handed_to };
}

async function alter(deps: FeeReceiptsDeps, tx: Tx, row: DayWithTaken, change: Exclude<Change, { readonly act: 'open' }>, actor: StaffActor, now: Date): Promise<Result<CommandRecord<DayDone>>> {
  const { communeCode } = actor;
  const { id } = row;
  const object = `cashier-day:${id}` as const;
  if (change.act !== 'receive' && row.cashier_id !== actor.staffId) return refuse('fee-receipts.not-your-day');
  switch (change.act) {
    case 'close': {
      const decided = decideClose(dayOf(row), change.asked);
      if (!decided.ok) return decided;
      const { counted, expected, difference, notes, explanation } = decided.value;
      await updateDay(tx, communeCode, id, { state: 'closed', closed_at: now, counted, expected, counted_notes: JSON.stringify(notes), explanation });
      return ok({ result: { id, state: 'closed' }, journal: { action: 'cashier-day.closed', object, facts: { expected, counted, difference, explanation } } });
    }
    case 'hand-over': {
      const decided = decideHandOver(dayOf(row), { ...change.asked, by: actor.staffId });
      if (!decided.ok) return decided;
      const receiver = receiversAmong(await deps.colleaguesOf(communeCode)).find(({ staffId }) => staffId === change.asked.to);
      if (receiver === undefined) return refuse('fee-receipts.receiver-unknown', undefined, 'to');
      const { handed } = decided.value;
      await updateDay(tx, communeCode, id, { state: 'handed-over', handed_at: now, handed_to: receiver.staffId, handed_to_name: receiver.fullName, kept: change.asked.kept, handed, back_words: null });
      const notice: StaffNotice = { kind: 'cash-handed-over', key: `cash-handed-over ${change.asked.commandId}`, to: [receiver.staffId], dossierId: null, facts: { by: actor.fullName, count: String(handed), until: row.day } };
      return ok({
        result: { id, state: 'handed-over' }, journal: { action: 'cashier-day.handed-over', object, facts: { to: receiver.staffId, handed, kept: change.asked.kept } },
        outbox: [{ id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } }],
      });
    }
    case 'receive': {
      const decided = decideReceive(dayOf(row), { ...change.asked, by: actor.staffId });
      if (!decided.ok) return decided;
      const { words } = decided.value;
      if (change.asked.agree) {
        await updateDay(tx, communeCode, id, { state: 'received', received_at: now, received_by: actor.staffId, received_by_name: actor.fullName });
        return ok({ result: { id, state: 'received' }, journal: { action: 'cashier-day.received', object, facts: { handed: row.handed } } });
      }
      await updateDay(tx, communeCode, id, { state: 'closed', handed_at: null, handed_to: null, handed_to_name: null, kept: null, handed: null, back_words: words });
      const notice: StaffNotice = { kind: 'cash-turned-back', key: `cash-turned-back ${change.asked.commandId}`, to: [row.cashier_id], dossierId: null, facts: { by: actor.fullName, words, until: row.day } };
      return ok({ result: { id, state: 'closed' }, journal: { action: 'cashier-day.turned-back', object, facts: { words } }, outbox: [{ id: deps.newId(), topic: STAFF_NOTICE, payload: { ...notice } }] });
    }
  }
}
