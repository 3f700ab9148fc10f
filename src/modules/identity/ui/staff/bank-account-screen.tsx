import { type ReactElement, useState } from 'react';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type BankAccountView } from '../../contract/bank-account.ts';
import { BANK_ACCOUNT_WORDS } from './bank-account-messages.ts';
import { useStaffSave } from './use-staff-save.ts';
import './staff.css';

function AccountForm({ view }: { readonly view: BankAccountView }): ReactElement {
  const t = useWords(BANK_ACCOUNT_WORDS);
  const save = useStaffSave();
  const [entry, setEntry] = useState({ bin: view.account?.bin ?? '', number: view.account?.number ?? '', holder: view.account?.holder ?? '' });
  const [saved, setSaved] = useState(false);
  const change = (part: Partial<typeof entry>) => {
    setEntry({ ...entry, ...part });
    setSaved(false);
    save.touched();
  };
  return (
    <form
      className="staff-page"
      onSubmit={(event) => {
        event.preventDefault();
        void save.send('PUT', '/api/bank-account', entry).then(setSaved);
      }}
    >
      <h1>{t('title')}</h1>
      <p className="staff-lead">{t('lead')}</p>
      {view.account === null ? <p className="quiet">{t('none')}</p> : null}
      <Field id="account-bank" label={t('bank')} fault={save.faultOf('bin')}>
        {(control) => (
          <select {...control} className="box" value={entry.bin} onChange={(event) => { change({ bin: event.target.value }); }}>
            <option value="">{t('choose')}</option>
            {view.banks.map(({ bin, name }) => <option key={bin} value={bin}>{name}</option>)}
          </select>
        )}
      </Field>
      <Field id="account-number" label={t('number')} fault={save.faultOf('number')}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" inputMode="numeric" maxLength={40} value={entry.number} onChange={(event) => { change({ number: event.target.value }); }} />}
      </Field>
      <Field id="account-holder" label={t('holder')} note={t('holder-note')} fault={save.faultOf('holder')}>
        {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={100} value={entry.holder} onChange={(event) => { change({ holder: event.target.value }); }} />}
      </Field>
      {save.notice === undefined ? null : <Notice kind="bad" live><p>{save.notice}</p></Notice>}
      {saved ? <Notice kind="good" live><p>{t('saved')}</p></Notice> : null}
      <div className="button-row"><Button submit busy={save.busy}>{t(save.busy ? 'saving' : 'save')}</Button></div>
    </form>
  );
}

/** Into which account citizens pay: one small form. */
export function BankAccountScreen(): ReactElement {
  const reading = useApi<BankAccountView>('/api/bank-account');
  if (reading.isError) return <div className="staff-page"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div>;
  return reading.data === undefined ? <Skeleton lines={5} /> : <AccountForm view={reading.data} />;
}
