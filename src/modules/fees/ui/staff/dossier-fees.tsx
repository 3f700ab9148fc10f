import { type ReactElement, useState } from 'react';
import { momentWords } from '../../../../kernel/date-words.ts';
import { formatDong } from '../../../../kernel/money.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { askedOfDraft, draftOfAsked, type FeesDraft } from '../../contract/fees-draft.ts';
import { type FeesDone, type FeesResponse } from '../../contract/fee-schemas.ts';
import { FeeLines } from './fee-lines.tsx';
import { FEE_STAFF_WORDS } from './fee-messages.ts';
import { FeePicker } from './fee-picker.tsx';
import './fees.css';

function History({ history }: Pick<FeesResponse, 'history'>): ReactElement | null {
  const t = useWords(FEE_STAFF_WORDS);
  const { locale } = useLocale();
  if (history.length < 2) return null;
  return (
    <details>
      <summary>{t('history', { count: history.length - 1 })}</summary>
      <ul className="fee-history">
        {history.map(({ version, at, by, reason, totalBefore, total }) => (
          <li key={version}>
            {totalBefore === null ? t('history-first', { total: formatDong(total) }) : t('history-line', { before: formatDong(totalBefore), total: formatDong(total), reason: reason ?? '' })}
            <small className="quiet"> {t('by', { name: by, moment: momentWords(Date.parse(at), locale) })}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Change {
  readonly draft: FeesDraft;
  readonly reason: string;
  readonly paidKnown: boolean;
}

function ChangeForm({ dossierId, fees, onDone }: { readonly dossierId: string; readonly fees: FeesResponse; readonly onDone: () => void }): ReactElement {
  const t = useWords(FEE_STAFF_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [change, setChange] = useState<Change>(() => ({ draft: draftOfAsked(fees.asked), reason: '', paidKnown: false }));
  const { busy, refusal, send } = useCommand<FeesDone>(() => {
    announce(t('saved'));
    onDone();
  });
  const fault = refusal === null ? undefined : refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message;
  const ofReason = refusal?.code === 'fees.reason-missing';
  return (
    <form
      noValidate className="fee-change"
      onSubmit={(event) => {
        event.preventDefault();
        void send(`/api/dossiers/${dossierId}/fees`, { expectedVersion: fees.version, reason: change.reason.normalize('NFC').trim(), paidKnown: change.paidKnown, fees: askedOfDraft(change.draft) });
      }}
    >
      <FeePicker
        subject={{ procedureCode: fees.procedureCode, channel: fees.channel, day: fees.day, filedOn: fees.filedOn }}
        draft={change.draft} onChange={(draft) => { setChange({ ...change, draft }); }} fault={ofReason ? undefined : fault}
      />
      {fees.version === null ? null : (
        <Field id="fee-reason" label={t('reason')} note={t('reason-note')} fault={ofReason ? fault : undefined} wide>
          {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={500} value={change.reason} onChange={(event) => { setChange({ ...change, reason: event.target.value }); }} />}
        </Field>
      )}
      {fees.paid === 0 ? null : (
        <label className="choice"><input type="checkbox" checked={change.paidKnown} onChange={(event) => { setChange({ ...change, paidKnown: event.target.checked }); }} />{t('paid-known', { paid: formatDong(fees.paid) })}</label>
      )}
      <div className="button-row"><Button submit busy={busy}>{t('save')}</Button><Button kind="quiet" onPress={onDone}>{t('cancel')}</Button></div>
    </form>
  );
}

/** The fees of a dossier: every line with its basis, what was paid, how they were changed, and the way to change them. */
export function DossierFees({ dossierId }: { readonly dossierId: string }): ReactElement | null {
  const t = useWords(FEE_STAFF_WORDS);
  const fees = useApi<FeesResponse>(`/api/dossiers/${dossierId}/fees`).data;
  const [changing, setChanging] = useState(false);
  if (fees === undefined) return null;
  return (
    <section className="dossier-fees" aria-labelledby="fees-title">
      <h3 id="fees-title">{t('title')}</h3>
      {changing ? <ChangeForm dossierId={dossierId} fees={fees} onDone={() => { setChanging(false); }} /> : (
        <>
          {fees.version === null ? <p className="quiet">{t('not-assessed')}</p> : <FeeLines fees={fees} />}
          {fees.paid === 0 ? null : <p>{t('paid', { paid: formatDong(fees.paid) })}</p>}
          {fees.mayChange ? <div><Button kind="quiet" onPress={() => { setChanging(true); }}>{t(fees.version === null ? 'assess' : 'change')}</Button></div> : null}
          <History history={fees.history} />
        </>
      )}
    </section>
  );
}
