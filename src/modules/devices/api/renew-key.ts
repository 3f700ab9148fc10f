import { type DeviceActor } from '../../../kernel/actor.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { digestCookie, digestToken } from '../../identity/index.ts';
import { browserKind } from '../domain/browser-kind.ts';
import { isKeyDue, judgeToken } from '../domain/judge-token.ts';
import { findDevice, findDeviceByToken, insertToken, newestGeneration } from '../store/devices.ts';
import { type DeviceWord } from '../ui/public/device-messages.ts';
import { type DevicesDeps } from './deps.ts';
import { DEVICE_KEY_COOKIE } from './device-cookies.ts';

/**
 * The next key for a device whose key is an hour old; undefined when it is not. Until the next one is used for the first time the present one
 * goes on, so that an answer that was lost on the way ends nothing.
 */
export async function renewKey(deps: Pick<DevicesDeps, 'db' | 'newSecret'>, device: DeviceActor, { cookies, now, userAgent }: Pick<RequestContext, 'cookies' | 'now' | 'userAgent'>): Promise<string | undefined> {
  const tokenHash = digestCookie(cookies[DEVICE_KEY_COOKIE]);
  const found = tokenHash === undefined ? undefined : await findDeviceByToken(deps.db, tokenHash);
  if (found === undefined || judgeToken(found.token, found.facts, browserKind(userAgent), now) !== 'live' || !isKeyDue(found.token, now)) return undefined;
  const key = deps.newSecret();
  const given = await insertToken(deps.db, device, { generation: (await newestGeneration(deps.db, device)) + 1, tokenHash: digestToken(key) }, now);
  return given ? key : undefined;
}

/** Why the key that a browser brought opens nothing; undefined when it brought none. */
export async function whyNoDevice({ db }: Pick<DevicesDeps, 'db'>, { cookies, now, userAgent }: Pick<RequestContext, 'cookies' | 'now' | 'userAgent'>): Promise<DeviceWord | undefined> {
  const tokenHash = digestCookie(cookies[DEVICE_KEY_COOKIE]);
  if (tokenHash === undefined) return undefined;
  const found = await findDeviceByToken(db, tokenHash);
  if (found === undefined) return 'ended-unknown';
  const reason = (await findDevice(db, found.actor.deviceId))?.endReason ?? null;
  if (reason !== null) return `ended-${reason}`;
  return judgeToken(found.token, found.facts, browserKind(userAgent), now) === 'unused' ? 'ended-unused' : 'ended-unknown';
}
