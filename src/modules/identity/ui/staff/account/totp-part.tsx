import { type ReactElement, useState } from 'react';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Field } from '../../../../../web/staff/components/field/field.tsx';
import { useLocale, useWords } from '../../../../../web/staff/locale.tsx';
import { type BegunTotp, type FactorAdded, type SecondFactors } from '../../../contract/second-factors.ts';
import { ACCOUNT_WORDS } from './account-messages.ts';
import { dayWords } from './day-words.ts';
import { type AccountActs } from './use-account.ts';

interface TotpPartProps {
  readonly factors: SecondFactors;
  readonly acts: AccountActs;
  readonly onAdded: (added: FactorAdded) => void;
}

/** Codes of the phone: set up with a QR code and confirmed by the first code, changed, removed. */
export function TotpPart({ factors, acts, onAdded }: TotpPartProps): ReactElement {
  const t = useWords(ACCOUNT_WORDS);
  const { locale } = useLocale();
  const [begun, setBegun] = useState<BegunTotp | null>(null);
  const [code, setCode] = useState('');
  const begin = async () => {
    const answer = await acts.send<BegunTotp>('POST', '/api/second-factors/totp');
    if (answer !== undefined) setBegun(answer);
  };
  const confirm = async () => {
    const added = await acts.send<FactorAdded>('POST', '/api/second-factors/totp/confirm', { id: begun?.id, code });
    setCode('');
    if (added === undefined) return;
    setBegun(null);
    onAdded(added);
  };
  const remove = async () => {
    if ((await acts.send('DELETE', '/api/second-factors/totp')) !== undefined) await acts.reload();
  };
  return (
    <section className="account-part" aria-labelledby="account-codes">
      <h2 id="account-codes">{t('codes')}</h2>
      <p className="quiet">{t('codes-lead')}</p>
      {factors.totp === null ? null : <p>{t('codes-on', { date: dayWords(factors.totp.confirmedAt, locale) })}</p>}
      {begun === null ? (
        <div className="button-row">
          <Button kind={factors.totp === null ? 'main' : 'quiet'} busy={acts.busy} onPress={() => { void begin(); }}>{t(factors.totp === null ? 'codes-begin' : 'codes-again')}</Button>
          {factors.totp === null ? null : <Button kind="plain" busy={acts.busy} onPress={() => { void remove(); }}>{t('remove')}</Button>}
        </div>
      ) : (
        <>
          <p>{t('scan')}</p>
          <svg className="account-qr" viewBox={`0 0 ${begun.qr.side} ${begun.qr.side}`} role="img" aria-label={t('scan')} shapeRendering="crispEdges"><path d={begun.qr.path} /></svg>
          <p className="quiet">{t('secret')}</p>
          <p className="account-secret">{begun.secret.match(/.{1,4}/gu)?.join(' ')}</p>
          <form
            className="account-part"
            onSubmit={(event) => {
              event.preventDefault();
              void confirm();
            }}
          >
            <Field id="account-code" label={t('code')}>
              {(control) => <input {...control} className="box" type="text" inputMode="numeric" autoComplete="one-time-code" maxLength={10} value={code} onChange={(event) => { setCode(event.target.value); }} />}
            </Field>
            <Button submit busy={acts.busy}>{t('confirm')}</Button>
          </form>
        </>
      )}
    </section>
  );
}
