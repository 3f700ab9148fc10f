import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { keepAccepted } from '../../../platform/files/keep-upload.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type DraftContent } from '../../forms/index.ts';
import { type ConsentWay, decideCode } from '../domain/consent.ts';
import { countTry, insertConsent, loadCodeForUpdate, markCodeUsed } from '../store/consents.ts';
import { helperOf, loadFilingForUpdate } from '../store/filings.ts';
import { contentHash } from './content-hash.ts';
import { type AssistedDeps } from './deps.ts';
import { codeOf } from './make-code.ts';

/** What was shown to the person, and the command with which they answer it. */
export interface Shown {
  readonly content: DraftContent;
  /** The hash that the page was drawn with. */
  readonly hash: string;
  readonly commandId: string;
}

/** What proves a consent: a drawn signature, a recording with what was to be said, or nothing more than the code. */
interface Proof {
  readonly way: ConsentWay;
  readonly file: { readonly bytes: Buffer; readonly mediaType: string; readonly fileName: string } | null;
  readonly milliseconds: number | null;
  readonly said: string | null;
}

/**
 * Writes that the person agreed to exactly what was shown, once however often it comes. Refuses `assisted.not-assisted` where nobody helps any more and
 * `assisted.content-changed` when answers, papers or helper are not what the page showed.
 */
export async function giveConsent(deps: AssistedDeps, shown: Shown, proof: Proof, context: Pick<RequestContext, 'actor' | 'now' | 'address'>, also?: (tx: Tx) => Promise<Result<unknown>>): Promise<Result<{ readonly id: string }>> {
  const { content, commandId } = shown;
  const { communeCode, dossierId } = content;
  const kept = proof.file === null ? undefined : await keepAccepted(deps.db, deps.files, communeCode, { ...proof.file, pages: 1, signed: false, warning: undefined }, context.now);
  if (kept?.ok === false) return kept;
  const sha256 = kept?.value.sha256 ?? null;
  const envelope = { communeCode, commandId, kind: 'agree-to-assisted-filing', actor: context.actor, request: { dossierId, hash: shown.hash, way: proof.way, sha256 }, now: context.now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    const row = await loadFilingForUpdate(tx, content);
    if (row?.sent_at !== null) return refuse('assisted.not-assisted');
    if (contentHash(content, helperOf(row)) !== shown.hash) return refuse('assisted.content-changed');
    const more = await also?.(tx);
    if (more?.ok === false) return more;
    await insertConsent(tx, {
      commune_code: communeCode, id: commandId, dossier_id: dossierId, way: proof.way, content_hash: shown.hash, answers_hash: content.answersHash, given_at: context.now,
      sha256, media_type: proof.file?.mediaType ?? null, milliseconds: proof.milliseconds, said: proof.said,
    });
    return ok({ result: { id: commandId }, journal: { action: 'assisted.agreed', object: `dossier:${dossierId}`, facts: { way: proof.way, helper: row.helper_kind, content: shown.hash } } });
  });
}

/** Takes a typed code as the person's consent. A wrong try is counted whatever becomes of the page; a right one counts once. */
export async function giveConsentByCode(deps: AssistedDeps, shown: Shown, typed: string, context: Pick<RequestContext, 'actor' | 'now' | 'address'>): Promise<Result<{ readonly id: string }>> {
  const { content, hash } = shown;
  const judge = async (tx: Tx) => {
    const row = await loadCodeForUpdate(tx, content);
    const code = row && { contentHash: row.content_hash, expiresAt: row.expires_at, tries: row.tries, usedAt: row.used_at };
    return { row, verdict: decideCode(code, row !== undefined && codeOf(deps, row.id) === typed, hash, context.now) };
  };
  const wrong = await deps.db.transaction().execute(async (tx): Promise<Problem | undefined> => {
    const { row, verdict } = await judge(tx);
    if (verdict.ok) return undefined;
    if (row !== undefined && (verdict.problem.code === 'assisted.code-wrong' || (verdict.problem.code === 'assisted.code-locked' && row.tries < 5))) await countTry(tx, row);
    return verdict.problem;
  });
  if (wrong !== undefined) return { ok: false, problem: wrong };
  return giveConsent(deps, shown, { way: 'code', file: null, milliseconds: null, said: null }, context, async (tx) => {
    const { row, verdict } = await judge(tx);
    if (verdict.ok && row !== undefined) await markCodeUsed(tx, row, context.now);
    return verdict;
  });
}
