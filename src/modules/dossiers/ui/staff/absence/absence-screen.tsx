import { type ReactElement, useState } from 'react';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type AbsencesResponse } from '../../../contract/absence-schemas.ts';
import { AbsenceLine } from './absence-line.tsx';
import { ABSENCE_WORDS } from './absence-messages.ts';
import { GiveForm } from './give-form.tsx';
import './absence.css';

/** Giving the list of somebody who is away to others, and the lists that were given. */
export function AbsenceScreen(): ReactElement {
  const t = useWords(ABSENCE_WORDS);
  const [openId, setOpenId] = useState<string | null>(null);
  const reading = useApi<AbsencesResponse>('/api/absences', { every: 60_000, keepLast: true });
  return (
    <div className="absences">
      <h1>{t('title')}</h1>
      <p className="quiet">{t('lead')}</p>
      <GiveForm onGiven={setOpenId} />
      <h2>{t('list')}</h2>
      {reading.isPending ? <Skeleton lines={4} /> : null}
      {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : null}
      {reading.isSuccess && reading.data.items.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      <ul className="absence-list">
        {(reading.data?.items ?? []).map((absence) => <AbsenceLine key={absence.id} absence={absence} open={openId === absence.id} onOpen={(open) => { setOpenId(open ? absence.id : null); }} />)}
      </ul>
    </div>
  );
}
