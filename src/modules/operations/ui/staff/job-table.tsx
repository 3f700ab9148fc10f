import { type ReactElement } from 'react';
import { momentWords } from '../../../../kernel/date-words.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { type JobsResponse } from '../../contract/operations-schemas.ts';
import { OPERATIONS_WORDS } from './operations-messages.ts';

const KNOWN = [
  'dossiers.tell-late', 'dossiers.tell-handovers', 'dossiers.tell-silent-agencies', 'linked-cases.exchange', 'linked-cases.tell-unacknowledged', 'exchange.send', 'calendar.settle', 'calendar.adopt-official-days', 'identity.settle-units', 'privacy.tell-requests', 'privacy.retention', 'identity.purge', 'devices.purge', 'files.clear-out', 'outbox.forget', 'requests.forget', 'commune-merges.perform', 'journal.archive', 'journal.verify',
] as const;

export interface JobTableProps {
  readonly jobs: JobsResponse['jobs'];
  readonly busy: boolean;
  readonly onRun: (name: string) => void;
}

/** The regular jobs with their times; what failed says since how often and why. */
export function JobTable({ jobs, busy, onRun }: JobTableProps): ReactElement {
  const t = useWords(OPERATIONS_WORDS);
  const { locale } = useLocale();
  const moment = (iso: string): string => momentWords(Date.parse(iso), locale, 'without-year');
  const words = (name: string): string => {
    const known = KNOWN.find((one) => one === name);
    return known === undefined ? t('job.other', { name }) : t(`job.${known}`);
  };
  return (
    <table className="ops-table">
      <thead><tr><th scope="col">{t('column.what')}</th><th scope="col">{t('column.last')}</th><th scope="col">{t('column.next')}</th><td /></tr></thead>
      <tbody>
        {[...jobs].sort((a, b) => b.failures - a.failures).map((job) => (
          <tr key={job.name}>
            <th scope="row">
              {words(job.name)}
              {job.failures === 0 ? null : <small className="ops-bad"><Icon name="overdue" />{t('failures', { count: job.failures })}</small>}
              {job.failures === 0 || job.lastError === null ? null : <code className="ops-error">{job.lastError}</code>}
            </th>
            <td><span className="ops-label" aria-hidden={true}>{t('column.last')}: </span>{job.lastFinishedAt === null ? t('never') : moment(job.lastFinishedAt)}</td>
            <td><span className="ops-label" aria-hidden={true}>{t('column.next')}: </span>{moment(job.nextAt)}</td>
            <td><Button kind="plain" busy={busy} label={`${t('run')}: ${words(job.name)}`} onPress={() => { onRun(job.name); }}>{t('run')}</Button></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
