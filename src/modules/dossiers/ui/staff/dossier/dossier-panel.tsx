import { type ReactElement, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { momentWords, timeWords } from '../../../../../kernel/date-words.ts';
import { MS_PER_MINUTE, msOfDayAt } from '../../../../../kernel/local-time.ts';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { UNREACHABLE } from '../../../../../web/staff/api/refusal.ts';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DossierFees } from '../../../../../web/staff/components/dossier-fees/dossier-fees.tsx';
import { isProven } from '../../../domain/check-assistance.ts';
import { DossierAssistance } from '../../../../../web/staff/components/assisted/assisted.tsx';
import { DossierAnswers } from '../../../../../web/staff/components/dossier-answers/dossier-answers.tsx';
import { DossierConsents, DossierHold } from '../../../../../web/staff/components/dossier-privacy/dossier-privacy.tsx';
import { DossierViewers } from '../../../../../web/staff/components/dossier-viewers/dossier-viewers.tsx';
import { Glyph } from '../../../../../web/staff/components/glyph/glyph.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { TimeLeft } from '../../../../../web/staff/components/time-left/time-left.tsx';
import { Trace } from '../../../../../web/staff/components/trace/trace.tsx';
import { useKeys } from '../../../../../web/staff/keyboard/use-keys.ts';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_WORDS } from '../../../../../web/staff/messages.ts';
import { holds, useSession } from '../../../../../web/staff/session.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { DESK_WORDS } from '../desk/desk-messages.ts';
import { shortPlace } from '../desk/short-place.ts';
import { receiptAddress } from '../receipt-address.ts';
import { ActionForm } from './action-form.tsx';
import { type DossierAction } from '../../../domain/transitions.ts';
import { RequestList } from '../supplement/request-list.tsx';
import { ACTION_KEYS, arrangeActions, eventWord, isFormAction, isSupplementAction, SUPPLEMENT_WORK } from './action-rules.ts';
import { MoreActions } from './more-actions.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { DossierFacts } from './dossier-facts.tsx';
import { DOSSIER_WORDS } from './dossier-messages.ts';
import { AgencyNotices } from './agency-notices.tsx';
import { LateNotices } from './late-notices.tsx';
import { IssuedPapers } from './issued-papers.tsx';
import { PaperList } from './paper-list.tsx';
import { HistoryList, StepTimeline } from './step-timeline.tsx';
import { TogetherList } from './together-list.tsx';
import { subjectOf, useDossierAction } from './use-dossier-action.ts';
import './dossier.css';

function DueBlock({ dossier }: { readonly dossier: DossierResponse }): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const { locale } = useLocale();
  const words = dossier.dueAt === null
    ? t('declared-at', { moment: momentWords(Date.parse(dossier.submittedAt), locale) })
    : t('due', { moment: momentWords(Date.parse(dossier.dueAt), locale) });
  return (
    <div className={`due time-${dossier.timeState}`}>
      <b>{words}</b>
      <TimeLeft standing={dossier.timeState} words={dossier.timeWords} used={dossier.used} />
      <Trace lines={dossier.trace} />
    </div>
  );
}

/** Who changed the dossier since the officer looked at it. */
function OvertakenNotice({ dossier, seenVersion, stillPossible }: { readonly dossier: DossierResponse; readonly seenVersion: number; readonly stillPossible: boolean }): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const { locale } = useLocale();
  const last = dossier.version > seenVersion ? dossier.history.at(-1) : undefined;
  const what = last?.actorName == null
    ? t('changed')
    : t('changed-by', { name: last.actorName, time: timeWords(Math.floor(msOfDayAt(Date.parse(last.at)) / MS_PER_MINUTE), locale), event: t(eventWord(last.event)) });
  return <Notice kind="check" live><p>{what} {t(stillPossible ? 'changed-check' : 'changed-gone')}</p></Notice>;
}

