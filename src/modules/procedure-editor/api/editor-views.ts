import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { refuse, ok, type Result } from '../../../kernel/result.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { FIRST_OFFICE_VERSION, listVersions } from '../../procedures/index.ts';
import { type DraftResponse, type ProcedureResponse, type ProceduresResponse } from '../contract/editor-schemas.ts';
import { type DraftRow, findDraft, findOpenDraft, listOpenDrafts, listPublications } from '../store/drafts.ts';
import { type ProcedureEditorDeps } from './deps.ts';
import { inScope, installationScope } from '../../../platform/db/installation-scope.ts';
import { examinationView, examineDraft } from './examine-draft.ts';

const MOST_LINES = 60;

/** The procedures of today that a few words mean, drafts of new ones first. */
export async function proceduresView(deps: ProcedureEditorDeps, question: string, actor: StaffActor, context: RequestContext): Promise<ProceduresResponse> {
  const today = dateAt(context.now.getTime());
  const { communeCode } = actor;
  const standing = await deps.standingOf(deps.db, actor, context.now);
  const drafts = await inScope(installationScope(standing, actor), (scope) => listOpenDrafts(deps.db, scope));
  const words = foldForSearch(question).split(' ').filter((word) => word !== '');
  const known = deps.catalogue.allForStaff(communeCode, today);
  const fresh = [...drafts].filter(([code]) => !known.some(({ pack }) => pack.code === code)).map(([code, id]) => ({ code, name: '', field: '', version: 0, own: true, hidden: false, draftId: id }));
  const lines = known.map(({ pack }) => ({ line: { code: pack.code, name: pack.everyday?.name.vi ?? pack.name, field: pack.field, version: pack.version, own: pack.version >= FIRST_OFFICE_VERSION, hidden: pack.audience.kind === 'hidden', draftId: drafts.get(pack.code) ?? null }, curated: pack.everyday !== null, text: foldForSearch(`${pack.code} ${pack.name} ${pack.everyday?.name.vi ?? ''} ${pack.field}`) }));
  const found = lines.filter(({ text }) => words.every((word) => text.includes(word))).sort((one, other) => Number(other.line.draftId !== null) - Number(one.line.draftId !== null) || Number(other.line.own) - Number(one.line.own) || Number(other.curated) - Number(one.curated) || (one.line.code < other.line.code ? -1 : 1));
  const items = [...fresh, ...found.map(({ line }) => line)];
  return { mayEdit: standing.speaks, communes: standing.communes, deciders: [...standing.deciders], today, total: items.length, items: items.slice(0, MOST_LINES) };
}

/** One procedure with its versions and what was published when, why and by whom. */
export async function procedureView(deps: ProcedureEditorDeps, code: string, actor: StaffActor, context: RequestContext): Promise<Result<ProcedureResponse>> {
  const today = dateAt(context.now.getTime());
  const { communeCode } = actor;
  const standing = await deps.standingOf(deps.db, actor, context.now);
  const [versions, draft, publications] = await Promise.all([
    listVersions(deps.db, code), inScope(installationScope(standing, actor), (scope) => findOpenDraft(deps.db, scope, code)),
    // Who published what is for all who work with it, in whichever commune the account is.
    inScope(standing.communes > 1 ? null : communeCode, (scope) => listPublications(deps.db, scope, code)),
  ]);
  if (versions.length === 0 && draft === undefined) return refuse('procedure-editor.unknown-procedure', { code });
  const inForce = deps.catalogue.findForStaff(communeCode, code, today)?.pack;
  const newest = (versions[0]?.pack as { readonly name?: string } | undefined)?.name;
  return ok({
    code, name: inForce?.name ?? newest ?? code, mayEdit: standing.speaks, communes: standing.communes, deciders: [...standing.deciders], today, draftId: draft?.id ?? null,
    versions: versions.map(({ version, validFrom, validTo, withdrawn }) => ({ version, validFrom, validTo, withdrawn, own: version >= FIRST_OFFICE_VERSION, inForce: version === inForce?.version })),
    publications: publications.map((row) => ({ version: row.version, act: row.act, validFrom: row.valid_from, reason: row.reason, at: row.at.toISOString(), by: row.by_name, differences: (row.differences as readonly unknown[]).length })),
  });
}

/** A draft with what the checks say. */
export async function draftView(deps: ProcedureEditorDeps, id: string, actor: StaffActor, context: RequestContext): Promise<Result<DraftResponse>> {
  const { communes } = await deps.standingOf(deps.db, actor, context.now);
  const draft = await findDraftFor(deps, id, actor, context);
  if (draft === undefined) return refuse('procedure-editor.unknown-draft');
  const examined = await examineDraft(deps, draft.content as object, { communeCode: actor.communeCode, code: draft.code, today: dateAt(context.now.getTime()), versions: await listVersions(deps.db, draft.code) });
  return ok({ ...draftFacts(draft), communes, examination: examinationView(examined, context.locale) });
}

/** A draft that somebody may look at: of the own commune, or of any for whoever speaks for the whole installation. */
export async function findDraftFor(deps: ProcedureEditorDeps, id: string, actor: StaffActor, context: RequestContext): Promise<DraftRow | undefined> {
  return inScope(installationScope(await deps.standingOf(deps.db, actor, context.now), actor), (scope) => findDraft(deps.db, scope, id));
}

function draftFacts(draft: DraftRow): Omit<DraftResponse, 'examination' | 'communes'> {
  return { id: draft.id, code: draft.code, state: draft.state, revision: draft.revision, changedAt: draft.changed_at.toISOString(), changedBy: draft.changed_by_name, basedOn: draft.based_on, content: draft.content as Record<string, unknown> };
}
