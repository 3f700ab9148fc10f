import { type ReactElement, useState } from 'react';
import { momentWords, plainDateWords } from '../../../../kernel/date-words.ts';
import { UNREACHABLE } from '../../../../web/staff/api/refusal.ts';
import { useCommand } from '../../../../web/staff/api/use-command.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../web/staff/messages.ts';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { type NamingDone, type NamingView } from '../../contract/installation-schemas.ts';
import { INSTALLATION_WORDS } from './installation-messages.ts';

type Act = NamingView['acts'][number];

/** One naming: who, for which days, who decided what about it, and what the reader may do. */
export function NamingCard({ naming }: { readonly naming: NamingView }): ReactElement {
  const t = useWords(INSTALLATION_WORDS);
  const shell = useWords(STAFF_WORDS);
  const { locale } = useLocale();
  const [ending, setEnding] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, refusal, send } = useCommand<NamingDone>(() => {
    setEnding(false);
    setReason('');
    announce(t('done'));
  });
  const act = (what: Act): void => { void send(`/api/installation-administrators/${naming.id}/acts`, { act: what, reason }); };
  const moment = (iso: string | null): string => (iso === null ? '' : momentWords(Date.parse(iso), locale, 'with-year'));
  const story = [
    ...(naming.reason === null ? [] : [t('reason', { reason: naming.reason })]),
    ...(naming.proposedAt === null ? [] : [naming.proposedByName === null ? t('proposed-machine', { moment: moment(naming.proposedAt) }) : t('proposed-by', { name: naming.proposedByName, moment: moment(naming.proposedAt) })]),
    ...(naming.decidedByName === null || naming.overBy === 'declined' ? [] : [t('agreed-by', { name: naming.decidedByName })]),
    ...(naming.overBy === null ? [] : [t(`by.${naming.overBy}`, { name: naming.endedByName ?? naming.decidedByName ?? '', moment: moment(naming.endedAt) })]),
  ];
  const reasonFault = refusal?.faults.find(({ field }) => field === 'reason')?.message;
  return (
    <li className="inst-card">
      <h3>{naming.fullName} <span className="quiet">{naming.communeName}</span></h3>
      <p>{t('from-to', { from: plainDateWords(naming.validFrom, locale), until: plainDateWords(naming.validTo, locale) })}</p>
      {story.map((line) => <small key={line} className="quiet">{line}</small>)}
      {naming.standing === 'over' || naming.endProposedByName === null ? null : <Notice kind="check"><p>{t('ending', { name: naming.endProposedByName, reason: naming.endReason ?? '' })}</p></Notice>}
      {refusal === null || reasonFault !== undefined ? null : <Notice kind="bad" live><p>{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</p></Notice>}
      {ending ? (
        <form className="inst-form" onSubmit={(event) => { event.preventDefault(); act('propose-end'); }}>
          <Field id={`end-${naming.id}`} label={t('end-reason')} fault={reasonFault}>
            {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={300} value={reason} onChange={(event) => { setReason(event.target.value); }} />}
          </Field>
          <div className="button-row">
            <Button submit busy={busy}>{t('send-end')}</Button>
            <Button kind="plain" onPress={() => { setEnding(false); }}>{t('cancel')}</Button>
          </div>
        </form>
      ) : naming.acts.length === 0 ? null : (
        <div className="button-row">
          {naming.acts.map((one) => (
            <Button key={one} kind={one === 'agree' || one === 'agree-end' ? 'main' : 'quiet'} busy={busy} label={`${t(`act.${one}`)}: ${naming.fullName}, ${naming.communeName}`} onPress={() => { if (one === 'propose-end') setEnding(true); else act(one); }}>{t(`act.${one}`)}</Button>
          ))}
        </div>
      )}
    </li>
  );
}
