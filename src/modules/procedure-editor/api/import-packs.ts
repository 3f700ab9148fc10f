import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { listVersions } from '../../procedures/index.ts';
import { type ImportRequest, type ImportResponse } from '../contract/editor-schemas.ts';
import { isProcedureCode } from '../domain/empty-pack.ts';
import { findOpenDraft, insertDraft, lockProcedure } from '../store/drafts.ts';
import { runEdit } from './change-draft.ts';
import { type ProcedureEditorDeps } from './deps.ts';
import { examineDraft } from './examine-draft.ts';

/**
 * Makes a draft of every pack of a file, sound or not, so that what is wrong is mended on the screen; nothing is published. A procedure that has a
 * draft open keeps it, and a pack without a readable code is named and left out.
 */
export async function importPacks(deps: ProcedureEditorDeps, request: ImportRequest, actor: StaffActor, context: RequestContext): Promise<Result<ImportResponse>> {
  const { communeCode } = actor;
  return runEdit<ImportResponse>(deps, 'import-procedure-packs', request, {}, actor, context, async (tx, scope) => {
    const items: ImportResponse['items'] = [];
    for (const content of request.packs) {
      const code = typeof content['code'] === 'string' ? content['code'] : '';
      const name = typeof content['name'] === 'string' ? content['name'] : '';
      if (!isProcedureCode(code)) {
        items.push({ code, name, outcome: 'unreadable', draftId: null, faults: 1 });
        continue;
      }
      const versions = await listVersions(tx, code);
      const id = deps.newId();
      await lockProcedure(tx, code);
      const added = (await findOpenDraft(tx, scope, code)) === undefined && await insertDraft(tx, { commune_code: communeCode, id, code, based_on: versions[0]?.version ?? null, content, created_at: context.now, created_by: actor.staffId, created_by_name: actor.fullName });
      const { faults } = await examineDraft(deps, content, { communeCode, code, today: dateAt(context.now.getTime()), versions });
      items.push({ code, name, outcome: added ? 'draft' : 'draft-open-already', draftId: added ? id : null, faults: faults.length });
    }
    return ok({ result: { items }, journal: { action: 'procedure-draft.imported', object: `procedure:${items.length === 1 ? (items[0]?.code ?? '') : 'many'}`, facts: { packs: items.length, drafts: items.filter(({ outcome }) => outcome === 'draft').length } } });
  });
}
