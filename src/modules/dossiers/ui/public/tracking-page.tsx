import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { FactStrip, type FactStripProps } from '../../../../web/public/fact-strip/fact-strip.tsx';
import { QrPicture, type QrPictureProps } from '../../../../web/public/qr-picture/qr-picture.tsx';
import { TimeState } from '../../../../web/public/time-state/time-state.tsx';
import { Timeline } from '../../../../web/public/timeline/timeline.tsx';
import { TraceList } from '../../../../web/public/trace-list/trace-list.tsx';
import { Notice } from '../../../../web/public/notice/notice.tsx';
import { DraftDone } from '../../../../web/public/public-form/draft-done.tsx';
import { type DossierState } from '../../domain/dossier-states.ts';
import { AskedPaymentPart } from './asked-payment.tsx';
import { AskedSupplementPart } from './asked-supplement.tsx';
import { FeesPart } from './fees-part.tsx';
import { KIOSK_PAGE_WORDS } from './kiosk-messages.ts';
import { LinkedCasePart } from './linked-case-part.tsx';
import { DOSSIER_PAGE_WORDS } from './messages.ts';
import { MoneyBack } from './money-back.tsx';
import { NextSteps, type NextStepsProps } from './next-steps.tsx';
import { type PaperWords } from './paper-view.ts';
import { ElectronicResult } from './result-page.tsx';
import { ResultWay } from './result-way.tsx';
import { OpenFeePart } from './open-fee.tsx';
import { ReceiptNotice } from './receipt-notice.tsx';
import { stateWords } from './state-words.ts';
import { SUPPLEMENT_WORDS } from './supplement-messages.ts';
import { holderWords, sentence, trackingSteps } from './tracking-steps.ts';
import { VIEWERS_WORDS } from './viewers-messages.ts';
import { type TrackingView } from './tracking-view.ts';

export interface TrackingPageProps extends NextStepsProps {
  /** The page stands on a machine that everybody uses: what opens only on a machine of one's own is not led to. */
  readonly kiosk: boolean;
  /** Where the citizen reads who looked. */
  readonly viewersAddress: string;
  readonly procedure: PaperWords;
  /** Set right after a declaration was sent: the key of its draft on the phone. */
  readonly justSent: string | undefined;
  /** Set right after a declaration was sent, for the browser that sent it: the receipt of its papers. */
  readonly sentPapers?: { readonly href: string; readonly count: number } | undefined;
  /** Set right after supplements were sent: the key of what was typed. */
  readonly answerSent: string | undefined;
  readonly qr: QrPictureProps['modules'];
  /** This page's address without its protocol, for under the QR. */
  readonly address: string;
}

