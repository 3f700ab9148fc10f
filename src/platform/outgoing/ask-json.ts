/** Where another system is, and how it knows us. */
export interface OtherSystem {
  readonly url: string;
  /** Sent as a bearer token; left out: no authorisation. */
  readonly token?: string | undefined;
  /** Milliseconds until nobody is waited for any more. */
  readonly timeout: number;
}

/** What came back: an answer of whatever kind, or nothing in time, or no connection. */
export type AskOutcome =
  | { readonly kind: 'answer'; readonly status: number; readonly text: string; readonly retryAfter: string | null }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'timeout' };

async function readAnswer(response: Response, longest: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longest) break;
  }
  return text;
}

/** What a message may carry beside its body. */
interface AskWishes {
  readonly idempotencyKey?: string;
  /** Most characters of the answer that are read. */
  readonly longest?: number;
  /** Headers that depend on the very text that is sent, such as its signature. */
  readonly headers?: (text: string) => Readonly<Record<string, string>>;
}

/**
 * Posts JSON to another system and reads at most `longest` characters of its answer; never throws. With an idempotency key, the same
 * message sent again counts once there. Follows no redirects: the address is the administrator's.
 */
export async function askJson({ url, token, timeout }: OtherSystem, body: unknown, { idempotencyKey, longest = 64 * 1024, headers }: AskWishes = {}): Promise<AskOutcome> {
  const text = JSON.stringify(body);
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      headers: {
        'content-type': 'application/json', accept: 'application/json',
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers?.(text),
      },
      body: text,
    });
    return { kind: 'answer', status: response.status, text: await readAnswer(response, longest), retryAfter: response.headers.get('retry-after') };
  } catch (error) {
    return { kind: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' };
  }
}

/** What another system wrote, as one short line of plain text for whoever asks them. */
export function plainAnswer(text: string): string {
  return text.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ').trim().slice(0, 200);
}
