import { type ReactElement, useState } from 'react';
import { momentWords, plainDateWords } from '../../../../../kernel/date-words.ts';
import { formatDong } from '../../../../../kernel/money.ts';
import { foldForSearch } from '../../../../../kernel/text-folding.ts';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type RatesResponse } from '../../../contract/fee-schemas.ts';
import { OnlinePart } from './online-part.tsx';
import { RateForm } from './rate-form.tsx';
import { RATE_WORDS } from './rate-messages.ts';
import './rates.css';

type Rate = RatesResponse['rates'][number];

function RateLine({ rate, today }: { readonly rate: Rate; readonly today: string }): ReactElement {
  const t = useWords(RATE_WORDS);
  const { locale } = useLocale();
  const [entering, setEntering] = useState(false);
  const amount = rate.today === null ? t('now-none') : t('now', { amount: formatDong(rate.today), unit: t(`unit.${rate.unit}`) });
  return (
    <li className="rate-line">
      <div className="rate-words">
        <h3>{rate.procedure ?? rate.label}</h3>
        <small className="quiet">{[...(rate.procedure === null ? [] : [rate.label]), ...(rate.procedureCode === null ? [] : [rate.procedureCode])].join(' · ')}</small>
      </div>
      <b className={rate.today === null ? 'rate-now rate-missing' : 'rate-now'}>{amount}</b>
      <div className="rate-acts">{entering ? null : <Button kind="quiet" label={`${t('enter')}: ${rate.procedure ?? rate.label}`} onPress={() => { setEntering(true); }}>{t('enter')}</Button>}</div>
      {entering ? <RateForm rate={rate} today={today} onDone={() => { setEntering(false); }} /> : null}
      {rate.entries.length === 0 ? null : (
        <details className="rate-entries">
          <summary>{t('history', { count: rate.entries.length })}</summary>
          <ul className="rate-history">
            {rate.entries.map((entry) => (
              <li key={entry.at}>
                {t('entry', { day: plainDateWords(entry.validFrom, locale), amount: entry.amount === null ? t('entry-ended') : formatDong(entry.amount), basis: entry.basis })}
                <small className="quiet"> {t('by', { name: entry.by, moment: momentWords(Date.parse(entry.at), locale) })}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

/** The amounts that the province and the office set, each from a day on, and what is not known yet. */
export function RatesScreen(): ReactElement {
  const t = useWords(RATE_WORDS);
  const [text, setText] = useState('');
  const [onlyMissing, setOnlyMissing] = useState(false);
  const reading = useApi<RatesResponse>('/api/fee-rates', { keepLast: true });
  if (reading.isError) return <div className="rate-page"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div>;
  if (reading.data === undefined) return <div className="rate-page"><Skeleton lines={10} /></div>;
  const { rates, online, today } = reading.data;
  const words = foldForSearch(text).split(' ').filter(Boolean);
  const shown = rates.filter((rate) => (!onlyMissing || rate.today === null) && words.every((word) => foldForSearch(`${rate.label} ${rate.procedure ?? ''} ${rate.procedureCode ?? ''}`).includes(word)));
  const groups = [['charges', shown.filter(({ known }) => known)], ['procedures', shown.filter(({ known }) => !known)]] as const;
  return (
    <div className="rate-page">
      <div className="rate-top">
        <h1>{t('title')}</h1>
        <div className="rate-search">
          <Icon name="search" />
          <input className="box" type="search" aria-label={t('search')} placeholder={t('search')} maxLength={80} value={text} onChange={(event) => { setText(event.target.value); }} />
        </div>
        <label><input type="checkbox" checked={onlyMissing} onChange={(event) => { setOnlyMissing(event.target.checked); }} /> {t('only-missing')}</label>
      </div>
      <p className="rate-lead">{t('lead')}</p>
      <OnlinePart online={online} today={today} />
      <p className="quiet" role="status">{shown.length === 0 ? t('none') : t('count', { missing: rates.filter((rate) => rate.today === null).length, all: rates.length })}</p>
      {groups.map(([group, items]) => (items.length === 0 ? null : (
        <section key={group} aria-labelledby={`rates-${group}`}>
          <h2 id={`rates-${group}`}>{t(`group.${group}`)}</h2>
          <ul>{items.map((rate) => <RateLine key={rate.code} rate={rate} today={today} />)}</ul>
        </section>
      )))}
    </div>
  );
}
