import { createHash } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { refuseInstallation } from '../../../kernel/installation-standing.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CommandRecord, runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { FIRST_OFFICE_VERSION, listVersions, publishVersion, withdrawVersion } from '../../procedures/index.ts';
import { type BeginDraftRequest, type DiscardDraftRequest, type DraftDone, type PublishDraftRequest, type SaveDraftRequest, type SavedDraft, type VersionDone, type WithdrawVersionRequest } from '../contract/editor-schemas.ts';
import { checkFirstDay, decidePublication, decideWithdrawal } from '../domain/decide-publication.ts';
import { emptyPack, isProcedureCode } from '../domain/empty-pack.ts';
import { type DraftRow, findOpenDraft, insertDraft, insertPublication, loadDraftForUpdate, lockProcedure, updateDraft } from '../store/drafts.ts';
import { inScope, installationScope, type InstallationScope } from '../../../platform/db/installation-scope.ts';
import { type ProcedureEditorDeps } from './deps.ts';
import { examinationView, examineDraft } from './examine-draft.ts';

/** More than the largest pack by far. */
const MOST_CHARACTERS = 300_000;

/**
 * Runs a change of procedures. They belong to the installation: where it serves several communes, whoever speaks for it works on the drafts of all
 * of them; nobody else changes anything. It is asked before, and again in the transaction: a naming may end while the screen is open.
 */
export async function runEdit<T>(deps: ProcedureEditorDeps, kind: string, request: { readonly commandId: string }, about: object, actor: StaffActor, context: RequestContext, work: (tx: Tx, scope: InstallationScope) => Promise<Result<CommandRecord<T>>>): Promise<Result<T>> {
  const { now, address } = context;
  const standing = await deps.standingOf(deps.db, actor, now);
  const refused = refuseInstallation(standing, actor, now.getTime());
  if (refused !== undefined) return refuse(refused === 'not-yours' ? 'procedure-editor.not-yours' : refused);
  const envelope = { communeCode: actor.communeCode, commandId: request.commandId, kind, actor, request: { ...about, ...request }, now, address };
  return inScope(installationScope(standing, actor), (scope) => runCommand<T>(deps.db, envelope, async (tx) => {
    if (!(await deps.standingOf(tx, actor, now)).speaks) return refuse('procedure-editor.not-yours');
    return work(tx, scope);
  }));
}

/** Begins a draft from a version, or an empty one under a code that is free. Refuses unreadable and taken codes, unknown versions, and a second open draft. */
export function beginDraft(deps: ProcedureEditorDeps, request: BeginDraftRequest, actor: StaffActor, context: RequestContext): Promise<Result<DraftDone>> {
  return runEdit(deps, 'begin-procedure-draft', request, {}, actor, context, async (tx, scope) => {
    const { id, code, version } = request;
    const versions = await listVersions(tx, code);
    if (version === null && !isProcedureCode(code)) return refuse('procedure-editor.code-unreadable', {}, 'code');
    if (version === null && versions.length > 0) return refuse('procedure-editor.code-taken', { code }, 'code');
    const base = versions.find((one) => one.version === version);
    if (version !== null && base === undefined) return versions.length === 0 ? refuse('procedure-editor.unknown-procedure', { code }) : refuse('procedure-editor.unknown-version', { version });
    const content = (base?.pack as object | undefined) ?? emptyPack(code, dateAt(context.now.getTime()));
    return addDraft(tx, scope, { id, code, basedOn: version, content }, actor, context);
  });
}

/** Adds a draft with some content; used by beginning and by import. */
async function addDraft(tx: Tx, scope: InstallationScope, draft: { readonly id: string; readonly code: string; readonly basedOn: number | null; readonly content: object }, actor: StaffActor, context: RequestContext): Promise<Result<CommandRecord<DraftDone>>> {
  const { id, code, basedOn, content } = draft;
  await lockProcedure(tx, code);
  const other = await findOpenDraft(tx, scope, code);
  if (other !== undefined) return refuse('procedure-editor.draft-exists', { by: other.changed_by_name });
  const added = await insertDraft(tx, { commune_code: actor.communeCode, id, code, based_on: basedOn, content, created_at: context.now, created_by: actor.staffId, created_by_name: actor.fullName });
  if (!added) return refuse('procedure-editor.draft-exists', { by: '' });
  return ok({ result: { id, revision: 1 }, journal: { action: 'procedure-draft.begun', object: `procedure-draft:${id}`, facts: { code, version: basedOn } } });
}

/** The draft of a change, or why it cannot be changed. */
async function openDraft(tx: Tx, scope: InstallationScope, id: string, revision: number): Promise<Result<DraftRow>> {
  const draft = await loadDraftForUpdate(tx, scope, id);
  if (draft === undefined) return refuse('procedure-editor.unknown-draft');
  if (draft.state !== 'open') return refuse('procedure-editor.draft-closed');
  return draft.revision === revision ? ok(draft) : refuse('procedure-editor.changed-meanwhile', { by: draft.changed_by_name });
}

const byOf = (actor: StaffActor, context: RequestContext) => ({ at: context.now, id: actor.staffId, name: actor.fullName });

