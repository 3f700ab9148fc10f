import { type Instant, MS_PER_HOUR } from '../../../kernel/local-time.ts';

type Words = Readonly<Record<'vi' | 'en', string>>;
/** The fields of a message, each once. */
export type GatewayFields = Readonly<Record<string, string>>;

/** What became of an order, as far as a message says. */
export type GatewayVerdict = 'recorded' | 'known' | 'failed' | 'pending' | 'unknown-order' | 'unreadable' | 'forged';

/** The fields of a gateway as data; see data/payment-gateways/README.md. */
export interface GatewayDescription {
  readonly key: string;
  readonly label: Words;
  readonly payUrl: string;
  readonly queryUrl: string | null;
  readonly amountFactor: number;
  readonly minutes: number;
  readonly signature: { readonly field: string; readonly algorithm: 'sha256' | 'sha512'; readonly encoding: 'form' | 'plain' };
  readonly order: {
    readonly fixed: GatewayFields;
    readonly merchant: string;
    readonly number: string;
    readonly amount: string;
    readonly words: string;
    readonly returnUrl: string;
    readonly createdAt: string;
    readonly expiresAt: string;
    readonly address: string;
    readonly locale: string;
  };
  /** How money goes back; null: this gateway takes no refunds. */
  readonly refund: GatewayRefundFields | null;
  readonly told: ToldFields;
  readonly answers: Readonly<Record<GatewayVerdict, Readonly<Record<string, string>>>>;
}

/** The names of the fields of what a gateway tells, and what its codes mean. */
export interface ToldFields {
  readonly number: string;
  readonly amount: string;
  readonly transaction: string;
  readonly code: string;
  readonly paidAt: string;
  readonly success: readonly string[];
  readonly pending: readonly string[];
  readonly failures: Readonly<Record<string, Words>>;
}

/** How a gateway is asked to pay back, and how it tells what became of it. */
interface GatewayRefundFields {
  readonly url: string;
  readonly order: { readonly fixed: GatewayFields; readonly merchant: string; readonly refundNumber: string; readonly number: string; readonly transaction: string; readonly amount: string; readonly createdAt: string };
  /** `number` names the refund. */
  readonly told: ToldFields;
}

/** A refund as it is asked for at a gateway. */
export interface GatewayRefund {
  /** Once for every refund: the same number again is the same refund. */
  readonly refundNumber: string;
  /** The order and the transaction that were paid. */
  readonly number: string;
  readonly transaction: string;
  /** Whole đồng. */
  readonly amount: number;
  readonly createdAt: Instant;
}

/** An order as it is sent to the gateway. */
export interface GatewayOrder {
  readonly merchant: string;
  readonly number: string;
  /** Whole đồng. */
  readonly amount: number;
  /** Without accents; names nobody and no matter. */
  readonly words: string;
  readonly returnUrl: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly address: string;
  readonly locale: 'vi' | 'en';
}

/** What a signed message says. */
export interface ToldPayment {
  readonly number: string;
  /** Whole đồng. */
  readonly amount: number;
  readonly transaction: string;
  readonly code: string;
  readonly outcome: 'paid' | 'pending' | 'failed';
  /** Null where the message does not say it, or not readably. */
  readonly paidAt: Instant | null;
}

const VIETNAM_OFFSET = 7 * MS_PER_HOUR;

/** A moment as gateways write it: YYYYMMDDhhmmss in Vietnam. */
export function gatewayTime(at: Instant): string {
  return new Date(at + VIETNAM_OFFSET).toISOString().replaceAll(/[-:T]/gu, '').slice(0, 14);
}

/** Reads YYYYMMDDhhmmss in Vietnam; undefined for anything else, also for a day that does not exist. */
export function readGatewayTime(text: string): Instant | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/u.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  const at = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second) - VIETNAM_OFFSET;
  return gatewayTime(at) === text ? at : undefined;
}

/** One value as it stands in the text that is signed: as in an address, with + for a blank, or as it is. */
function encoded(value: string, encoding: 'form' | 'plain'): string {
  if (encoding === 'plain') return value;
  const whole = encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
  // What forms encode beyond addresses, and the blank as they write it.
  return whole.replaceAll(/[!'()~]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).replaceAll('%20', '+');
}

/** The text that is signed: every field but the signature itself, and none that is empty, sorted by name, `a=1&b=2`. */
export function signedText({ signature }: Pick<GatewayDescription, 'signature'>, fields: GatewayFields): string {
  return Object.keys(fields)
    .filter((name) => name !== signature.field && fields[name] !== '')
    .sort()
    .map((name) => `${encoded(name, signature.encoding)}=${encoded(fields[name] ?? '', signature.encoding)}`)
    .join('&');
}

/** The fields of an order, without its signature. */
export function orderFields({ order: names, amountFactor }: Pick<GatewayDescription, 'order' | 'amountFactor'>, order: GatewayOrder): GatewayFields {
  return {
    ...names.fixed,
    [names.merchant]: order.merchant,
    [names.number]: order.number,
    [names.amount]: String(order.amount * amountFactor),
    [names.words]: order.words,
    [names.returnUrl]: order.returnUrl,
    [names.createdAt]: gatewayTime(order.createdAt),
    [names.expiresAt]: gatewayTime(order.expiresAt),
    [names.address]: order.address,
    [names.locale]: order.locale,
  };
}

/** The fields of a refund that is asked for, without their signature. */
export function refundFields({ fixed, ...names }: GatewayRefundFields['order'], amountFactor: number, merchant: string, refund: GatewayRefund): GatewayFields {
  return {
    ...fixed, [names.merchant]: merchant, [names.refundNumber]: refund.refundNumber, [names.number]: refund.number, [names.transaction]: refund.transaction,
    [names.amount]: String(refund.amount * amountFactor), [names.createdAt]: gatewayTime(refund.createdAt),
  };
}

/** What a message says whose signature was right; undefined when it lacks its order, its amount or its transaction, or they are no such thing. */
export function readTold({ told: names, amountFactor }: { readonly told: ToldFields; readonly amountFactor: number }, fields: GatewayFields): ToldPayment | undefined {
  const [number = '', amountText = '', transaction = '', code = ''] = [fields[names.number], fields[names.amount], fields[names.transaction], fields[names.code]];
  const amount = /^\d{1,18}$/u.test(amountText) ? Number(amountText) / amountFactor : Number.NaN;
  const outcome = names.success.includes(code) ? 'paid' : names.pending.includes(code) ? 'pending' : 'failed';
  const isName = (text: string) => /^[!-~]{1,100}$/u.test(text);
  if (!isName(number) || code === '' || code.length > 20 || !Number.isSafeInteger(amount)) return undefined;
  // Only what was paid has a transaction for certain.
  if (outcome === 'paid' && !isName(transaction)) return undefined;
  return { number, amount, transaction: isName(transaction) ? transaction : '', code, outcome, paidAt: readGatewayTime(fields[names.paidAt] ?? '') ?? null };
}

/** Why a payment failed, in words; undefined for a code that the file has no words for. */
export function failureWords({ told }: Pick<GatewayDescription, 'told'>, code: string): Words | undefined {
  return Object.hasOwn(told.failures, code) ? told.failures[code] : undefined;
}
