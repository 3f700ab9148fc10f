import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useCountWords, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type ConsentCountsResponse } from '../../../contract/consent-schemas.ts';
import { CONSENT_WORDS } from './consent-messages.ts';
import '../privacy.css';

/** How many people have consented to what, and the list of recipients for each purpose: of them and nobody else. */
export function ConsentScreen(): ReactElement {
  const t = useWords(CONSENT_WORDS);
  const count = useCountWords();
  const reading = useApi<ConsentCountsResponse>('/api/consents');
  const view = reading.data;
  return (
    <div className="privacy">
      <p><Link href={STAFF_PATHS.dataRequests}>{t('back')}</Link></p>
      <h1>{t('title')}</h1>
      <p className="quiet">{t('lead')}</p>
      {view === undefined ? (reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={5} />) : (
        <ul className="privacy-list">
          {view.items.map((item) => (
            <li key={item.purpose} className="privacy-line">
              <h2>{item.name}</h2>
              <p>{item.words}</p>
              <p>{t('counts', { given: count(item.given), withdrawn: count(item.withdrawn) })}{item.outdated === 0 ? '' : ` ${t('outdated', { count: count(item.outdated) })}`}</p>
              {item.reachable === 0 ? <p className="quiet">{t('nobody')}</p> : <p><a href={`/api/consents/${item.purpose}/recipients.csv`}>{t('recipients', { count: count(item.reachable) })}</a></p>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
