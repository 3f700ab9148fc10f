import { type Answers } from '../domain/answers.ts';
import { DRAFT_WAITS_MS, draftPhase } from '../domain/draft-phase.ts';
import { isSameAnswer, mergeAnswers } from '../domain/merge-answers.ts';
import { type FormDraft, loadDraftForUpdate, saveDraft } from '../store/form-drafts.ts';
import { type FormPagesDeps } from './deps.ts';

/** What one page sends. */
export interface GroupSaving {
  /** The drawn page that writes. */
  readonly page: string;
  readonly group: string;
  readonly fields: readonly string[];
  readonly base: Answers;
  readonly sent: Answers;
  /** The version of the form that the page asked. */
  readonly formVersion: number;
}

/** `saved`: it is kept. `differs`: another browser answered some of it differently; everything else is kept. `over`: there is nothing to write to any more. */
export type GroupSaved =
  | { readonly kind: 'saved' | 'differs'; readonly draft: FormDraft; readonly differing: readonly string[] }
  | { readonly kind: 'over' };

/** Writes the answers of one page into the draft, once however often it comes; two browsers on one draft are put together field by field. */
export function saveGroup(deps: Pick<FormPagesDeps, 'db'>, before: FormDraft, saving: GroupSaving, now: Date): Promise<GroupSaved> {
  return deps.db.transaction().execute(async (tx): Promise<GroupSaved> => {
    const draft = await loadDraftForUpdate(tx, before);
    if (draft === undefined || draftPhase(draft, now) !== 'open' || draft.form_version !== saving.formVersion) return { kind: 'over' };
    const ownWriting = new Set(saving.fields.filter((field) => draft.writers[field] === saving.page));
    const { changes, differing } = mergeAnswers(saving.fields, { base: saving.base, kept: draft.answers, sent: saving.sent, ownWriting });
    const change = {
      answers: withChanges(draft.answers, changes),
      writers: { ...draft.writers, ...Object.fromEntries(Object.keys(changes).map((field) => [field, saving.page])) },
      at_group: saving.group,
      ...(draft.carried === null ? {} : { carried: { ...draft.carried, seen: true } }),
      saved_at: now,
      expires_at: new Date(now.getTime() + DRAFT_WAITS_MS),
    };
    await saveDraft(tx, draft, change);
    return { kind: differing.length === 0 ? 'saved' : 'differs', draft: { ...draft, ...change, version: draft.version + 1 }, differing };
  });
}

function withChanges(answers: Answers, changes: Answers): Answers {
  const all: Answers = { ...answers, ...changes };
  // What was emptied by this page is no answer any more.
  return Object.fromEntries(Object.entries(all).filter(([field, answer]) => changes[field] === undefined || !isSameAnswer(answer, undefined)));
}
