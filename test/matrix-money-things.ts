import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type Actor } from '../src/kernel/actor.ts';
import { type TestCommune } from './commune.ts';
import { type MoneyThing } from './matrix-rules.ts';
import { setStatementAccount, takeOver } from './statement-house.ts';
import { type WholeProgram } from './whole-program.ts';

/** What the makers stand on. */
interface Ground extends Pick<WholeProgram, 'server' | 'as' | 'database'> {
  readonly send: (actor: Actor, method: string, url: string, body?: unknown) => Promise<{ readonly status: number; readonly body: string }>;
  /** A dossier whose citizen was asked to pay 50,000 đồng. */
  readonly askForMoney: (commune: TestCommune) => Promise<string>;
}

const CASH = { amount: 50_000, given: 100_000 } as const;
/** The payable that the newest line of a commune's statements may be paid to. */
const PAYABLE_OF = new Map<string, string>();

/** Makes payables and payments of the counter. */
export function moneyMakers({ send, askForMoney, ...program }: Ground): Readonly<Record<MoneyThing, (commune: TestCommune) => Promise<Readonly<Record<string, string>>>>> {
  const payable = async (commune: TestCommune): Promise<string> => {
    const dossierId = await askForMoney(commune);
    const answer = await send(commune.staff.cashier.actor, 'POST', '/api/payables/search', { list: 'open', q: '' });
    const { items } = JSON.parse(answer.body) as { readonly items: readonly { readonly id: string; readonly dossierId: string }[] };
    const found = items.find((one) => one.dossierId === dossierId);
    assert.ok(found !== undefined, answer.body.slice(0, 300));
    return found.id;
  };
  const paid = async (commune: TestCommune): Promise<{ readonly id: string; readonly paymentId: string }> => {
    const id = await payable(commune);
    const answer = await send(commune.staff.cashier.actor, 'POST', `/api/payables/${id}/cash`, { commandId: randomUUID(), ...CASH });
    assert.equal(answer.status, 200, answer.body);
    return { id, paymentId: (JSON.parse(answer.body) as { readonly paymentId: string }).paymentId };
  };
  /** A line of a statement that nobody has decided about. */
  const line = async (commune: TestCommune): Promise<string> => {
    const { actor } = commune.staff.cashier;
    PAYABLE_OF.set(commune.commune.code, await payable(commune));
    await setStatementAccount(program, commune);
    const { id } = await takeOver(program, commune, [{ amount: 50_000, memo: 'chuyen tien', number: randomUUID() }]);
    const answer = await send(actor, 'GET', `/api/bank-statements/lines?view=unknown&statement=${id}`);
    const [found] = (JSON.parse(answer.body) as { readonly items: readonly { readonly id: string }[] }).items;
    assert.ok(found !== undefined, answer.body);
    return found.id;
  };
  return {
    'statement line': async (commune) => ({ id: await line(commune) }),
    'paid statement line': async (commune) => {
      const id = await line(commune);
      const answer = await send(commune.staff.cashier.actor, 'POST', `/api/bank-statements/lines/${id}/payments`, lineParts(commune));
      assert.equal(answer.status, 200, answer.body);
      return { id };
    },
    'payable': async (commune) => ({ id: await payable(commune) }),
    'paid payable': async (commune) => ({ id: (await paid(commune)).id }),
    'payment': async (commune) => ({ id: (await paid(commune)).paymentId }),
    'payable with a surplus': async (commune) => {
      const { id } = await paid(commune);
      const answer = await send(commune.staff.cashier.actor, 'POST', `/api/payables/${id}/give-up`, { commandId: randomUUID(), reason: 'Không làm được việc' });
      assert.equal(answer.status, 200, answer.body);
      return { id };
    },
  };
}

function lineParts({ commune }: TestCommune): Readonly<Record<string, unknown>> {
  return { commandId: randomUUID(), parts: [{ payableId: PAYABLE_OF.get(commune.code) ?? randomUUID(), amount: 50_000 }] };
}

/** A right request for each route about money. */
export const MONEY_BODIES: Readonly<Record<string, (commune: TestCommune) => Readonly<Record<string, unknown>>>> = {
  'POST /api/bank-statements/lines/:id/payments': lineParts,
  'POST /api/bank-statements/lines/:id/set-aside': () => ({ commandId: randomUUID(), reason: 'Lãi tiền gửi' }),
  'POST /api/bank-statements/lines/:id/undo': () => ({ commandId: randomUUID(), reason: 'Nhầm hồ sơ' }),
  'POST /api/payables/:id/cash': () => ({ commandId: randomUUID(), ...CASH }),
  'POST /api/payables/:id/give-up': () => ({ commandId: randomUUID(), reason: 'Không làm được việc' }),
  'POST /api/payables/:id/refund': () => ({ commandId: randomUUID(), amount: 50_000, method: 'cash', evidence: 'PC 1', reason: 'Trả lại' }),
  'POST /api/payments/:id/reverse': () => ({ commandId: randomUUID(), reason: 'Ghi nhầm hồ sơ' }),
};
