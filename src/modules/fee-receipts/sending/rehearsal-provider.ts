import { createHash } from 'node:crypto';
import { type ProviderReceipt, type ReceiptProvider } from '../api/receipt-provider.ts';
import { type ProviderOutcome } from '../domain/provider-state.ts';

type Manner = 'prompt' | 'slow' | 'stumbles' | 'repeats' | 'refuses';

/** Of sixteen receipts: one is refused, two stumble first, two are repeated, three take their time, the others go at once. */
const MANNERS: readonly Manner[] = ['refuses', 'stumbles', 'stumbles', 'repeats', 'repeats', 'slow', 'slow', 'slow'];

function digest(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}

/** How the rehearsal treats a receipt: always the same for the same id. */
export function mannerOf(id: string): Manner {
  return MANNERS[(digest(id)[0] ?? 0) % 16] ?? 'prompt';
}

function issued({ id, view }: Pick<ProviderReceipt, 'id' | 'view'>, now: Date): ProviderOutcome {
  return { kind: 'issued', code: digest(id).toString('hex', 1, 6).toUpperCase(), signer: view.body.name, signedAt: now.toISOString() };
}

/**
 * The provider of a demonstration. It is slow, stumbles, answers what it was not asked and refuses, as real ones do, each receipt always in the same
 * way; nothing leaves the building. Remembers nothing: what it was told before it sees from how often it was tried.
 */
export function createRehearsalProvider(): ReceiptProvider {
  return {
    issue: (receipt, now) => {
      const { id, tries } = receipt;
      switch (mannerOf(id)) {
        case 'prompt':
          return Promise.resolve(issued(receipt, now));
        case 'slow':
          return Promise.resolve({ kind: 'processing' });
        case 'stumbles':
          return Promise.resolve(tries < 2 ? { kind: 'fault', fault: tries === 0 ? 'timeout' : 'server-error' } : issued(receipt, now));
        case 'repeats':
          // It has taken the message and says so as if it were an answer to another one.
          return Promise.resolve(tries === 0 ? { kind: 'fault', fault: 'unreadable' } : issued(receipt, now));
        case 'refuses':
          return Promise.resolve({ kind: 'refused', words: 'Ký hiệu biên lai chưa có trong danh sách đã đăng ký.' });
      }
    },
    ask: (receipt, now) => Promise.resolve(receipt.tries < 3 ? { kind: 'processing' } : issued(receipt, now)),
    cancel: (receipt) => Promise.resolve(receipt.tries % 2 === 1 ? { kind: 'fault', fault: 'unreachable' } : { kind: 'cancelled' }),
  };
}
