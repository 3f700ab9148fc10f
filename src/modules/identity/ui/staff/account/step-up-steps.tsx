import { type ReactElement, useEffect, useState } from 'react';
import { callApiAsItIs } from '../../../../../web/staff/api/call-api.ts';
import { type ProofWanted } from '../../../../../web/staff/api/step-up.ts';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type FactorAdded, type SecondFactors } from '../../../contract/second-factors.ts';
import { ACCOUNT_WORDS } from './account-messages.ts';
import { PasskeyPart } from './passkey-part.tsx';
import { ProvePart } from './prove-part.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpPart } from './totp-part.tsx';
import { useAccount } from './use-account.ts';
import './account.css';

/** What a person does in place before the server goes on: proves a factor again, or registers a first one and keeps its recovery codes. */
export function StepUpSteps({ wanted, onDone }: { readonly wanted: ProofWanted; readonly onDone: () => void }): ReactElement {
  const t = useWords(ACCOUNT_WORDS);
  const acts = useAccount(callApiAsItIs);
  const [factors, setFactors] = useState<SecondFactors | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    void callApiAsItIs<SecondFactors>('GET', '/api/second-factors', undefined, stop.signal).then((read) => {
      if (stop.signal.aborted) return;
      if (read.ok) setFactors(read.value);
      else setFault(read.refusal.message);
    });
    return () => { stop.abort(); };
  }, []);
  if (codes !== null) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (fault !== null) return <Notice kind="bad" live><p>{fault === '' ? t('network') : fault}</p></Notice>;
  if (factors === null) return <Skeleton lines={4} />;
  const enrols = wanted === 'access.second-factor-first' && factors.state !== 'enrolled';
  const added = ({ recoveryCodes }: FactorAdded) => {
    if (recoveryCodes === null) onDone();
    else setCodes(recoveryCodes);
  };
  return (
    <>
      <p>{t(enrols ? 'step-up-enrol-lead' : 'step-up-lead')}</p>
      {acts.refusal === null ? null : <Notice kind="bad" live><p>{acts.refusal}</p></Notice>}
      {enrols && !acts.stale ? (
        <>
          <TotpPart factors={factors} acts={acts} onAdded={added} />
          <PasskeyPart factors={factors} acts={acts} onAdded={added} />
        </>
      ) : <ProvePart factors={factors} acts={acts} onProved={() => { if (!enrols) onDone(); }} />}
    </>
  );
}