/** Saves a draft, sound or not; answers what the checks say now. Refuses whoever looked at an older revision. */
export function saveDraft(deps: ProcedureEditorDeps, id: string, request: SaveDraftRequest, actor: StaffActor, context: RequestContext): Promise<Result<SavedDraft>> {
  return runEdit(deps, 'save-procedure-draft', request, { id }, actor, context, async (tx, scope) => {
    if (JSON.stringify(request.content).length > MOST_CHARACTERS) return refuse('procedure-editor.too-large', { most: MOST_CHARACTERS });
    const draft = await openDraft(tx, scope, id, request.revision);
    if (!draft.ok) return draft;
    const { code } = draft.value;
    const content = { ...request.content, code };
    const revision = await updateDraft(tx, draft.value, { content }, byOf(actor, context));
    const examined = await examineDraft(deps, content, { communeCode: actor.communeCode, code, today: dateAt(context.now.getTime()), versions: await listVersions(tx, code) });
    return ok({ result: { id, revision, examination: examinationView(examined, context.locale) }, journal: { action: 'procedure-draft.saved', object: `procedure-draft:${id}`, facts: { code, revision } } });
  });
}

/** Throws a draft away; it stays in the history. */
export function discardDraft(deps: ProcedureEditorDeps, id: string, request: DiscardDraftRequest, actor: StaffActor, context: RequestContext): Promise<Result<DraftDone>> {
  return runEdit(deps, 'discard-procedure-draft', request, { id }, actor, context, async (tx, scope) => {
    const draft = await openDraft(tx, scope, id, request.revision);
    if (!draft.ok) return draft;
    const revision = await updateDraft(tx, draft.value, { state: 'discarded' }, byOf(actor, context));
    return ok({ result: { id, revision }, journal: { action: 'procedure-draft.discarded', object: `procedure-draft:${id}`, facts: { code: draft.value.code } } });
  });
}

/**
 * Publishes a draft from a day on: the version, its history, the journal and the message to other parts in one transaction; the catalogue of this
 * process follows at once. Dossiers keep the version they were received with.
 */
export async function publishDraft(deps: ProcedureEditorDeps, id: string, request: PublishDraftRequest, actor: StaffActor, context: RequestContext): Promise<Result<VersionDone>> {
  const done = await runEdit<VersionDone>(deps, 'publish-procedure-draft', request, { id }, actor, context, async (tx, scope) => {
    const draft = await openDraft(tx, scope, id, request.revision);
    if (!draft.ok) return draft;
    const { code, content } = draft.value;
    const today = dateAt(context.now.getTime());
    const day = checkFirstDay(today, request.validFrom);
    if (!day.ok) return day;
    const versions = await listVersions(tx, code);
    const planned = { ...(content as object), validFrom: request.validFrom };
    const examined = await examineDraft(deps, planned, { communeCode: actor.communeCode, code, today, versions });
    if (examined.pack === undefined) return refuse('procedure-editor.not-sound', { faults: examined.faults.length }, 'findings');
    const decided = decidePublication({ today, validFrom: request.validFrom, firstOwn: FIRST_OFFICE_VERSION, versions, findings: examined.findings, differences: examined.differences.length, reason: request.reason });
    if (!decided.ok) return decided;
    const { version, reason } = decided.value;
    const pack = { ...examined.pack, version, validFrom: request.validFrom };
    if (!(await publishVersion(tx, pack, createHash('sha256').update(JSON.stringify(pack)).digest('hex'), context.now))) return refuse('procedure-editor.raced');
    await updateDraft(tx, draft.value, { state: 'published', publishedVersion: version }, byOf(actor, context));
    await insertPublication(tx, {
      commune_code: actor.communeCode, id: deps.newId(), code, version, act: 'published', valid_from: request.validFrom, reason, differences: examined.differences,
      at: context.now, by_id: actor.staffId, by_name: actor.fullName,
    });
    return ok({
      result: { code, version },
      journal: { action: 'procedure.published', object: `procedure:${code}`, facts: { version, validFrom: request.validFrom, reason, differences: examined.differences.length } },
      outbox: [{ id: deps.newId(), topic: 'ProcedurePublished', payload: { code, version } }],
    });
  });
  if (done.ok) await deps.catalogue.refresh();
  return done;
}

/** Takes a version of the office back at once; the one before it applies again. */
export async function withdrawPublished(deps: ProcedureEditorDeps, request: WithdrawVersionRequest, actor: StaffActor, context: RequestContext): Promise<Result<VersionDone>> {
  const { code, version } = request;
  const done = await runEdit<VersionDone>(deps, 'withdraw-procedure-version', request, {}, actor, context, async (tx) => {
    const known = (await listVersions(tx, code)).find((one) => one.version === version);
    if (known === undefined) return refuse('procedure-editor.unknown-version', { version });
    const decided = decideWithdrawal(known, FIRST_OFFICE_VERSION, request.reason);
    if (!decided.ok) return decided;
    await withdrawVersion(tx, code, version, context.now);
    await insertPublication(tx, { commune_code: actor.communeCode, id: deps.newId(), code, version, act: 'withdrawn', valid_from: null, reason: decided.value.reason, differences: [], at: context.now, by_id: actor.staffId, by_name: actor.fullName });
    return ok({
      result: { code, version },
      journal: { action: 'procedure.withdrawn', object: `procedure:${code}`, facts: { version, reason: decided.value.reason } },
      outbox: [{ id: deps.newId(), topic: 'ProcedureWithdrawn', payload: { code, version } }],
    });
  });
  if (done.ok) await deps.catalogue.refresh();
  return done;
}
