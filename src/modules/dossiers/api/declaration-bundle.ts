import { type Result } from '../../../kernel/result.ts';
import { addKeptFiles, type BundlePath, type BundleState, bundleByToken, bundleState, bundleToken, openBundle, prepareBundle, type ReadyBundle, type SlotPlan, type UploadsDeps } from '../../uploads/index.ts';
import { type DeclarationEntries } from '../ui/public/declaration-entries.ts';
import { bindPages } from './bind-pages.ts';
import { type DeclarationIds } from './declaration-ids.ts';
import { type DossierProcedure, type DossiersDeps } from './deps.ts';
import { type DeclaredFile } from './kept-file-reference.ts';
import { isSent } from './paper-plan.ts';

/** What comes back to the form with the papers: what was typed, and the command that it will be sent with. */
interface Memo {
  readonly procedureCode: string;
  readonly commandId: string;
  readonly entries: DeclarationEntries;
}

/** The papers of a declaration that is being made, with what was typed before. */
export interface DeclarationBundle {
  readonly state: BundleState;
  readonly commandId: string;
  readonly entries: DeclarationEntries;
}

/** In the address of the form: the bundle that comes back to it. */
export const BUNDLE_PARAMETER = 'giay-to';

function slotsOf(procedure: DossierProcedure): readonly SlotPlan[] {
  // Nothing of it is forced: what is not sent is brought to the office.
  return procedure.papers.filter(isSent).map((paper) => ({
    id: paper.id, name: paper.name, help: paper.help, onlyWhen: paper.onlyWhen?.label ?? null, anyOf: paper.anyOf, required: paper.onlyWhen === null && paper.handling !== 'form',
  }));
}

/**
 * Keeps what was typed and the files that came with it, and answers where papers are added one by one. The bundle has the id of the dossier to
 * come, which only the sealed form knows. Refuses `uploads.taken` when the declaration was sent already.
 */
export async function openDeclarationBundle(
  deps: DossiersDeps,
  { communeCode, procedure, path }: { readonly communeCode: string; readonly procedure: DossierProcedure; readonly path: string },
  ids: DeclarationIds,
  entries: DeclarationEntries,
  files: readonly DeclaredFile[],
  now: Date,
): Promise<Result<BundlePath>> {
  const memo: Memo = { procedureCode: procedure.code, commandId: ids.commandId, entries };
  const returnPath = `${path}?${BUNDLE_PARAMETER}=${bundleToken(deps.links, ids.dossierId)}`;
  const opened = await deps.db.transaction().execute((tx) =>
    openBundle(tx, deps.links, { communeCode, id: ids.dossierId, title: procedure.name, returnPath, slots: slotsOf(procedure), memo }, now),
  );
  if (!opened.ok || files.length === 0) return opened;
  const added = await addKeptFiles(deps, communeCode, ids.dossierId, files.map(({ paperId, sha256, fileName }) => ({ slotId: paperId, sha256, fileName })), now);
  return added.ok ? opened : added;
}

/** The papers that come back to the form of a procedure by their link; undefined for a link that is not theirs. */
export async function findReturned(deps: DossiersDeps, communeCode: string, procedureCode: string, token: string, now: Date): Promise<DeclarationBundle | undefined> {
  return readMemo(await bundleByToken(deps, communeCode, token, now), procedureCode);
}

/** The papers of the form with these ids; undefined while none were sent one by one, `taken` when they went with its declaration. */
export async function findDeclarationBundle(deps: DossiersDeps, communeCode: string, procedureCode: string, ids: DeclarationIds, now: Date): Promise<DeclarationBundle | 'taken' | undefined> {
  const state = await bundleState(deps, communeCode, ids.dossierId, now);
  return state?.phase === 'taken' ? 'taken' : readMemo(state, procedureCode);
}

function readMemo(state: BundleState | undefined, procedureCode: string): DeclarationBundle | undefined {
  // Taken with the declaration: what was typed is in the dossier now.
  const memo = state?.memo as Memo | null | undefined;
  return state === undefined || memo == null || memo.procedureCode !== procedureCode ? undefined : { state, commandId: memo.commandId, entries: memo.entries };
}

/** Looks whether every file is here whole and binds the pages of each paper. Papers that are missing are brought to the office. */
export function prepareDeclarationBundle(deps: DossiersDeps, communeCode: string, id: string, now: Date): Promise<Result<ReadyBundle>> {
  const bind: Pick<UploadsDeps, 'bindPages'> = { bindPages: (code, { fileName, pages }, at) => bindPages(deps, code, { fileName, pages: [...pages] }, at) };
  return prepareBundle({ ...deps, ...bind }, communeCode, id, now, { allowMissing: true });
}
