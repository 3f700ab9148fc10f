import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type CopySheetResponse } from '../../contract/exchange-schemas.ts';
import { EXCHANGE_WORDS } from './exchange-messages.ts';
import './exchange.css';

/** A dossier in the order of another system's screen, a button to copy each field and one for all of them. */
export function CopyScreen({ id }: { readonly id: string }): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const reading = useApi<CopySheetResponse>(`/api/exchange/dossiers/${id}/copy-sheets`);
  const [chosen, setChosen] = useState('');
  const sheet = reading.data;
  if (sheet === undefined) return <section className="exchange">{reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={8} />}</section>;
  const target = sheet.targets.find(({ code }) => code === chosen) ?? sheet.targets[0];
  const copy = async (text: string, said: string) => {
    try {
      await navigator.clipboard.writeText(text);
      announce(said);
    } catch {
      announce(t('copy-failed'));
    }
  };
  return (
    <section className="exchange" aria-labelledby="copy-title">
      <h1 id="copy-title">{t('copy-title', { name: sheet.applicantName })}</h1>
      <p><Link href={STAFF_PATHS.inList('all', id)}>{sheet.code}</Link></p>
      {target === undefined ? null : (
        <>
          <div className="exchange-choices">
            <Field id="copy-target" label={t('copy-target')} note={target.note}>
              {(control) => <select {...control} className="box" value={target.code} onChange={(event) => { setChosen(event.target.value); }}>{sheet.targets.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</select>}
            </Field>
          </div>
          <dl className="exchange-copy">
            {target.fields.map(({ label, value }) => (
              <div key={label} className="exchange-copy-line">
                <dt className="quiet">{label}</dt>
                <dd>{value === '' ? <span className="quiet">{t('nothing-there')}</span> : value}</dd>
                {value === '' ? <span /> : <Button kind="quiet" label={`${t('copy-one')}: ${label}`} onPress={() => { void copy(value, t('copied', { what: label })); }}>{t('copy-one')}</Button>}
              </div>
            ))}
          </dl>
          <div className="button-row"><Button onPress={() => { void copy(target.fields.map(({ value }) => value.replaceAll(/[\t\r\n]+/gu, ' ')).join('\t'), t('copied-all')); }}>{t('copy-all')}</Button></div>
        </>
      )}
    </section>
  );
}
