import { formatInstant } from '../../../kernel/local-time.ts';
import { askJson, type OtherSystem, plainAnswer } from '../../../platform/outgoing/ask-json.ts';
import { type Outgoing, type OutgoingMessage } from '../domain/outgoing-message.ts';
import { type SendAnswer } from '../domain/resend-rule.ts';

/** 20261123080000, as national systems write local moments. */
function compact(at: Date): string {
  return formatInstant(at.getTime()).slice(0, 19).replaceAll(/[-:T]/gu, '');
}

/** The fields of a state of a dossier as TT 4/2025/TT-VPCP names what is exchanged with the national portal. */
function bodyOf({ externalCode, status, channel, occurredAt, dueAt }: OutgoingMessage): Readonly<Record<string, string>> {
  return { MaHoSo: externalCode, TrangThai: String(status), ThoiGianThucHien: compact(occurredAt), KenhThucHien: String(channel), ...(dueAt === null ? {} : { NgayHenTra: compact(dueAt) }) };
}

function judge(status: number, text: string, retryAfter: string | null, message: OutgoingMessage): SendAnswer {
  if (status === 429 || status >= 500) {
    const seconds = Number(retryAfter);
    return { kind: 'busy', afterMs: retryAfter !== null && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null };
  }
  if (status === 401 || status === 403) return { kind: 'refused', reason: 'not-let-in', detail: plainAnswer(text) };
  if (status === 404 || status === 410) return { kind: 'refused', reason: 'code-unknown', detail: plainAnswer(text) };
  if (status === 409) return { kind: 'taken-before' };
  if (status >= 400) return { kind: 'refused', reason: 'not-accepted', detail: plainAnswer(text) };
  if (status < 200 || status >= 300) return { kind: 'wrong-answer', detail: `HTTP ${String(status)}` };
  try {
    const answer = JSON.parse(text) as { readonly MaHoSo?: unknown; readonly TrangThai?: unknown };
    // An answer about another dossier, or a page of a proxy in between, is no word that this message has arrived.
    if (answer.MaHoSo === message.externalCode && String(answer.TrangThai) === String(message.status)) return { kind: 'taken' };
  } catch {
    // Told below, with what came instead.
  }
  return { kind: 'wrong-answer', detail: plainAnswer(text) };
}

/** Tells another system by JSON over HTTP, with the message's id as its idempotency key. */
export function createJsonOutgoing(system: OtherSystem): Outgoing {
  return {
    async send(message) {
      const asked = await askJson(system, bodyOf(message), { idempotencyKey: message.id });
      return asked.kind === 'answer' ? judge(asked.status, asked.text, asked.retryAfter, message) : { kind: 'unreachable' };
    },
  };
}
