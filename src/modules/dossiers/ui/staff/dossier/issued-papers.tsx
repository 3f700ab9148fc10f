import { type ReactElement, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { momentWords } from '../../../../../kernel/date-words.ts';
import { callApi } from '../../../../../web/staff/api/call-api.ts';
import { newId } from '../../../../../web/staff/api/new-id.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { holds, useSession } from '../../../../../web/staff/session.tsx';
import { announce } from '../../../../../web/staff/shell/announcement.ts';
import { type DossierResponse } from '../../../contract/dossier-schemas.ts';
import { type IssuedPaper } from '../../../contract/issued-paper-schema.ts';
import { type PaperOrderResponse } from '../../../contract/paper-order-schemas.ts';
import { paperAddress, shelfLabelAddress } from '../receipt-address.ts';
import { PAPER_WORDS } from './paper-words.ts';
import { VoidPaper } from './void-paper.tsx';
import './issued.css';

function PaperLine({ paper, mayVoid, onVoided }: { readonly paper: IssuedPaper; readonly mayVoid: boolean; readonly onVoided: () => void }): ReactElement {
  const t = useWords(PAPER_WORDS);
  const { locale } = useLocale();
  const { title, number, voided } = paper;
  const moment = (at: string) => momentWords(Date.parse(at), locale, 'without-year');
  return (
    <li className={voided === null ? undefined : 'issued-void'}>
      <b lang="vi">{title}</b>
      <small className="quiet">{t('issued', { number, moment: moment(paper.issuedAt), name: paper.issuedBy })}</small>
      {voided === null ? null : (
        <small>{voided.replacedBy === null ? t('voided', { moment: moment(voided.at), reason: voided.reason }) : t('replaced', { number: voided.replacedBy, moment: moment(voided.at), reason: voided.reason })}</small>
      )}
      <span className="issued-acts">
        <a href={paperAddress(paper.id)} target="_blank" rel="noreferrer" aria-label={t('print-of', { title, number })}>{t('print')}</a>
        {mayVoid && voided === null ? <VoidPaper paper={paper} onVoided={onVoided} /> : null}
      </span>
    </li>
  );
}

/** The papers that were issued about a dossier, each to be printed again under its number, and those that are made on demand. */
export function IssuedPapers({ dossier }: { readonly dossier: DossierResponse }): ReactElement {
  const t = useWords(PAPER_WORDS);
  const queries = useQueryClient();
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const received = dossier.receivedAt !== null;
  const refresh = () => { void queries.invalidateQueries(); };

  const makeControlSheet = async () => {
    setBusy(true);
    setRefusal(null);
    const made = await callApi<PaperOrderResponse>('POST', `/api/dossiers/${dossier.id}/papers`, { commandId: newId(), kind: 'control-sheet', reason: null });
    setBusy(false);
    if (!made.ok) {
      setRefusal(made.refusal.message);
      return;
    }
    announce(t('ready', { number: made.value.number }));
    refresh();
    window.open(paperAddress(made.value.id), '_blank', 'noopener');
  };

  return (
    <section aria-labelledby="issued-title">
      <h3 id="issued-title">{t('title')}</h3>
      {dossier.issued.length === 0 ? <p className="quiet">{t('none')}</p> : (
        <ul className="issued">
          {dossier.issued.map((paper) => <PaperLine key={paper.id} paper={paper} mayVoid={holds(session, 'clerk', 'unit-head', 'president')} onVoided={refresh} />)}
        </ul>
      )}
      {refusal === null ? null : <Notice kind="check" live><p>{refusal}</p></Notice>}
      {received ? (
        <div className="button-row">
          {holds(session, 'reception', 'specialist', 'unit-head', 'president', 'clerk') ? <Button kind="quiet" busy={busy} onPress={() => { void makeControlSheet(); }}>{t('control-sheet')}</Button> : null}
          <a className="button button-quiet" href={shelfLabelAddress(dossier.id)} target="_blank" rel="noreferrer">{t('shelf-label')}</a>
        </div>
      ) : null}
    </section>
  );
}