export interface DossierPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** A dossier as one page: facts, papers, steps, and exactly the actions that the server allows. */
export function DossierPanel({ id, onClose }: DossierPanelProps): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const desk = useWords(DESK_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [, navigate] = useLocation();
  const session = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  const reading = useApi<DossierResponse>(`/api/dossiers/${id}`, { every: 60_000 });
  const dossier = reading.data;
  const { form, busy, overtaken, open, close, change, confirm } = useDossierAction(dossier === undefined ? undefined : subjectOf(dossier), (plan) => {
    announce(t(plan.done, { name: dossier?.applicant.fullName ?? '' }));
    heading.current?.focus();
  });
  const loaded = dossier !== undefined;
  useEffect(() => { if (loaded) heading.current?.focus(); }, [loaded]);
  const formGone = overtaken !== null && form === null;
  useEffect(() => { if (formGone) heading.current?.focus(); }, [formGone]);

  const act = (action: DossierAction) => {
    if (action === 'receive') navigate(STAFF_PATHS.receive(id));
    else if (action === 'correct') navigate(STAFF_PATHS.correct(id));
    else if (isSupplementAction(action)) navigate(STAFF_PATHS.supplement(id, SUPPLEMENT_WORK[action]));
    else if (isFormAction(action)) open(action);
  };
  const canPrint = dossier?.receivedAt != null;
  const canCopy = holds(session, 'reception', 'clerk', 'administrator');
  const print = () => { if (canPrint) window.open(receiptAddress(id), '_blank', 'noopener'); };
  const cancel = () => {
    close();
    heading.current?.focus();
  };
  const { buttons, menu } = arrangeActions(dossier?.actions ?? []);
  useKeys({
    ...Object.fromEntries([...menu, ...buttons].flatMap((action) => (ACTION_KEYS[action] === undefined ? [] : [[ACTION_KEYS[action].toLowerCase(), () => { act(action); }]]))),
    p: print,
  });
  const channel = dossier === undefined || dossier.channel === 'counter' ? [] : [desk(`channel.${dossier.channel}`)];
  return (
    <article className="dossier" aria-labelledby="dossier-title">
      <div className="dossier-top">
        <button type="button" className="dossier-back" onClick={onClose}><Icon name="previous" />{t('back')}</button>
        {dossier === undefined
          ? <span className="dossier-code quiet">{t('dossier')}</span>
          : <span className="dossier-code quiet">{[dossier.code ?? dossier.reference, ...channel, shortPlace(dossier.applicant.address)].filter(Boolean).join(' · ')}</span>}
        <button type="button" className="icon-button dossier-close" aria-label={t('close')} title={t('close')} onClick={onClose}><Glyph name="close" /></button>
      </div>
      {dossier === undefined ? (
        <>
          <h2 id="dossier-title" className="unseen">{t('dossier')}</h2>
          {reading.isError
            ? <div className="work-message"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div>
            : <Skeleton lines={6} />}
        </>
      ) : (
        <>
          <div className="dossier-scroll" tabIndex={0} role="group" aria-label={t('dossier')}>
            <div className="dossier-head">
              <h2 id="dossier-title" ref={heading} tabIndex={-1}>{dossier.procedureName}</h2>
              <DueBlock dossier={dossier} />
              <LateNotices dossier={dossier} />
              <AgencyNotices dossier={dossier} />
              {overtaken === null ? null : <OvertakenNotice dossier={dossier} seenVersion={overtaken.seenVersion} stillPossible={form !== null} />}
            </div>
            <div className="dossier-body">
              <DossierFacts dossier={dossier} />
              {dossier.together === null ? null : <TogetherList together={dossier.together} />}
              {isProven(dossier.assistedConsent) ? <DossierAssistance dossierId={dossier.id} /> : null}
              {dossier.hasAnswers ? <DossierAnswers dossierId={dossier.id} mayAsk={dossier.actions.includes('request-supplement')} /> : null}
              <PaperList dossierId={dossier.id} papers={dossier.papers} />
              {dossier.receivedAt === null ? null : <DossierFees dossierId={dossier.id} />}
              <RequestList dossier={dossier} />
              <DeliveryList dossier={dossier} />
              <IssuedPapers dossier={dossier} />
              <StepTimeline dossier={dossier} />
              <HistoryList dossier={dossier} />
              {holds(session, 'reception') ? <DossierConsents dossierId={dossier.id} open={false} /> : null}
              {holds(session, 'president', 'administrator') ? <DossierHold dossierId={dossier.id} /> : null}
              {holds(session, 'unit-head', 'president', 'administrator') ? <DossierViewers dossierId={dossier.id} /> : null}
            </div>
          </div>
          <div className="dossier-acts">
            {dossier.ownAppraisal ? <p className="quiet">{t('own-appraisal')}</p> : null}
            {form === null ? (
              <div className="button-row">
                {buttons.map((action, index) => (
                  <Button key={action} kind={index === 0 ? 'main' : 'quiet'} keyHint={ACTION_KEYS[action]} onPress={() => { act(action); }}>{t(`action.${action}`)}</Button>
                ))}
                {menu.length === 0 && !canPrint && !canCopy ? null : <MoreActions actions={menu} onAct={act} onPrint={canPrint ? print : undefined} onCopy={canCopy ? () => { navigate(STAFF_PATHS.copySheet(id)); } : undefined} />}
              </div>
            ) : (
              <ActionForm
                action={form.action}
                plan={form.plan}
                dossierId={dossier.id}
                entries={form.entries}
                busy={busy}
                fault={form.missing === undefined ? undefined : { field: form.missing.field.name, words: t(form.missing.words) }}
                refusal={form.refusal === null ? undefined : form.refusal.code === UNREACHABLE ? shell('no-answer') : form.refusal.message}
                onChange={change}
                onConfirm={() => { void confirm(); }}
                onCancel={cancel}
              />
            )}
          </div>
        </>
      )}
    </article>
  );
}
