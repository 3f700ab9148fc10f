import { type ReactElement, useState } from 'react';
import { useApi } from '../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../web/staff/components/load-state/skeleton.tsx';
import { useWords } from '../../../../web/staff/locale.tsx';
import { type AssistanceResponse } from '../../contract/assisted-schemas.ts';
import { ASSISTED_STAFF_WORDS } from './assisted-messages.ts';
import './assisted.css';

/** Who helped with a declaration and how its person agreed; the proof is shown only when it is asked for, and each look is journalled. */
export function DossierAssistance({ dossierId }: { readonly dossierId: string }): ReactElement | null {
  const t = useWords(ASSISTED_STAFF_WORDS);
  const reading = useApi<AssistanceResponse>(`/api/dossiers/${dossierId}/assistance`, {});
  if (reading.data === undefined) return reading.isError ? <LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /> : <Skeleton lines={2} />;
  const { helper, consents } = reading.data;
  if (helper === null) return null;
  return (
    <section className="assisted" aria-labelledby="nguoi-giup">
      <h3 id="nguoi-giup">{t('title')}</h3>
      <p>{helper.line}{helper.phone === null ? null : <span className="quiet dossier-line">{t('phone', { phone: helper.phone })}</span>}</p>
      {consents.map((consent) => <Consent key={consent.id} consent={consent} />)}
    </section>
  );
}

function Consent({ consent }: { readonly consent: AssistanceResponse['consents'][number] }): ReactElement {
  const t = useWords(ASSISTED_STAFF_WORDS);
  const [shown, setShown] = useState(false);
  const { proof } = consent;
  const isPicture = consent.way === 'signature';
  return (
    <div>
      <p>{consent.line} <span className="quiet">{t(consent.counts ? 'counts' : 'outdated')}</span></p>
      {consent.said === null || !shown ? null : <p className="quiet">{t('said', { said: consent.said })}</p>}
      {consent.erasedAt === null ? null : <p className="quiet">{t('erased')}</p>}
      {proof === null ? null : shown ? (
        isPicture ? <img className="assisted-signature" src={proof.address} alt={t('signature')} /> : <audio className="assisted-sound" src={proof.address} controls />
      ) : (
        <div>
          <Button kind="plain" onPress={() => { setShown(true); }}>{isPicture ? t('show-signature') : t('show-recording', { seconds: consent.seconds ?? 0 })}</Button>
          <small className="quiet dossier-line">{t('journalled')}</small>
        </div>
      )}
    </div>
  );
}
