import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type Helper } from '../domain/who-helps.ts';
import { findFiling, forgetHelper, helperOf, keepHelper } from '../store/filings.ts';
import { type HelpDeps } from './deps.ts';

/** The draft of which it is told who helps. */
export interface HelpedDraft {
  readonly communeCode: string;
  readonly dossierId: string;
  readonly procedureCode: string;
}

/** The secret of the page that the person opens on their own phone; the same declaration always has the same one. */
export function agreeSecret(deps: Pick<HelpDeps, 'links'>, dossierId: string): string {
  return deps.links.token('assisted-agree', dossierId);
}

/** Keeps who helps with a draft, or that nobody does; the same again changes nothing. Refuses what was sent meanwhile. */
export async function nameHelper(deps: HelpDeps, draft: HelpedDraft, helper: Helper | undefined, context: Pick<RequestContext, 'actor' | 'now' | 'address'>): Promise<Result<unknown>> {
  const { communeCode, dossierId, procedureCode } = draft;
  const before = await findFiling(deps.db, draft);
  const same = before === undefined ? helper === undefined : helper !== undefined && JSON.stringify(helperOf(before)) === JSON.stringify(helper);
  if (same) return ok(undefined);
  const envelope = { communeCode, commandId: deps.newId(), kind: 'name-helper', actor: context.actor, request: { dossierId, helper: helper ?? null }, now: context.now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    if (helper === undefined) await forgetHelper(tx, draft);
    else if (!(await keepHelper(tx, draft, { procedureCode, helper, agreeHash: deps.links.hash(agreeSecret(deps, dossierId)), namedAt: context.now }))) return refuse('assisted.not-assisted');
    return ok({ result: null, journal: { action: helper === undefined ? 'assisted.helper-removed' : 'assisted.helper-named', object: `dossier:${dossierId}`, facts: helper === undefined ? {} : { helper: helper.kind } } });
  });
}
