import { type RequestContext } from '../../../platform/http/route.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { findDraftByTokenHash, findDraftIdOf } from '../store/form-drafts.ts';
import { type FactSource } from '../domain/carry-facts.ts';
import { type ReviewGroup, type ReviewPapers } from '../ui/public/review-page.tsx';
import { type DraftContent, type FormPagesDeps } from './deps.ts';
import { findStart } from './draft-routes.tsx';
import { FORM_PATHS } from './form-paths.ts';
import { draftToken, judgeDraft, type OpenDraft, papersOf } from './open-draft.tsx';
import { draftContent, reviewGroups } from './review-routes.tsx';
import { startDraft } from './start-draft.ts';

/** A draft as it is read again before it is sent. */
export interface DraftReading {
  readonly title: string;
  readonly groups: readonly ReviewGroup[];
  readonly papers: ReviewPapers;
  readonly content: DraftContent;
  /** How many places are still to be corrected. */
  readonly faults: number;
}

/** What a draft says now, in the reader's language, and what tells it from any other content. */
export async function readDraft(deps: FormPagesDeps, open: OpenDraft, locale: Locale, now: Date): Promise<DraftReading> {
  const judgement = judgeDraft(open, open.draft.answers, now);
  const { definition } = open.form;
  return {
    title: definition.title[locale],
    groups: reviewGroups(definition, judgement, open.draft.answers, locale, () => undefined),
    papers: await deps.papers.view(papersOf(open, now), locale, now),
    content: await draftContent(deps, open, judgement),
    faults: judgement.faults.length,
  };
}

/** The secret of the draft that will be a dossier; undefined when there is none. */
export async function tokenOfDraft(deps: Pick<FormPagesDeps, 'db' | 'links'>, communeCode: string, dossierId: string): Promise<string | undefined> {
  const id = await findDraftIdOf(deps.db, communeCode, dossierId);
  return id === undefined ? undefined : draftToken(deps, id);
}

/** Begins a draft for somebody, with what was declared before; undefined when the procedure has no form today. The same id twice begins one draft. */
export async function beginDraft(deps: FormPagesDeps, procedureCode: string, id: string, context: Pick<RequestContext, 'now'> & Partial<Pick<RequestContext, 'actor'>>, sources: readonly FactSource[] = []): Promise<{ readonly communeCode: string; readonly dossierId: string; readonly token: string; readonly path: string } | undefined> {
  const setting = await findStart(deps, procedureCode, context.now);
  if (setting === undefined) return undefined;
  const { communeCode, form } = setting;
  const begun = await startDraft(deps, { communeCode, procedureCode, form, id, sources }, { actor: context.actor?.kind === 'citizen' ? context.actor : { kind: 'anonymous' }, now: context.now });
  const draft = await findDraftByTokenHash(deps.db, deps.links.hash(begun));
  if (draft === undefined) throw new Error('a draft that was just begun is not there');
  return { communeCode, dossierId: draft.dossier_id, token: begun, path: FORM_PATHS.draft(begun) };
}
