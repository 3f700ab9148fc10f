import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type RequestOutcome } from '../contract/data-request-schemas.ts';
import { eraseProofsOf } from '../../assisted-filing/index.ts';
import { kindsOn, staysUntil } from '../domain/retention.ts';
import { listOpenHolds } from '../store/legal-holds.ts';
import { type About, type PrivacyDeps } from './deps.ts';
import { retentionFile } from './privacy-data.ts';

/**
 * Erases what may be erased of a person and says what must stay, by which law and until when. Refuses while one of their dossiers is under way, and while one is
 * held for a complaint or a court.
 */
export async function erasePerson(deps: Pick<PrivacyDeps, 'personDossiers' | 'eraseOfPerson'>, tx: Tx, about: About, { now, locale }: Pick<RequestContext, 'now' | 'locale'>): Promise<Result<RequestOutcome>> {
  const dossiers = await deps.personDossiers(tx, about.communeCode, about.personId);
  const running = dossiers.filter((one) => one.running);
  if (running.length > 0) return refuse('privacy.dossier-running', { codes: running.map(({ code }) => code).join(', ') });
  const holds = new Set((await listOpenHolds(tx, about.communeCode)).map(({ dossier_id }) => dossier_id));
  const held = dossiers.filter(({ id }) => holds.has(id));
  if (held.length > 0) return refuse('privacy.dossier-held', { codes: held.map(({ code }) => code).join(', ') });
  const file = retentionFile();
  const words = kindsOn(file, dateAt(now.getTime())).flatMap(({ match = [] }) => match);
  const erased = await deps.eraseOfPerson(tx, about, dossiers.map(({ id }) => id), words, now);
  const proofs = await eraseProofsOf(tx, about.communeCode, dossiers.map(({ id }) => id), now);
  const last = dossiers.reduce<LocalDate | null>((newest, { endedAt }) => {
    const day = endedAt === null ? null : dateAt(endedAt.getTime());
    return day !== null && (newest === null || day > newest) ? day : newest;
  }, null);
  return ok({
    corrected: [],
    erased: [{ what: 'card-pictures', count: erased.cardPictures }, { what: 'kept-papers', count: erased.keptPapers }, { what: 'contacts', count: erased.contacts }, ...(proofs === 0 ? [] : [{ what: 'assisted-proofs', count: proofs }])],
    stays: dossiers.length === 0 ? [] : file.stays.map((one) => ({ what: one.what[locale], basis: one.basis, until: staysUntil(one, last) })),
  });
}
