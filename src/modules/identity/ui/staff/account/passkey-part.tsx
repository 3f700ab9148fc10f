import { type ReactElement, useState } from 'react';
import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type FactorAdded, type SecondFactors } from '../../../contract/second-factors.ts';
import { ACCOUNT_WORDS } from './account-messages.ts';
import { dayWords } from './day-words.ts';
import { type AccountActs } from './use-account.ts';

interface PasskeyPartProps {
  readonly factors: SecondFactors;
  readonly acts: AccountActs;
  readonly onAdded: (added: FactorAdded) => void;
}

/** The passkeys of a person: registered with a name, removed. */
export function PasskeyPart({ factors, acts, onAdded }: PasskeyPartProps): ReactElement {
  const t = useWords(ACCOUNT_WORDS);
  const { locale } = useLocale();
  const [name, setName] = useState('');
  const add = async () => {
    const begun = await acts.send<{ readonly options: PublicKeyCredentialCreationOptionsJSON }>('POST', '/api/second-factors/passkeys/options');
    if (begun === undefined) return;
    // The browser's own words are not in the reader's language, and a refusal by hand is no fault.
    const answer = await startRegistration({ optionsJSON: begun.options }).catch(() => undefined);
    if (answer === undefined) {
      acts.say(t('passkey-failed'));
      return;
    }
    const added = await acts.send<FactorAdded>('POST', '/api/second-factors/passkeys', { name, answer });
    if (added === undefined) return;
    setName('');
    onAdded(added);
  };
  const remove = async (id: string) => {
    if ((await acts.send('DELETE', `/api/second-factors/passkeys/${id}`)) !== undefined) await acts.reload();
  };
  return (
    <section className="account-part" aria-labelledby="account-passkeys">
      <h2 id="account-passkeys">{t('passkeys')}</h2>
      <p className="quiet">{t('passkeys-lead')}</p>
      {factors.passkeys.length === 0 ? <p>{t('passkeys-none')}</p> : (
        <ul className="account-list">
          {factors.passkeys.map((key) => (
            <li key={key.id}>
              <span>
                {key.name}
                <small className="quiet">{key.suspended ? t('passkey-suspended') : key.lastUsedAt === null ? t('passkey-unused') : t('passkey-used', { date: dayWords(key.lastUsedAt, locale) })}</small>
              </span>
              <Button kind="plain" busy={acts.busy} label={`${t('remove')}: ${key.name}`} onPress={() => { void remove(key.id); }}>{t('remove')}</Button>
            </li>
          ))}
        </ul>
      )}
      {factors.passkeysPossible ? (
        <form
          className="account-part"
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <Field id="account-passkey-name" label={t('passkey-name')}>
            {(control) => <input {...control} className="box" type="text" autoComplete="off" maxLength={60} required value={name} onChange={(event) => { setName(event.target.value); }} />}
          </Field>
          <Button submit kind="quiet" busy={acts.busy}>{t('passkey-add')}</Button>
        </form>
      ) : <p className="quiet">{t('passkeys-impossible')}</p>}
    </section>
  );
}
