import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { type CommandEnvelope, findDone, runCommand } from '../../../platform/commands.ts';
import { derivedUuid } from '../../../platform/derived-uuid.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type BulkResponse } from '../contract/bulk-schemas.ts';
import { MOST_AT_ONCE } from '../contract/work-lists.ts';
import { type DossiersDeps } from './deps.ts';
import { sayProblem } from './say-problem.ts';

/** The dossiers that were chosen, with the version of each that was looked at. */
export interface BulkChoice {
  /** Made by the client and kept while the same batch is sent again. */
  readonly batchId: string;
  readonly rows: readonly { readonly id: string; readonly expectedVersion: number }[];
}

/** What became of one dossier; `paperId`: the paper that was found or made for it. */
export interface BulkRow {
  readonly id: string;
  readonly problem: Problem | null;
  readonly paperId: string | null;
}

/** What is kept of a batch: one line for each dossier. */
export interface BulkOutcome {
  readonly rows: readonly BulkRow[];
  /** Which papers were asked for; null when nothing is printed. */
  readonly paper: string | null;
}

/** Who sends which batch, and what it does. */
export interface BulkInput {
  /** Names the command, such as `bulk-transfer`. */
  readonly kind: string;
  readonly request: BulkChoice & { readonly paper?: string };
  readonly actor: StaffActor;
  readonly context: RequestContext;
}

/** Does the work for one dossier under a command of its own; answers the paper that it made, if any. */
type ActOnOne = (row: BulkChoice['rows'][number], commandId: string) => Promise<Result<{ readonly paperId: string | null }>>;

/** The command of one dossier in a batch: always the same for the same two. */
function rowCommandId(batchId: string, dossierId: string): string {
  return derivedUuid('bulk', batchId, dossierId);
}

/** The command that a batch itself is. */
function batchEnvelope({ kind, request, actor, context }: BulkInput): CommandEnvelope {
  return { communeCode: actor.communeCode, commandId: request.batchId, kind, actor, request, now: context.now, address: context.address };
}

/**
 * Does the same to many dossiers, one after the other, each a transaction and a command of its own: what somebody changed meanwhile, or
 * what the rules refuse, is said of that dossier, and the others go through. The lines are kept under the batch id: a repetition answers
 * them and does nothing; after a breakdown in the middle it goes on where it stopped. Refuses more than `MOST_AT_ONCE` dossiers.
 */
export async function changeMany(deps: DossiersDeps, input: BulkInput, act: ActOnOne): Promise<Result<BulkOutcome>> {
  const { kind, request } = input;
  if (request.rows.length > MOST_AT_ONCE) return refuse('dossier.bulk-too-many', { most: MOST_AT_ONCE, chosen: request.rows.length }, 'rows');
  const envelope = batchEnvelope(input);
  const before = await findDone<BulkOutcome>(deps.db, envelope);
  if (before !== undefined) return before;
  const rows: BulkRow[] = [];
  for (const row of request.rows) {
    const done = await act(row, rowCommandId(request.batchId, row.id));
    rows.push({ id: row.id, problem: done.ok ? null : done.problem, paperId: done.ok ? done.value.paperId : null });
  }
  const refused = rows.filter(({ problem }) => problem !== null).length;
  return runCommand(deps.db, envelope, () =>
    Promise.resolve(ok({ result: { rows, paper: request.paper ?? null }, journal: { action: `dossiers.${kind}`, object: `batch:${request.batchId}`, facts: { done: rows.length - refused, refused } } })));
}

/** The lines of a batch as the client reads them. */
export function bulkResponse(batchId: string, { rows }: BulkOutcome, context: RequestContext): BulkResponse {
  return {
    batchId,
    done: rows.filter(({ problem }) => problem === null).length,
    rows: rows.map(({ id, problem }) => ({ id, refusal: problem === null ? null : { code: problem.code, message: sayProblem(problem, context.locale).sentence, change: changeOf(problem) } })),
  };
}

/** What somebody else did, where the refusal knows it. */
function changeOf({ facts }: Problem): { readonly event: string; readonly by: string; readonly at: string } | null {
  const { event, by, at } = facts ?? {};
  return typeof event === 'string' && typeof at === 'string' ? { event, by: String(by ?? ''), at } : null;
}
