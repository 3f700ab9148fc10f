import { type Dong } from '../../../kernel/money.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** Where a line stands. `outgoing` never changes. */
export type LineState = 'waiting' | 'paid' | 'not-ours' | 'outgoing';

/** What may be done about a line in each state. */
const NEXT = { 'waiting': ['pay', 'set-aside'], 'paid': ['undo'], 'not-ours': ['undo'], 'outgoing': [] } as const satisfies Readonly<Record<LineState, readonly ('pay' | 'set-aside' | 'undo')[]>>;

/** A line as the decisions about it see it. */
export interface DecidableLine {
  readonly state: LineState;
  readonly amount: Dong;
}

/** A part of a line's money for one payable. */
export interface LinePart {
  readonly payableId: string;
  readonly amount: Dong;
}

function mayStill({ state }: DecidableLine, act: 'pay' | 'set-aside'): Result<void> {
  if (state === 'outgoing') return refuse('bank-statements.line-outgoing');
  return (NEXT[state] as readonly string[]).includes(act) ? ok(undefined) : refuse('bank-statements.line-decided');
}

/** Says what the money of a line is for. Refuses a line about which somebody has decided, money that went out, parts that do not sum up to the đồng, and a payable named twice. */
export function decidePay(line: DecidableLine, parts: readonly LinePart[]): Result<void> {
  const may = mayStill(line, 'pay');
  if (!may.ok) return may;
  if (new Set(parts.map(({ payableId }) => payableId)).size !== parts.length) return refuse('bank-statements.part-twice', {}, 'parts');
  const sum = parts.reduce((total, { amount }) => total + amount, 0);
  return parts.length > 0 && parts.every(({ amount }) => Number.isSafeInteger(amount) && amount > 0) && sum === line.amount ? ok(undefined) : refuse('bank-statements.parts-wrong', { sum, amount: line.amount }, 'parts');
}

/** Sets a line aside as none of ours. Refuses one about which somebody has decided, money that went out, and no reason. */
export function decideSetAside(line: DecidableLine, reason: string): Result<string> {
  const may = mayStill(line, 'set-aside');
  return may.ok ? withReason(reason) : may;
}

/** Takes back what was decided. Refuses a line about which nothing was, and no reason. */
export function decideUndo({ state }: DecidableLine, reason: string): Result<string> {
  return (NEXT[state] as readonly string[]).includes('undo') ? withReason(reason) : refuse('bank-statements.nothing-to-undo');
}

function withReason(reason: string): Result<string> {
  const words = reason.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return words === '' ? refuse('bank-statements.reason-missing', {}, 'reason') : ok(words);
}
