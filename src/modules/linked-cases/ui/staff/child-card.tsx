import { type ReactElement, useState } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { callApi } from '../../../../web/staff/api/call-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../web/staff/components/notice/notice.tsx';
import { TimeLeft } from '../../../../web/staff/components/time-left/time-left.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { announce } from '../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type CaseResponse } from '../../contract/linked-case-schemas.ts';
import { CASE_WORDS } from '../case-messages.ts';
import { ChildForm, childRequest, type FormAction } from './child-form.tsx';
import { LINKED_WORDS } from './linked-messages.ts';
import { MessageLine } from './message-line.tsx';
import { RequestLines } from './request-lines.tsx';
import { useCaseCall } from './use-case-call.ts';

type Child = CaseResponse['children'][number];

/** Where a child stands, in one sentence. */
function StandingLine({ child }: { readonly child: Child }): ReactElement {
  const t = useWords(LINKED_WORDS);
  const shared = useWords(CASE_WORDS);
  const { locale } = useLocale();
  const moment = (iso: string | null): string => (iso === null ? '' : momentWords(Date.parse(iso), locale, 'without-year'));
  const by = (iso: string | null): string => (locale === 'vi' ? `trước ${moment(iso)}` : `by ${moment(iso)}`);
  const words = (): string => {
    switch (child.state) {
      case 'waiting':
        return t('child-waits', { names: child.waitsFor.join(', '), moment: by(child.dueAt) });
      case 'in-progress':
        return t('child-due', { limit: child.limitWords, moment: by(child.dueAt) });
      case 'paused':
        return child.pauseReason === null ? shared('time.paused') : t('child-paused', { reason: shared(`pause.${child.pauseReason}`), moment: by(child.answerBy) });
      case 'finished':
        return t('child-ended', { moment: moment(child.endedAt) });
      case 'refused':
      case 'stopped':
      case 'withdrawn':
        return t('child-stopped', { moment: moment(child.endedAt) });
    }
  };
  return <p>{words()}</p>;
}

export interface ChildCardProps {
  readonly caseId: string;
  readonly version: number;
  readonly child: Child;
}

/** One procedure of a case: its agency, its clock, its result, the last message to its agency, and exactly what may be done. */
export function ChildCard({ caseId, version, child }: ChildCardProps): ReactElement {
  const t = useWords(LINKED_WORDS);
  const [form, setForm] = useState<FormAction>();
  const call = useCaseCall(`/api/linked-cases/${caseId}/actions`, version);
  const [sending, setSending] = useState(false);
  const retry = async () => {
    setSending(true);
    // What is sent again goes out now; if that does not work the next round does it a minute later.
    if (await call.send(childRequest(child.key, 'retry'))) {
      await callApi('POST', '/api/linked-cases/exchange', {});
      await call.refresh();
      announce(t('retried'));
    }
    setSending(false);
  };
  const urgent = child.transfer?.alert != null && child.actions.length > 0;
  return (
    <li className={`linked-child linked-child-${child.state}${urgent ? ' linked-child-urgent' : ''}`}>
      <div className="linked-child-top">
        <div>
          <h3>{child.name}</h3>
          <small className="quiet">{child.agencyName}</small>
        </div>
        <TimeLeft standing={child.timeState} words={child.timeWords} used={child.used} />
      </div>
      <StandingLine child={child} />
      {child.resultNumber === null ? null : <p><b>{t('result', { name: child.resultName, number: child.resultNumber })}</b></p>}
      {child.words === null ? null : <p className="linked-words">{child.words}</p>}
      {child.holderName === null || child.endedAt !== null ? null : <p className="quiet">{t('child-holder', { name: child.holderName })}</p>}
      {child.transfer === null ? null : <MessageLine transfer={child.transfer} />}
      {child.dossierId === null ? null : <p><Link href={STAFF_PATHS.inList('all', child.dossierId)}>{t('open-dossier')}</Link></p>}
      {call.refusal === undefined ? null : <Notice kind="bad" live><p>{call.refusal.message}</p></Notice>}
      {form === undefined ? (
        child.actions.length === 0 ? null : (
          <div className="button-row">
            {child.actions.map((action) => (
              <Button
                key={action} kind={urgent && action === 'retry' ? 'main' : action === 'withdraw' ? 'plain' : 'quiet'} busy={action === 'retry' && sending} label={`${t(`action.${action}`)}: ${child.name}`}
                onPress={() => {
                  if (action === 'retry') void retry();
                  else setForm(action);
                }}
              >{t(`action.${action}`)}</Button>
            ))}
          </div>
        )
      ) : (
        <ChildForm key={form} caseId={caseId} version={version} child={child.key} action={form} onDone={() => { setForm(undefined); }} onCancel={() => { setForm(undefined); }} />
      )}
      {child.request.length === 0 ? null : (
        <details>
          <summary aria-label={t('request-for', { name: child.name })}>{t('request')}</summary>
          <RequestLines caseId={caseId} child={child} />
        </details>
      )}
    </li>
  );
}
