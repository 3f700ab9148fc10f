import { type ReactElement, useEffect } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { Icon } from '../../../../../web/public/icon/icon.tsx';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { DossierConsents } from '../../../../../web/staff/components/dossier-privacy/dossier-privacy.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useKeys } from '../../../../../web/staff/keyboard/use-keys.ts';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { STAFF_PATHS } from '../../../../../web/staff/staff-paths.ts';
import { receiptAddress } from '../receipt-address.ts';
import { focusPart } from '../../../../../web/staff/keyboard/focus-part.ts';
import { LINKED_RECEPTION_WORDS } from './linked-messages.ts';
import { SAVING_WORDS } from './saving-messages.ts';
import { type Received } from './use-save-reception.ts';

export interface ReceptionDoneProps {
  readonly received: Received;
  readonly applicantName: string;
  readonly procedureName: string;
  readonly onNext: () => void;
  /** Where the next one is found: a new dossier, or the waiting list. */
  readonly nextWord: 'done-next' | 'done-list';
}

/** The end of a reception: the code large enough to read aloud, the due date, and the slip. The focus is on the slip. */
export function ReceptionDone({ received, applicantName, procedureName, onNext, nextWord }: ReceptionDoneProps): ReactElement {
  const t = useWords(SAVING_WORDS);
  const linked = useWords(LINKED_RECEPTION_WORDS);
  const { locale } = useLocale();
  useEffect(() => { focusPart('print'); }, []);
  useKeys({
    p: () => { window.open(receiptAddress(received.id), '_blank', 'noopener'); },
    n: onNext,
  });
  return (
    <section className="done" aria-labelledby="done-title">
      <div className="done-head" role="status">
        <Icon name="good" />
        <div>
          <h1 id="done-title">{t('done-title')}</h1>
          <p>{`${procedureName} · ${applicantName}`}</p>
        </div>
      </div>
      {received.savedBefore ? <Notice kind="check"><p>{t('saved-before')}</p></Notice> : null}
      <dl className="done-facts">
        <div><dt>{t('done-code')}</dt><dd className="done-code">{received.code}</dd></div>
        <div><dt>{t('done-due')}</dt><dd className="done-due">{momentWords(Date.parse(received.dueAt), locale)}</dd></div>
      </dl>
      <div className="button-row">
        <a id="print" className="button" href={receiptAddress(received.id)} target="_blank" rel="noreferrer" aria-keyshortcuts="P">
          <Icon name="printer" />{t('done-print')}<kbd aria-hidden={true}>P</kbd>
        </a>
        <Button kind="quiet" keyHint="N" onPress={onNext}>{t(nextWord)}</Button>
        <Link className="button button-quiet" href={STAFF_PATHS.inList('mine', received.id)}>{t('done-open')}</Link>
        {received.caseId === null ? null : <Link className="button button-quiet" href={STAFF_PATHS.linkedCase(received.caseId)}>{linked('open-case')}</Link>}
      </div>
      <DossierConsents dossierId={received.id} open />
    </section>
  );
}
