import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { inScope, installationScope } from '../../../platform/db/installation-scope.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { FIRST_OFFICE_FORM, listFormVersions, sharedParts } from '../../forms/index.ts';
import { type FormDraftResponse, type FormResponse, type FormsResponse } from '../contract/form-editor-schemas.ts';
import { valueAtPath } from '../domain/place-of-fault.ts';
import { findEdit, findOpenEdit, type FormEditRow, listFormPublications, listOpenEdits } from '../store/form-edits.ts';
import { type FormEditorDeps } from './deps.ts';
import { examinationView, examineForm, versionInForce } from './examine-form.ts';

const MOST_LINES = 80;

const textAt = (content: unknown, at: string): string => {
  const value = valueAtPath(content, at);
  return typeof value === 'string' ? value : '';
};
const listAt = (content: unknown, at: string): readonly string[] => {
  const value = valueAtPath(content, at);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};

/** The forms of today that a few words mean, with the procedures that they belong to; drafts of new ones first. */
export async function formsView(deps: FormEditorDeps, question: string, actor: StaffActor, context: RequestContext): Promise<FormsResponse> {
  const today = dateAt(context.now.getTime());
  const procedures = deps.procedures(actor.communeCode, today);
  const names = new Map(procedures.map(({ code, name }) => [code, name]));
  const named = (codes: readonly string[]) => codes.map((code) => ({ code, name: names.get(code) ?? '' }));
  const standing = await deps.standingOf(deps.db, actor, context.now);
  const edits = await inScope(installationScope(standing, actor), (scope) => listOpenEdits(deps.db, scope));
  const known = deps.forms.all(today);
  const fresh = edits.filter(({ code }) => !known.some((form) => form.code === code)).map(({ code, id, content }) => ({
    code, title: textAt(content, 'title.vi'), number: null, procedures: named(listAt(content, 'procedures')), version: 0, own: true, planned: null, draftId: id,
  }));
  const lines = known.map((form) => {
    const edit = edits.find(({ code }) => code === form.code);
    // Procedures that only its draft names belong to it too: that is how one finds the draft.
    const drafted = listAt(edit?.content, 'procedures').filter((one) => !form.procedures.includes(one));
    return {
      code: form.code, title: form.title[context.locale], number: form.official.number, procedures: named([...form.procedures, ...drafted]), version: form.version, own: form.version >= FIRST_OFFICE_FORM,
      planned: form.validFrom > today ? form.validFrom : null, draftId: edit?.id ?? null,
    };
  });
  const words = foldForSearch(question).split(' ').filter((word) => word !== '');
  const found = [...fresh, ...lines].filter((line) => {
    const text = foldForSearch(`${line.code} ${line.title} ${line.number ?? ''} ${line.procedures.map(({ code, name }) => `${code} ${name}`).join(' ')}`);
    return words.every((word) => text.includes(word));
  }).sort((one, other) => Number(other.draftId !== null) - Number(one.draftId !== null) || Number(other.own) - Number(one.own) || one.title.localeCompare(other.title, 'vi'));
  return { mayEdit: standing.speaks, communes: standing.communes, deciders: [...standing.deciders], today, total: found.length, items: found.slice(0, MOST_LINES), procedures: procedures.map(({ code, name }) => ({ code, name })) };
}

