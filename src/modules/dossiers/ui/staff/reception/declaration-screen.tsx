import { type ReactElement, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { refusalOf, UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { useSession } from '../../../../../web/staff/session.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type DeclarationResponse, type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { ActionForm } from '../dossier/action-form.tsx';
import { DOSSIER_WORDS } from '../dossier/dossier-messages.ts';
import { subjectOf, useDossierAction } from '../dossier/use-dossier-action.ts';
import { draftOfDeclaration } from './declaration-draft.ts';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { type ProcedureSheet } from './procedure-sheet.ts';
import { ReceptionDone } from './reception-done.tsx';
import { paperIdCount, type ReceptionDraft } from './reception-draft.ts';
import { ReceptionForm } from './reception-form.tsx';
import { RECEPTION_WORDS } from './reception-messages.ts';
import { draftKey, readDraft } from './saved-draft.ts';
import { SAVING_WORDS } from './saving-messages.ts';
import { type Received } from './use-save-reception.ts';

interface DeclarationFormProps {
  readonly dossier: DossierResponse;
  readonly sheet: DeclarationResponse;
  readonly procedure: ProcedureSheet | null;
}

/** A draft is only good for the version that it was made from. */
function initialDraft({ sheet, procedure }: DeclarationFormProps, staffId: string): ReceptionDraft {
  const saved = readDraft(window.sessionStorage.getItem(draftKey(sheet.id)), staffId);
  if (saved?.declaration?.version === sheet.version) return saved;
  return draftOfDeclaration(sheet, procedure, { commandId: newId(), papers: procedure === null ? [] : Array.from({ length: paperIdCount(procedure) }, () => newId()) }, staffId);
}

function DeclarationForm(props: DeclarationFormProps): ReactElement {
  const { dossier, sheet, procedure } = props;
  const t = useWords(RECEPTION_WORDS);
  const saving = useWords(SAVING_WORDS);
  const words = useWords(DOSSIER_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { staffId } = useSession();
  const [, navigate] = useLocation();
  const [initial] = useState(() => initialDraft(props, staffId));
  const [saved, setSaved] = useState<{ readonly received: Received; readonly draft: ReceptionDraft } | null>(null);
  const toList = () => { navigate(STAFF_PATHS.list('waiting')); };
  const rejection = useDossierAction(subjectOf(dossier), () => {
    window.sessionStorage.removeItem(draftKey(sheet.id));
    announce(words('done.reject', { name: dossier.applicant.fullName }));
    toList();
  });
  useEffect(() => { focusPart('card'); }, []);
  if (saved !== null) {
    return <ReceptionDone received={saved.received} applicantName={saved.draft.person.fullName} procedureName={saved.draft.procedure?.name ?? ''} onNext={toList} nextWord="done-list" />;
  }
  const { form } = rejection;
  return (
    <ReceptionForm
      title={(
        <>
          <h1>{t('title-declaration', { reference: sheet.reference })}</h1>
          {procedure === null ? <Notice kind="check"><p>{saving('declared-procedure-gone')}</p></Notice> : null}
          {form === null ? null : (
            <div className="reject-form">
              <ActionForm
                action={form.action}
                plan={form.plan}
                dossierId={dossier.id}
                entries={form.entries}
                busy={rejection.busy}
                fault={form.missing === undefined ? undefined : { field: form.missing.field.name, words: words(form.missing.words) }}
                refusal={form.refusal === null ? undefined : form.refusal.code === UNREACHABLE ? shell('no-answer') : form.refusal.message}
                onChange={rejection.change}
                onConfirm={() => { void rejection.confirm(); }}
                onCancel={rejection.close}
              />
            </div>
          )}
        </>
      )}
      initial={initial}
      storageKey={draftKey(sheet.id)}
      startCode={null}
      onStarted={() => undefined}
      onSaved={(received, draft) => { setSaved({ received, draft }); }}
      besideSave={form === null ? <Button kind="quiet" onPress={() => { rejection.open('reject'); }}>{saving('reject')}</Button> : null}
    />
  );
}

/** Reception of a declaration made at home: the same form, filled with what was declared; or its refusal with a reason. */
export function DeclarationScreen({ id }: { readonly id: string }): ReactElement {
  const saving = useWords(SAVING_WORDS);
  // What was read first stays: the form keeps its own state, and a newer version is found out when it is saved.
  const [started, setStarted] = useState<DeclarationFormProps | null>(null);
  const dossier = useApi<DossierResponse>(`/api/dossiers/${id}`);
  const sheet = useApi<DeclarationResponse>(`/api/dossiers/${id}/declaration`, { enabled: started === null });
  const code = sheet.data?.procedureCode;
  const procedure = useApi<ProcedureSheet>(`/api/procedures/${encodeURIComponent(code ?? '')}`, { enabled: code !== undefined && started === null });
  const procedureGone = procedure.isError && refusalOf(procedure.error).status === 404;
  const failed = [dossier, sheet, ...(procedureGone ? [] : [procedure])].find((reading) => reading.isError);
  const ready = dossier.data !== undefined && sheet.data !== undefined && (procedure.data !== undefined || procedureGone);
  useEffect(() => {
    if (ready && started === null) setStarted({ dossier: dossier.data, sheet: sheet.data, procedure: procedure.data ?? null });
  }, [ready, started, dossier.data, sheet.data, procedure.data]);

  if (started !== null) return <DeclarationForm {...started} dossier={dossier.data ?? started.dossier} />;
  if (dossier.data !== undefined && dossier.data.state !== 'submitted') {
    return (
      <div className="shell-wait">
        <Notice kind="check" live>
          <p>{saving('declared-gone')}</p>
          <p><Link href={STAFF_PATHS.inList('all', id)}>{saving('declared-open')}</Link></p>
        </Notice>
      </div>
    );
  }
  if (failed !== undefined) return <div className="shell-wait"><LoadFault error={failed.error} onRetry={() => { void failed.refetch(); }} /></div>;
  return <Skeleton lines={8} />;
}
