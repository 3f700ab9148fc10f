import { formatInstant } from '../../../kernel/local-time.ts';
import { type Outgoing, type OutgoingMessage } from '../domain/outgoing-message.ts';
import { type SendAnswer } from '../domain/resend-rule.ts';

/** Where and how another system is told. */
export interface JsonOutgoingOptions {
  readonly url: string;
  /** Sent as a bearer token; left out: no authorisation. */
  readonly token?: string | undefined;
  /** Milliseconds until nobody is waited for any more. */
  readonly timeout: number;
}

const LONGEST_ANSWER = 64 * 1024;

/** 20261123080000, as national systems write local moments. */
function compact(at: Date): string {
  return formatInstant(at.getTime()).slice(0, 19).replaceAll(/[-:T]/gu, '');
}

/** The fields of a state of a dossier as TT 4/2025/TT-VPCP names what is exchanged with the national portal. */
function bodyOf({ externalCode, status, channel, occurredAt, dueAt }: OutgoingMessage): Readonly<Record<string, string>> {
  return { MaHoSo: externalCode, TrangThai: String(status), ThoiGianThucHien: compact(occurredAt), KenhThucHien: String(channel), ...(dueAt === null ? {} : { NgayHenTra: compact(dueAt) }) };
}

async function readAnswer(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_ANSWER) break;
  }
  return text;
}

function plain(text: string): string {
  return text.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ').trim().slice(0, 200);
}

function judge(status: number, text: string, retryAfter: string | null, message: OutgoingMessage): SendAnswer {
  if (status === 429 || status >= 500) {
    const seconds = Number(retryAfter);
    return { kind: 'busy', afterMs: retryAfter !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null };
  }
  if (status === 401 || status === 403) return { kind: 'refused', reason: 'not-let-in', detail: plain(text) };
  if (status === 404 || status === 410) return { kind: 'refused', reason: 'code-unknown', detail: plain(text) };
  if (status === 409) return { kind: 'taken-before' };
  if (status >= 400) return { kind: 'refused', reason: 'not-accepted', detail: plain(text) };
  if (status < 200 || status >= 300) return { kind: 'wrong-answer', detail: `HTTP ${String(status)}` };
  try {
    const answer = JSON.parse(text) as { readonly MaHoSo?: unknown; readonly TrangThai?: unknown };
    // An answer about another dossier, or a page of a proxy in between, is no word that this message has arrived.
    if (answer.MaHoSo === message.externalCode && String(answer.TrangThai) === String(message.status)) return { kind: 'taken' };
  } catch {
    // Told below, with what came instead.
  }
  return { kind: 'wrong-answer', detail: plain(text) };
}

/** Tells another system by JSON over HTTP, with the message's id as its idempotency key. Follows no redirects: the address is the administrator's. */
export function createJsonOutgoing({ url, token, timeout }: JsonOutgoingOptions): Outgoing {
  return {
    async send(message) {
      let response: Response;
      let text: string;
      try {
        response = await fetch(url, {
          method: 'POST',
          redirect: 'manual',
          signal: AbortSignal.timeout(timeout),
          headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': message.id, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
          body: JSON.stringify(bodyOf(message)),
        });
        text = await readAnswer(response);
      } catch {
        return { kind: 'unreachable' };
      }
      return judge(response.status, text, response.headers.get('retry-after'), message);
    },
  };
}
