import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { plainDateWords } from '../../../../../kernel/date-words.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { useSession } from '../../../../../web/staff/session.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type AbsencesResponse } from '../../../contract/absence-schemas.ts';
import { ABSENCE_WORDS } from './absence-messages.ts';

/** Whoever is back is told where the own dossiers are, and whoever has somebody’s for how long: both lead to taking them back. */
export function AbsenceReminder(): ReactElement | null {
  const t = useWords(ABSENCE_WORDS);
  const { locale } = useLocale();
  const countWords = useCountWords();
  const { staffId } = useSession();
  const items = useApi<AbsencesResponse>('/api/absences', { every: 5 * 60_000, keepLast: true }).data?.items ?? [];
  const open = items.filter((one) => one.endedAt === null && one.moved > 0 && (one.staff.id === staffId || one.to?.id === staffId));
  if (open.length === 0) return null;
  return (
    <Notice kind="info">
      {open.map((one) => (
        <p key={one.id}>
          {one.staff.id === staffId
            ? t('reminder-own', { count: countWords(one.moved), to: one.to?.fullName ?? t('to-unit') })
            : t('reminder-given', { count: countWords(one.moved), name: one.staff.fullName, until: plainDateWords(one.untilDay, locale) })}
          {' '}
          <Link href={STAFF_PATHS.absences}>{t(one.staff.id === staffId ? 'reminder-back' : 'reminder-see')}</Link>
        </p>
      ))}
    </Notice>
  );
}
