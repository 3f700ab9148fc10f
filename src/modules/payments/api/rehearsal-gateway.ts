import { MS_PER_MINUTE } from '../../../kernel/local-time.ts';
import { type GatewayDescription, type GatewayFields, gatewayTime } from '../domain/gateway-fields.ts';
import { findRehearsal, keepRehearsal, type RehearsalTransaction, takeDueWords, type WaitingWord } from '../store/rehearsal.ts';
import { type OnlineDeps } from './deps.ts';
import { createSignedGateway, type GatewayAccount, isSigned, type PaymentGateway, withSignature } from './gateway.ts';
import { hearGateway } from './online-payments.ts';
import { hearRefund } from './send-refunds.ts';

/** What can be chosen at the rehearsal gateway: everything that a real one does to an office. */
export const REHEARSALS = ['pays', 'pays-late', 'twice', 'out-of-order', 'one-less', 'forged', 'silent', 'cancels', 'fails'] as const;
export type Rehearsal = (typeof REHEARSALS)[number];

/** How late the late words come. */
const LATE_MINUTES = 2;

/** What it does to a refund, by the last digit of the amount: see data/payment-gateways/README.md. */
const REFUND_HABITS: Readonly<Record<number, 'refuses-once' | 'late-and-twice' | 'loses-its-answer' | 'forged-first' | 'one-less' | 'refuses'>> = {
  1: 'refuses-once', 2: 'late-and-twice', 3: 'loses-its-answer', 4: 'forged-first', 5: 'one-less', 6: 'refuses',
};

/** An order as it came in the signed address. */
export interface RehearsedOrder {
  readonly number: string;
  readonly amount: number;
  readonly returnUrl: string;
}

/** The rehearsal gateway: the same adapter as for a real one on our side, and the other side of it played here. */
export interface RehearsalGateway {
  readonly gateway: PaymentGateway;
  /** The order in an address; undefined when its signature is not ours. */
  readonly readOrder: (fields: GatewayFields) => RehearsedOrder | undefined;
  /** Does what was chosen: tells the office now, later, twice, wrongly or not at all. Answers where the browser goes back to. */
  readonly play: (deps: OnlineDeps, order: RehearsedOrder, communeCode: string, chosen: Rehearsal, heard: { readonly now: Date; readonly address: string }) => Promise<string>;
  /** Tells what was put off. */
  readonly tellDue: (deps: OnlineDeps, now: Date) => Promise<number>;
}