/** Where a dossier stands, when it is due and why, who has it, what to do next. Nothing personal stands here. */
export function TrackingPage(props: TrackingPageProps): ReactElement {
  const { locale, dossier, procedure } = props;
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const facts = factsOf(dossier, locale);
  const reason = dossier.state === 'rejected' ? dossier.rejectionReason : dossier.state === 'stopped' ? dossier.stopReason : null;
  // Whoever has just declared at a kiosk goes to the counter next: the way there and the QR to take along stand alone at the top.
  const atKiosk = props.kiosk && props.justSent !== undefined;
  const again = (
    <section>
      <h2>{props.kiosk ? KIOSK_PAGE_WORDS[locale]['on-phone'] : t('open-again')}</h2>
      <p>{props.kiosk ? KIOSK_PAGE_WORDS[locale]['on-phone-how'] : t('open-again-how')}</p>
      <QrPicture modules={props.qr} alt={t('qr')} caption={props.address} />
      <p className="hint">{t('qr-keep')}</p>
    </section>
  );
  // The receipt has the heading of its page: the code.
  const Heading = props.justSent === undefined ? 'h1' : 'h2';
  return (
    <>
      {props.justSent === undefined ? null : <ReceiptNotice locale={locale} code={dossier.code} draft={props.justSent} papers={props.kiosk ? undefined : props.sentPapers} kiosk={props.kiosk} />}
      {atKiosk ? again : null}
      <section>
        <Heading lang={procedure.lang === locale ? undefined : procedure.lang}>{procedure.text}</Heading>
        {props.justSent === undefined ? (
          <div>
            <p className="hint">{t(dossier.hasOfficialCode ? 'code' : 'declared-code')}</p>
            <p className="lead">
              <b>{dossier.code}</b>
            </p>
            {dossier.hasOfficialCode && dossier.declaredCode !== null ? <p className="hint">{t('declared-as', { code: dossier.declaredCode })}</p> : null}
          </div>
        ) : null}
        <p className="row">
          <b>{stateWords(dossier, locale)}</b>
          <TimeWords dossier={dossier} />
        </p>
        {facts.length === 0 ? null : <FactStrip facts={facts} />}
      </section>
      {reason === null ? null : (
        <section>
          <h2>{t('reason')}</h2>
          <p className="gold-edge" lang={locale === 'vi' ? undefined : 'vi'}>
            {reason}
          </p>
        </section>
      )}
      <DateMoved locale={locale} dossier={dossier} />
      <Apology locale={locale} dossier={dossier} />
      <WithdrawalDeclined locale={locale} dossier={dossier} />
      <Asked locale={locale} dossier={dossier} answerSent={props.answerSent} />
      {dossier.openFees.map((fee) => <OpenFeePart key={fee.id} locale={locale} fee={fee} commune={dossier.commune} />)}
      {dossier.askedSupplement === null && dossier.askedPayment === null && !atKiosk ? <NextSteps locale={locale} dossier={dossier} missingPapers={props.missingPapers} declareAgain={props.declareAgain} /> : null}
      {dossier.linked === null ? null : <LinkedCasePart locale={locale} linked={dossier.linked} />}
      <TogetherPart locale={locale} together={dossier.together} />
      <MoneyBack locale={locale} dossier={dossier} />
      <FeesPart locale={locale} fees={dossier.fees} paid={dossier.feesPaid} />
      <IssuedPapers locale={locale} dossier={dossier} />
      <section>
        <h2>{t(dossier.linked === null ? 'timeline' : 'timeline-own')}</h2>
        <Timeline locale={locale} steps={trackingSteps(dossier, locale)} />
        {dossier.trace.length === 0 ? null : <TraceList summary={t('trace')} lines={dossier.trace.map((text) => ({ text }))} />}
      </section>
      <ElectronicResult locale={locale} address={props.kiosk ? null : dossier.electronicResult} />
      <ResultWay locale={locale} dossier={dossier} />
      <ReceivedPapers locale={locale} dossier={dossier} />
      <section className="gold-edge">
        <h2>{t('messages')}</h2>
        <p>{t('messages-here', { hotline: dossier.commune.hotline })}</p>
      </section>
      {props.kiosk ? null : <p><a href={dossier.dataAddress}>{t('data-link')}</a></p>}
      {dossier.assisted === null ? null : <p>{t(`assisted-${dossier.assisted}`)}</p>}
      {dossier.answersAddress === null ? null : <p><a href={dossier.answersAddress} rel="nofollow">{t('answers-link')}</a></p>}
      {dossier.reuseAddress === null || props.kiosk ? null : <p><a href={dossier.reuseAddress} rel="nofollow">{t('reuse-link')}</a></p>}
      {dossier.withdrawAddress === null ? null : <p><a href={dossier.withdrawAddress}>{t('withdraw-link')}</a></p>}
      {props.kiosk ? null : <p><a href={props.viewersAddress} rel="nofollow">{VIEWERS_WORDS[locale].title}</a></p>}
      {atKiosk ? null : again}
    </>
  );
}

/** What was declared with it as one matter of a family: whoever holds this slip learns of the others by name and state only. */
function TogetherPart({ locale, together }: { readonly locale: Locale; readonly together: TrackingView['together'] }): ReactElement | null {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  if (together === null) return null;
  return (
    <section>
      <h2>{t('together', { event: together.event })}</h2>
      <dl className="pairs">{together.dossiers.map(({ name, words }, index) => <div key={`${name} ${String(index)}`}><dt lang={locale === 'vi' ? undefined : 'vi'}>{name}</dt><dd>{words}</dd></div>)}</dl>
    </section>
  );
}

/** The working calendar moved the date: what the paper says, what holds now, and why, while the dossier is not finished. */
function DateMoved({ locale, dossier }: { readonly locale: Locale; readonly dossier: TrackingView }): ReactElement | null {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const { dateMoved, dueWords, time, commune } = dossier;
  if (dateMoved === null || dueWords === null || time.timeState === 'finished') return null;
  const paused = time.timeState === 'paused';
  return (
    <section>
      <h2>{t('date-moved')}</h2>
      <p>{t(paused ? 'date-moved-paused' : 'date-moved-words', { receipt: dateMoved.receiptWords, moment: dueWords, hotline: commune.hotline })}</p>
      <p>{t('date-moved-reason')}</p>
      <p className="gold-edge" lang={locale === 'vi' ? undefined : 'vi'}>{dateMoved.reason}</p>
    </section>
  );
}

/** States in which there is nothing to wait for any more: the result is there, or there will be none. */
const OVER: readonly TrackingView['state'][] = ['decided', 'returned', 'stopped', 'rejected'];

/** The apology in words, while the dossier is not finished (domain 1.7). */
function Apology({ locale, dossier }: { readonly locale: Locale; readonly dossier: TrackingView }): ReactElement | null {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  if (dossier.apology === null || dossier.extendedWords === null || OVER.includes(dossier.state)) return null;
  return (
    <section>
      <h2>{t('apology')}</h2>
      <p>{t('apology-words', { centre: dossier.commune.centreName, moment: dossier.extendedWords, hotline: dossier.commune.hotline })}</p>
      <p>{t('apology-reason')}</p>
      <p className="gold-edge" lang={locale === 'vi' ? undefined : 'vi'}>{dossier.apology}</p>
    </section>
  );
}

