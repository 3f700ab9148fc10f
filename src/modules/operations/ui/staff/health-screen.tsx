import { type ReactElement } from 'react';
import { momentWords } from '../../../../kernel/date-words.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type HealthReport } from '../../contract/operations-schemas.ts';
import { HEALTH_SCREEN_WORDS } from './health-messages.ts';
import './operations.css';

const GRADES = ['bad', 'attention', 'well'] as const;
const ICONS = { bad: 'bad', attention: 'overdue', well: 'good' } as const;
const NOTICES = { bad: 'bad', attention: 'check', well: 'good' } as const;

/** What the examination of the installation found: the broken first, each with what it means and what to do. */
export function HealthScreen(): ReactElement {
  const t = useWords(HEALTH_SCREEN_WORDS);
  const { locale } = useLocale();
  const reading = useApi<HealthReport>('/api/health-report');
  if (reading.isError) return <div className="ops-page"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div>;
  if (reading.data === undefined) return <div className="ops-page"><Skeleton lines={8} /></div>;
  const { at, grade, findings } = reading.data;
  return (
    <div className="ops-page">
      <h1>{t('title')}</h1>
      <p className="ops-lead">{t('lead')}</p>
      <Notice kind={NOTICES[grade]} live><p>{t(`grade.${grade}`, { count: findings.filter((one) => one.grade === grade).length })}</p></Notice>
      {GRADES.map((one) => {
        const here = findings.filter((found) => found.grade === one);
        return here.length === 0 ? null : (
          <section key={one} aria-labelledby={`health-${one}`}>
            <h2 id={`health-${one}`}>{t(one)}</h2>
            <ul>
              {here.map((found) => (
                <li key={found.code} className={`health-line health-${one}`}>
                  <Icon name={ICONS[one]} />
                  <div className="ops-words">
                    {one === 'well' ? <span>{found.what}</span> : <b>{found.what}</b>}
                    {found.means === '' ? null : <span>{found.means}</span>}
                    {found.next === '' ? null : <span className="quiet">{t('next')}: {found.next}</span>}
                  </div>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <div className="button-row">
        <Button kind="quiet" busy={reading.isFetching} onPress={() => { void reading.refetch(); }}>{t('again')}</Button>
        <small className="quiet">{t('examined', { moment: momentWords(Date.parse(at), locale) })}</small>
      </div>
    </div>
  );
}
