import { type ReactElement, useState } from 'react';
import { dateAt } from '../../../../kernel/local-time.ts';
import { DayField } from '../../../../web/staff/components/day-field/day-field.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { ExchangeFrame } from './exchange-frame.tsx';
import { EXCHANGE_WORDS } from './exchange-messages.ts';

const FORMATS = [['xlsx', 'Excel .xlsx'], ['csv', 'CSV'], ['json', 'JSON']] as const;

/** The dossiers of a period as a file for another system. */
export function ExportScreen(): ReactElement {
  const t = useWords(EXCHANGE_WORDS);
  const [today] = useState(() => dateAt(Date.now()));
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [format, setFormat] = useState<string>('xlsx');
  const address = `/api/exchange/export?format=${format}&from=${from}&to=${to}${onlyOpen ? '&open=1' : ''}`;
  return (
    <ExchangeFrame tab="export">
      <Notice kind="info"><p>{t('export-why')}</p></Notice>
      <div className="exchange-choices">
        <DayField id="export-from" label={t('from')} needed value={from} onChange={setFrom} />
        <DayField id="export-to" label={t('to')} needed value={to} onChange={setTo} />
        <Field id="export-format" label={t('format')}>
          {(control) => <select {...control} className="box" value={format} onChange={(event) => { setFormat(event.target.value); }}>{FORMATS.map(([value, name]) => <option key={value} value={value}>{name}</option>)}</select>}
        </Field>
      </div>
      <label><input type="checkbox" checked={onlyOpen} onChange={(event) => { setOnlyOpen(event.target.checked); }} /> {t('only-open')}</label>
      <div className="button-row"><a className="button" href={address}>{t('download')}</a></div>
    </ExchangeFrame>
  );
}
