import { type FastifyRequest } from 'fastify';
import { type Actor } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { runCommand } from '../../../platform/commands.ts';
import { inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { digestCookie } from '../../identity/index.ts';
import { browserKind } from '../domain/browser-kind.ts';
import { isSightingDue, judgeToken } from '../domain/judge-token.ts';
import { endDevice, findDeviceByToken, type LoadedToken, retireOtherTokens, sightDevice } from '../store/devices.ts';
import { type DevicesDeps } from './deps.ts';
import { DEVICE_KEY_COOKIE } from './device-cookies.ts';

type IdentifiedRequest = Pick<FastifyRequest, 'cookies' | 'headers' | 'ip'>;
type IdentifyActor = (request: FastifyRequest, now: Date) => Soon<Actor>;

/**
 * Finds devices before anybody else: a browser that was paired is nothing but that device until it is revoked. A key is read from the database
 * each time, so that a revoked device is out with its next request, in every process. Browsers without a key cost nothing.
 */
export function withDevices(deps: Pick<DevicesDeps, 'db' | 'newId'>, others: IdentifyActor): IdentifyActor {
  return (request, now) => {
    const tokenHash = digestCookie(request.cookies[DEVICE_KEY_COOKIE]);
    if (tokenHash === undefined) return others(request, now);
    return inWholeInstallation(() => identifyDevice(deps, tokenHash, request, now)).then((actor) => actor ?? others(request, now));
  };
}

async function identifyDevice(deps: Pick<DevicesDeps, 'db' | 'newId'>, tokenHash: string, request: IdentifiedRequest, now: Date): Promise<Actor | undefined> {
  const found = await findDeviceByToken(deps.db, tokenHash);
  if (found === undefined) return undefined;
  const { actor, facts, token } = found;
  const verdict = judgeToken(token, facts, browserKind((request.headers['user-agent'] ?? '').slice(0, 200)), now);
  switch (verdict) {
    case 'ended':
    case 'unused':
      return undefined;
    case 'replayed':
    case 'other-browser':
      await endCopied(deps, found, verdict, request.ip, now);
      return undefined;
    case 'first-use':
      await deps.db.transaction().execute((tx) => retireOtherTokens(tx, actor, token.generation, now));
      break;
    case 'live':
    case 'late':
      break;
  }
  if (isSightingDue(facts.lastSeenAt, now)) await sightDevice(deps.db, actor, request.ip, now);
  return actor;
}

/** A copied key ends the device for whoever holds it, and the journal says so: somebody has to look who it was. */
async function endCopied({ db, newId }: Pick<DevicesDeps, 'db' | 'newId'>, { actor, token }: LoadedToken, reason: 'replayed' | 'other-browser', address: string, now: Date): Promise<void> {
  const envelope = { communeCode: actor.communeCode, commandId: newId(), kind: 'EndCopiedDevice', actor, request: { deviceId: actor.deviceId, reason }, now, address };
  await runCommand(db, envelope, async (tx) => {
    // Only the first of several requests with the copied key finds the device alive.
    if (!(await endDevice(tx, actor, reason, null, now))) return { ok: false, problem: { code: 'device.ended-before' } };
    return ok({ result: {}, journal: { action: 'device.key-copied', object: `device:${actor.deviceId}`, facts: { why: reason, key: token.generation, name: actor.name } } });
  });
}