/** Why the office goes on although the citizen asked to withdraw. */
function WithdrawalDeclined({ locale, dossier }: { readonly locale: Locale; readonly dossier: TrackingView }): ReactElement | null {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  if (dossier.withdrawalDeclined === null) return null;
  return (
    <section>
      <h2>{t('withdrawal-declined')}</h2>
      <p>{t('withdrawal-declined-words', { hotline: dossier.commune.hotline })}</p>
      <p className="gold-edge" lang={locale === 'vi' ? undefined : 'vi'}>{dossier.withdrawalDeclined}</p>
    </section>
  );
}

/** What the office waits for; after the answer, that it has arrived. */
function Asked({ locale, dossier, answerSent }: Pick<TrackingPageProps, 'locale' | 'dossier' | 'answerSent'>): ReactElement | null {
  const t = translator(SUPPLEMENT_WORDS, locale);
  if (dossier.askedSupplement !== null) return <AskedSupplementPart locale={locale} asked={dossier.askedSupplement} commune={dossier.commune} />;
  if (dossier.askedPayment !== null) return <AskedPaymentPart locale={locale} asked={dossier.askedPayment} commune={dossier.commune} />;
  if (!dossier.answered) return null;
  return (
    <>
      {answerSent === undefined ? null : <DraftDone draft={answerSent} />}
      <Notice kind="good" title={t('answered-title')} live={answerSent !== undefined}>
        {t('answered')}
      </Notice>
    </>
  );
}

function TimeWords({ dossier }: { readonly dossier: TrackingView }): ReactElement | null {
  const { timeState, timeWords } = dossier.time;
  // “Waiting” and “refused” are what the state beside it already says.
  if (timeState === 'waiting' || dossier.state === 'rejected' || dossier.state === 'stopped') return null;
  return <TimeState state={timeState === 'finished' ? 'in-time' : timeState}>{timeWords}</TimeState>;
}

/** The two facts that matter in each state; the other moments stand in the timeline. */
function factsOf(dossier: TrackingView, locale: Locale): FactStripProps['facts'] {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  const due = { label: t('fact-due'), value: dossier.dueWords === null ? t('fact-due-later') : sentence(dossier.dueWords) };
  const holder = { label: t('fact-holder'), value: holderWords(dossier, locale) };
  const result = { label: t('fact-result'), value: dossier.resultNumber };
  const returned = { label: t('fact-returned'), value: dossier.returnedWords };
  const extended = { label: t('fact-extended'), value: dossier.extendedWords === null ? null : sentence(dossier.extendedWords) };
  const paused = { label: t('fact-due'), value: t('fact-due-paused') };
  const facts: Readonly<Record<DossierState, readonly { readonly label: string; readonly value: string | null }[]>> = {
    'submitted': [due, holder],
    'received': [due, extended, holder],
    'in-progress': [due, extended, holder],
    'supplement-requested': dossier.receivedWords === null ? [holder] : [paused, holder],
    'payment-requested': [paused, holder],
    'withdraw-requested': [due, holder],
    'decided': [due, result],
    'returned': [returned, result],
    'stopped': [],
    'rejected': [],
  };
  return facts[dossier.state].flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
}

/** The official papers that were issued to whoever filed. Their names and numbers say nothing about a person; what stands on them opens with four digits. */
function IssuedPapers({ locale, dossier }: { readonly locale: Locale; readonly dossier: TrackingView }): ReactElement | null {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  if (dossier.issued.length === 0) return null;
  return (
    <section>
      <h2>{t('issued-papers')}</h2>
      <ul>
        {dossier.issued.map(({ title, number, day, address }) => (
          <li key={address}><a href={address} rel="nofollow">{t('issued-paper', { title, number, day })}</a></li>
        ))}
      </ul>
      <p className="hint">{t('issued-how')}</p>
    </section>
  );
}

function ReceivedPapers({ locale, dossier }: { readonly locale: Locale; readonly dossier: TrackingView }): ReactElement | null {
  const t = translator(DOSSIER_PAGE_WORDS, locale);
  if (dossier.papers.length === 0 && dossier.state !== 'submitted') return null;
  return (
    <section>
      <h2>{t('received-papers')}</h2>
      {dossier.papers.length === 0 ? (
        <p>{t('received-none')}</p>
      ) : (
        <ul lang={locale === 'vi' ? undefined : 'vi'}>
          {dossier.papers.map(({ name, fileCount, erased }, index) => (
            // Two papers may have one name; the list never changes.
            <li key={index}>
              {name}
              {fileCount === 0 ? null : <span lang={locale}> ({t(fileCount === 1 ? 'received-file' : 'received-files', { count: fileCount })})</span>}
              {erased ? <span className="hint" lang={locale}> {t('received-erased')}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
