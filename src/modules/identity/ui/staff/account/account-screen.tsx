import { type ReactElement, useState } from 'react';
import { useApi } from '../../../../../web/staff/api/use-api.ts';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { LoadFault } from '../../../../../web/staff/components/load-state/load-fault.tsx';
import { Skeleton } from '../../../../../web/staff/components/load-state/skeleton.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { useSession } from '../../../../../web/staff/session.tsx';
import { STAFF_BASE, STAFF_SIGN_IN } from '../../../../../web/staff/staff-paths.ts';
import { type FactorAdded, type SecondFactors } from '../../../contract/second-factors.ts';
import { ACCOUNT_WORDS } from './account-messages.ts';
import { FirstPassword } from './first-password.tsx';
import { PasskeyPart } from './passkey-part.tsx';
import { SignOnPart } from './sign-on-part.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SessionsPart } from './sessions-part.tsx';
import { TotpPart } from './totp-part.tsx';
import { useAccount } from './use-account.ts';
import './account.css';

function Account({ factors, alone }: { readonly factors: SecondFactors; readonly alone: boolean }): ReactElement {
  const t = useWords(ACCOUNT_WORDS);
  const acts = useAccount();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const added = ({ recoveryCodes }: FactorAdded) => {
    // The codes are read before the screen around them changes.
    if (recoveryCodes === null) void acts.reload();
    else setCodes(recoveryCodes);
  };
  const renew = async () => {
    const answer = await acts.send<{ readonly recoveryCodes: readonly string[] }>('POST', '/api/second-factors/recovery-codes');
    if (answer !== undefined) setCodes(answer.recoveryCodes);
  };
  const signOut = async () => {
    if ((await acts.send('DELETE', '/api/session')) !== undefined) window.location.assign(STAFF_SIGN_IN);
  };
  const kept = () => {
    setCodes(null);
    if (alone) window.location.assign(STAFF_BASE);
    else void acts.reload();
  };
  return (
    <div className={alone ? 'account account-alone' : 'account'}>
      <h1>{t(alone ? 'must-title' : 'title')}</h1>
      {alone ? <p>{t('must-lead')}</p> : null}
      {factors.state === 'waived' ? <p className="quiet">{t('waived')}</p> : null}
      {acts.refusal === null ? null : <Notice kind="bad" live><p>{acts.refusal}</p></Notice>}
      {codes === null ? (
        <>
          <TotpPart factors={factors} acts={acts} onAdded={added} />
          <PasskeyPart factors={factors} acts={acts} onAdded={added} />
          {factors.state === 'enrolled' && (factors.totp !== null || factors.passkeys.length > 0) ? (
            <section className="account-part" aria-labelledby="account-recovery">
              <h2 id="account-recovery">{t('recovery')}</h2>
              <p>{t('recovery-left', { count: factors.recoveryCodesLeft })}</p>
              <Button kind="quiet" busy={acts.busy} onPress={() => { void renew(); }}>{t('recovery-renew')}</Button>
            </section>
          ) : null}
          {alone ? null : <SignOnPart acts={acts} />}
          <SessionsPart acts={acts} />
          {alone ? <div className="button-row"><Button kind="plain" busy={acts.busy} onPress={() => { void signOut(); }}>{t('sign-out')}</Button></div> : null}
        </>
      ) : <RecoveryCodes codes={codes} onKept={kept} />}
    </div>
  );
}

/** One's own account: what there is beside the password, and where one is signed in. `alone` where the person must enrol before anything else. */
export function AccountScreen({ alone = false }: { readonly alone?: boolean }): ReactElement {
  const { assurance } = useSession();
  return assurance.mustChangePassword ? <FirstPassword /> : <Factors alone={alone} />;
}

function Factors({ alone }: { readonly alone: boolean }): ReactElement {
  const reading = useApi<SecondFactors>('/api/second-factors');
  if (reading.data !== undefined) return <Account factors={reading.data} alone={alone} />;
  return reading.isError ? <div className="account"><LoadFault error={reading.error} onRetry={() => { void reading.refetch(); }} /></div> : <Skeleton lines={6} />;
}
