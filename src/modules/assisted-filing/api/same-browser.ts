import { type AssistedDeps } from './deps.ts';

const NAME = 'may-khai-ho';
/** As long as a visit at the counter or at home takes. */
const SECONDS = 6 * 3_600;

function markOf(deps: Pick<AssistedDeps, 'links'>, dossierId: string): string {
  return deps.links.token('assisted-browser', dossierId);
}

/** Marks the helper's browser for one declaration: agreeing on “the person's own phone” is not done in it. */
export function helperBrowserCookie(deps: Pick<AssistedDeps, 'links' | 'secure'>, dossierId: string): string {
  return `${NAME}=${markOf(deps, dossierId)}; Max-Age=${String(SECONDS)}; Path=/dong-y; HttpOnly; SameSite=Lax${deps.secure ? '; Secure' : ''}`;
}

/** Whether a request comes from the helper's browser. */
export function isHelperBrowser(deps: Pick<AssistedDeps, 'links'>, dossierId: string, cookies: Readonly<Record<string, string | undefined>>): boolean {
  return cookies[NAME] === markOf(deps, dossierId);
}
