import { type ReactElement, type ReactNode } from 'react';
import { Breadcrumb, type BreadcrumbStep } from '../breadcrumb/breadcrumb.tsx';
import { ENHANCER } from '../enhancer/enhancer.generated.ts';
import { KioskBar, KioskHead } from '../kiosk/kiosk-dress.tsx';
import { DEVICE_PATHS, kioskDonePath } from '../kiosk/kiosk-paths.ts';
import { KIOSK_SCRIPT } from '../kiosk/kiosk-script.generated.ts';
import { KIOSK_STYLES } from '../kiosk/kiosk-styles.ts';
import { PUBLIC_PATHS } from '../public-paths.ts';
import { PUBLIC_WORDS } from '../public-words.ts';
import { PUBLIC_STYLES } from '../styles/public-styles.ts';
import { type LookContext, lookOf } from './display-choices.ts';
import { PageFooter } from './page-footer.tsx';
import { PageHeader } from './page-header.tsx';
import { type PublicOffice } from './public-office.ts';

export interface PublicPageProps {
  readonly context: LookContext;
  /** Undefined only before the office was set up, and on problem pages when it cannot be read. */
  readonly office: PublicOffice | undefined;
  readonly title: string;
  /** One sentence for search engines and shared links. */
  readonly description?: string | undefined;
  /** Own path with its query: where the switches for type size and language come back to. */
  readonly path: string;
  readonly breadcrumb?: readonly BreadcrumbStep[] | undefined;
  readonly bottomBar?: ReactNode;
  /** False keeps the page out of search engines: everything that belongs to one person. */
  readonly indexed?: boolean | undefined;
  /** One more style sheet of this page; it must also be given to the content security policy. */
  readonly sheet?: string | undefined;
  /** For pages that go on by themselves, without a script: asked for again after so many seconds. */
  readonly refreshSeconds?: number | undefined;
  /** A screen that is looked at and not used: no switches, no footer, large letters. */
  readonly screen?: boolean | undefined;
  readonly children: ReactNode;
}

/** The whole document of a public page: head, header, main column, footer, the one style sheet and the one script. */
export function PublicPage(props: PublicPageProps): ReactElement {
  const look = lookOf(props.context);
  const words = PUBLIC_WORDS[look.locale];
  const officeName = props.office?.name ?? words['office-unnamed'];
  const screen = props.screen ?? false;
  const kiosk = look.kiosk && !screen;
  // The first page of a kiosk has nothing to wipe.
  const wipes = kiosk && props.path !== DEVICE_PATHS.kiosk;
  return (
    <html
      lang={look.locale}
      data-scale={look.scale === '100' ? undefined : look.scale}
      data-contrast={look.contrast === 'high' ? 'high' : undefined}
      data-theme={look.theme === 'auto' ? undefined : look.theme}
      data-kiosk={kiosk ? '' : undefined}
      data-kiosk-done={wipes ? kioskDonePath(props.path) : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.path === PUBLIC_PATHS.home ? `${officeName} – ${props.title}` : `${props.title} – ${officeName}`}</title>
        {props.description === undefined ? null : <meta name="description" content={props.description} />}
        {(props.indexed ?? true) ? null : <meta name="robots" content="noindex" />}
        {props.refreshSeconds === undefined ? null : <meta httpEquiv="refresh" content={String(props.refreshSeconds)} />}
        {wipes ? <KioskHead path={props.path} /> : null}
        <meta name="theme-color" content="#8f1d1d" />
        <link rel="icon" type="image/svg+xml" href="/favicon.svg" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <style dangerouslySetInnerHTML={{ __html: PUBLIC_STYLES }} />
        {kiosk || screen ? <style dangerouslySetInnerHTML={{ __html: KIOSK_STYLES }} /> : null}
        {props.sheet === undefined ? null : <style dangerouslySetInnerHTML={{ __html: props.sheet }} />}
      </head>
      <body className={screen ? 'screen' : undefined}>
        <a className="skip" href="#noi-dung">
          {words.skip}
        </a>
        <PageHeader look={look} path={props.path} officeName={officeName} centreName={props.office?.centreName} screen={screen} />
        <main id="noi-dung" className="inner" tabIndex={-1}>
          <Breadcrumb locale={look.locale} steps={props.breadcrumb ?? []} />
          {props.children}
        </main>
        {props.bottomBar}
        {wipes ? <KioskBar locale={look.locale} path={props.path} /> : screen ? null : <PageFooter look={look} path={props.path} office={props.office} />}
        {kiosk ? <script dangerouslySetInnerHTML={{ __html: KIOSK_SCRIPT }} /> : null}
        <script dangerouslySetInnerHTML={{ __html: ENHANCER }} />
      </body>
    </html>
  );
}
