import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { momentWords, plainDateWords } from '../../../../../kernel/date-words.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { useCommand } from '../../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useCountWords, useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type AbsenceResponse, type AbsencesResponse } from '../../../contract/absence-schemas.ts';
import { ABSENCE_WORDS } from './absence-messages.ts';

type Dossier = AbsenceResponse['dossiers'][number];

function Group({ title, dossiers, why }: { readonly title: string; readonly dossiers: readonly Dossier[]; readonly why: (dossier: Dossier) => string | null }): ReactElement | null {
  if (dossiers.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul className="absence-dossiers">
        {dossiers.map((one) => (
          <li key={one.id}>
            <Link href={STAFF_PATHS.inList('all', one.id)}>{one.procedureName}</Link> · {one.applicantName} <small className="quiet">{one.code}</small>
            {why(one) === null ? null : <span className="absence-why">{why(one)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Every dossier of a list, by what became of it; what stayed comes first, because somebody has to see to it. */
function AbsenceDossiers({ id }: { readonly id: string }): ReactElement {
  const t = useWords(ABSENCE_WORDS);
  const countWords = useCountWords();
  const reading = useApi<AbsenceResponse>(`/api/absences/${id}`, { keepLast: true });
  if (reading.isError) return <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} />;
  if (reading.data === undefined) return <Skeleton lines={3} />;
  const { dossiers, endedAt } = reading.data;
  const group = (title: 'stayed-title' | 'moved-title' | 'back-title' | 'back-stayed-title' | 'waiting-title', of: (dossier: Dossier) => boolean, why: (dossier: Dossier) => string | null = () => null) => {
    const found = dossiers.filter(of);
    return <Group title={t(title, { count: countWords(found.length) })} dossiers={found} why={why} />;
  };
  return (
    <div className="absence-detail">
      {group('waiting-title', ({ outcome }) => outcome === 'waiting')}
      {group('back-stayed-title', ({ back }) => back === 'stayed', ({ backWhy }) => backWhy)}
      {group('stayed-title', ({ outcome }) => outcome === 'stayed', ({ why }) => why)}
      {endedAt === null ? group('moved-title', ({ outcome }) => outcome === 'moved') : group('back-title', ({ back }) => back === 'moved')}
    </div>
  );
}

export interface AbsenceLineProps {
  readonly absence: AbsencesResponse['items'][number];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** One list that was given: who, to whom, how long and why, what moved and what stayed, and taking it back. */
export function AbsenceLine({ absence, open, onOpen }: AbsenceLineProps): ReactElement {
  const t = useWords(ABSENCE_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const countWords = useCountWords();
  const { busy, refusal, send } = useCommand<AbsenceResponse>((done) => {
    announce(done.endedAt === null ? t('counts', { moved: countWords(done.moved), stayed: countWords(done.stayed) }) : t('done-back', { count: countWords(done.dossiers.filter(({ back }) => back === 'moved').length) }));
    onOpen(true);
  });
  return (
    <li className="absence">
      <h3>{t('line', { name: absence.staff.fullName, to: absence.to?.fullName ?? t('to-unit') })}</h3>
      <p>{t('period', { from: plainDateWords(absence.fromDay, locale), until: plainDateWords(absence.untilDay, locale), reason: absence.reason })}</p>
      <p className="quiet">
        {[
          t('counts', { moved: countWords(absence.moved), stayed: countWords(absence.stayed) }),
          ...(absence.waiting > 0 ? [t('counts-waiting', { count: countWords(absence.waiting) })] : []),
          ...(absence.endedAt === null ? [] : [t('ended', { moment: momentWords(Date.parse(absence.endedAt), locale, 'without-year'), name: absence.endedBy ?? '' })]),
        ].join(' · ')}
      </p>
      {refusal === null ? null : <Notice kind="bad" live><p>{refusal.message === '' ? shell('no-answer') : refusal.message}</p></Notice>}
      <div className="button-row">
        {absence.mayAct && absence.waiting > 0 ? <Button busy={busy} onPress={() => { void send(`/api/absences/${absence.id}/continue`, {}); }}>{busy ? t('busy') : t('continue')}</Button> : null}
        {absence.mayAct && absence.moved > 0 ? <Button kind={absence.waiting > 0 ? 'quiet' : 'main'} busy={busy} onPress={() => { void send(`/api/absences/${absence.id}/end`, {}); }}>{busy ? t('busy') : t('take-back')}</Button> : null}
        <Button kind="plain" expanded={open} onPress={() => { onOpen(!open); }}>{t('open')}</Button>
      </div>
      {open ? <AbsenceDossiers id={absence.id} /> : null}
    </li>
  );
}
