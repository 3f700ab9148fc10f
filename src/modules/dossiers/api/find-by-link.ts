import { narrowToCommune } from '../../../platform/db/commune-scope.ts';
import { findDossierByTokenHash } from '../store/dossier-page.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { type DossiersDeps } from './deps.ts';

/** Exactly what the link signer makes. */
const TOKEN = /^[A-Za-z0-9_-]{22}$/;

/** For answers whose address is a secret: nobody keeps them, and links on them do not tell where the reader came from. */
export const SECRET_HEADERS = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } as const;

/** The dossier behind the secret link of a slip; undefined for a link that this installation never made. */
export async function findByLink(deps: Pick<DossiersDeps, 'db' | 'links'>, token: string): Promise<DossierRow | undefined> {
  const found = TOKEN.test(token) ? await findDossierByTokenHash(deps.db, deps.links.hash(token)) : undefined;
  // The link names the commune: nothing of another one is read or written for it any more.
  if (found !== undefined) narrowToCommune(found.commune_code);
  return found;
}
