import { type ReactElement, useEffect, useState } from 'react';
import { type PublicKeyCredentialRequestOptionsJSON, startAuthentication } from '@simplewebauthn/browser';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { type SecondFactors } from '../../../contract/second-factors.ts';
import { ACCOUNT_WORDS } from './account-messages.ts';
import { type AccountActs } from './use-account.ts';

/** Proves again within the session who sits here: by a code, a passkey, or the password where there is nothing else. */
export function ProvePart({ factors, acts, onProved }: { readonly factors: SecondFactors; readonly acts: AccountActs; readonly onProved: () => void }): ReactElement {
  const t = useWords(ACCOUNT_WORDS);
  const [typed, setTyped] = useState('');
  const byPassword = factors.state !== 'enrolled';
  // Who came in by the word of a provider that asked for two factors has none of ours to prove with.
  const byProvider = !byPassword && factors.totp === null && factors.passkeys.length === 0;
  // It stands in a dialog that comes up amid other work: one types at once.
  useEffect(() => { document.getElementById('account-proof')?.focus(); }, []);
  const prove = async () => {
    const done = await acts.send('POST', '/api/session/proof', byPassword ? { password: typed } : { code: typed });
    setTyped('');
    if (done !== undefined) onProved();
  };
  const provePasskey = async () => {
    const begun = await acts.send<{ readonly options: PublicKeyCredentialRequestOptionsJSON }>('POST', '/api/session/proof/passkey/options');
    if (begun === undefined) return;
    const answer = await startAuthentication({ optionsJSON: begun.options }).catch(() => undefined);
    if (answer === undefined) acts.say(t('passkey-failed'));
    else if ((await acts.send('POST', '/api/session/proof/passkey', { answer })) !== undefined) onProved();
  };
  if (byProvider) return <p>{t('prove-provider')}</p>;
  return (
    <form
      className="account-part"
      onSubmit={(event) => {
        event.preventDefault();
        void prove();
      }}
    >
      <Field id="account-proof" label={t(byPassword ? 'prove-password' : 'prove-code')}>
        {(control) => <input {...control} className="box" type={byPassword ? 'password' : 'text'} autoComplete={byPassword ? 'current-password' : 'one-time-code'} maxLength={400} value={typed} onChange={(event) => { setTyped(event.target.value); }} />}
      </Field>
      <div className="button-row">
        <Button submit busy={acts.busy}>{t('prove')}</Button>
        {factors.passkeys.some(({ suspended }) => !suspended) ? <Button kind="quiet" busy={acts.busy} onPress={() => { void provePasskey(); }}>{t('prove-passkey')}</Button> : null}
      </div>
    </form>
  );
}
