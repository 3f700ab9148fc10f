import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type ReceivedFormInput } from '../contract/scan-schemas.ts';
import { draftPhase } from '../domain/draft-phase.ts';
import { insertAnswers } from '../store/form-answers.ts';
import { linkDraft, loadDraftForUpdate } from '../store/form-drafts.ts';
import { type FormPagesDeps, type TakenWithForm } from './deps.ts';
import { draftOfScan, printedDraft, readScan } from './read-scan.ts';

/** What belongs to the reception of a scanned form. */
export interface ScannedReception extends Pick<TakenWithForm, 'papers' | 'leftOut'> {
  /** Writes the answers beside the dossier, takes the papers that came with the draft and closes it, in the transaction that receives it. Refuses a form that was sent meanwhile. */
  readonly write: (tx: Tx, dossierId: string) => Promise<Result<void>>;
}

/**
 * Reads a scanned form again for the dossier that is received with it: answers that stand with faults, that belong to another procedure or that cannot be
 * read are refused, as they are at home. The answers are kept like those that were sent; a draft of the same form then leads to the dossier and cannot be sent,
 * and the papers that were sent with it belong to the dossier.
 */
export async function prepareScanned(
  deps: Pick<FormPagesDeps, 'db' | 'forms' | 'counterPapers' | 'companions'>,
  { communeCode, procedureCode, form }: { readonly communeCode: string; readonly procedureCode: string; readonly form: ReceivedFormInput },
  now: Date,
): Promise<Result<ScannedReception>> {
  const read = readScan(deps, form, now);
  if (!read.ok) return read;
  const { scanned, judged, form: { definition }, mended } = read.value;
  if (scanned.procedureCode !== procedureCode) return refuse('form.scan-other-procedure');
  if (judged.faults.length > 0) return refuse('form.scan-faults', { count: judged.faults.length });
  const draft = await draftOfScan(deps.db, communeCode, read.value);
  if (draft !== undefined && draftPhase(draft, now) === 'sent') return refuse('form.scan-sent');
  const came = draft === undefined ? undefined : await deps.counterPapers.ready(printedDraft(draft), form.sentPapers, now);
  if (came?.ok === false) return came;
  // Papers were shown, and their draft is gone since.
  if (came === undefined && (form.sentPapers?.seen ?? '') !== '') return refuse('form.scan-papers-gone');
  return ok({
    papers: came?.value.papers ?? [],
    leftOut: came?.value.leftOut ?? [],
    write: async (tx, dossierId) => {
      if (draft !== undefined && came !== undefined) {
        // The papers first, then the draft, as sending does: two that wait for each other would never end.
        const taken = await came.value.take(tx, dossierId);
        const locked = await loadDraftForUpdate(tx, draft);
        if (locked?.sent_at != null) return refuse('form.scan-sent');
        if (locked === undefined && came.value.papers.length > 0) return refuse('form.scan-papers-gone');
        if (!taken.ok) return taken;
        if (locked !== undefined) {
          await linkDraft(tx, locked, dossierId, now);
          await deps.companions?.sent(tx, { communeCode, draftId: locked.id, dossierId }, now);
        }
      }
      await insertAnswers(tx, { communeCode, dossierId }, { formCode: definition.code, formVersion: definition.version, answers: judged.answers, filledBy: mended === 0 ? 'citizen' : 'officer', agreedAt: now });
      return ok(undefined);
    },
  });
}
