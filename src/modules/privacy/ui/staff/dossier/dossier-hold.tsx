import { type ReactElement, useState } from 'react';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { type HoldResponse, type HoldState } from '../../../contract/retention-schemas.ts';
import { DOSSIER_PRIVACY_WORDS } from './dossier-privacy-messages.ts';
import '../privacy.css';

/** Whether a dossier is held, since when and why, and the way to hold or release it. */
export function DossierHold({ dossierId }: { readonly dossierId: string }): ReactElement | null {
  const t = useWords(DOSSIER_PRIVACY_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const state = useApi<HoldState>(`/api/dossiers/${dossierId}/hold`).data;
  const [reason, setReason] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const { busy, refusal, send } = useCommand<HoldResponse>(() => { setReason(null); });
  if (state === undefined) return null;
  const { hold } = state;
  const act = hold === null ? 'hold' : 'release';
  return (
    <section className="dossier-privacy" aria-labelledby="hold-title">
      <h3 id="hold-title">{t('hold-title')}</h3>
      {hold === null ? <p className="quiet">{t('hold-not')}</p> : <Notice kind="check"><p>{t('hold-is', { by: hold.by, moment: momentWords(Date.parse(hold.since), locale), reason: hold.reason })}</p><p>{t('hold-means')}</p></Notice>}
      {reason === null ? <div><Button kind="quiet" onPress={() => { setReason(''); }}>{t(act)}</Button></div> : (
        <form noValidate onSubmit={(event) => {
          event.preventDefault();
          setMissing(reason.trim() === '');
          if (reason.trim() !== '') void send(`/api/dossiers/${dossierId}/${act}-data`, { reason: reason.trim() });
        }}>
          <Field id="hold-reason" label={t(hold === null ? 'hold-why' : 'release-why')} fault={missing ? t('reason-missing') : undefined} wide>
            {(control) => <input {...control} className="box" type="text" maxLength={1000} value={reason} onChange={(event) => {
              setReason(event.target.value);
              setMissing(false);
            }} />}
          </Field>
          {refusal === null ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
          <div className="button-row"><Button submit busy={busy}>{t('save')}</Button><Button kind="quiet" onPress={() => { setReason(null); }}>{t('cancel')}</Button></div>
        </form>
      )}
    </section>
  );
}
