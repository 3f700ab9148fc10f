import { type ReactElement } from 'react';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useWords } from '../../../../web/staff/locale.tsx';
import { type InstallationView, type NamingView } from '../../contract/installation-schemas.ts';
import { INSTALLATION_WORDS } from './installation-messages.ts';
import { NamingCard } from './naming-card.tsx';
import { ProposeForm } from './propose-form.tsx';
import './installation.css';

const SECTIONS = [['waits', 'waiting'], ['holds', 'holding'], ['later', 'later'], ['over', 'over']] as const satisfies readonly (readonly [NamingView['standing'], string])[];

/** Who speaks for an installation of several communes: seen by every administrator, named and ended by two of those who do. */
export function InstallationScreen(): ReactElement {
  const t = useWords(INSTALLATION_WORDS);
  const count = useCountWords();
  const reading = useApi<InstallationView>('/api/installation-administrators', { keepLast: true });
  const { data } = reading;
  if (data === undefined) return <div className="inst-page"><h1>{t('title')}</h1>{reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={6} />}</div>;
  const { communes, speaks, others, namings } = data;
  if (communes === 1) return <div className="inst-page"><h1>{t('title')}</h1><Notice kind="info"><p>{t('lead-one')}</p></Notice></div>;
  const nobody = namings.every(({ standing }) => standing !== 'holds');
  return (
    <div className="inst-page">
      <h1>{t('title')}</h1>
      <p className="inst-lead">{t('lead', { count: count(communes) })}</p>
      {nobody ? <Notice kind="check"><p>{t('nobody')}</p></Notice> : speaks ? null : <Notice kind="info"><p>{t('not-you')}</p></Notice>}
      {speaks && !others ? <Notice kind="check"><p>{t('alone')}</p></Notice> : null}
      {SECTIONS.map(([standing, word]) => {
        const shown = namings.filter((naming) => naming.standing === standing);
        return shown.length === 0 ? null : (
          <section key={standing} aria-labelledby={`inst-${standing}`}>
            <h2 id={`inst-${standing}`}>{t(word)}</h2>
            <ul className="inst-list">{shown.map((naming) => <NamingCard key={naming.id} naming={naming} />)}</ul>
          </section>
        );
      })}
      {speaks && others ? <ProposeForm candidates={data.candidates} today={data.today} /> : null}
    </div>
  );
}
