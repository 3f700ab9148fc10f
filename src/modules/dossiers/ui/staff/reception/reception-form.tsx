import { type ReactElement, type ReactNode, useEffect, useReducer, useState } from 'react';
import { useKeys } from '../../../../../web/staff/keyboard/use-keys.ts';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { DOSSIER_PROBLEMS } from '../../../contract/problems.ts';
import { type FaultPlace } from './find-faults.ts';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { LINKED_RECEPTION_WORDS } from './linked-messages.ts';
import { LinkedSection } from './linked-section.tsx';
import { PaperSection } from './paper-section.tsx';
import { CorrectionSection } from './correction-section.tsx';
import { FeeSection } from './fee-section.tsx';
import { FORM_SCAN_WORDS } from './form-messages.ts';
import { FormSection } from './form-section.tsx';
import { PersonSection } from './person-section.tsx';
import { ProcedureSection } from './procedure-section.tsx';
import { isUntouched, type ReceptionDraft } from './reception-draft.ts';
import { RECEPTION_WORDS } from './reception-messages.ts';
import { ReceptionSummary } from './reception-summary.tsx';
import { reduceReception } from './reduce-reception.ts';
import { ResultSection } from './result-section.tsx';
import { writeDraft } from './saved-draft.ts';
import { SAVING_WORDS } from './saving-messages.ts';
import { type PlacedFault, type Received, useSaveReception } from './use-save-reception.ts';
import { useFormScan } from './use-form-scan.ts';
import { useUploads } from './use-uploads.ts';
import './reception-papers.css';
import './reception.css';

export interface ReceptionFormProps {
  readonly title: ReactNode;
  readonly initial: ReceptionDraft;
  /** Where the draft waits until it is saved. */
  readonly storageKey: string;
  /** A procedure that the address asks for, and how to take it out of the address. */
  readonly startCode: string | null;
  readonly onStarted: () => void;
  readonly onSaved: (received: Received, draft: ReceptionDraft) => void;
  /** Beside the save button, such as refusing a declaration. */
  readonly besideSave?: ReactNode;
}

function keep(storageKey: string, draft: ReceptionDraft): void {
  try {
    window.sessionStorage.setItem(storageKey, writeDraft(draft));
  } catch {
    // A full or forbidden storage costs only the safety net; the form itself goes on.
  }
}

/** The reception form: four parts from top to bottom, a summary beside them, and everything by keyboard. */
export function ReceptionForm({ title, initial, storageKey, startCode, onStarted, onSaved, besideSave }: ReceptionFormProps): ReactElement {
  const t = useWords(RECEPTION_WORDS);
  const saving = useWords(SAVING_WORDS);
  const linked = useWords(LINKED_RECEPTION_WORDS);
  const scanned = useWords(FORM_SCAN_WORDS);
  const { locale } = useLocale();
  const [draft, dispatch] = useReducer(reduceReception, initial);
  const uploads = useUploads(dispatch, (name) => { announce(t('file-kept', { name })); });
  const { busy, faults, notice, attempts, save } = useSaveReception(draft, uploads.items, (received) => {
    window.sessionStorage.removeItem(storageKey);
    onSaved(received, draft);
  });
  // The procedure of a form that was just scanned is chosen like one that the address asks for.
  const [formProcedure, setFormProcedure] = useState<string | null>(null);
  const scan = useFormScan(draft, dispatch, setFormProcedure);
  useEffect(() => {
    if (!isUntouched(draft)) keep(storageKey, draft);
  }, [draft, storageKey]);
  useEffect(() => {
    // A file that misses its line must not take the page away.
    const hold = (event: DragEvent) => { event.preventDefault(); };
    window.addEventListener('dragover', hold);
    window.addEventListener('drop', hold);
    return () => {
      window.removeEventListener('dragover', hold);
      window.removeEventListener('drop', hold);
    };
  }, []);

  const wordsOf = (fault: PlacedFault): string => {
    if (fault.own === null) return fault.message;
    if (fault.own === 'procedure.missing' || fault.own === 'procedure.not-receivable') return saving(fault.own);
    if (fault.own === 'linked.fact-missing' || fault.own === 'linked.number-wrong') return linked(fault.own);
    if (fault.own === 'scan.unfinished' || fault.own === 'scan.faults' || fault.own === 'scan.arriving' || fault.own === 'scan.reason-missing') return scanned(fault.own);
    return DOSSIER_PROBLEMS[fault.own][locale];
  };
  const faultAt = (place: FaultPlace) => {
    const fault = faults.find((candidate) => candidate.place === place);
    return fault === undefined ? undefined : wordsOf(fault);
  };
  const firstPlace = faults[0]?.place;
  useEffect(() => {
    if (attempts > 0 && firstPlace !== undefined) focusPart(firstPlace);
  }, [attempts, firstPlace]);
  useKeys({
    'ctrl+enter': () => { void save(); },
    'alt+1': () => { focusPart('card'); },
    'alt+2': () => { focusPart('procedure'); },
    'alt+3': () => { focusPart('part-papers-first'); },
    'alt+4': () => { focusPart(`delivery-${draft.delivery.method}`); },
  });
  const part = { draft, dispatch, faultAt };
  return (
    <div className="reception">
      <div className="reception-form">
        <div className="reception-head">{title}</div>
        {draft.corrects === null ? null : <CorrectionSection {...part} />}
        <FormSection form={draft.form} scan={scan} fault={faultAt('scannedForm')} papersFaults={faults.filter(({ place }) => place === 'sentPapers').map(wordsOf)} dispatch={dispatch} />
        <PersonSection {...part} onFormCode={scan.take} />
        <ProcedureSection
          {...part}
          startCode={formProcedure ?? startCode}
          onStarted={() => {
            setFormProcedure(null);
            onStarted();
          }}
        />
        <LinkedSection {...part} />
        <PaperSection {...part} uploads={uploads} />
        <FeeSection {...part} />
        <ResultSection {...part} />
      </div>
      <ReceptionSummary draft={draft} busy={busy} notice={notice} faultCount={faults.length} onSave={() => { void save(); }}>{besideSave}</ReceptionSummary>
    </div>
  );
}
