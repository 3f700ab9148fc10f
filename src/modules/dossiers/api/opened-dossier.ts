import { type RequestContext } from '../../../platform/http/route.ts';
import { isSameSecret } from './declaration-ids.ts';
import { type DossiersDeps } from './deps.ts';

/** The cookie that says: whoever uses this browser knew the four digits of this dossier. */
const COOKIE = 'xaso-ho-so';
/** Long enough to look for a paper and come back, in seconds. */
const LIFE = 6 * 60 * 60;

type Signer = Pick<DossiersDeps, 'links' | 'publicUrl'>;

function sealOf(deps: Signer, dossierId: string, until: number): string {
  return deps.links.token('opened-dossier', `${dossierId}|${String(until)}`);
}

/** Opens what is personal in one dossier for this browser. Only the addresses of this dossier see the cookie. */
export function openedCookie(deps: Signer, token: string, dossierId: string, now: Date): string {
  const until = Math.floor(now.getTime() / 1000) + LIFE;
  const secure = deps.publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${COOKIE}=${String(until)}.${sealOf(deps, dossierId, until)}; Path=/h/${token}; Max-Age=${String(LIFE)}; HttpOnly; SameSite=Lax${secure}`;
}

/** Whether this browser has shown the second factor for this dossier, not too long ago. */
export function isOpened(deps: Signer, dossierId: string, context: Pick<RequestContext, 'cookies' | 'now'>): boolean {
  const [until = '', seal = '', ...rest] = (context.cookies[COOKIE] ?? '').split('.');
  if (rest.length > 0 || !/^\d{1,12}$/.test(until) || Number(until) * 1000 < context.now.getTime()) return false;
  return isSameSecret(seal, sealOf(deps, dossierId, Number(until)));
}
