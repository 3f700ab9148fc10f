import { type ReactElement, useState } from 'react';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { type CarriedResponse } from '../../../contract/dossier-schemas.ts';
import { ActionForm } from '../dossier/action-form.tsx';
import { type ActionSubject, useDossierAction } from '../dossier/use-dossier-action.ts';
import { DOSSIER_WORDS } from '../dossier/dossier-messages.ts';
import { CARRYING_WORDS } from './carrying-messages.ts';
import './carrying.css';

type Carried = CarriedResponse['items'][number];

function subjectOf(item: Carried): ActionSubject {
  return { id: item.dossierId, version: item.version, applicantName: item.applicantName, address: item.address, proposed: null, actions: ['report-delivery'] };
}

function CarriedResult({ item }: { readonly item: Carried }): ReactElement {
  const t = useWords(CARRYING_WORDS);
  const words = useWords(DOSSIER_WORDS);
  const { locale } = useLocale();
  const { form, busy, open, close, change, confirm } = useDossierAction(subjectOf(item), (plan) => { announce(words(plan.done, { name: item.applicantName })); });
  return (
    <li className="carried">
      <h2>{item.applicantName}</h2>
      <p>{item.address}</p>
      {item.applicantPhone === null ? null : <p><a className="carried-phone" href={`tel:${item.applicantPhone}`}>{item.applicantPhone}</a></p>}
      <p className="quiet">{[item.envelopeCode, ...(item.lastTo === null ? [] : [t('with', { name: item.lastTo })]), t('since', { moment: momentWords(Date.parse(item.sentAt), locale, 'without-year') })].join(' · ')}</p>
      {form === null ? (
        <Button onPress={() => { open('report-delivery'); }}>{t('report')}</Button>
      ) : (
        <ActionForm
          action={form.action}
          plan={form.plan}
          dossierId={item.dossierId}
          entries={form.entries}
          busy={busy}
          fault={form.missing === undefined ? undefined : { field: form.missing.field.name, words: words(form.missing.words) }}
          refusal={form.refusal?.message}
          onChange={change}
          onConfirm={() => { void confirm(); }}
          onCancel={close}
        />
      )}
    </li>
  );
}

/** Results on their way home, for whoever carries them: one card each, on a phone as well as at the counter. */
export function CarryingScreen(): ReactElement {
  const t = useWords(CARRYING_WORDS);
  const [typed, setTyped] = useState('');
  const reading = useApi<CarriedResponse>('/api/deliveries', { every: 60_000 });
  // A scanner types the address in the QR of the label.
  const wanted = (typed.split('/').at(-1) ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  const items = (reading.data?.items ?? []).filter((item) => wanted === '' || item.envelopeCode.replaceAll('-', '').includes(wanted));
  return (
    <div className="carrying">
      <h1>{t('title')}</h1>
      <label className="field">
        <span className="field-label">{t('code')}</span>
        <input className="box" type="text" autoComplete="off" autoCapitalize="characters" maxLength={40} value={typed} onChange={(event) => { setTyped(event.target.value); }} />
      </label>
      {reading.isPending ? <Skeleton lines={4} /> : null}
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {reading.isSuccess && items.length === 0 ? <p className="quiet">{t(wanted === '' ? 'none' : 'none-of-code')}</p> : null}
      <ul>{items.map((item) => <CarriedResult key={item.dossierId} item={item} />)}</ul>
    </div>
  );
}
