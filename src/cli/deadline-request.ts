import { computeDeadline } from '../kernel/legal-clock/compute-deadline.ts';
import { type DeadlineStep } from '../kernel/legal-clock/deadline-trace.ts';
import { type Pause } from '../kernel/legal-clock/pause.ts';
import { type TimeLeft } from '../kernel/legal-clock/time-left.ts';
import { parseTimeLimit } from '../kernel/legal-clock/time-limit.ts';
import { formatInstant, parseInstant } from '../kernel/local-time.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import { type WorkingCalendar } from '../kernel/working-calendar.ts';
import { type TimeCommandProblem } from './deadline-problem-words.ts';

/** One question in the words of the command line; a pause without an end is open. */
export interface DeadlineRequest {
  readonly received: string;
  readonly limit: string;
  readonly pauses: readonly (readonly [from: string, to: string | null])[];
}

/** One answer as it is printed; `left` stands only beside an unknown due date. */
export interface DeadlineAnswer {
  readonly due: string | null;
  readonly left?: TimeLeft;
  readonly trace: readonly DeadlineStep[];
}

/** Answers one question, or refuses it with the first thing that is wrong. */
export function answerDeadline(request: DeadlineRequest, calendar: WorkingCalendar): Result<DeadlineAnswer, TimeCommandProblem> {
  const received = parseInstant(request.received);
  if (!received.ok) return received;
  const limit = parseTimeLimit(request.limit);
  if (!limit.ok) return limit;
  const pauses: Pause[] = [];
  for (const [fromText, toText] of request.pauses) {
    const from = parseInstant(fromText);
    if (!from.ok) return from;
    const to = toText === null ? ok(null) : parseInstant(toText);
    if (!to.ok) return to;
    pauses.push({ from: from.value, to: to.value });
  }
  const computed = computeDeadline({ received: received.value, limit: limit.value, pauses, calendar });
  if (!computed.ok) return computed;
  const { deadline, trace } = computed.value;
  return ok(deadline.state === 'paused' ? { due: null, left: deadline.left, trace } : { due: formatInstant(deadline.due), trace });
}

/** Reads `from/to`, or `from/` for an open pause; refuses anything else. */
export function parsePauseArgument(text: string): Result<readonly [string, string | null], TimeCommandProblem> {
  const [from, to, ...rest] = text.split('/');
  if (!from || to === undefined || rest.length > 0) return refuse('request.unreadable-pause', { text });
  return ok([from, to === '' ? null : to]);
}

/** Reads one line of `--jsonl`; fields it does not know are passed over. */
export function parseRequestLine(line: string): Result<DeadlineRequest, TimeCommandProblem> {
  const parsed = parseJson(line);
  if (!parsed.ok) return parsed;
  const value: unknown = parsed.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('request.not-object');
  const { received, limit, pauses } = value as { readonly received?: unknown; readonly limit?: unknown; readonly pauses?: unknown };
  if (typeof received !== 'string') return refuse('request.no-received');
  if (typeof limit !== 'string') return refuse('request.no-limit');
  const list = pauses ?? [];
  if (!Array.isArray(list)) return refuse('request.unreadable-pauses');
  const read: (readonly [string, string | null])[] = [];
  for (const item of list as readonly unknown[]) {
    const pair = readPair(item);
    if (!pair) return refuse('request.unreadable-pause', { text: JSON.stringify(item) });
    read.push(pair);
  }
  return ok({ received, limit, pauses: read });
}

function parseJson(line: string): Result<unknown, TimeCommandProblem> {
  try {
    // Files written on Windows often open with a byte order mark.
    return ok(JSON.parse(line.replace(/^\uFEFF/, '')));
  } catch {
    return refuse('request.not-json');
  }
}

function readPair(item: unknown): readonly [string, string | null] | undefined {
  if (!Array.isArray(item) || item.length !== 2) return undefined;
  const [from, to] = item as readonly unknown[];
  if (typeof from !== 'string' || !(typeof to === 'string' || to === null)) return undefined;
  return [from, to === '' ? null : to];
}
