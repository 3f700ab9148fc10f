import { type ReactElement } from 'react';
import { plainDateWords } from '../../../../../kernel/date-words.ts';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { DOSSIER_WORDS } from './dossier-messages.ts';

/** What an agency of the province is asked and has not answered, and the newest answer, above everything else on the dossier. */
export function AgencyNotices({ dossier }: { readonly dossier: DossierResponse }): ReactElement | null {
  const t = useWords(DOSSIER_WORDS);
  const { locale } = useLocale();
  const day = (date: string | null): string => (date === null ? '' : plainDateWords(date, locale));
  const last = dossier.agencies.at(-1);
  if (last === undefined) return null;
  if (last.state === 'answered') {
    return <Notice kind="info"><p>{t('agency.answered', { agency: last.agency, number: last.answerNumber ?? '', answered: day(last.answeredOn) })} “{last.words}”</p></Notice>;
  }
  if (last.state !== 'sent' && last.state !== 'received') return null;
  return (
    <Notice kind={last.overdue ? 'bad' : 'check'}>
      <p>
        {t('agency.waiting', { agency: last.agency, number: last.documentNumber, sent: day(last.sentOn), expected: day(last.expectedOn) })}
        {last.receivedOn === null ? null : ` ${t('agency.has-it', { agency: last.agency, received: day(last.receivedOn) })}`}
        {last.overdue ? ` ${t('agency.overdue')}` : null}
        {last.afterDue ? ` ${t('agency.after-due')}` : null} “{last.question}”
      </p>
    </Notice>
  );
}
