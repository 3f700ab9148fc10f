import { type ReactElement } from 'react';
import { GateMark } from '../gate-mark/gate-mark.tsx';
import { DEVICE_PATHS } from '../kiosk/kiosk-paths.ts';
import { PUBLIC_PATHS } from '../public-paths.ts';
import { PUBLIC_WORDS } from '../public-words.ts';
import { choiceLink, nextScale, type PageLook } from './display-choices.ts';

interface PageHeaderProps {
  readonly look: PageLook;
  readonly path: string;
  readonly officeName: string;
  readonly centreName: string | undefined;
  /** A screen that nobody touches: without ways and switches. */
  readonly screen: boolean;
}

/** The gate, the name of the commune, and the two switches that most people need. */
export function PageHeader({ look, path, officeName, centreName, screen }: PageHeaderProps): ReactElement {
  const words = PUBLIC_WORDS[look.locale];
  const scale = nextScale(look.scale);
  const other = look.locale === 'vi' ? 'en' : 'vi';
  const name = (
    <>
      <GateMark />
      <span>
        <b>{officeName}</b>
        {centreName === undefined ? null : <small>{centreName}</small>}
      </span>
    </>
  );
  if (screen) {
    return (
      <header className="top">
        <div className="inner">
          <div className="office">{name}</div>
        </div>
      </header>
    );
  }
  return (
    <header className="top">
      <div className="inner">
        <a className="office" href={look.kiosk ? DEVICE_PATHS.kiosk : PUBLIC_PATHS.home}>
          {name}
        </a>
        <nav className="tools no-print" aria-label={words.tools}>
          <a
            href={choiceLink('co-chu', scale, path)}
            rel="nofollow"
            data-scales={`${words['scale-125']}|${words['scale-150']}|${words['scale-100']}`}
          >
            {words[`scale-${scale}`]}
          </a>
          <a href={choiceLink('ngon-ngu', other, path)} rel="nofollow" lang={other} hrefLang={other}>
            {words['other-language-short']}
            <span className="unseen"> ({words['other-language']})</span>
          </a>
        </nav>
      </div>
    </header>
  );
}
