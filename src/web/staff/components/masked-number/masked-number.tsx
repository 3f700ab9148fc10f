import { type ReactElement, useState } from 'react';
import { REVEAL_PURPOSES, type RevealPurpose } from '../../../../modules/privacy/contract/reveal-purposes.ts';
import { type RevealRequest, type RevealResponse } from '../../../../modules/privacy/contract/reveal-schemas.ts';
import { callApi } from '../../api/call-api.ts';
import { newId } from '../../api/new-id.ts';
import { UNREACHABLE } from '../../api/refusal.ts';
import { useWords } from '../../locale.tsx';
import { STAFF_WORDS } from '../../messages.ts';
import { announce } from '../../shell/announcement.ts';
import { MASKED_WORDS } from './masked-messages.ts';
import { useShownFor } from './use-shown-for.ts';
import './masked-number.css';

export interface MaskedNumberProps {
  readonly dossierId: string;
  readonly what: RevealRequest['what'];
  /** What everybody sees. */
  readonly masked: string;
  /** Whether the reader may have it shown. */
  readonly mayReveal: boolean;
}

/** A masked part of a dossier. Whoever holds the step says why and sees it whole for a minute; the journal keeps that they did. */
export function MaskedNumber({ dossierId, what, masked, mayReveal }: MaskedNumberProps): ReactElement {
  const t = useWords(MASKED_WORDS);
  const shell = useWords(STAFF_WORDS);
  const [asking, setAsking] = useState(false);
  const { shown, refusal, show, hide } = useShownFor<string>();
  const ask = (purpose: RevealPurpose) => {
    setAsking(false);
    void show(async () => {
      const answer = await callApi<RevealResponse>('POST', `/api/dossiers/${dossierId}/reveal`, { commandId: newId(), what, purpose } satisfies RevealRequest);
      if (!answer.ok) return answer;
      announce(t('shown'));
      return { ok: true, ...answer.value };
    });
  };
  return (
    <span className="masked">
      <span className={shown === null ? 'masked-text' : 'masked-text masked-shown'}>{shown ?? masked}</span>
      {mayReveal && !asking ? (
        <button type="button" className="masked-button" aria-label={`${t(shown === null ? 'show' : 'hide')}: ${t(what)}`} onClick={() => { if (shown === null) setAsking(true); else hide(); }}>{t(shown === null ? 'show' : 'hide')}</button>
      ) : null}
      {asking ? (
        <span
          className="masked-why" role="group" aria-label={t('why')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setAsking(false);
          }}
        >
          <span className="quiet">{t('why')}</span>
          {REVEAL_PURPOSES.map((purpose, index) => <button key={purpose} type="button" className="masked-button" autoFocus={index === 0} onClick={() => { ask(purpose); }}>{t(`purpose.${purpose}`)}</button>)}
          <button type="button" className="masked-button quiet" onClick={() => { setAsking(false); }}>{t('cancel')}</button>
        </span>
      ) : null}
      {refusal === null ? null : <span className="masked-refused" role="alert">{refusal.code === UNREACHABLE ? shell('no-answer') : refusal.message}</span>}
    </span>
  );
}
