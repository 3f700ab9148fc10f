import { type StaffActor } from '../../../kernel/actor.ts';
import { refuseInstallation } from '../../../kernel/installation-standing.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type CommandRecord, runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { inScope, installationScope, type InstallationScope } from '../../../platform/db/installation-scope.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { FIRST_OFFICE_FORM, listFormVersions, publishFormVersion, withdrawFormVersions } from '../../forms/index.ts';
import { type BeginFormRequest, type DiscardFormRequest, type FormDraftDone, type FormVersionDone, type PublishFormRequest, type ReturnFormRequest, type SavedForm, type SaveFormRequest, type WithdrawFormRequest } from '../contract/form-editor-schemas.ts';
import { checkFormDay, decideFormPublication, decideFormWithdrawal, decideReturn } from '../domain/decide-form-publication.ts';
import { emptyForm, isBindable, ownFormCode } from '../domain/empty-form.ts';
import { findOpenEdit, type FormEditRow, insertEdit, insertFormPublication, listOpenEdits, loadEditForUpdate, lockForm, updateEdit } from '../store/form-edits.ts';
import { type FormEditorDeps } from './deps.ts';
import { countStops, examinationView, examineForm, sourceOfVersion, versionInForce } from './examine-form.ts';
import { draftBinding, orClash, versionsBinding } from './form-clash.ts';

/** More than the longest form by far. */
export const MOST_CHARACTERS = 300_000;

/**
 * Runs a change of forms. They belong to the installation: where it serves several communes, whoever speaks for it works on the drafts of all of them;
 * nobody else changes anything. It is asked before, and again in the transaction: a naming may end while the screen is open.
 */
export async function runFormEdit<T>(deps: FormEditorDeps, kind: string, request: { readonly commandId: string }, about: object, actor: StaffActor, context: RequestContext, work: (tx: Tx, scope: InstallationScope) => Promise<Result<CommandRecord<T>>>): Promise<Result<T>> {
  const { now, address } = context;
  const standing = await deps.standingOf(deps.db, actor, now);
  const refused = refuseInstallation(standing, actor, now.getTime());
  if (refused !== undefined) return refuse(refused === 'not-yours' ? 'form-editor.not-yours' : refused);
  const envelope = { communeCode: actor.communeCode, commandId: request.commandId, kind, actor, request: { ...about, ...request }, now, address };
  return inScope(installationScope(standing, actor), (scope) => runCommand<T>(deps.db, envelope, async (tx) => {
    if (!(await deps.standingOf(tx, actor, now)).speaks) return refuse('form-editor.not-yours');
    return work(tx, scope);
  }));
}

/** Begins a draft of a form as it is, of a new form, or of one that begins as a copy. Refuses unreadable codes, unknown forms and a second open draft. */
export function beginForm(deps: FormEditorDeps, request: BeginFormRequest, actor: StaffActor, context: RequestContext): Promise<Result<FormDraftDone>> {
  return runFormEdit(deps, 'begin-form-draft', request, {}, actor, context, async (tx, scope) => {
    const { id, from } = request;
    const today = dateAt(context.now.getTime());
    if (from.kind === 'version') {
      const versions = await listFormVersions(tx, from.code);
      const base = versions.find(({ version }) => version === from.version);
      if (base === undefined) return versions.length === 0 ? refuse('form-editor.unknown-form', { code: from.code }) : refuse('form-editor.unknown-version', { version: from.version });
      return addEdit(tx, scope, { id, code: from.code, basedOn: from.version, content: await sourceOfVersion(tx, from.code, base) }, actor, context);
    }
    const title = from.title.normalize('NFC').trim();
    if (title === '') return refuse('form-editor.title-missing', {}, 'title');
    if (from.procedure !== null && !isBindable(from.procedure)) return refuse('form-editor.procedure-unreadable', {}, 'procedure');
    const code = await freeCode(tx, scope, from.procedure);
    const procedures = from.procedure === null ? [] : [from.procedure];
    if (from.kind === 'new') return addEdit(tx, scope, { id, code, basedOn: null, content: emptyForm(code, procedures, title, today) }, actor, context);
    const versions = await listFormVersions(tx, from.code);
    const base = versionInForce(from.code, versions, today) ?? versions[0];
    if (base === undefined) return refuse('form-editor.unknown-form', { code: from.code });
    const { official, ...copied } = (await sourceOfVersion(tx, from.code, base)) as { readonly official?: object };
    const printed = Object.fromEntries(Object.entries(official ?? {}).filter(([name]) => name !== 'signaturesSource'));
    // Numbers of other forms must not stand on this one; the titles are its own.
    const content = { ...copied, code, procedures, validTo: null, source: 'own', title: { vi: title, en: '' }, official: { ...printed, title: title.toLocaleUpperCase('vi'), number: null, basis: null } };
    return addEdit(tx, scope, { id, code, basedOn: null, content }, actor, context);
  });
}

