import { type ReactElement } from 'react';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { DOSSIER_WORDS } from './dossier-messages.ts';

/** The hand-over that waits for another unit, the urging that waits for its answer, and the extension that was asked for or given, above everything else on the dossier. */
export function LateNotices({ dossier }: { readonly dossier: DossierResponse }): ReactElement | null {
  const t = useWords(DOSSIER_WORDS);
  const { locale } = useLocale();
  const { urge, extension } = dossier.late;
  const { handover } = dossier;
  const moment = (iso: string): string => momentWords(Date.parse(iso), locale, 'without-year');
  return (
    <>
      {handover === null ? null : (
        <Notice kind={handover.overdue ? 'bad' : 'check'}>
          <p>{t(handover.overdue ? 'handover.overdue' : 'handover.waiting', { from: handover.from, to: handover.to, by: handover.by, moment: moment(handover.takeOverBy) })} “{handover.reason}”</p>
        </Notice>
      )}
      {urge === null ? null : (
        <Notice kind="check"><p>{t('late.urged', { by: urge.by, moment: moment(urge.at) })} “{urge.words}”</p></Notice>
      )}
      {extension === null || dossier.endedAt !== null ? null : (
        <Notice kind={extension.status === 'proposed' ? 'check' : 'info'}>
          <p>{t(extension.status === 'proposed' ? 'late.asked' : 'late.extended', { by: extension.by, moment: moment(extension.newDueAt) })} “{extension.reason}”</p>
        </Notice>
      )}
    </>
  );
}
