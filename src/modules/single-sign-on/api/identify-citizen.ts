import { type FastifyRequest } from 'fastify';
import { type Actor } from '../../../kernel/actor.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type Database } from '../../../platform/db/database.ts';
import { digestCookie } from '../../identity/index.ts';
import { isCitizenNoticeDue, isCitizenSessionAlive } from '../domain/citizen-session-life.ts';
import { isCitizenPlace } from '../domain/citizen-place.ts';
import { findCitizenSession, type LoadedCitizenSession, noticeCitizenSession } from '../store/citizen-sessions.ts';
import { CITIZEN_COOKIE } from './sign-on-cookies.ts';

type IdentifiedRequest = Pick<FastifyRequest, 'cookies' | 'url'>;

/** Finds the citizen behind a request, and forgets at once sessions that ended here. */
export interface CitizenIdentify {
  /** The citizen behind the cookie, where a citizen's session counts; undefined everywhere else and for everybody else. */
  readonly identify: (request: IdentifiedRequest, now: Date) => Soon<Actor | undefined>;
  /** After a session was ended: its token's digest. */
  readonly forget: (tokenHash: string) => void;
}

/** How long another process may still let a session in that was ended elsewhere. */
const REMEMBER_MS = 5_000;
/** Far more than one office has visitors at once; beyond it the oldest is read again. */
const MOST = 5_000;

/** Makes the function that finds citizens. A session is read at most once in five seconds and its use is written down at most once a minute. */
export function createCitizenIdentify(db: Database): CitizenIdentify {
  const remembered = new Map<string, { readonly session: LoadedCitizenSession; readonly readAt: number }>();
  /** Counts what was forgotten: a read that began before must not bring it back. */
  let generation = 0;

  async function read(tokenHash: string, now: Date): Promise<Actor | undefined> {
    const began = generation;
    const found = await findCitizenSession(db, tokenHash);
    if (found === undefined || !isCitizenSessionAlive(found, now)) {
      remembered.delete(tokenHash);
      return undefined;
    }
    const noticed = isCitizenNoticeDue(found, now);
    if (noticed) await noticeCitizenSession(db, tokenHash, now);
    if (began === generation) {
      remembered.delete(tokenHash);
      remembered.set(tokenHash, { session: noticed ? { ...found, lastSeenAt: now } : found, readAt: now.getTime() });
      const [oldest] = remembered.keys();
      if (remembered.size > MOST && oldest !== undefined) remembered.delete(oldest);
    }
    return found.actor;
  }

  return {
    identify: (request, now) => {
      if (!isCitizenPlace(request.url)) return undefined;
      const tokenHash = digestCookie(request.cookies[CITIZEN_COOKIE]);
      if (tokenHash === undefined) return undefined;
      const known = remembered.get(tokenHash);
      const age = known === undefined ? -1 : now.getTime() - known.readAt;
      if (known !== undefined && age >= 0 && age < REMEMBER_MS && isCitizenSessionAlive(known.session, now)) return known.session.actor;
      return read(tokenHash, now);
    },
    forget: (tokenHash) => {
      generation += 1;
      remembered.delete(tokenHash);
    },
  };
}
