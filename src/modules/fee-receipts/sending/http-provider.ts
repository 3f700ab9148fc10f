import { createHmac } from 'node:crypto';
import { formatInstant } from '../../../kernel/local-time.ts';
import { askJson, type AskOutcome, type OtherSystem, plainAnswer } from '../../../platform/outgoing/ask-json.ts';
import { type ProviderReceipt, type ReceiptProvider } from '../api/receipt-provider.ts';
import { type ProviderOutcome } from '../domain/provider-state.ts';
import { type ProviderLayout } from './provider-layout.ts';

/** Where a provider is, how it knows us, and how it speaks. */
export interface HttpProviderSettings extends OtherSystem {
  /** Every message is signed with it. */
  readonly secret: string;
  readonly layout: ProviderLayout;
}

const WORDS_MAX = 500;

function at(body: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inside, name) => (typeof inside === 'object' && inside !== null ? (inside as Readonly<Record<string, unknown>>)[name] : undefined), body);
}

function text(value: unknown, most: number): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, most) : null;
}

function readJson(answered: string): unknown {
  try {
    return JSON.parse(answered) as unknown;
  } catch {
    return undefined;
  }
}

/** What an answer about one receipt means. One about another receipt, or a page of a proxy in between, is no answer. */
function outcomeOf(body: unknown, id: string, { names, states }: ProviderLayout): ProviderOutcome {
  if (at(body, names.id) !== id) return { kind: 'fault', fault: 'unreadable' };
  const said = text(at(body, names.state), 40) ?? '';
  const is = (kind: keyof ProviderLayout['states']): boolean => states[kind].includes(said);
  if (is('refused')) return { kind: 'refused', words: text(at(body, names.words), WORDS_MAX) ?? '…' };
  if (is('cancelled')) return { kind: 'cancelled' };
  if (is('processing')) return { kind: 'processing' };
  const code = text(at(body, names.code), 100);
  // Published without the code under which people look it up is not published yet.
  if (!is('issued') || code === null) return { kind: 'fault', fault: 'unreadable' };
  const signedAt = text(at(body, names.signedAt), 40);
  return { kind: 'issued', code, signer: text(at(body, names.signer), 200), signedAt: signedAt === null || Number.isNaN(Date.parse(signedAt)) ? null : signedAt };
}

function read(asked: AskOutcome, id: string, layout: ProviderLayout): ProviderOutcome {
  if (asked.kind !== 'answer') return { kind: 'fault', fault: asked.kind };
  const { status, text: words } = asked;
  if (status === 429 || status >= 500) return { kind: 'fault', fault: 'server-error' };
  const body = readJson(words);
  // Taken before: the answer says how it stands, or it is asked for.
  if (status === 409) return at(body, layout.names.id) === id ? outcomeOf(body, id, layout) : { kind: 'processing' };
  if (status >= 400) return { kind: 'refused', words: text(at(body, layout.names.words), WORDS_MAX) ?? (plainAnswer(words) || '…') };
  return status >= 200 && status < 300 ? outcomeOf(body, id, layout) : { kind: 'fault', fault: 'unreadable' };
}

function told({ id, communeCode, templateSymbol, symbol, number, issuedOn, issuedAt, view, corrects }: ProviderReceipt): object {
  const { body, payer, lines, amount, amountWords, method, collector, name, correction } = view;
  return {
    id, commune: communeCode, name, templateSymbol, symbol, number, issuedOn, issuedAt: formatInstant(issuedAt.getTime()), currency: 'VND',
    collectingBody: body, payer: { name: payer.name, citizenNumber: payer.citizenNumber, address: payer.address }, lines, amount, amountWords, method, collector, corrects,
    correction: correction === null ? null : { how: correction.how, symbol: correction.symbol, number: correction.number, reason: correction.reason },
  };
}

/** HMAC-SHA256 over the moment and the very text of the message, as lower-case hex: `<timestamp>.<body>`. */
function signMessage(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/**
 * A provider of electronic receipts by signed JSON over HTTP, spoken as its layout says. The receipt’s id is the idempotency key; only ids, states,
 * codes and words are believed.
 */
export function createHttpProvider({ secret, layout, ...system }: HttpProviderSettings): ReceiptProvider {
  const ask = (path: string, body: object, key: string | undefined, now: Date) =>
    askJson({ ...system, url: `${system.url.replace(/\/$/u, '')}/${path}` }, body, {
      ...(key === undefined ? {} : { idempotencyKey: key }),
      headers: (sent) => {
        const timestamp = formatInstant(now.getTime());
        return { [layout.timestampHeader]: timestamp, [layout.signatureHeader]: signMessage(secret, timestamp, sent) };
      },
    });
  return {
    issue: async (receipt, now) => read(await ask(layout.paths.issue, told(receipt), receipt.id, now), receipt.id, layout),
    cancel: async (receipt, reason, now) => read(await ask(layout.paths.cancel, { id: receipt.id, reason }, `${receipt.id}-cancel`, now), receipt.id, layout),
    ask: async (receipt, now) => {
      const asked = await ask(layout.paths.states, { ids: [receipt.id] }, undefined, now);
      if (asked.kind !== 'answer' || asked.status !== 200) return read(asked, receipt.id, layout);
      const list = at(readJson(asked.text), layout.names.list);
      const mine: unknown = Array.isArray(list) ? list.find((one: unknown) => at(one, layout.names.id) === receipt.id) : undefined;
      return mine === undefined ? { kind: 'fault', fault: 'unreadable' } : outcomeOf(mine, receipt.id, layout);
    },
  };
}