/** The code of a new form: one that no version has; an open draft under it is gone on with. */
async function freeCode(tx: Tx, scope: InstallationScope, procedure: string | null): Promise<string> {
  const taken = new Set<string>();
  const open = new Set((await listOpenEdits(tx, scope)).map(({ code }) => code));
  for (;;) {
    const code = ownFormCode(procedure, (one) => taken.has(one) || (procedure === null && open.has(one)));
    if ((await listFormVersions(tx, code)).length === 0) return code;
    taken.add(code);
  }
}

/** Adds a draft with some content; used by beginning and by import. */
export async function addEdit(tx: Tx, scope: InstallationScope, edit: { readonly id: string; readonly code: string; readonly basedOn: number | null; readonly content: object }, actor: StaffActor, context: RequestContext, action = 'form-draft.begun'): Promise<Result<CommandRecord<FormDraftDone>>> {
  const { id, code, basedOn, content } = edit;
  await lockForm(tx, code);
  const open = await findOpenEdit(tx, scope, code);
  const added = open === undefined && await insertEdit(tx, { commune_code: actor.communeCode, id, code, based_on: basedOn, content, created_at: context.now, created_by: actor.staffId, created_by_name: actor.fullName });
  if (!added) return refuse('form-editor.draft-exists', { by: open?.changed_by_name ?? '' });
  return ok({ result: { id, code, revision: 1 }, journal: { action, object: `form-draft:${id}`, facts: { code, version: basedOn } } });
}

/** The draft of a change, or why it cannot be changed. */
async function openEdit(tx: Tx, scope: InstallationScope, id: string, revision: number): Promise<Result<FormEditRow>> {
  const edit = await loadEditForUpdate(tx, scope, id);
  if (edit === undefined) return refuse('form-editor.unknown-draft');
  if (edit.state !== 'open') return refuse('form-editor.draft-closed');
  return edit.revision === revision ? ok(edit) : refuse('form-editor.changed-meanwhile', { by: edit.changed_by_name });
}

const byOf = (actor: StaffActor, context: RequestContext) => ({ at: context.now, id: actor.staffId, name: actor.fullName });

/** Saves a draft, sound or not; answers what the checks say now. Refuses whoever looked at an older revision. */
export function saveForm(deps: FormEditorDeps, id: string, request: SaveFormRequest, actor: StaffActor, context: RequestContext): Promise<Result<SavedForm>> {
  return runFormEdit(deps, 'save-form-draft', request, { id }, actor, context, async (tx, scope) => {
    if (JSON.stringify(request.content).length > MOST_CHARACTERS) return refuse('form-editor.too-large', { most: MOST_CHARACTERS });
    const edit = await openEdit(tx, scope, id, request.revision);
    if (!edit.ok) return edit;
    const { code } = edit.value;
    const content = { ...request.content, code };
    const revision = await updateEdit(tx, edit.value, { content }, byOf(actor, context));
    const examined = await examineForm(deps, tx, content, { communeCode: actor.communeCode, code, today: dateAt(context.now.getTime()), versions: await listFormVersions(tx, code) }, context);
    return ok({ result: { id, revision, examination: examinationView(examined, context.locale) }, journal: { action: 'form-draft.saved', object: `form-draft:${id}`, facts: { code, revision } } });
  });
}

/** Throws a draft away; it stays in the history. */
export function discardForm(deps: FormEditorDeps, id: string, request: DiscardFormRequest, actor: StaffActor, context: RequestContext): Promise<Result<FormDraftDone>> {
  return runFormEdit(deps, 'discard-form-draft', request, { id }, actor, context, async (tx, scope) => {
    const edit = await openEdit(tx, scope, id, request.revision);
    if (!edit.ok) return edit;
    const { code } = edit.value;
    const revision = await updateEdit(tx, edit.value, { state: 'discarded' }, byOf(actor, context));
    return ok({ result: { id, code, revision }, journal: { action: 'form-draft.discarded', object: `form-draft:${id}`, facts: { code } } });
  });
}

/**
 * Publishes a draft from a day on: the version, its history, the journal and the message to other parts in one transaction; the forms of this process
 * follow at once. Dossiers keep the version they were declared with; drafts of citizens follow it when they are opened.
 */
