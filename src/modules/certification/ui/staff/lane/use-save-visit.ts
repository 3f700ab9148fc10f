import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { type CertificationResponse } from '../../../contract/certification-schemas.ts';
import { certifyRequest, type LaneDraft, type LaneProcedure } from './lane-draft.ts';
import { type LaneFault, laneFaults, type LanePlace, lanePlaceOf } from './lane-faults.ts';

/** A fault with its place: the form's own by its code, or one that the server found in its words. */
export interface PlacedLaneFault {
  readonly place: LanePlace;
  readonly own: LaneFault['code'] | null;
  readonly message: string;
}

/** Saves a visit: first what the form itself can see, then the server; a lost answer may simply be asked for again. */
export function useSaveVisit(draft: LaneDraft, procedure: LaneProcedure, byHand: boolean, onSaved: (visit: CertificationResponse) => void) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [faults, setFaults] = useState<readonly PlacedLaneFault[]>([]);
  /** A sentence about the visit as a whole; `unknown` when no answer came. */
  const [notice, setNotice] = useState<{ readonly kind: 'unknown' } | { readonly kind: 'refused'; readonly message: string } | null>(null);
  /** Grows with every attempt that found faults, so that the screen can put the focus on the first one. */
  const [attempts, setAttempts] = useState(0);

  const refuse = (found: readonly PlacedLaneFault[], next: typeof notice) => {
    setFaults(found);
    setNotice(next);
    setAttempts((count) => count + 1);
  };
  const save = async () => {
    if (busy) return;
    const found = laneFaults(draft, procedure, Date.now());
    if (found.length > 0) {
      refuse(found.map(({ place, code }) => ({ place, own: code, message: '' })), null);
      return;
    }
    setBusy(true);
    setFaults([]);
    setNotice(null);
    const result = await callApi<CertificationResponse>('POST', '/api/certifications', certifyRequest(draft, procedure, byHand));
    setBusy(false);
    if (result.ok) {
      void queries.invalidateQueries();
      onSaved(result.value);
      return;
    }
    const { refusal } = result;
    if (refusal.code === UNREACHABLE) {
      refuse([], { kind: 'unknown' });
      return;
    }
    const placed = refusal.faults.map((fault) => ({ place: lanePlaceOf(fault.field, draft), own: null, message: fault.message }));
    const beside = placed.filter(({ place }) => place !== 'form');
    refuse(beside, beside.length < placed.length || placed.length === 0 ? { kind: 'refused', message: refusal.message } : null);
  };
  return { busy, faults, notice, attempts, save };
}
