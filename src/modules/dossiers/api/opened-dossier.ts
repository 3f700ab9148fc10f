import { type RequestContext } from '../../../platform/http/route.ts';
import { isSameSecret } from './declaration-ids.ts';
import { opensAsOwner } from '../domain/owned-dossier.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { type DossiersDeps } from './deps.ts';

/** The cookie that says: whoever uses this browser knew the four digits of this dossier. */
const COOKIE = 'xaso-ho-so';
/** Long enough to look for a paper and come back, in seconds. */
const LIFE = 6 * 60 * 60;
/** On a machine that everybody uses: long enough for one visit. */
const LIFE_AT_KIOSK = 5 * 60;

type Signer = Pick<DossiersDeps, 'links' | 'publicUrl'>;

function sealOf(deps: Signer, dossierId: string, until: number): string {
  return deps.links.token('opened-dossier', `${dossierId}|${String(until)}`);
}

/** Opens what is personal in one dossier for this browser. Only the addresses of this dossier see the cookie. */
export function openedCookie(deps: Signer, token: string, dossierId: string, { actor, now }: Pick<RequestContext, 'actor' | 'now'>): string {
  const life = actor.kind === 'device' ? LIFE_AT_KIOSK : LIFE;
  const until = Math.floor(now.getTime() / 1000) + life;
  const secure = deps.publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${COOKIE}=${String(until)}.${sealOf(deps, dossierId, until)}; Path=/h/${token}; Max-Age=${String(life)}; HttpOnly; SameSite=Lax${secure}`;
}

/**
 * Whether this browser has shown the second factor for this dossier, not too long ago; or the citizen whose number it carries signed in
 * with an identity that is sure enough.
 */
export function isOpened(deps: Signer, dossier: Pick<DossierRow, 'id' | 'applicant_number' | 'applicant_name'>, context: Pick<RequestContext, 'actor' | 'cookies' | 'now'>): boolean {
  if (context.actor.kind === 'citizen' && opensAsOwner(context.actor, { number: dossier.applicant_number, name: dossier.applicant_name })) return true;
  const [until = '', seal = '', ...rest] = (context.cookies[COOKIE] ?? '').split('.');
  if (rest.length > 0 || !/^\d{1,12}$/.test(until) || Number(until) * 1000 < context.now.getTime()) return false;
  return isSameSecret(seal, sealOf(deps, dossier.id, Number(until)));
}
