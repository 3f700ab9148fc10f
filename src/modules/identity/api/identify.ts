import { randomUUID } from 'node:crypto';
import { type FastifyRequest } from 'fastify';
import { type Actor, type StaffActor } from '../../../kernel/actor.ts';
import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { type Database } from '../../../platform/db/database.ts';
import { rememberSettings } from '../../settings/index.ts';
import { isAnotherBrowser } from '../domain/browser-kind.ts';
import { isNoticeDue, isSessionAlive } from '../domain/session-life.ts';
import { SECOND_FACTOR, SESSION_IDLE } from '../settings.ts';
import { findSession, type LoadedSession, noticeSession } from '../store/sessions.ts';
import { endStolenSession } from './end-stolen-session.ts';
import { digestCookie } from './secret-token.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

/** What of a request says who asks, and whether a person does. */
export type IdentifiedRequest = Pick<FastifyRequest, 'cookies' | 'method' | 'url' | 'headers' | 'ip'>;

/** Finds out who asks, and forgets at once those whose session ended here. */
export interface Identify {
  /**
   * The person behind the session cookie with the positions of today; anonymous for everybody else. A secret that is used by evidently
   * another browser than it was given to was stolen: the session ends, with an alert in the journal and in the person's inbox.
   */
  readonly identify: (request: IdentifiedRequest, now: Date) => Soon<Actor>;
  /** After a session was ended: its token's digest. */
  readonly forgetSession: (tokenHash: string) => void;
  /** After an account, its positions or its password changed. */
  readonly forgetStaff: (staffId: string) => void;
  /** After a setting was changed. */
  readonly forgetSettings: () => void;
}

/** A session with its person as the rules of the commune see that person now. */
interface KnownSession extends LoadedSession {
  readonly actor: StaffActor;
  readonly idleMinutes: number;
}

interface Remembered {
  readonly session: KnownSession;
  readonly readAt: number;
  readonly day: LocalDate;
}

const ANONYMOUS: Actor = { kind: 'anonymous' };
/** How long another process may still let a session in that was ended elsewhere. */
const REMEMBER_MS = 5_000;
/** Far more than one office has people; beyond it the oldest is read again. */
const MOST = 5_000;
/** How much of what a browser says of itself is kept, as in the context of a request. */
const USER_AGENT_LENGTH = 200;

/**
 * Makes the function that every request is identified by. A session is read from the database at most once in five
 * seconds and its use is written down at most once a minute, so that a request normally costs no query.
 */
export function createIdentify(db: Database, newId: () => string = randomUUID): Identify {
  const settings = rememberSettings(db, [SESSION_IDLE, SECOND_FACTOR]);
  const remembered = new Map<string, Remembered>();
  const reading = new Map<string, Promise<KnownSession | undefined>>();
  /** Counts what was forgotten: a read that began before must not bring it back. */
  let generation = 0;

  function forget(tokenHash: string): void {
    remembered.delete(tokenHash);
    reading.delete(tokenHash);
    generation += 1;
  }

  async function read(tokenHash: string, day: LocalDate, now: Date, used: boolean): Promise<KnownSession | undefined> {
    const began = generation;
    const found = await findSession(db, tokenHash, day);
    const idleMinutes = found === undefined ? 0 : await settings.read(found.communeCode, SESSION_IDLE, now);
    if (found === undefined || !found.active || !isSessionAlive(found, now, idleMinutes)) {
      remembered.delete(tokenHash);
      return undefined;
    }
    const noticed = used && isNoticeDue(found, now);
    if (noticed) await noticeSession(db, tokenHash, now);
    const actor = found.actorUnder(await settings.read(found.communeCode, SECOND_FACTOR, now));
    const session = { ...found, actor, idleMinutes, ...(noticed ? { lastSeenAt: now } : {}) };
    if (began === generation) {
      remembered.delete(tokenHash);
      remembered.set(tokenHash, { session, readAt: now.getTime(), day });
      const [oldest] = remembered.keys();
      if (remembered.size > MOST && oldest !== undefined) remembered.delete(oldest);
    }
    return session;
  }

  /** Who a session found for a request speaks for. */
  function speakerOf(tokenHash: string, session: KnownSession | undefined, request: IdentifiedRequest, now: Date): Soon<Actor> {
    if (session === undefined) return ANONYMOUS;
    const used = userAgentOf(request);
    if (!isAnotherBrowser(session.userAgent, used)) return session.actor;
    forget(tokenHash);
    return inWholeInstallation(() => endStolenSession({ db, newId }, { tokenHash, actor: session.actor, opened: session.userAgent, used }, { now, address: request.ip })).then(() => ANONYMOUS);
  }

  return {
    identify: (request, now) => {
      const tokenHash = digestCookie(request.cookies[SESSION_COOKIE]);
      if (tokenHash === undefined) return ANONYMOUS;
      const day = dateAt(now.getTime());
      const known = remembered.get(tokenHash);
      if (known !== undefined && known.day === day && isFresh(known.readAt, now) && isSessionAlive(known.session, now, known.session.idleMinutes)) {
        return speakerOf(tokenHash, known.session, request, now);
      }
      // Requests that come together share one read.
      let pending = reading.get(tokenHash);
      if (pending === undefined) {
        const started = inWholeInstallation(() => read(tokenHash, day, now, isUse(request))).finally(() => {
          if (reading.get(tokenHash) === started) reading.delete(tokenHash);
        });
        reading.set(tokenHash, started);
        pending = started;
      }
      return pending.then((session) => speakerOf(tokenHash, session, request, now));
    },
    forgetSession: forget,
    forgetStaff: (staffId) => {
      generation += 1;
      reading.clear();
      for (const [tokenHash, { session }] of remembered) {
        if (session.actor.staffId === staffId) remembered.delete(tokenHash);
      }
    },
    forgetSettings: () => {
      settings.forget();
      generation += 1;
      reading.clear();
      remembered.clear();
    },
  };
}

/** As it is kept with the session. */
function userAgentOf({ headers }: IdentifiedRequest): string {
  return (headers['user-agent'] ?? '').slice(0, USER_AGENT_LENGTH);
}

/** An open page asks again and again who is signed in, also when nobody sits before it: that keeps no session alive. */
function isUse({ method, url }: IdentifiedRequest): boolean {
  return !(method === 'GET' && url === '/api/session');
}

/** A clock that moved back makes everything stale. */
function isFresh(readAt: number, now: Date): boolean {
  const age = now.getTime() - readAt;
  return age >= 0 && age < REMEMBER_MS;
}
