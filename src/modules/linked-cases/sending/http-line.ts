import { formatInstant } from '../../../kernel/local-time.ts';
import { askJson, type AskOutcome, type OtherSystem, plainAnswer } from '../../../platform/outgoing/ask-json.ts';
import { type AgencyAnswer, type AgencyLine, type AgencyMessage } from '../api/agency-line.ts';
import { type SendOutcome } from '../domain/transfer.ts';

/** The answers to fifty messages with their words. */
const LONGEST = 256 * 1024;
const ANSWER_KINDS: readonly AgencyAnswer['kind'][] = ['acknowledged', 'refused', 'supplement', 'result', 'negative'];
const WORDS_MAX = 1000;
const NUMBER_MAX = 60;

const text = (value: unknown, most: number): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, most) : null);

function requestOf({ id, communeCode, agency, kind, procedure, caseCode, lines }: AgencyMessage, now: Date) {
  return { id, commune: communeCode, agency, kind, procedure, caseCode, sentAt: formatInstant(now.getTime()), lines };
}

function outcomeOf(asked: AskOutcome, message: AgencyMessage): SendOutcome {
  if (asked.kind !== 'answer') return { kind: 'fault', fault: asked.kind };
  const { status, text: words } = asked;
  if (status === 429 || status >= 500) return { kind: 'fault', fault: 'server-error' };
  // Taken before: what we were not told the first time has arrived.
  if (status === 409) return { kind: 'accepted' };
  if (status >= 400) return { kind: 'refused', words: readWords(words) };
  if (status < 200 || status >= 300) return { kind: 'fault', fault: 'unreadable' };
  const answer = readJson(words) as { readonly id?: unknown; readonly number?: unknown } | undefined;
  // An answer about another message, or a page of a proxy in between, is no word that this one has arrived.
  if (answer?.id !== message.id) return { kind: 'fault', fault: 'unreadable' };
  const number = text(answer.number, NUMBER_MAX);
  return number === null ? { kind: 'accepted' } : { kind: 'acknowledged', externalCode: number };
}

function readWords(answered: string): string {
  const body = readJson(answered) as { readonly words?: unknown } | undefined;
  const words = text(body?.words, WORDS_MAX) ?? plainAnswer(answered);
  return words === '' ? '…' : words;
}

function readJson(answered: string): unknown {
  try {
    const read = JSON.parse(answered) as unknown;
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}

function readAnswers(answered: string, awaited: ReadonlySet<string>): readonly AgencyAnswer[] {
  const body = readJson(answered) as { readonly answers?: unknown } | undefined;
  if (!Array.isArray(body?.answers)) return [];
  return body.answers.flatMap((one: unknown) => {
    const answer = (typeof one === 'object' && one !== null ? one : {}) as Readonly<Record<string, unknown>>;
    const id = text(answer['id'], 100);
    const messageId = text(answer['messageId'], 100);
    const kind = ANSWER_KINDS.find((known) => known === answer['kind']);
    // What was not asked about, or cannot be understood, changes nothing: it comes again with the next round.
    if (id === null || messageId === null || kind === undefined || !awaited.has(messageId)) return [];
    return [{ id, messageId, kind, number: text(answer['number'], NUMBER_MAX), words: text(answer['words'], WORDS_MAX) }];
  });
}

/**
 * The line to the agencies of a province by JSON over HTTP: `POST {url}/messages` with the message's id as idempotency key, and
 * `POST {url}/answers` with the ids that still wait. Only ids, kinds and words of the agency are believed; everything else that goes
 * wrong is an outcome of the try.
 */
export function createHttpLine(system: OtherSystem): AgencyLine {
  const at = (path: string): OtherSystem => ({ ...system, url: `${system.url.replace(/\/$/, '')}/${path}` });
  return {
    send: async (message, now) => outcomeOf(await askJson(at('messages'), requestOf(message, now), { idempotencyKey: message.id }), message),
    collect: async (awaited) => {
      if (awaited.length === 0) return [];
      const ids = awaited.map(({ id }) => id);
      const asked = await askJson(at('answers'), { messages: ids }, { longest: LONGEST });
      return asked.kind === 'answer' && asked.status === 200 ? readAnswers(asked.text, new Set(ids)) : [];
    },
  };
}
