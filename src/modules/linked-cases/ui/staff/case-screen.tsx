import { type ReactElement } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../kernel/date-words.ts';
import { Icon } from '../../../../web/public/icon/icon.tsx';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { TimeLeft } from '../../../../web/staff/components/time-left/time-left.tsx';
import { useLocale, useWords } from '../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../web/staff/staff-paths.ts';
import { type CaseResponse } from '../../contract/linked-case-schemas.ts';
import { ChildCard } from './child-card.tsx';
import { FactsSection } from './facts-section.tsx';
import { LINKED_WORDS, type LinkedWord } from './linked-messages.ts';
import './linked.css';

function DueBlock({ linkedCase }: { readonly linkedCase: CaseResponse }): ReactElement {
  const t = useWords(LINKED_WORDS);
  const { locale } = useLocale();
  const { dueAt, endedAt, receiptDueAt } = linkedCase;
  return (
    <div className={`linked-due time-${linkedCase.timeState}`}>
      <b>{endedAt === null ? t('due', { moment: momentWords(Date.parse(dueAt), locale) }) : t('ended-at', { moment: momentWords(Date.parse(endedAt), locale) })}</b>
      <TimeLeft standing={linkedCase.timeState} words={linkedCase.timeWords} used={linkedCase.used} />
      <small>{receiptDueAt === dueAt ? t('due-why') : t('due-was', { moment: momentWords(Date.parse(receiptDueAt), locale) })}</small>
    </div>
  );
}

function isWord(word: string): word is LinkedWord {
  return Object.hasOwn(LINKED_WORDS.vi, word);
}

function History({ linkedCase }: { readonly linkedCase: CaseResponse }): ReactElement {
  const t = useWords(LINKED_WORDS);
  const { locale } = useLocale();
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{t('history')}</h2>
      <ol className="linked-history">
        {linkedCase.history.map((line, index) => {
          const word = `event.${line.event}`;
          const event = isWord(word) ? t(word) : line.event;
          return (
            <li key={`${line.at} ${index}`}>
              <span>{[line.child, line.actorName === null ? event : t('history-by', { event, name: line.actorName })].filter((part) => part !== null).join(': ')}</span>
              {line.note === null && line.number === null ? null : <span className="linked-words">{[line.number, line.note].filter((part) => part !== null).join(' · ')}</span>}
              <small className="quiet">{momentWords(Date.parse(line.at), locale, 'without-year')}</small>
            </li>
          );
        }).reverse()}
      </ol>
    </section>
  );
}

/** One case: the children as a line of cards, when the whole is due, what was asked once, everything that happened. */
export function CaseScreen({ id }: { readonly id: string }): ReactElement {
  const t = useWords(LINKED_WORDS);
  const reading = useApi<CaseResponse>(`/api/linked-cases/${id}`, { every: 15_000 });
  const linkedCase = reading.data;
  return (
    <article className="linked" aria-labelledby="case-title">
      <Link href={STAFF_PATHS.linkedCases} className="linked-back"><Icon name="previous" />{t('back')}</Link>
      {linkedCase === undefined ? (
        <>
          <h1 id="case-title" className="unseen">{t('title')}</h1>
          {reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={8} />}
        </>
      ) : (
        <>
          <div>
            <h1 id="case-title">{linkedCase.subjectName}</h1>
            <p className="quiet">{[linkedCase.groupName, linkedCase.code, linkedCase.applicantName].join(' · ')}</p>
          </div>
          <DueBlock linkedCase={linkedCase} />
          <div className="linked-columns">
            <section aria-labelledby="children-title">
              <h2 id="children-title">{t('children')}</h2>
              <ol className="linked-children">
                {linkedCase.children.map((child) => <ChildCard key={child.key} caseId={linkedCase.id} version={linkedCase.version} child={child} />)}
              </ol>
            </section>
            <div className="linked-aside">
              <FactsSection linkedCase={linkedCase} />
              <History linkedCase={linkedCase} />
              <p className="quiet"><small>{linkedCase.basis}</small></p>
            </div>
          </div>
        </>
      )}
    </article>
  );
}
