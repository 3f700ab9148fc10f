import { ok, refuse, type Result } from '../../../kernel/result.ts';

/** What somebody may ask about their data (Luật 91/2025/QH15 Điều 4). */
export const DATA_REQUEST_KINDS = ['access', 'correction', 'erasure', 'restriction', 'objection'] as const;
export type DataRequestKind = (typeof DATA_REQUEST_KINDS)[number];

/** Where a request stands. */
export type DataRequestState = 'received' | 'in-progress' | 'done' | 'refused' | 'withdrawn';
export type DataRequestAction = 'take' | 'finish' | 'refuse' | 'withdraw';

/** What may be done next; the screens show exactly this. */
export const NEXT = {
  'received': ['take', 'refuse', 'withdraw'],
  'in-progress': ['finish', 'refuse', 'withdraw'],
  'done': [],
  'refused': [],
  'withdrawn': [],
} as const satisfies Readonly<Record<DataRequestState, readonly DataRequestAction[]>>;

const LEADS_TO = { take: 'in-progress', finish: 'done', refuse: 'refused', withdraw: 'withdrawn' } as const satisfies Readonly<Record<DataRequestAction, DataRequestState>>;

/** A request as the rule sees it. */
export interface SeenRequest {
  readonly state: DataRequestState;
  readonly version: number;
}

/** What is done to a request; `expectedVersion` null: whoever asked takes it back, whatever happened meanwhile. */
export type DataRequestCommand =
  | { readonly action: 'take'; readonly expectedVersion: number }
  | { readonly action: 'finish'; readonly expectedVersion: number; readonly answer: string }
  | { readonly action: 'refuse'; readonly expectedVersion: number; readonly answer: string; readonly legalBasis: string }
  | { readonly action: 'withdraw'; readonly expectedVersion: number | null };

/**
 * The state that a command leads to. Refuses what the table does not allow, a request that somebody else decided meanwhile (the second of two is told and
 * overwrites nothing), an answer without words, and a refusal that names no law.
 */
export function decideDataRequest(request: SeenRequest, command: DataRequestCommand): Result<DataRequestState> {
  if (command.expectedVersion !== null && command.expectedVersion !== request.version) return refuse('privacy.request-changed');
  const allowed: readonly DataRequestAction[] = NEXT[request.state];
  if (!allowed.includes(command.action)) return refuse('privacy.request-over');
  if ((command.action === 'finish' || command.action === 'refuse') && command.answer.trim() === '') return refuse('privacy.answer-missing', {}, 'answer');
  if (command.action === 'refuse' && command.legalBasis.trim() === '') return refuse('privacy.basis-missing', {}, 'legalBasis');
  return ok(LEADS_TO[command.action]);
}
