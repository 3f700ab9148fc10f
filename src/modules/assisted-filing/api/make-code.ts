import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type DraftContent } from '../../forms/index.ts';
import { buildCode, CODE_COUNTS_MS } from '../domain/consent.ts';
import { countCodesSince, findCode, insertCode } from '../store/consents.ts';
import { helperOf, loadFilingForUpdate } from '../store/filings.ts';
import { contentHash } from './content-hash.ts';
import { type AssistedDeps } from './deps.ts';

/** So many codes may be made for one declaration while one counts. */
const MOST_CODES = 6;

/** The six digits of a code: derived from its id and kept nowhere. */
export function codeOf(deps: Pick<AssistedDeps, 'links'>, id: string): string {
  return buildCode(Buffer.from(deps.links.token('assisted-code', id), 'base64url'));
}

/**
 * Makes the code that the person reads out, on the page of their own phone; the same page sent twice has the same code. Refuses where nobody helps any
 * more, what was changed since the page was drawn, and too many codes.
 */
export async function makeCode(deps: Pick<AssistedDeps, 'db' | 'links'>, { content, hash, id, now }: { readonly content: DraftContent; readonly hash: string; readonly id: string; readonly now: Date }): Promise<Result<{ readonly code: string }>> {
  return deps.db.transaction().execute(async (tx): Promise<Result<{ readonly code: string }>> => {
    const row = await loadFilingForUpdate(tx, content);
    if (row?.sent_at !== null) return refuse('assisted.not-assisted');
    if (contentHash(content, helperOf(row)) !== hash) return refuse('assisted.content-changed');
    if ((await findCode(tx, content.communeCode, id)) !== undefined) return ok({ code: codeOf(deps, id) });
    if ((await countCodesSince(tx, content, new Date(now.getTime() - CODE_COUNTS_MS))) >= MOST_CODES) return refuse('assisted.codes-many');
    await insertCode(tx, { commune_code: content.communeCode, id, dossier_id: content.dossierId, content_hash: hash, made_at: now, expires_at: new Date(now.getTime() + CODE_COUNTS_MS) });
    return ok({ code: codeOf(deps, id) });
  });
}
