import { type StaffActor } from '../../kernel/actor.ts';
import { addDays, dateAt, dayOf, instantOn } from '../../kernel/local-time.ts';
import { insertDay, insertRemittance, listDaysOf, NOTES, updateDay } from '../../modules/fee-receipts/index.ts';
import { type Tx } from '../../platform/db/database.ts';
import { DEMO_COMMUNE } from '../demo-office.ts';

const CODE = DEMO_COMMUNE.code;
const FLOAT = 200_000;
/** Cash older than so many days is at the treasury. */
const REMITTED_AFTER_DAYS = 7;

function notesOf(amount: number): Readonly<Record<string, number>> {
  let left = amount;
  const notes: Record<string, number> = {};
  for (const note of NOTES) {
    const pieces = Math.floor(left / note);
    if (pieces > 0) notes[String(note)] = pieces;
    left -= pieces * note;
  }
  return notes;
}

/** The day of a cashier, opened with its float a little before the first cash; nothing when it is open already. */
export async function openDay(tx: Tx, { cashier, newId, at }: { readonly cashier: StaffActor; readonly newId: () => string; readonly at: Date }): Promise<void> {
  await insertDay(tx, {
    commune_code: CODE, id: newId(), cashier_id: cashier.staffId, cashier_name: cashier.fullName, day: dateAt(at.getTime()), state: 'open', opened_at: at, by_itself: false, float_amount: FLOAT, float_notes: JSON.stringify(notesOf(FLOAT)), synthetic: true,
  });
}

/** Closes every day before today as it was counted, hands it over, and sends older cash to the treasury; the newest of them still waits for its receiver. */
export async function closeDays(tx: Tx, { cashier, receiver, newId, now }: { readonly cashier: StaffActor; readonly receiver: StaffActor; readonly newId: () => string; readonly now: Date }): Promise<void> {
  const today = dateAt(now.getTime());
  const past = (await listDaysOf(tx, CODE, cashier.staffId)).filter(({ day }) => day < today);
  const newest = past.at(-1)?.day;
  const remitted: { readonly id: string; readonly day: string; readonly handed: number }[] = [];
  for (const { id, day, taken } of past) {
    const at = new Date(instantOn(dayOf(day), 17 * 60));
    const counted = FLOAT + taken;
    const handedOver = { state: 'handed-over' as const, expected: counted, counted, counted_notes: JSON.stringify(notesOf(counted)), closed_at: at, kept: FLOAT, handed: taken, handed_to: receiver.staffId, handed_to_name: receiver.fullName, handed_at: at };
    await updateDay(tx, CODE, id, day === newest ? handedOver : { ...handedOver, state: 'received', received_by: receiver.staffId, received_by_name: receiver.fullName, received_at: at });
    if (day !== newest && day < addDays(today, -REMITTED_AFTER_DAYS) && taken > 0) remitted.push({ id, day, handed: taken });
  }
  const [first, last] = [remitted[0], remitted.at(-1)];
  if (first === undefined || last === undefined) return;
  const at = new Date(instantOn(dayOf(addDays(today, -REMITTED_AFTER_DAYS + 1)), 9 * 60));
  await insertRemittance(tx, {
    commune_code: CODE, id: newId(), destination: 'treasury', account: '3511 (mẫu)', amount: remitted.reduce((sum, { handed }) => sum + handed, 0), document_number: 'GNT 12 (mẫu)', remitted_on: dateAt(at.getTime()),
    from_day: first.day, to_day: last.day, at, by_id: cashier.staffId, by_name: cashier.fullName, synthetic: true,
  }, remitted.map(({ id }) => id));
}
