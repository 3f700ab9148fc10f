import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { type Refusal, UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { type DossierResponse, type ReceptionResponse } from '../../../contract/dossier-schemas.ts';
import { savingCall } from './build-request.ts';
import { type FaultPlace, findFaults, type FormFault, placeOfField } from './find-faults.ts';
import { groupPapers, missingPapers } from './paper-groups.ts';
import { type ReceptionDraft } from './reception-draft.ts';
import { type Upload } from './use-uploads.ts';

/** What was received, as far as the next screen shows it. */
export interface Received {
  readonly id: string;
  readonly code: string;
  readonly dueAt: string;
  /** The case of interlinked procedures that was received with it. */
  readonly caseId: string | null;
  /** True when an earlier attempt had already been saved, with what was entered then. */
  readonly savedBefore: boolean;
}

/** A fault with its place: the form's own, or one that the server found. */
export interface PlacedFault {
  readonly place: FaultPlace;
  /** The code of the form's own fault. */
  readonly own: FormFault['code'] | null;
  /** The server's sentence. */
  readonly message: string;
}

/** What stands above the save button. */
export type SaveNotice =
  | { readonly kind: 'files-going' | 'files-failed'; readonly count: number }
  | { readonly kind: 'incomplete' | 'unknown' | 'changed-meanwhile' }
  | { readonly kind: 'refused'; readonly message: string };

/** Names what is missing, so that a consent given to one gap does not cover another one. */
function missingKey(draft: ReceptionDraft): string {
  if (draft.procedure === null) return '';
  const ticked = new Set(draft.papers.filter((paper) => paper.ticked).map((paper) => paper.requirementId));
  return missingPapers(groupPapers(draft.procedure.papers), draft.answers, (id) => ticked.has(id))
    .map(({ papers }) => papers.map((paper) => paper.id).join('|'))
    .join(',');
}

/** Saves a reception: first what the form itself can see, then the server; a lost answer may simply be asked for again. */
export function useSaveReception(draft: ReceptionDraft, uploads: readonly Upload[], onSaved: (received: Received) => void) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly PlacedFault[]>([]);
  const [notice, setNotice] = useState<SaveNotice | null>(null);
  const [acceptedGap, setAcceptedGap] = useState('');
  /** Grows with every attempt that found faults, so that the screen can put the focus on the first one. */
  const [attempts, setAttempts] = useState(0);

  const refuse = (next: SaveNotice | null, found: readonly PlacedFault[] = []) => {
    setNotice(next);
    setFaults(found);
    setAttempts((count) => count + 1);
  };
  const finish = (received: Received) => {
    void queries.invalidateQueries();
    onSaved(received);
  };
  const takeRefusal = async (refusal: Refusal) => {
    if (refusal.code === UNREACHABLE) {
      refuse({ kind: 'unknown' });
      return;
    }
    if (refusal.code === 'command.reused-id') {
      // The attempt before reached the server although its answer did not come back: show what was saved.
      const saved = await callApi<DossierResponse>('GET', `/api/dossiers/${draft.dossierId}`);
      if (saved.ok && saved.value.code !== null && saved.value.dueAt !== null) {
        finish({ id: saved.value.id, code: saved.value.code, dueAt: saved.value.dueAt, caseId: saved.value.linkedCaseId, savedBefore: true });
        return;
      }
    }
    if (refusal.code === 'dossier.changed-meanwhile' || refusal.code === 'dossier.action-not-possible') {
      refuse({ kind: 'changed-meanwhile' });
      return;
    }
    const placed = refusal.faults.map((fault) => ({ place: placeOfField(fault.field), own: null, message: fault.message }));
    refuse(placed.length === 0 || placed.some((fault) => fault.place === 'form') ? { kind: 'refused', message: refusal.message } : null, placed.filter((fault) => fault.place !== 'form'));
  };
  const save = async () => {
    if (busy) return;
    const failed = uploads.filter((upload) => upload.refusal !== null).length;
    if (failed > 0) {
      refuse({ kind: 'files-failed', count: failed });
      return;
    }
    if (uploads.length > 0) {
      refuse({ kind: 'files-going', count: uploads.length });
      return;
    }
    const found = findFaults(draft, Date.now());
    if (found.length > 0) {
      refuse(null, found.map(({ place, code }) => ({ place, own: code, message: '' })));
      return;
    }
    const gap = missingKey(draft);
    if (gap !== '' && gap !== acceptedGap) {
      setAcceptedGap(gap);
      refuse({ kind: 'incomplete' });
      return;
    }
    setBusy(true);
    setNotice(null);
    setFaults([]);
    const { path, body } = savingCall(draft);
    const result = await callApi<Pick<ReceptionResponse, 'code' | 'dueAt'>>('POST', path, body);
    setBusy(false);
    if (result.ok) finish({ id: draft.dossierId, code: result.value.code, dueAt: result.value.dueAt, caseId: draft.linked?.taken === true ? draft.linked.caseId : null, savedBefore: false });
    else await takeRefusal(result.refusal);
  };
  return { busy, faults, notice, attempts, save };
}
