import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { JournalLines } from './journal-lines.tsx';
import { JOURNAL_WORDS } from './journal-messages.ts';
import { useJournal } from './use-journal.ts';
import './journal.css';

function Opened({ object }: { readonly object: string }): ReactElement {
  const t = useWords(JOURNAL_WORDS);
  const reading = useJournal({ day: '', staff: '', object, action: '', month: '' });
  const [first] = reading.data?.pages ?? [];
  if (first === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={3} />;
  return (
    <>
      {first.items.length === 0 ? <p>{t('none')}</p> : <JournalLines lines={first.items} />}
      <p><Link href={`${STAFF_PATHS.journal('lines')}?ve=${encodeURIComponent(object)}`}>{t('viewers-all')}</Link></p>
    </>
  );
}

/** “Who looked” on a dossier's page, for leaders; read only when it is unfolded, because reading it is an entry itself. */
export function DossierViewers({ dossierId }: { readonly dossierId: string }): ReactElement {
  const t = useWords(JOURNAL_WORDS);
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => { setOpen(event.currentTarget.open); }}>
      <summary>{t('viewers')}</summary>
      {open ? <div className="journal-narrow"><Opened object={`dossier:${dossierId}`} /></div> : null}
    </details>
  );
}
