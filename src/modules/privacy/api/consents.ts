import { type Actor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { isConsented, purposesOn } from '../domain/consent.ts';
import { insertConsent, listStandingOfAll } from '../store/consents.ts';
import { type About, type PrivacyDeps } from './deps.ts';
import { consentPurposes } from './privacy-data.ts';

/**
 * Everybody of a commune who has consented to a purpose at a moment, in the version of its words that holds then: whoever is written to for it is
 * taken from here, so that nothing goes to anybody else.
 */
export async function consentingPeople(db: Database | Tx, communeCode: string, purpose: string, at: Date): Promise<readonly string[]> {
  const day = dateAt(at.getTime());
  const said = (await listStandingOfAll(db, communeCode, at)).filter((one) => one.purpose === purpose);
  return said.filter((one) => isConsented(consentPurposes(), [one], purpose, day)).map((one) => one.person_id);
}

/** What is said about one purpose. */
export interface ConsentWord {
  readonly commandId: string;
  readonly purpose: string;
  readonly act: 'given' | 'withdrawn';
  readonly channel: 'counter' | 'tracking' | 'home';
}

/** Writes down that somebody consents to a purpose, or no longer does; giving and taking back are one and the same effort. Refuses a purpose that does not hold today. */
export async function sayConsent(deps: Pick<PrivacyDeps, 'db' | 'newId'>, about: About, word: ConsentWord, actor: Actor, context: Pick<RequestContext, 'now' | 'address'>): Promise<Result<null>> {
  const { communeCode, personId } = about;
  const { now } = context;
  const purpose = purposesOn(consentPurposes(), dateAt(now.getTime())).find((one) => one.purpose === word.purpose);
  if (purpose === undefined) return refuse('privacy.purpose-unknown', {}, 'purpose');
  const envelope = { communeCode, commandId: word.commandId, kind: 'say-consent', actor, request: { ...word, personId }, now, address: context.address };
  const by = actor.kind === 'staff' ? actor : undefined;
  return runCommand(deps.db, envelope, async (tx) => {
    await insertConsent(tx, {
      commune_code: communeCode, id: deps.newId(), person_id: personId, purpose: purpose.purpose, version: purpose.version, act: word.act, channel: word.channel, at: now,
      recorded_by: by?.staffId ?? null, recorded_by_name: by?.fullName ?? null,
    });
    return ok({ result: null, journal: { action: `consent.${word.act}`, object: `person:${personId}`, facts: { purpose: purpose.purpose, version: purpose.version, channel: word.channel } } });
  });
}