/** One form with its versions and what was published when, why and by whom. */
export async function formView(deps: FormEditorDeps, code: string, actor: StaffActor, context: RequestContext): Promise<Result<FormResponse>> {
  const today = dateAt(context.now.getTime());
  const standing = await deps.standingOf(deps.db, actor, context.now);
  const [versions, edit, publications] = await Promise.all([
    listFormVersions(deps.db, code), inScope(installationScope(standing, actor), (scope) => findOpenEdit(deps.db, scope, code)),
    // Who published what is for all who work with it, in whichever commune the account is.
    inScope(standing.communes > 1 ? null : actor.communeCode, (scope) => listFormPublications(deps.db, scope, code)),
  ]);
  if (versions.length === 0 && edit === undefined) return refuse('form-editor.unknown-form', { code });
  const inForce = versionInForce(code, versions, today);
  const shown = (inForce ?? versions.find(({ withdrawn }) => !withdrawn) ?? versions[0])?.content ?? edit?.content;
  const names = new Map(deps.procedures(actor.communeCode, today).map((one) => [one.code, one.name]));
  return ok({
    code, title: textAt(shown, `title.${context.locale}`) || textAt(shown, 'title.vi') || code, mayEdit: standing.speaks, communes: standing.communes, deciders: [...standing.deciders], today, draftId: edit?.id ?? null,
    shipped: versions.some(({ version }) => version < FIRST_OFFICE_FORM),
    procedures: listAt(shown, 'procedures').map((one) => ({ code: one, name: names.get(one) ?? '' })),
    versions: versions.map(({ version, validFrom, validTo, withdrawn }) => ({ version, validFrom, validTo, withdrawn, own: version >= FIRST_OFFICE_FORM, inForce: version === inForce?.version })),
    publications: publications.map((row) => ({ version: row.version, act: row.act, validFrom: row.valid_from, reason: row.reason, at: row.at.toISOString(), by: row.by_name, differences: (row.differences as readonly unknown[]).length })),
  });
}

/** A draft with what the checks say and what its definition may name. */
export async function formDraftView(deps: FormEditorDeps, id: string, actor: StaffActor, context: RequestContext): Promise<Result<FormDraftResponse>> {
  const { communes } = await deps.standingOf(deps.db, actor, context.now);
  const edit = await findEditFor(deps, id, actor, context);
  if (edit === undefined) return refuse('form-editor.unknown-draft');
  const today = dateAt(context.now.getTime());
  const { code, content } = edit;
  const examined = await examineForm(deps, deps.db, content as object, { communeCode: actor.communeCode, code, today, versions: await listFormVersions(deps.db, code) }, context);
  const procedures = deps.procedures(actor.communeCode, today);
  const bound = new Set(listAt(content, 'procedures'));
  return ok({
    id, code, state: edit.state, revision: edit.revision, changedAt: edit.changed_at.toISOString(), changedBy: edit.changed_by_name, basedOn: edit.based_on, communes, content: content as Record<string, unknown>,
    examination: examinationView(examined, context.locale),
    known: {
      ...knownParts(),
      procedures: procedures.map((one) => ({ code: one.code, name: one.name })),
      papers: [...new Map(procedures.filter((one) => bound.has(one.code)).flatMap(({ papers }) => papers.map((paper) => [paper.id, paper] as const))).values()],
    },
  });
}

/** A draft that somebody may look at: of the own commune, or of any for whoever speaks for the whole installation. */
export async function findEditFor(deps: FormEditorDeps, id: string, actor: StaffActor, context: RequestContext): Promise<FormEditRow | undefined> {
  return inScope(installationScope(await deps.standingOf(deps.db, actor, context.now), actor), (scope) => findEdit(deps.db, scope, id));
}

/** What a definition may name instead of writing it out. */
function knownParts(): Pick<FormDraftResponse['known'], 'parts' | 'lists'> {
  const { lists, persons } = sharedParts();
  const capital = (text: string) => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}`;
  const plain = (words: unknown) => ({ vi: capital(textAt(words, 'vi').replaceAll(/\s*(?:của )?\{[Oo]f\}/gu, '')), en: capital(textAt(words, 'en').replaceAll(/\{[Oo]f\}\s*/gu, '')) });
  return {
    parts: Object.entries(persons).map(([part, templates]) => {
      const fields = templates.map((template) => ({ end: template.end, kind: textAt(template, 'kind'), label: plain(template['label']), list: textAt(template, 'list') || null }));
      return { part, label: fields[0]?.label ?? { vi: part, en: part }, fields };
    }),
    lists: Object.entries(lists).map(([list, options]) => ({ list, options: options.map(({ value, label }) => ({ value, label: { vi: label.vi, en: label.en } })) })),
  };
}
