import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type ScannedFormInput } from '../contract/scan-schemas.ts';
import { draftPhase } from '../domain/draft-phase.ts';
import { insertAnswers } from '../store/form-answers.ts';
import { linkDraft, loadDraftForUpdate } from '../store/form-drafts.ts';
import { type FormPagesDeps } from './deps.ts';
import { readScan } from './read-scan.ts';

/** What belongs to the reception of a scanned form. */
export interface ScannedReception {
  /** Writes the answers beside the dossier and closes the draft, in the transaction that receives it. Refuses a form that was sent meanwhile. */
  readonly write: (tx: Tx, dossierId: string) => Promise<Result<void>>;
}

/**
 * Reads a scanned form again for the dossier that is received with it: answers that stand with faults, that belong to another procedure or that cannot be
 * read are refused, as they are at home. The answers are kept like those that were sent; a draft of the same form then leads to the dossier and cannot be sent.
 */
export function prepareScanned(deps: Pick<FormPagesDeps, 'forms'>, { communeCode, procedureCode, form }: { readonly communeCode: string; readonly procedureCode: string; readonly form: ScannedFormInput }, now: Date): Result<ScannedReception> {
  const read = readScan(deps, form, now);
  if (!read.ok) return read;
  const { scanned, judged, form: { definition }, mended } = read.value;
  if (scanned.procedureCode !== procedureCode) return refuse('form.scan-other-procedure');
  if (judged.faults.length > 0) return refuse('form.scan-faults', { count: judged.faults.length });
  return ok({
    write: async (tx, dossierId) => {
      const draft = scanned.draftId === null ? undefined : await loadDraftForUpdate(tx, { commune_code: communeCode, id: scanned.draftId });
      if (draft?.procedure_code === procedureCode) {
        const phase = draftPhase(draft, now);
        if (phase === 'sent') return refuse('form.scan-sent');
        if (phase === 'open') await linkDraft(tx, draft, dossierId, now);
      }
      await insertAnswers(tx, { communeCode, dossierId }, { formCode: definition.code, formVersion: definition.version, answers: judged.answers, filledBy: mended === 0 ? 'citizen' : 'officer', agreedAt: now });
      return ok(undefined);
    },
  });
}
