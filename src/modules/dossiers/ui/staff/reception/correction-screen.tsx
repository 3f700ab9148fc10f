import { type ReactElement, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { refusalOf } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { useSession } from '../../../../../web/staff/session.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type CorrectionResponse } from '../../../contract/dossier-schemas.ts';
import { draftOfCorrection } from './declaration-draft.ts';
import { type ProcedureSheet } from './procedure-sheet.ts';
import { ReceptionDone } from './reception-done.tsx';
import { paperIdCount, type ReceptionDraft } from './reception-draft.ts';
import { ReceptionForm } from './reception-form.tsx';
import { RECEPTION_WORDS } from './reception-messages.ts';
import { draftKey, readDraft } from './saved-draft.ts';
import { SAVING_WORDS } from './saving-messages.ts';
import { type Received } from './use-save-reception.ts';

interface CorrectionFormProps {
  readonly sheet: CorrectionResponse;
  readonly procedure: ProcedureSheet | null;
}

function initialDraft({ sheet, procedure }: CorrectionFormProps, staffId: string): ReceptionDraft {
  const saved = readDraft(window.sessionStorage.getItem(draftKey(sheet.id)), staffId);
  if (saved?.corrects?.dossierId === sheet.id) return saved;
  return draftOfCorrection(sheet, procedure, { dossierId: newId(), commandId: newId(), papers: procedure === null ? [] : Array.from({ length: paperIdCount(procedure) }, () => newId()) }, staffId);
}

function CorrectionForm(props: CorrectionFormProps): ReactElement {
  const { sheet, procedure } = props;
  const t = useWords(RECEPTION_WORDS);
  const saving = useWords(SAVING_WORDS);
  const { staffId } = useSession();
  const [, navigate] = useLocation();
  const [initial] = useState(() => initialDraft(props, staffId));
  const [saved, setSaved] = useState<{ readonly received: Received; readonly draft: ReceptionDraft } | null>(null);
  if (saved !== null) {
    return (
      <ReceptionDone
        received={saved.received} applicantName={saved.draft.person.fullName} procedureName={saved.draft.procedure?.name ?? ''} nextWord="done-list"
        onNext={() => { navigate(STAFF_PATHS.list('mine')); }}
      />
    );
  }
  return (
    <ReceptionForm
      title={(
        <>
          <h1>{t('title-correction', { code: sheet.code })}</h1>
          <p className="quiet">{t('correction-note')}</p>
          {procedure === null ? <Notice kind="check"><p>{saving('declared-procedure-gone')}</p></Notice> : null}
        </>
      )}
      initial={initial}
      storageKey={draftKey(sheet.id)}
      startCode={null}
      onStarted={() => undefined}
      onSaved={(received, draft) => { setSaved({ received, draft }); }}
    />
  );
}

/** Reception of a dossier that corrects a finished one: the same form, filled with its person and papers, and the reason. */
export function CorrectionScreen({ id }: { readonly id: string }): ReactElement {
  // What was read first stays: the form keeps its own state.
  const [started, setStarted] = useState<CorrectionFormProps | null>(null);
  const sheet = useApi<CorrectionResponse>(`/api/dossiers/${id}/correction`, { enabled: started === null });
  const code = sheet.data?.procedureCode;
  const procedure = useApi<ProcedureSheet>(`/api/procedures/${encodeURIComponent(code ?? '')}`, { enabled: code !== undefined && started === null });
  const procedureGone = procedure.isError && refusalOf(procedure.error).status === 404;
  const failed = [sheet, ...(procedureGone ? [] : [procedure])].find((reading) => reading.isError);
  const ready = sheet.data !== undefined && (procedure.data !== undefined || procedureGone);
  useEffect(() => {
    if (ready && started === null) setStarted({ sheet: sheet.data, procedure: procedure.data ?? null });
  }, [ready, started, sheet.data, procedure.data]);

  if (started !== null) return <CorrectionForm {...started} />;
  if (failed !== undefined) return <div className="shell-wait"><LoadFault error={failed.error} onRetry={() => { void failed.refetch(); }} /></div>;
  return <Skeleton lines={8} />;
}
