import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type Actor } from '../src/kernel/actor.ts';
import { type TestCommune } from './commune.ts';
import { type MoneyThing } from './matrix-rules.ts';

/** What the makers stand on. */
interface Ground {
  readonly send: (actor: Actor, method: string, url: string, body?: unknown) => Promise<{ readonly status: number; readonly body: string }>;
  /** A dossier whose citizen was asked to pay 50,000 đồng. */
  readonly askForMoney: (commune: TestCommune) => Promise<string>;
}

const CASH = { amount: 50_000, given: 100_000 } as const;

/** Makes payables and payments of the counter. */
export function moneyMakers({ send, askForMoney }: Ground): Readonly<Record<MoneyThing, (commune: TestCommune) => Promise<Readonly<Record<string, string>>>>> {
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
  return {
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

/** A right request for each route about money. */
export const MONEY_BODIES: Readonly<Record<string, () => Readonly<Record<string, unknown>>>> = {
  'POST /api/payables/:id/cash': () => ({ commandId: randomUUID(), ...CASH }),
  'POST /api/payables/:id/give-up': () => ({ commandId: randomUUID(), reason: 'Không làm được việc' }),
  'POST /api/payables/:id/refund': () => ({ commandId: randomUUID(), amount: 50_000, method: 'cash', evidence: 'PC 1', reason: 'Trả lại' }),
  'POST /api/payments/:id/reverse': () => ({ commandId: randomUUID(), reason: 'Ghi nhầm hồ sơ' }),
};
