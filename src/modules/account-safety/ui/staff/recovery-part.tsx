import { type ReactElement, useState } from 'react';
import { momentWords } from '../../../../kernel/date-words.ts';
import { newId } from '../../../../web/staff/api/new-id.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { useSession } from '../../../../web/staff/session.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { type AccessAnswer, type RecoveryAnswer } from '../../contract/access.ts';
import { ACCESS_WORDS } from './access-messages.ts';

interface Code {
  readonly code: string;
  readonly expiresAt: string;
}

/** The code of a recovery, shown once: it goes when the administrator says that it was handed over. */
function CodeShown({ code, name, onKept }: { readonly code: Code; readonly name: string; readonly onKept: () => void }): ReactElement {
  const t = useWords(ACCESS_WORDS);
  const { locale } = useLocale();
  return (
    <Notice kind="check" live>
      <h3>{t('code-title', { name })}</h3>
      <p className="access-code">{code.code}</p>
      <p>{t('code-lead', { until: momentWords(Date.parse(code.expiresAt), locale) })}</p>
      <div><Button onPress={onKept}>{t('code-kept')}</Button></div>
    </Notice>
  );
}

function Open({ recovery, onCode }: { readonly recovery: RecoveryAnswer; readonly onCode: (code: Code) => void }): ReactElement {
  const t = useWords(ACCESS_WORDS);
  const { locale } = useLocale();
  const { staffId: me } = useSession();
  const moment = (iso: string) => momentWords(Date.parse(iso), locale);
  const approving = useCommand<Code>(onCode);
  const cancelling = useCommand<object>(() => { announce(t('cancelled')); });
  const refusal = approving.refusal ?? cancelling.refusal;
  const mayApprove = recovery.state === 'started' && me !== recovery.startedBy.id && me !== recovery.staffId;
  const until = moment(recovery.expiresAt);
  return (
    <>
      <p>{t('open-line', { by: recovery.startedBy.fullName, since: moment(recovery.startedAt), words: recovery.reason })}</p>
      <p>{recovery.approvedBy !== null ? t('approved-line', { by: recovery.approvedBy.fullName, until }) : mayApprove ? t('wait-you') : t('wait-other', { until })}</p>
      {refusal === null ? null : <Notice kind="bad" live><p>{refusal.message === '' ? t('network') : refusal.message}</p></Notice>}
      <div className="button-row">
        {mayApprove ? <Button busy={approving.busy} onPress={() => { void approving.send(`/api/recoveries/${recovery.id}/approve`, {}); }}>{t('approve')}</Button> : null}
        <Button kind="quiet" busy={cancelling.busy} onPress={() => { void cancelling.send(`/api/recoveries/${recovery.id}/cancel`, {}); }}>{t('cancel')}</Button>
      </div>
    </>
  );
}

function Start({ staffId }: { readonly staffId: string }): ReactElement {
  const t = useWords(ACCESS_WORDS);
  const [reason, setReason] = useState('');
  const [recoveryId, setRecoveryId] = useState(newId);
  const { busy, refusal, send } = useCommand<object>(() => {
    announce(t('started'));
    setReason('');
    setRecoveryId(newId());
  });
  const fault = refusal?.faults.find(({ field }) => field === 'reason')?.message;
  return (
    <form
      className="access-start"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(`/api/staff/${staffId}/recovery`, { recoveryId, reason });
      }}
    >
      <Field id="recovery-reason" label={t('reason')} note={t('reason-note')} fault={fault}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} value={reason} onChange={(event) => { setReason(event.target.value); }} />}
      </Field>
      {refusal === null || fault !== undefined ? null : <Notice kind="bad" live><p>{refusal.message === '' ? t('network') : refusal.message}</p></Notice>}
      <div className="button-row"><Button submit kind="quiet" busy={busy}>{t('start')}</Button></div>
    </form>
  );
}

/** The recovery of a colleague's account: started by one administrator, approved by another, cancelled by anybody concerned. */
export function RecoveryPart({ staffId, access }: { readonly staffId: string; readonly access: AccessAnswer }): ReactElement {
  const t = useWords(ACCESS_WORDS);
  const own = useSession().staffId === staffId;
  const [code, setCode] = useState<Code | null>(null);
  return (
    <section className="access-part" aria-labelledby="access-recovery">
      <h2 id="access-recovery">{t('recovery')}</h2>
      <p className="quiet">{t(own ? 'recovery-own' : access.recovery === null && !access.recoveryPossible ? 'recovery-impossible' : 'recovery-lead')}</p>
      {code === null ? null : <CodeShown code={code} name={access.fullName} onKept={() => { setCode(null); }} />}
      {access.recovery !== null ? <Open key={access.recovery.id} recovery={access.recovery} onCode={setCode} /> : own || !access.recoveryPossible || !access.active ? null : <Start staffId={staffId} />}
    </section>
  );
}
