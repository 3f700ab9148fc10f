import { createHash } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type InstallationScope } from '../../../platform/db/installation-scope.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { listVersions } from '../../procedures/index.ts';
import { type ImportRequest, type ImportResponse } from '../contract/editor-schemas.ts';
import { PACK_FILE_FORMAT, PACK_FILE_VERSION, type PackFile } from '../contract/pack-file.ts';
import { isProcedureCode } from '../domain/empty-pack.ts';
import { findOpenDraft, insertDraft, lockProcedure } from '../store/drafts.ts';
import { runEdit } from './change-draft.ts';
import { type ProcedureEditorDeps } from './deps.ts';
import { examineDraft } from './examine-draft.ts';

function checksum(packs: readonly object[]): string {
  return createHash('sha256').update(JSON.stringify(packs)).digest('hex');
}

/** The text of a file with procedures, and with the forms that go along. */
export function writePackFile(packs: readonly object[], forms: readonly object[] | undefined): string {
  const file: PackFile = { format: PACK_FILE_FORMAT, formatVersion: PACK_FILE_VERSION, sha256: checksum(packs), packs, ...(forms === undefined ? {} : { forms }) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * Makes a draft of every pack of a file and of every form beside them, sound or not, so that what is wrong is mended on the screen; nothing is published. A procedure
 * that has a draft open keeps it, and a pack without a readable code is named and left out. Refuses a file of a newer program and one whose checksum does not fit.
 */
export async function importPacks(deps: ProcedureEditorDeps, request: ImportRequest, actor: StaffActor, context: RequestContext): Promise<Result<ImportResponse>> {
  const { packs, forms = [], formatVersion, sha256 } = request;
  return runEdit<ImportResponse>(deps, 'import-procedure-packs', request, {}, actor, context, async (tx, scope) => {
    if (formatVersion !== undefined && formatVersion > PACK_FILE_VERSION) return refuse('procedure-editor.import-newer', { found: formatVersion, known: PACK_FILE_VERSION });
    if (sha256 !== undefined && sha256 !== checksum(packs)) return refuse('procedure-editor.import-damaged');
    const items: ImportResponse['items'] = [];
    for (const content of packs) items.push(await importPack(deps, tx, scope, content, actor, context));
    const codes = items.flatMap(({ code, outcome }) => (outcome === 'unreadable' ? [] : [code]));
    const made = await deps.importForms(forms, codes, { tx, scope, actor, context });
    const drafts = (all: readonly { readonly outcome: string }[]): number => all.filter(({ outcome }) => outcome === 'draft').length;
    return ok({
      result: { items, forms: made.map((one) => ({ ...one, procedures: [...one.procedures], places: [...one.places] })) },
      journal: { action: 'procedure-draft.imported', object: `procedure:${items.length === 1 ? (items[0]?.code ?? '') : 'many'}`, facts: { packs: items.length, drafts: drafts(items), forms: made.length, formDrafts: drafts(made) } },
    });
  });
}

async function importPack(deps: ProcedureEditorDeps, tx: Tx, scope: InstallationScope, content: Readonly<Record<string, unknown>>, actor: StaffActor, context: RequestContext): Promise<ImportResponse['items'][number]> {
  const { communeCode } = actor;
  const code = typeof content['code'] === 'string' ? content['code'] : '';
  const name = typeof content['name'] === 'string' ? content['name'] : '';
  if (!isProcedureCode(code)) return { code, name, outcome: 'unreadable', draftId: null, places: [] };
  const versions = await listVersions(tx, code);
  const id = deps.newId();
  await lockProcedure(tx, code);
  const open = await findOpenDraft(tx, scope, code);
  const added = open === undefined && await insertDraft(tx, { commune_code: communeCode, id, code, based_on: versions[0]?.version ?? null, content, created_at: context.now, created_by: actor.staffId, created_by_name: actor.fullName });
  if (!added) return { code, name, outcome: 'draft-open-already', draftId: open?.id ?? null, places: [] };
  const { faults } = await examineDraft(deps, content, { communeCode, code, today: dateAt(context.now.getTime()), versions });
  return { code, name, outcome: 'draft', draftId: id, places: faults.map(({ field, words }) => ({ field, words: words[context.locale] })) };
}
