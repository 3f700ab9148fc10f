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
const REFUND = { amount: 50_000, way: 'cash', payee: 'Nguyễn Thị Mẫu', account: '', reason: 'Không làm được việc' } as const;
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
  /** A payable that was paid and given up: all of it is owed back. */
  const owed = async (commune: TestCommune): Promise<string> => {
    const { id } = await paid(commune);
    const answer = await send(commune.staff.cashier.actor, 'POST', `/api/payables/${id}/give-up`, { commandId: randomUUID(), reason: 'Không làm được việc' });
    assert.equal(answer.status, 200, answer.body);
    return id;
  };
  /** A refund that reception asked for. */
  const refund = async (commune: TestCommune): Promise<string> => {
    const answer = await send(commune.staff.reception.actor, 'POST', `/api/payables/${await owed(commune)}/refunds`, { commandId: randomUUID(), ...REFUND });
    assert.equal(answer.status, 200, answer.body);
    return (JSON.parse(answer.body) as { readonly id: string }).id;
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
    'payable with a surplus': async (commune) => ({ id: await owed(commune) }),
    'refund': async (commune) => ({ id: await refund(commune) }),
    'approved refund': async (commune) => {
      const id = await refund(commune);
      const answer = await send(commune.staff.president.actor, 'POST', `/api/refunds/${id}/decision`, { commandId: randomUUID(), agree: true, words: '' });
      assert.equal(answer.status, 200, answer.body);
      return { id };
    },
    'failed refund': async (commune) => {
      const id = await refund(commune);
      // As a gateway leaves it that has said no; what goes before is tried where gateways are.
      const number = randomUUID().replaceAll('-', '').toUpperCase();
      const { rows } = await program.database.owner.pool.query<{ id: string }>(
        `insert into online_payment (commune_code, id, payable_id, gateway, order_number, amount, state, started_at, ends_at, settled_at)
         select commune_code, gen_random_uuid(), payable_id, 'tap-duot', $2, amount, 'failed', now(), now() + interval '1 minute', now() from refund where id = $1 returning id`, [id, number]);
      await program.database.owner.pool.query(
        `update refund set state = 'failed', way = 'online', online_payment_id = $2, gateway = 'tap-duot', request_number = $3, code = '95', decided_at = now(), decided_by = gen_random_uuid(), decided_by_name = 'Lãnh đạo' where id = $1`, [id, rows[0]?.id, number]);
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
  'POST /api/payables/:id/refunds': () => ({ commandId: randomUUID(), ...REFUND }),
  'POST /api/refunds/:id/decision': () => ({ commandId: randomUUID(), agree: true, words: '' }),
  'POST /api/refunds/:id/withdraw': () => ({ commandId: randomUUID(), reason: 'Nhầm người nhận' }),
  'POST /api/refunds/:id/paid': () => ({ commandId: randomUUID(), evidence: 'PC 1' }),
  'POST /api/refunds/:id/retry': () => ({ commandId: randomUUID() }),
  'POST /api/payments/:id/reverse': () => ({ commandId: randomUUID(), reason: 'Ghi nhầm hồ sơ' }),
};
