/** What a browser says it is, as far as it stays the same from one version to the next. */
export interface BrowserKind {
  /** Such as `Chrome`; of a program that is no browser its own name, such as `curl`; empty where nothing is said. */
  readonly browser: string;
  /** Such as `Windows`; empty where it is not said. */
  readonly system: string;
}

/** Those that call themselves by the names of others too come first. */
const BROWSERS: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//u],
  ['Opera', /\b(?:OPR|Opera)\//u],
  ['Cốc Cốc', /\bcoc_coc_browser\//u],
  ['Samsung Internet', /\bSamsungBrowser\//u],
  ['Zalo', /\bZalo\b/u],
  ['Firefox', /\b(?:Firefox|FxiOS)\//u],
  ['Chrome', /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//u],
  ['Safari', /\bVersion\/[\d.]+ .*Safari\//u],
];

const SYSTEMS: readonly (readonly [name: string, mark: RegExp])[] = [
  ['Windows', /\bWindows\b/u],
  ['Android', /\bAndroid\b/u],
  ['iOS', /\b(?:iPhone|iPad|iPod)\b/u],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/u],
  ['ChromeOS', /\bCrOS\b/u],
  ['Linux', /\bLinux\b|\bX11\b/u],
];

/** A phone that is asked for the page for computers says another system and is the same browser. */
const SAME_MACHINE: Readonly<Record<string, string>> = { Android: 'Linux', iOS: 'macOS' };

/** Reads the kind of browser from what it says of itself (the User-Agent header). */
export function browserKind(userAgent: string): BrowserKind {
  const of = (marks: typeof BROWSERS): string | undefined => marks.find(([, mark]) => mark.test(userAgent))?.[0];
  return { browser: of(BROWSERS) ?? /^[^\s/;(]+/u.exec(userAgent)?.[0] ?? '', system: of(SYSTEMS) ?? '' };
}

/** The same in few words, such as `Chrome, Windows`; empty where nothing is said. */
export function browserWords(userAgent: string): string {
  const { browser, system } = browserKind(userAgent);
  return [browser, system].filter((word) => word !== '').join(', ');
}

/**
 * Whether a session's secret is evidently used by another browser than the one that it was given to. A new version is the same browser;
 * another make or another system is not: a browser does not turn into one while it is open.
 */
export function isAnotherBrowser(opened: string, used: string): boolean {
  if (opened === used) return false;
  const [before, now] = [browserKind(opened), browserKind(used)];
  const machine = ({ system }: BrowserKind): string => SAME_MACHINE[system] ?? system;
  return before.browser !== now.browser || machine(before) !== machine(now);
}