/** Makes the rehearsal gateway under a secret that only this installation can make. */
export function createRehearsalGateway(description: GatewayDescription, account: GatewayAccount, publicUrl: string, db: OnlineDeps['db']): RehearsalGateway {
  const { secret } = account;
  const { told, order: names, amountFactor } = description;
  const sign = (fields: GatewayFields): GatewayFields => withSignature(description, secret, fields);
  const word = (transaction: Omit<RehearsalTransaction, 'communeCode'>): GatewayFields =>
    sign({
      [told.number]: transaction.orderNumber, [told.amount]: String(transaction.amount * amountFactor), [told.transaction]: transaction.transactionNumber, [told.code]: transaction.code,
      [told.paidAt]: gatewayTime(transaction.decidedAt.getTime()),
    });
  const signed = createSignedGateway(description, account, publicUrl);
  const gateway: PaymentGateway = {
    ...signed,
    ask: async (communeCode, number) => {
      const known = await findRehearsal(db, communeCode, number);
      return known === undefined ? undefined : word(known);
    },
  };
  const refundNumber = description.refund?.told.number ?? 'refund';
  const refundWord = ({ orderNumber, ...transaction }: Omit<RehearsalTransaction, 'communeCode'>): GatewayFields =>
    sign({
      [refundNumber]: orderNumber, [told.amount]: String(transaction.amount * amountFactor), [told.transaction]: transaction.transactionNumber, [told.code]: transaction.code, [told.paidAt]: gatewayTime(transaction.decidedAt.getTime()),
    });
  const playRefund: NonNullable<PaymentGateway['refund']> = async (communeCode, { refundNumber: number, amount }, now) => {
    const known = await findRehearsal(db, communeCode, number);
    const habit = REFUND_HABITS[amount % 10] ?? 'pays';
    // The same number is the same refund, however often it is asked for; only what was refused once is done when it is sent again.
    if (known !== undefined && !(habit === 'refuses-once' && known.code === '95')) return refundWord(known);
    const code = known === undefined && habit === 'refuses-once' ? '95' : habit === 'refuses' ? '94' : '00';
    const transaction = { orderNumber: number, transactionNumber: `TH${String(now.getTime())}${number.slice(-4)}`, amount: habit === 'one-less' ? amount - 1 : amount, code, decidedAt: now };
    const said = refundWord(transaction);
    const late = new Date(now.getTime() + LATE_MINUTES * MS_PER_MINUTE).toISOString();
    await keepRehearsal(db, { communeCode, ...transaction }, habit === 'late-and-twice' ? [{ at: late, fields: said }, { at: late, fields: said }] : []);
    if (habit === 'loses-its-answer') return undefined;
    if (habit === 'late-and-twice') return refundWord({ ...transaction, code: '01' });
    return habit === 'forged-first' ? { ...said, [told.amount]: String(amount * 10 * amountFactor) } : said;
  };
  return {
    gateway: { ...gateway, refund: (communeCode, asked, now) => playRefund(communeCode, asked, now) },
    readOrder: (fields) => {
      if (!isSigned(description, secret, fields)) return undefined;
      return { number: fields[names.number] ?? '', amount: Number(fields[names.amount]) / amountFactor, returnUrl: fields[names.returnUrl] ?? '' };
    },
    play: async (deps, { number, amount, returnUrl }, communeCode, chosen, { now, address }) => {
      const code = chosen === 'cancels' ? '24' : chosen === 'fails' ? '51' : '00';
      const transaction = { orderNumber: number, transactionNumber: `TD${String(now.getTime())}${deps.payables.newId().slice(-4)}`, amount: chosen === 'one-less' ? amount - 1 : amount, code, decidedAt: now };
      const said = word(transaction);
      const failedFirst = sign({ ...word({ ...transaction, code: '51' }), [description.signature.field]: '' });
      const forged = { ...word({ ...transaction, amount: amount * 10 }), [description.signature.field]: 'f'.repeat(128) };
      const plan: Readonly<Record<Rehearsal, { readonly now: readonly GatewayFields[]; readonly later: readonly GatewayFields[] }>> = {
        'pays': { now: [said], later: [] },
        'pays-late': { now: [], later: [said] },
        'twice': { now: [said, said], later: [said] },
        // The failure of a first try arrives after the money of the second one.
        'out-of-order': { now: [said], later: [failedFirst] },
        'one-less': { now: [said], later: [] },
        'forged': { now: [forged], later: [] },
        'silent': { now: [], later: [] },
        'cancels': { now: [said], later: [] },
        'fails': { now: [said], later: [] },
      };
      const { now: words, later } = plan[chosen];
      const waiting: readonly WaitingWord[] = later.map((fields) => ({ at: new Date(now.getTime() + LATE_MINUTES * MS_PER_MINUTE).toISOString(), fields }));
      // A forger has no account here: nothing is known of it when the gateway is asked.
      if (chosen !== 'forged') await keepRehearsal(db, { communeCode, ...transaction }, waiting);
      for (const fields of words) await hearGateway(deps, gateway, fields, { way: 'callback', now, address });
      // Who has not told yet, or tells wrongly, sends the browser back without a word.
      const back = chosen === 'pays-late' || chosen === 'silent' ? sign({ ...word({ ...transaction, code: '01' }) }) : chosen === 'forged' ? forged : said;
      const url = new URL(returnUrl);
      for (const [name, value] of Object.entries(back)) url.searchParams.set(name, value);
      return url.href;
    },
    tellDue: async (deps, now) => {
      const due = await takeDueWords(db, now);
      for (const fields of due) {
        if (refundNumber in fields) await hearRefund(deps, gateway, fields, { way: 'refund-callback', now, address: 'rehearsal' });
        else await hearGateway(deps, gateway, fields, { way: 'callback', now, address: 'rehearsal' });
      }
      return due.length;
    },
  };
}