export async function publishForm(deps: FormEditorDeps, id: string, request: PublishFormRequest, actor: StaffActor, context: RequestContext): Promise<Result<FormVersionDone>> {
  const done = await orClash(deps, context, 'form-editor.procedure-raced', () => draftBinding(deps, id, actor, context), () => runFormEdit<FormVersionDone>(deps, 'publish-form-draft', request, { id }, actor, context, async (tx, scope) => {
    const edit = await openEdit(tx, scope, id, request.revision);
    if (!edit.ok) return edit;
    const { code, content } = edit.value;
    const today = dateAt(context.now.getTime());
    const day = checkFormDay(today, request.validFrom);
    if (!day.ok) return day;
    const versions = await listFormVersions(tx, code);
    const examined = await examineForm(deps, tx, content as object, { communeCode: actor.communeCode, code, today, versions }, context);
    if (examined.definition === undefined) return refuse('form-editor.not-sound', { faults: examined.faults.length }, 'findings');
    const { validTo } = examined.definition;
    const decided = decideFormPublication({ today, validFrom: request.validFrom, validTo, firstOwn: FIRST_OFFICE_FORM, versions, stops: countStops(examined), differences: examined.differences.length, reason: request.reason });
    if (!decided.ok) return decided;
    const { version, reason } = decided.value;
    const published = { version, validFrom: request.validFrom };
    if (!(await publishFormVersion(tx, { ...examined.definition, ...published }, context.now))) return refuse('form-editor.raced');
    await updateEdit(tx, edit.value, { state: 'published', publishedVersion: version }, byOf(actor, context));
    await insertFormPublication(tx, {
      commune_code: actor.communeCode, id: deps.newId(), code, version, act: 'published', valid_from: request.validFrom, reason, source: { ...examined.content, ...published }, differences: examined.differences,
      at: context.now, by_id: actor.staffId, by_name: actor.fullName,
    });
    return ok({
      result: { code, version },
      journal: { action: 'form.published', object: `form:${code}`, facts: { version, validFrom: request.validFrom, reason, differences: examined.differences.length } },
      outbox: [{ id: deps.newId(), topic: 'FormPublished', payload: { code, version } }],
    });
  }));
  if (done.ok) await deps.forms.refresh();
  return done;
}

/** Takes a version of the office back at once; the one before it applies again, and whoever began with it finishes with it. */
export async function withdrawForm(deps: FormEditorDeps, request: WithdrawFormRequest, actor: StaffActor, context: RequestContext): Promise<Result<FormVersionDone>> {
  const { code, version } = request;
  const done = await orClash(deps, context, 'form-editor.withdrawal-clash', () => versionsBinding(deps, code), () => runFormEdit<FormVersionDone>(deps, 'withdraw-form-version', request, {}, actor, context, async (tx) => {
    const known = (await listFormVersions(tx, code)).find((one) => one.version === version);
    if (known === undefined) return refuse('form-editor.unknown-version', { version });
    const decided = decideFormWithdrawal(known, FIRST_OFFICE_FORM, request.reason);
    if (!decided.ok) return decided;
    await takeBack(deps, tx, code, [version], decided.value.reason, actor, context);
    return ok({
      result: { code, version },
      journal: { action: 'form.withdrawn', object: `form:${code}`, facts: { version, reason: decided.value.reason } },
      outbox: [{ id: deps.newId(), topic: 'FormWithdrawn', payload: { code, version } }],
    });
  }));
  if (done.ok) await deps.forms.refresh();
  return done;
}

/** Goes back to the form of the program: every version of the office that stands is taken back. */
export async function returnToProgram(deps: FormEditorDeps, request: ReturnFormRequest, actor: StaffActor, context: RequestContext): Promise<Result<FormVersionDone>> {
  const { code } = request;
  const done = await orClash(deps, context, 'form-editor.withdrawal-clash', () => versionsBinding(deps, code), () => runFormEdit<FormVersionDone>(deps, 'return-form', request, {}, actor, context, async (tx) => {
    const versions = await listFormVersions(tx, code);
    if (versions.length === 0) return refuse('form-editor.unknown-form', { code });
    const decided = decideReturn(versions, FIRST_OFFICE_FORM, request.reason);
    if (!decided.ok) return decided;
    await takeBack(deps, tx, code, decided.value.versions, decided.value.reason, actor, context);
    const shipped = versionInForce(code, versions.filter(({ version }) => version < FIRST_OFFICE_FORM), dateAt(context.now.getTime()));
    return ok({
      result: { code, version: shipped?.version ?? 0 },
      journal: { action: 'form.returned', object: `form:${code}`, facts: { versions: decided.value.versions.length, reason: decided.value.reason } },
      outbox: [{ id: deps.newId(), topic: 'FormWithdrawn', payload: { code, version: decided.value.versions[0] ?? 0 } }],
    });
  }));
  if (done.ok) await deps.forms.refresh();
  return done;
}

async function takeBack(deps: FormEditorDeps, tx: Tx, code: string, versions: readonly number[], reason: string, actor: StaffActor, context: RequestContext): Promise<void> {
  await withdrawFormVersions(tx, code, versions, context.now);
  for (const version of versions) {
    await insertFormPublication(tx, { commune_code: actor.communeCode, id: deps.newId(), code, version, act: 'withdrawn', valid_from: null, reason, source: null, differences: [], at: context.now, by_id: actor.staffId, by_name: actor.fullName });
  }
}
