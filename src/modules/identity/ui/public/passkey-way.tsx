import { type ReactElement } from 'react';
import { translator } from '../../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../../platform/i18n/locale.ts';
import { SECOND_STEP_WORDS } from './second-step-messages.ts';

interface PasskeyWayProps {
  readonly locale: Locale;
  /** Alone, or after the password. */
  readonly step: 'alone' | 'second';
  readonly next: string;
  /** The address of the script; undefined when the workspace was not built, and there is then no passkey. */
  readonly script: string | undefined;
}

/** The button of a passkey. It needs a script, and says so where there is none. */
export function PasskeyWay({ locale, step, next, script }: PasskeyWayProps): ReactElement | null {
  const t = translator(SECOND_STEP_WORDS, locale);
  if (script === undefined) return null;
  return (
    <section className="passkey-way" data-passkey={step} data-next={next} data-failed={t('passkey-failed')} data-waiting={t('passkey-waiting')}>
      <p className="hint">{t(step === 'alone' ? 'passkey-alone-hint' : 'passkey-second-hint')}</p>
      <button type="button" className="button quiet" hidden>{t(step === 'alone' ? 'passkey-alone' : 'passkey-second')}</button>
      <p role="alert" data-passkey-said hidden />
      <noscript><p className="hint">{t('passkey-needs-script')}</p></noscript>
      <script type="module" src={script} />
    </section>
  );
}
