import { type ReactElement } from 'react';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { useSession } from '../../../../../web/staff/session.tsx';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { eventWord } from './action-rules.ts';
import { DOSSIER_WORDS } from './dossier-messages.ts';

type Step = DossierResponse['steps'][number];

/** What the holder of a step does to it. */
const STEP_WORK: ReadonlySet<DossierResponse['actions'][number]> = new Set(['transfer', 'appraise', 'approve', 'seal', 'hand-over', 'claim']);

interface StepLineProps {
  readonly step: Step;
  readonly running: boolean;
  /** The citizen is waited for: nobody in the office holds the step, and its time stands still. */
  readonly waits: boolean;
  readonly mine: boolean;
}

function StepLine({ step, running, waits, mine }: StepLineProps): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const { locale } = useLocale();
  const { fullName } = useSession();
  const name = t(`step.${step.key}`);
  if (step.finishedAt !== null) {
    return (
      <li className="step step-done">
        {step.holderName === null ? name : t('step-by', { step: name, name: step.holderName })}
        <small className="quiet">{momentWords(Date.parse(step.finishedAt), locale, 'without-year')}</small>
      </li>
    );
  }
  if (step.current && running) {
    const late = !waits && step.timeWords !== null && step.dueAt !== null && Date.parse(step.dueAt) < Date.now();
    const who = waits ? t('step-waits', { step: name }) : step.holderName === null ? t(mine ? 'step-turn' : 'step-nobody', { step: name }) : step.holderName === fullName ? t('step-you', { step: name }) : t('step-by', { step: name, name: step.holderName });
    return (
      <li className="step step-now" aria-current="step">
        <b>{who}</b>
        {late
          ? <small className="step-late"><Icon name="overdue" />{t('step-late', { moment: step.timeWords ?? '' })}</small>
          : <small className="quiet">{step.timeWords === null || waits ? t('step-allowed', { hours: step.hours }) : t('step-until', { moment: step.timeWords })}</small>}
      </li>
    );
  }
  return (
    <li className="step step-later">
      {name}
      <small className="quiet">{t('step-allowed', { hours: step.hours })}</small>
    </li>
  );
}

/** The steps of a dossier: who did them and when, who holds it now and until when, and what comes. */
export function StepTimeline({ dossier }: { readonly dossier: DossierResponse }): ReactElement | null {
  const t = useWords(DOSSIER_WORDS);
  if (dossier.steps.length === 0) return null;
  const running = dossier.state !== 'submitted' && dossier.state !== 'rejected' && dossier.state !== 'returned' && dossier.state !== 'stopped';
  const waits = dossier.state === 'supplement-requested' || dossier.state === 'payment-requested';
  // Whoever may do something else to it, such as entering an answer, does not hold the step.
  const mine = dossier.actions.some((action) => STEP_WORK.has(action));
  return (
    <section aria-labelledby="steps-title">
      <h3 id="steps-title">{t('steps')}</h3>
      <ol className="steps">
        {dossier.steps.map((step) => <StepLine key={step.key} step={step} running={running} waits={waits} mine={mine} />)}
      </ol>
    </section>
  );
}

/** Everything that happened to a dossier, newest first, folded. */
export function HistoryList({ dossier }: { readonly dossier: DossierResponse }): ReactElement {
  const t = useWords(DOSSIER_WORDS);
  const { locale } = useLocale();
  return (
    <details>
      <summary>{t('history')}</summary>
      <ol className="history">
        {dossier.history.map((line, index) => {
          const event = t(eventWord(line.event));
          return (
            <li key={`${line.at} ${index}`}>
              {Number(line.facts['times'] ?? '1') > 1 ? <b className="asked-again">{t('supplement-times', { count: line.facts['times'] ?? '' })}</b> : null}
              {line.actorName === null ? event : t('event-by', { event, name: line.actorName })}
              <small className="quiet">{momentWords(Date.parse(line.at), locale)}</small>
              {line.facts['to'] === undefined ? null : <small>{line.facts['from'] === undefined ? t('history-to', { name: line.facts['to'] }) : t('history-from-to', { from: line.facts['from'], name: line.facts['to'] })}</small>}
              {line.facts['note'] === undefined ? null : <small>“{line.facts['note']}”</small>}
              {line.facts['leftOut'] === undefined ? null : <small>{t('history-left-out', { papers: line.facts['leftOut'] })}</small>}
            </li>
          );
        }).reverse()}
      </ol>
    </details>
  );
}
