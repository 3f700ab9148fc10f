import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type Answer, type Answers } from '../domain/answers.ts';
import { carryFacts, type FactSource, joinGiven } from '../domain/carry-facts.ts';
import { type CompiledForm, type FormJudgement } from '../domain/compile-form.ts';
import { type DifferingFact, differingFacts } from '../domain/differing-facts.ts';
import { DRAFT_WAITS_MS, draftPhase } from '../domain/draft-phase.ts';
import { openingDigits } from '../domain/resume-code.ts';
import { findAnswers } from '../store/form-answers.ts';
import { deleteDraft, findDraft, loadDraftForUpdate, saveDraft } from '../store/form-drafts.ts';
import { type FormPagesDeps } from './deps.ts';
import { FORM_PATHS } from './form-paths.ts';
import { draftToken } from './open-draft.tsx';
import { wholeForm } from './whole-form.ts';

/** A declaration as another one of the same matter sees it. */
export type Told =
  /** Nothing was begun, or it was deleted, or its time is over. */
  | { readonly state: 'none' }
  | {
      /** `open`: still to be changed by its person. `sent`: at the office as it was agreed to, corrections included. */
      readonly state: 'open' | 'sent';
      readonly form: CompiledForm;
      readonly judged: Pick<FormJudgement, 'answers' | 'fields'>;
      /** When it was saved or agreed to last. */
      readonly day: LocalDate;
      /** Counts up with every saving; 0 once it was sent. */
      readonly version: number;
      /** Where it is gone on with; undefined once it was sent. */
      readonly path: string | undefined;
    };

type TellDeps = Pick<FormPagesDeps, 'db' | 'forms' | 'links'>;

/** What a declaration of a commune says now, by the ids of its draft and of its dossier. An answer that its form does not take is none. */
export async function toldBefore(deps: TellDeps, key: { readonly communeCode: string; readonly draftId: string; readonly dossierId: string | null }, now: Date): Promise<Told> {
  const context = { today: dateAt(now.getTime()), placesLookedUp: true };
  const draft = await findDraft(deps.db, { commune_code: key.communeCode, id: key.draftId });
  if (draft !== undefined && draftPhase(draft, now) === 'open') {
    const version = deps.forms.version(draft.form_code, draft.form_version);
    if (version === undefined) return { state: 'none' };
    const form = wholeForm(version);
    return { state: 'open', form, judged: form.judge(draft.answers, context), day: dateAt(draft.saved_at.getTime()), version: draft.version, path: FORM_PATHS.draft(draftToken(deps, draft.id)) };
  }
  const given = key.dossierId === null ? undefined : await findAnswers(deps.db, key.communeCode, key.dossierId);
  const version = given === undefined ? undefined : deps.forms.version(given.formCode, given.formVersion);
  if (given === undefined || version === undefined) return { state: 'none' };
  const form = wholeForm(version);
  const { fields } = form.judge(given.answers, context);
  return { state: 'sent', form, judged: { answers: given.answers, fields }, day: dateAt(given.agreedAt.getTime()), version: 0, path: undefined };
}

/** Where two declarations say different things, by what one could take over of the other. */
export function compareTold(source: FactSource, told: Extract<Told, { readonly state: 'open' | 'sent' }>, now: Date): readonly DifferingFact[] {
  return differingFacts(source, told.form, told.judged, { today: dateAt(now.getTime()), placesLookedUp: true });
}

/** The four digits that open any of the answers: the ends of phones and numbers in them. */
export function digitsIn(form: CompiledForm, answers: Answers): readonly string[] {
  return openingDigits(form.definition, answers);
}

/** Changes one answer of a draft as its person asked for; false when it is no longer open or was changed meanwhile. */
export function changeAnswer(db: Database, key: { readonly communeCode: string; readonly draftId: string; readonly version: number }, field: string, answer: Answer, now: Date): Promise<boolean> {
  return db.transaction().execute(async (tx: Tx) => {
    const draft = await loadDraftForUpdate(tx, { commune_code: key.communeCode, id: key.draftId });
    if (draft?.version !== key.version || draftPhase(draft, now) !== 'open') return false;
    // Nobody's page wrote it: an open page of that declaration learns of it like of another browser.
    const writers = Object.fromEntries(Object.entries(draft.writers).filter(([one]) => one !== field));
    await saveDraft(tx, draft, { answers: { ...draft.answers, [field]: answer }, writers, at_group: draft.at_group, saved_at: now, expires_at: new Date(now.getTime() + DRAFT_WAITS_MS) });
    return true;
  });
}

/** Gives a draft under way what was told elsewhere since it was begun, as far as it has no answer yet and was not given one before. Nothing is replaced. */
export async function giveFacts(tx: Tx, forms: FormPagesDeps['forms'], key: { readonly communeCode: string; readonly draftId: string }, sources: readonly FactSource[], now: Date): Promise<void> {
  const draft = await loadDraftForUpdate(tx, { commune_code: key.communeCode, id: key.draftId });
  const version = draft === undefined ? undefined : forms.formOf(draft.procedure_code, dateAt(now.getTime()));
  // A draft of another version is taken over into it first, when its person opens it.
  if (draft === undefined || version === undefined || draftPhase(draft, now) !== 'open' || version.definition.code !== draft.form_code || version.definition.version !== draft.form_version) return;
  const known = new Set([...Object.keys(draft.given?.fields ?? {}), ...(draft.given?.left ?? []).map(({ field }) => field)]);
  const carried = carryFacts(wholeForm(version), sources, draft.answers, { today: dateAt(now.getTime()), placesLookedUp: true });
  const given = Object.fromEntries(Object.entries(carried.given).filter(([field]) => !known.has(field)));
  const left = carried.left.filter(({ field }) => !known.has(field));
  if (Object.keys(given).length === 0 && left.length === 0) return;
  const answers = { ...draft.answers, ...Object.fromEntries(Object.entries(given).map(([field, { answer }]) => [field, answer])) };
  await saveDraft(tx, draft, { answers, writers: draft.writers, at_group: draft.at_group, given: joinGiven(draft.given, sources, { given, left }), saved_at: now, expires_at: new Date(now.getTime() + DRAFT_WAITS_MS) });
}

/** Deletes a draft and what was sent for it, as its person wishes; what became a dossier stays. */
export async function deleteOpenDraft(deps: Pick<FormPagesDeps, 'db' | 'papers' | 'procedureInForce'>, { communeCode, draftId }: { readonly communeCode: string; readonly draftId: string }, now: Date): Promise<void> {
  const draft = await findDraft(deps.db, { commune_code: communeCode, id: draftId });
  if (draft === undefined || draft.sent_at !== null) return;
  const procedure = await deps.procedureInForce(communeCode, draft.procedure_code, now.getTime());
  const nowhere = { called: { needed: new Set<string>(), other: new Set<string>() }, returnPath: '/', addPath: '/' };
  if (procedure !== undefined) await deps.papers.drop({ ...nowhere, communeCode, dossierId: draft.dossier_id, procedure, expiresAt: draft.expires_at }, now);
  await deleteDraft(deps.db, draft);
}
