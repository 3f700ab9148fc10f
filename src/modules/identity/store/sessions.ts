import { type StaffActor } from '../../../kernel/actor.ts';
import { ASSURANCE_LEVELS, type AssuranceLevel } from '../../../kernel/assurance.ts';
import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type SecondFactorRule, secondFactorState } from '../domain/second-factor-state.ts';
import { type OwnSession } from '../domain/session-life.ts';
import { factorColumns } from './factor-columns.ts';
import { positionsOn } from './positions-on.ts';
import { countSignIn } from './sign-in-days.ts';

/** Who somebody is at the identity provider whose word opened a session. */
export interface ProviderIdentity {
  readonly provider: string;
  readonly subject: string;
  /** The session there, where the provider names one. */
  readonly providerSession: string | null;
}

/** A session as it is opened. */
export interface NewSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly communeCode: string;
  readonly staffId: string;
  readonly openedAt: Date;
  readonly expiresAt: Date;
  readonly userAgent: string;
  readonly address: string;
  readonly level: AssuranceLevel;
  /** Left out for a password or a passkey. */
  readonly identity?: ProviderIdentity | undefined;
}

/** A stored session with the person behind it and the positions of one day. */
export interface LoadedSession {
  readonly communeCode: string;
  /** Who it is, by what the commune asks of those who administer and sign. */
  readonly actorUnder: (rule: SecondFactorRule) => StaffActor;
  /** False when the account was closed since. */
  readonly active: boolean;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** What the browser that opened it said of itself. */
  readonly userAgent: string;
}

/** Opens a session, which counts as a sign-in of the day (UTC+7). */
export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('staff_session')
    .values({
      token_hash: session.tokenHash,
      id: session.id,
      commune_code: session.communeCode,
      staff_id: session.staffId,
      created_at: session.openedAt,
      last_seen_at: session.openedAt,
      expires_at: session.expiresAt,
      user_agent: session.userAgent,
      address: session.address,
      assurance: session.level,
      proven_at: session.openedAt,
      provider: session.identity?.provider ?? null,
      subject: session.identity?.subject ?? null,
      provider_session: session.identity?.providerSession ?? null,
    })
    .execute();
  await countSignIn(tx, session, dateAt(session.openedAt.getTime()));
}

