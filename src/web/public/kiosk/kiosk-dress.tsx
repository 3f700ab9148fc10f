import { type ReactElement } from 'react';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { Icon } from '../icon/icon.tsx';
import { DEVICE_PATHS, kioskDonePath } from './kiosk-paths.ts';
import { KIOSK_WORDS } from './kiosk-words.ts';

/** Without a script nobody can tell whether somebody is still there: the page then waits long enough for the longest form. */
const WITHOUT_SCRIPT_S = 180;

/** In the head of a page at the kiosk: the way back to the first page where there is no script. */
export function KioskHead({ path }: { readonly path: string }): ReactElement {
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`${String(WITHOUT_SCRIPT_S)};url=${kioskDonePath(path)}`} />
    </noscript>
  );
}

/** At the end of every page at the kiosk: print, go home, and clear what was typed; and the question before the machine does so by itself. */
export function KioskBar({ locale, path }: { readonly locale: Locale; readonly path: string }): ReactElement {
  const words = KIOSK_WORDS[locale];
  const done = kioskDonePath(path);
  return (
    <>
      <nav className="kiosk-bar no-print" aria-label={words.shared}>
        <div className="inner">
          <p className="hint">{words.shared}</p>
          <div className="row">
            <a className="button" href={done} rel="nofollow"><Icon name="check" />{words.done}</a>
            <button type="button" className="button quiet" data-kiosk-print hidden><Icon name="printer" />{words.print}</button>
            <a className="button quiet" href={DEVICE_PATHS.kiosk} rel="nofollow"><Icon name="home" />{words.home}</a>
          </div>
        </div>
      </nav>
      <dialog className="kiosk-ask no-print" data-kiosk-ask aria-labelledby="kiosk-ask">
        <h2 id="kiosk-ask">{words['ask-title']}</h2>
        <p>
          {words.ask} <b className="number" data-kiosk-left /> {words['ask-seconds']}
        </p>
        <div className="row">
          <button type="button" className="button">{words.stay}</button>
          <button type="button" className="button quiet" data-kiosk-print hidden>{words.print}</button>
          <a className="button quiet" href={done} rel="nofollow">{words.wipe}</a>
        </div>
      </dialog>
    </>
  );
}
