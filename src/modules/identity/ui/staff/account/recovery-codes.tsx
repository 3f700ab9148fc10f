import { type ReactElement } from 'react';
import { Button } from '../../../../../web/staff/components/button/button.tsx';
import { Notice } from '../../../../../web/staff/components/notice/notice.tsx';
import { useWords } from '../../../../../web/staff/locale.tsx';
import { ACCOUNT_WORDS } from './account-messages.ts';

/** The ten codes, shown once: nothing else is on the screen until they are kept. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }): ReactElement {
  const t = useWords(ACCOUNT_WORDS);
  return (
    <section className="account-part" aria-labelledby="account-recovery">
      <h2 id="account-recovery">{t('recovery')}</h2>
      <Notice kind="check" live><p>{t('recovery-shown')}</p></Notice>
      <ul className="account-codes">{codes.map((code) => <li key={code}>{code}</li>)}</ul>
      <Button onPress={onKept}>{t('recovery-kept')}</Button>
    </section>
  );
}
