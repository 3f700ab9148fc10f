import { readFileSync } from 'node:fs';
import { type GatewayDescription } from '../domain/gateway-fields.ts';

/** The gateway inside the program, as data/payment-gateways describes it. */
export function loadRehearsalDescription(): GatewayDescription {
  return JSON.parse(readFileSync(new URL('../../../../data/payment-gateways/rehearsal.json', import.meta.url), 'utf8')) as GatewayDescription;
}

/** The texts that a description must have, by their path. */
const NEEDED = ['key', 'payUrl', 'label.vi', 'label.en', 'signature.field', 'signature.algorithm', 'signature.encoding', ...['merchant', 'number', 'amount', 'words', 'returnUrl', 'createdAt', 'expiresAt', 'address', 'locale'].map((name) => `order.${name}`), ...['number', 'amount', 'transaction', 'code', 'paidAt'].map((name) => `told.${name}`)] as const;
/** The texts that the part on refunds must have, where it is there. */
const NEEDED_OF_REFUND = ['url', ...['merchant', 'refundNumber', 'number', 'transaction', 'amount', 'createdAt'].map((name) => `order.${name}`), ...['number', 'amount', 'transaction', 'code', 'paidAt'].map((name) => `told.${name}`)] as const;
const ANSWERS = ['recorded', 'known', 'failed', 'pending', 'unknown-order', 'unreadable', 'forged'] as const;

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, name) => (typeof inside === 'object' && inside !== null ? (inside as Readonly<Record<string, unknown>>)[name] : undefined), value);
}

/**
 * Reads the description of an installation's own gateway. Throws with the name of what is missing or wrong: the program must not start with a gateway whose
 * words it would misread.
 */
export function loadGatewayDescription(path: string): GatewayDescription {
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const refund = at(read, 'refund') ?? null;
  const needed = [...NEEDED, ...(refund === null ? [] : NEEDED_OF_REFUND.map((name) => `refund.${name}`))];
  const missing = needed.filter((name) => { const text = at(read, name); return typeof text !== 'string' || text === ''; });
  if (missing.length > 0) throw new Error(`payment gateway ${path}: missing ${missing.join(', ')}`);
  const description = { ...(read as GatewayDescription), refund: refund as GatewayDescription['refund'] };
  const wrong = [
    ...(/^[a-z][a-z0-9-]{1,29}$/u.test(description.key) ? [] : ['key']),
    ...(['sha256', 'sha512'].includes(description.signature.algorithm) ? [] : ['signature.algorithm']),
    ...(['form', 'plain'].includes(description.signature.encoding) ? [] : ['signature.encoding']),
    ...(Number.isSafeInteger(description.amountFactor) && description.amountFactor > 0 ? [] : ['amountFactor']),
    ...(Number.isSafeInteger(description.minutes) && description.minutes > 0 && description.minutes <= 1440 ? [] : ['minutes']),
    ...(Array.isArray(description.told.success) && description.told.success.length > 0 ? [] : ['told.success']),
    ...(Array.isArray(description.told.pending) ? [] : ['told.pending']),
    ...(typeof (description.told.failures as unknown) === 'object' ? [] : ['told.failures']),
    ...(typeof (description.order.fixed as unknown) === 'object' ? [] : ['order.fixed']),
    ...(URL.parse(description.payUrl)?.protocol === 'https:' ? [] : ['payUrl']),
    ...(description.refund === null || (URL.parse(description.refund.url)?.protocol === 'https:' && Array.isArray(description.refund.told.success) && description.refund.told.success.length > 0 && Array.isArray(description.refund.told.pending)) ? [] : ['refund']),
    ...ANSWERS.filter((verdict) => typeof at(read, `answers.${verdict}`) !== 'object').map((verdict) => `answers.${verdict}`),
  ];
  if (wrong.length > 0) throw new Error(`payment gateway ${path}: wrong ${wrong.join(', ')}`);
  return description;
}
