import { createHmac, timingSafeEqual } from 'node:crypto';
import { askJson } from '../../../platform/outgoing/ask-json.ts';
import { type GatewayDescription, type GatewayFields, type GatewayOrder, type GatewayRefund, orderFields, readTold, refundFields, signedText, type ToldFields, type ToldPayment } from '../domain/gateway-fields.ts';

/** An online payment service as the rest of the module sees it. */
export interface PaymentGateway {
  readonly description: GatewayDescription;
  /** Where the payer's browser goes: the order in a signed address. */
  readonly payAddress: (order: Omit<GatewayOrder, 'merchant'>) => string;
  /** What a message says; `forged` when its signature is not the gateway's, `unreadable` when it is and says nothing that can be understood. */
  readonly read: (fields: GatewayFields) => { readonly kind: 'told'; readonly told: ToldPayment } | { readonly kind: 'forged' } | { readonly kind: 'unreadable' };
  /** Asks for money to go back, or again what became of it, and hears its answer; undefined when nobody answers. Not there: this gateway takes no refunds. */
  readonly refund?: (communeCode: string, refund: GatewayRefund, now: Date) => Promise<GatewayFields | undefined>;
  /** The same as `read`, for what is told about a refund. */
  readonly readRefund: PaymentGateway['read'];
  /** Asks what became of an order; undefined when nothing is known or nobody answers. */
  readonly ask: (communeCode: string, number: string, startedAt: Date) => Promise<GatewayFields | undefined>;
}

/** How the office is known to its gateway. */
export interface GatewayAccount {
  readonly merchant: string;
  readonly secret: string;
}

/** The signature of fields: HMAC over them in their order, as small hexadecimal digits. */
export function signFields(description: Pick<GatewayDescription, 'signature'>, secret: string, fields: GatewayFields): string {
  return createHmac(description.signature.algorithm, secret).update(signedText(description, fields), 'utf8').digest('hex');
}

/** The same fields with their signature. */
export function withSignature(description: Pick<GatewayDescription, 'signature'>, secret: string, fields: GatewayFields): GatewayFields {
  return { ...fields, [description.signature.field]: signFields(description, secret, fields) };
}

/** Whether fields carry the signature that this secret makes; compared in constant time. */
export function isSigned(description: Pick<GatewayDescription, 'signature'>, secret: string, fields: GatewayFields): boolean {
  const given = Buffer.from((fields[description.signature.field] ?? '').toLowerCase(), 'utf8');
  const right = Buffer.from(signFields(description, secret, fields), 'utf8');
  return given.length === right.length && timingSafeEqual(given, right);
}

/** Milliseconds that a gateway is waited for. */
const TIMEOUT = 10_000;

/** Text fields of a JSON object; undefined for anything else. */
function readFields(text: string): GatewayFields | undefined {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
    return Object.fromEntries(Object.entries(read).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [])));
  } catch {
    return undefined;
  }
}

/**
 * A gateway that takes its orders in a signed address and tells what became of them in signed fields, as its description says. `ask` of a gateway with a
 * `queryUrl` posts the signed order as JSON and expects the told fields back; of one without it nothing is known.
 */
export function createSignedGateway(description: GatewayDescription, account: GatewayAccount, publicUrl: string): PaymentGateway {
  const { merchant, secret } = account;
  const reading = (told: ToldFields | undefined) => (fields: GatewayFields): ReturnType<PaymentGateway['read']> => {
    if (told === undefined || !isSigned(description, secret, fields)) return { kind: 'forged' };
    const read = readTold({ told, amountFactor: description.amountFactor }, fields);
    return read === undefined ? { kind: 'unreadable' } : { kind: 'told', told: read };
  };
  const { refund } = description;
  return {
    description,
    payAddress: (order) => {
      const fields = withSignature(description, secret, orderFields(description, { ...order, merchant }));
      const base = new URL(description.payUrl, publicUrl);
      for (const [name, value] of Object.entries(fields)) if (value !== '') base.searchParams.set(name, value);
      return base.href;
    },
    read: reading(description.told),
    readRefund: reading(refund?.told),
    ...(refund === null ? {} : {
      refund: async (_communeCode: string, asked: GatewayRefund) => {
        const fields = withSignature(description, secret, refundFields(refund.order, description.amountFactor, merchant, asked));
        const answer = await askJson({ url: new URL(refund.url, publicUrl).href, timeout: TIMEOUT }, fields, { idempotencyKey: asked.refundNumber });
        return answer.kind === 'answer' && answer.status === 200 ? readFields(answer.text) : undefined;
      },
    }),
    ask: async (_communeCode, number) => {
      if (description.queryUrl === null) return undefined;
      const asked = withSignature(description, secret, { [description.order.merchant]: merchant, [description.order.number]: number });
      const answer = await askJson({ url: new URL(description.queryUrl, publicUrl).href, timeout: TIMEOUT }, asked);
      return answer.kind === 'answer' && answer.status === 200 ? readFields(answer.text) : undefined;
    },
  };
}
