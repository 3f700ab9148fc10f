import { type CitizenActor } from '../../../kernel/actor.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';

/** A citizen's session as it is opened. */
export interface NewCitizenSession {
  readonly tokenHash: string;
  readonly citizen: CitizenActor;
  readonly provider: string;
  readonly subject: string;
  /** The session at the provider; null where it names none. */
  readonly providerSession: string | null;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly address: string;
  readonly userAgent: string;
}

/** A stored session with the citizen behind it. */
export interface LoadedCitizenSession {
  readonly actor: CitizenActor;
  readonly provider: string;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** A session as its owner sees it. */
export interface OwnCitizenSession {
  readonly id: string;
  readonly provider: string;
  readonly openedAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly address: string;
  readonly userAgent: string;
}

/** Opens a session. */
export async function insertCitizenSession(tx: Tx, session: NewCitizenSession): Promise<void> {
  const { citizen } = session;
  await tx
    .insertInto('citizen_session')
    .values({
      token_hash: session.tokenHash,
      id: citizen.sessionId,
      commune_code: citizen.communeCode,
      citizen_number: citizen.citizenNumber,
      full_name: citizen.fullName,
      assurance: citizen.assurance,
      provider: session.provider,
      subject: session.subject,
      provider_session: session.providerSession,
      opened_at: session.openedAt,
      last_seen_at: session.openedAt,
      expires_at: session.expiresAt,
      address: session.address,
      user_agent: session.userAgent,
    })
    .execute();
}

/** The session of a token (by its digest); undefined when there is none. */
export async function findCitizenSession(db: Database, tokenHash: string): Promise<LoadedCitizenSession | undefined> {
  const row = await db.selectFrom('citizen_session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    actor: {
      kind: 'citizen',
      communeCode: row.commune_code,
      sessionId: row.id,
      citizenNumber: row.citizen_number,
      fullName: row.full_name,
      // The table has no other.
      assurance: row.assurance === 2 ? 2 : 1,
    },
    provider: row.provider,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  };
}

/** Writes down that a session was used; an earlier time than the stored one changes nothing. */
export async function noticeCitizenSession(db: Database, tokenHash: string, now: Date): Promise<void> {
  await db.updateTable('citizen_session').set({ last_seen_at: now }).where('token_hash', '=', tokenHash).where('last_seen_at', '<', now).execute();
}

/** The sessions of a citizen that still count, newest use first. */
export async function listCitizenSessions(db: Database, citizen: Pick<CitizenActor, 'communeCode' | 'citizenNumber'>, alive: { readonly now: Date; readonly seenAfter: Date }): Promise<readonly OwnCitizenSession[]> {
  return db
    .selectFrom('citizen_session')
    .select(['id', 'provider', 'opened_at as openedAt', 'last_seen_at as lastSeenAt', 'expires_at as expiresAt', 'address', 'user_agent as userAgent'])
    .where('commune_code', '=', citizen.communeCode)
    .where('citizen_number', '=', citizen.citizenNumber)
    .where('expires_at', '>', alive.now)
    .where('last_seen_at', '>', alive.seenAfter)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();
}

/** What ending a session leaves to do: forget it in memory, write it into the journal. */
export interface EndedCitizenSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly communeCode: string;
  readonly provider: string;
}

const ENDED = ['id', 'token_hash as tokenHash', 'commune_code as communeCode', 'provider'] as const;

/** Ends the session of a token's digest; undefined when there was none. */
export async function deleteCitizenSessionByToken(tx: Tx, tokenHash: string): Promise<EndedCitizenSession | undefined> {
  return tx.deleteFrom('citizen_session').where('token_hash', '=', tokenHash).returning(ENDED).executeTakeFirst();
}

/** Ends one of a citizen's own sessions; undefined when it is somebody else's or had ended before. */
export async function deleteOwnCitizenSession(tx: Tx, citizen: Pick<CitizenActor, 'communeCode' | 'citizenNumber'>, id: string): Promise<EndedCitizenSession | undefined> {
  return tx
    .deleteFrom('citizen_session')
    .where('id', '=', id)
    .where('commune_code', '=', citizen.communeCode)
    .where('citizen_number', '=', citizen.citizenNumber)
    .returning(ENDED)
    .executeTakeFirst();
}

/** A session that a provider ended, with the number of whose it was. */
export interface ToldCitizenSession extends EndedCitizenSession {
  readonly citizenNumber: string;
}

/** Ends the sessions of an identity at a provider: the one that the provider names, or, where it or we know none, all of the person's. */
export async function deleteCitizenSessionsOfIdentity(tx: Tx, { provider, subject, providerSession }: { readonly provider: string; readonly subject: string | null; readonly providerSession: string | null }): Promise<readonly ToldCitizenSession[]> {
  if (subject === null && providerSession === null) return [];
  return tx
    .deleteFrom('citizen_session')
    .where('provider', '=', provider)
    .$if(subject !== null, (query) => query.where('subject', '=', subject ?? ''))
    .$if(providerSession !== null, (query) =>
      query.where((where) => where.or([where('provider_session', '=', providerSession), ...(subject === null ? [] : [where('provider_session', 'is', null)])])))
    .returning([...ENDED, 'citizen_number as citizenNumber'])
    .execute();
}

/** Removes sessions that no longer count; answers how many rows went. */
export async function purgeCitizenSessions(db: Database, now: Date, seenBefore: Date): Promise<number> {
  const gone = await db
    .deleteFrom('citizen_session')
    .where((where) => where.or([where('expires_at', '<=', now), where('last_seen_at', '<=', seenBefore)]))
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}