/** The session of a token (by its digest) with the positions of a day, in one query; undefined when there is none. */
export async function findSession(db: Database, tokenHash: string, on: LocalDate): Promise<LoadedSession | undefined> {
  const { hasTotp, hasPasskey } = factorColumns('s.commune_code', 's.staff_id');
  const row = await db
    .selectFrom('staff_session as s')
    .innerJoin('staff', (join) => join.onRef('staff.commune_code', '=', 's.commune_code').onRef('staff.id', '=', 's.staff_id'))
    .select([
      's.commune_code as communeCode',
      's.staff_id as staffId',
      's.last_seen_at as lastSeenAt',
      's.expires_at as expiresAt',
      's.user_agent as userAgent',
      's.assurance as level',
      's.proven_at as provenAt',
      hasTotp.as('hasTotp'),
      hasPasskey.as('hasPasskey'),
      'staff.full_name as fullName',
      'staff.user_name as userName',
      'staff.active',
      'staff.must_change_password as mustChangePassword',
      positionsOn({ commune: 's.commune_code', staff: 's.staff_id' }, on).as('positions'),
    ])
    .where('s.token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { communeCode, staffId, fullName, userName, positions, active, lastSeenAt, expiresAt, userAgent, level, provenAt, mustChangePassword, hasTotp: totp, hasPasskey: key } = row;
  return {
    communeCode,
    actorUnder: (rule) => ({
      kind: 'staff', staffId, communeCode, fullName, userName, positions,
      // A provider that vouches for two factors has asked for the second one itself.
      assurance: { level, provenAt: provenAt.getTime(), secondFactor: secondFactorState({ enrolled: totp || key || level !== 'password', rule, positions }), mustChangePassword },
    }),
    active, lastSeenAt, expiresAt, userAgent,
  };
}

/** Writes down that the person of a session proved more than before, or again; the level never falls. */
export async function raiseSession(tx: Tx, tokenHash: string, level: AssuranceLevel, now: Date): Promise<void> {
  const weaker = ASSURANCE_LEVELS.slice(0, ASSURANCE_LEVELS.indexOf(level));
  await tx.updateTable('staff_session').set({ proven_at: now }).where('token_hash', '=', tokenHash).execute();
  if (weaker.length > 0) await tx.updateTable('staff_session').set({ assurance: level }).where('token_hash', '=', tokenHash).where('assurance', 'in', weaker).execute();
}

/** Writes down that a session was used; an earlier time than the stored one changes nothing. Not journalled: it says nothing but “still there”. */
export async function noticeSession(db: Database, tokenHash: string, now: Date): Promise<void> {
  await db.updateTable('staff_session').set({ last_seen_at: now }).where('token_hash', '=', tokenHash).where('last_seen_at', '<', now).execute();
}

/** The sessions of a person that still count at a moment, newest use first. */
export async function listSessions(
  db: Database,
  communeCode: string,
  staffId: string,
  alive: { readonly now: Date; readonly seenAfter: Date },
): Promise<readonly OwnSession[]> {
  return db
    .selectFrom('staff_session')
    .select([
      'id',
      'created_at as createdAt',
      'last_seen_at as lastSeenAt',
      'expires_at as expiresAt',
      'address',
      'user_agent as userAgent',
    ])
    .where('commune_code', '=', communeCode)
    .where('staff_id', '=', staffId)
    .where('expires_at', '>', alive.now)
    .where('last_seen_at', '>', alive.seenAfter)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();
}

/** How many sessions of a commune still count and were not used since a moment. */
export async function countIdleSessions(db: Database, communeCode: string, alive: { readonly now: Date; readonly seenAfter: Date; readonly idleSince: Date }): Promise<number> {
  const { count } = await db
    .selectFrom('staff_session')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('commune_code', '=', communeCode)
    .where('expires_at', '>', alive.now)
    .where('last_seen_at', '>', alive.seenAfter)
    .where('last_seen_at', '<=', alive.idleSince)
    .executeTakeFirstOrThrow();
  return count;
}

/** The id and the end of a session by its token's digest. */
export async function findSessionId(db: Database, tokenHash: string): Promise<{ readonly id: string; readonly expiresAt: Date } | undefined> {
  return db.selectFrom('staff_session').select(['id', 'expires_at as expiresAt']).where('token_hash', '=', tokenHash).executeTakeFirst();
}

/** What ending a session leaves to do: forget it in memory, write it into the journal. */
export interface EndedSession {
  readonly id: string;
  readonly tokenHash: string;
  readonly communeCode: string;
  readonly staffId: string;
  /** The identity provider whose word had opened it. */
  readonly provider: string | null;
}

const ENDED = ['id', 'token_hash as tokenHash', 'commune_code as communeCode', 'staff_id as staffId', 'provider'] as const;

/** Ends the session of a token's digest; undefined when there was none. */
export async function deleteSessionByToken(tx: Tx, tokenHash: string): Promise<EndedSession | undefined> {
  return tx.deleteFrom('staff_session').where('token_hash', '=', tokenHash).returning(ENDED).executeTakeFirst();
}

/** Ends one of a person's own sessions; undefined when it is not theirs or had ended before. */
export async function deleteOwnSession(tx: Tx, communeCode: string, staffId: string, id: string): Promise<EndedSession | undefined> {
  return tx
    .deleteFrom('staff_session')
    .where('id', '=', id)
    .where('commune_code', '=', communeCode)
    .where('staff_id', '=', staffId)
    .returning(ENDED)
    .executeTakeFirst();
}

/** Ends every session of a person except the one of this token's digest. */
export async function deleteOtherSessions(tx: Tx, communeCode: string, staffId: string, keep: string): Promise<readonly EndedSession[]> {
  return tx
    .deleteFrom('staff_session')
    .where('commune_code', '=', communeCode)
    .where('staff_id', '=', staffId)
    .where('token_hash', '<>', keep)
    .returning(ENDED)
    .execute();
}

/** Ends the sessions that an identity of a provider had opened: the one that the provider names, or, where it or we know none, all of the person's. */
export async function deleteSessionsOfIdentity(tx: Tx, { provider, subject, providerSession }: { readonly provider: string; readonly subject: string | null; readonly providerSession: string | null }): Promise<readonly EndedSession[]> {
  if (subject === null && providerSession === null) return [];
  return tx
    .deleteFrom('staff_session')
    .where('provider', '=', provider)
    .$if(subject !== null, (query) => query.where('subject', '=', subject))
    .$if(providerSession !== null, (query) =>
      query.where((where) => where.or([where('provider_session', '=', providerSession), ...(subject === null ? [] : [where('provider_session', 'is', null)])])))
    .returning(ENDED)
    .execute();
}

/** Removes what no longer counts: sessions that ended, guesses and known browsers that are too old. Answers how many rows went. */
export async function purgeIdentity(
  db: Database,
  before: { readonly sessionsExpired: Date; readonly sessionsSeen: Date; readonly guesses: Date; readonly devices: Date },
): Promise<number> {
  const gone = await Promise.all([
    db
      .deleteFrom('staff_session')
      .where((where) => where.or([where('expires_at', '<=', before.sessionsExpired), where('last_seen_at', '<=', before.sessionsSeen)]))
      .executeTakeFirst(),
    db.deleteFrom('guess').where('window_start', '<', before.guesses).executeTakeFirst(),
    db.deleteFrom('known_device').where('last_used_at', '<', before.devices).executeTakeFirst(),
  ]);
  return gone.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
