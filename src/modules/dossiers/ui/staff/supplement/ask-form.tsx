import { type ReactElement, useRef, useState } from 'react';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { type SupplementPlanResponse } from '../../../contract/supplement-schemas.ts';
import { addAsked, addAskedQuestion, askAbout, askBody, type AskDraft, type AskedPaper, type AskGap, changeAsked, dropAsked, findAskGap, questionGroups, toggleReason } from './ask-draft.ts';
import { AskPaper } from './ask-paper.tsx';
import { ASK_WORDS } from './supplement-messages.ts';
import { useSupplementCall } from './use-supplement-call.ts';

export interface AskFormProps {
  /** Questions of the form that were marked beside the dossier. */
  readonly marked: readonly string[];
  readonly dossier: DossierResponse;
  readonly plan: SupplementPlanResponse;
}

/** Days that an officer chooses from: every one of the first two weeks, then the weeks. */
function dayChoices({ answerDays }: SupplementPlanResponse): readonly number[] {
  const { least, most } = answerDays;
  return Array.from({ length: most - least + 1 }, (_, index) => least + index).filter((days) => days <= 10 || days % 5 === 0);
}

/** One complete request: the papers of the dossier and of its procedure, each with its picture; tick what is wrong, and the words come by themselves. */
export function AskForm({ dossier, plan, marked }: AskFormProps): ReactElement {
  const t = useWords(ASK_WORDS);
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<AskDraft>(() => askAbout(plan, marked, newId));
  const [gap, setGap] = useState<AskGap | undefined>(undefined);
  const [requestId] = useState(newId);
  const { busy, refusal, send, back, touched } = useSupplementCall(dossier.id);
  const update = (next: AskDraft) => {
    setDraft(next);
    setGap(undefined);
    touched();
  };
  const submit = () => {
    const found = findAskGap(draft, plan);
    setGap(found);
    if (found !== undefined) {
      // The fault is drawn first, then the focus goes there.
      setTimeout(() => { form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .ask-gap')?.focus(); }, 0);
      return;
    }
    void send('supplement', askBody(draft, plan, { requestId, expectedVersion: dossier.version }), t(plan.needsLeader ? 'done.propose' : 'done.ask'));
  };
  const gapOf = (id: string | null, field: AskGap['field']): string | undefined => (gap?.id === id && gap.field === field ? t(`gap.${field}`) : undefined);
  const paperOf = (place: number): AskedPaper | undefined => draft.papers.find((paper) => paper.place === place);
  const part = (asked: AskedPaper | undefined, place: number | null): ReactElement => (
    <AskPaper
      key={asked?.id ?? `place-${String(place)}`}
      dossierId={dossier.id}
      plan={plan}
      paper={place === null ? undefined : plan.papers[place]}
      question={plan.questions.find(({ field }) => field === asked?.question)}
      asked={asked}
      gapOf={(field) => (asked === undefined ? undefined : gapOf(asked.id, field))}
      onTick={() => { update(asked === undefined ? addAsked(draft, plan, place, newId()) : dropAsked(draft, asked.id)); }}
      onReason={(code) => { if (asked !== undefined) update(toggleReason(draft, plan, asked.id, code)); }}
      onChange={(change) => { if (asked !== undefined) update(changeAsked(draft, asked.id, change)); }}
    />
  );
  const tick = (question: SupplementPlanResponse['questions'][number]): ReactElement => {
    const asked = draft.papers.find((paper) => paper.question === question.field);
    return (
      <label>
        <input type="checkbox" checked={asked !== undefined} onChange={() => { update(asked === undefined ? addAskedQuestion(draft, plan, question.field, newId()) : dropAsked(draft, asked.id)); }} />
        <span>{question.label}: <b>{question.answer.length === 0 ? t('answer-none') : question.answer.join('; ')}</b></span>
      </label>
    );
  };
  const places = plan.papers.map((paper, place) => ({ paper, place }));
  const given = places.filter(({ paper }) => paper.paperId !== null);
  const missing = places.filter(({ paper }) => paper.paperId === null);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) {
          event.preventDefault();
          submit();
        }
      }}
    >
      <h1>{t(plan.needsLeader ? 'ask-second-title' : 'ask-title')}</h1>
      {plan.needsLeader ? <Notice kind="bad"><p>{t('ask-second')}</p></Notice> : <p className="quiet">{t('ask-lead')} {t('ask-clock')}</p>}
      {plan.questions.length === 0 ? null : (
        <>
          <h2>{t('answers')}</h2>
          <ul className="ask-papers">{draft.papers.filter(({ question }) => question !== null).map((asked) => part(asked, null))}</ul>
          <details>
            <summary>{t('answers-all', { count: plan.questions.length })}</summary>
            {questionGroups(plan).map(({ group, questions }) => (
              <section key={group}>
                <h3>{group}</h3>
                <ul className="ask-answers">{questions.map((question) => <li key={question.field}>{tick(question)}</li>)}</ul>
              </section>
            ))}
          </details>
        </>
      )}
      <h2>{t('papers-given')}</h2>
      <ul className="ask-papers">{given.map(({ place }) => part(paperOf(place), place))}</ul>
      {missing.length === 0 ? null : (
        <>
          <h2>{t('papers-missing')}</h2>
          <ul className="ask-papers">{missing.map(({ place }) => part(paperOf(place), place))}</ul>
        </>
      )}
      <h2>{t('paper-other')}</h2>
      <p className="quiet">{t('other-note')}</p>
      <ul className="ask-papers">{draft.papers.filter(({ place, question }) => place === null && question === null).map((asked) => part(asked, null))}</ul>
      <Button kind="quiet" onPress={() => { update(addAsked(draft, plan, null, newId())); }}>{t('paper-other')}…</Button>
      <div className="ask-whole">
        <Field id="ask-days" label={t('days')}>
          {(control) => (
            <select {...control} className="box" value={draft.answerDays} onChange={(event) => { update({ ...draft, answerDays: Number(event.target.value) }); }}>
              {dayChoices(plan).map((days) => <option key={days} value={days}>{t('days-choice', { days, date: plan.answerDates[days - plan.answerDays.least] ?? '' })}</option>)}
            </select>
          )}
        </Field>
        <Field id="ask-words" label={t('request-words')} note={t('request-words-note')}>
          {(control) => <textarea {...control} className="box" maxLength={2000} value={draft.words} onChange={(event) => { update({ ...draft, words: event.target.value }); }} />}
        </Field>
        {plan.needsLeader ? (
          <Field id="ask-proposal" label={t('proposal')} note={t('proposal-note')} fault={gapOf(null, 'proposalWords')}>
            {(control) => <textarea {...control} className="box" maxLength={2000} value={draft.proposalWords} onChange={(event) => { update({ ...draft, proposalWords: event.target.value }); }} />}
          </Field>
        ) : null}
      </div>
      {gapOf(null, 'papers') === undefined ? null : <Notice kind="bad" live><p className="ask-gap" tabIndex={-1}>{gapOf(null, 'papers')}</p></Notice>}
      {refusal === undefined ? null : <Notice kind="bad" live><p>{refusal}</p></Notice>}
      <div className="button-row ask-acts">
        <Button submit busy={busy} keyHint="Ctrl Enter">{t(busy ? 'sending' : plan.needsLeader ? 'send-proposal' : 'send')}</Button>
        <Button kind="quiet" onPress={back}>{t('cancel')}</Button>
        <span className="quiet">{t('contact')}</span>
      </div>
    </form>
  );
}
