import { createHash } from 'node:crypto';
import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { digestCookie, digestToken, guessSecret } from '../../identity/index.ts';
import { type PairRequest } from '../contract/device-schemas.ts';
import { browserKind } from '../domain/browser-kind.ts';
import { judgeCode, MOST_WAITING, type Pairing, PAIRING_LIFE_MS } from '../domain/judge-pairing.ts';
import { pairingCodeOf, readPairingCode } from '../domain/pairing-code.ts';
import { claimDevice, findDevice, insertDevice, insertToken, isDeviceNameTaken } from '../store/devices.ts';
import { acceptPairing, claimPairing, countWaitingPairings, findPairing, findPairingByCode, insertPairing, loadCodeForUpdate, loadPairingForUpdate } from '../store/pairings.ts';
import { type DevicesDeps } from './deps.ts';

type PairDeps = Pick<DevicesDeps, 'db' | 'newId' | 'newSecret' | 'sealer' | 'unitsOf'>;
type PairContext = Pick<RequestContext, 'address' | 'now' | 'userAgent'>;

/** A few secrets show no code, and two may show the same one: then another is drawn. */
const MOST_DRAWS = 20;

/** The code that the browser with this secret shows; undefined for a secret that shows none. */
export function codeOfSecret(secret: string): string | undefined {
  return pairingCodeOf(createHash('sha256').update(`pairing code ${secret}`).digest());
}

function digestCode({ sealer }: Pick<DevicesDeps, 'sealer'>, code: string): string {
  return sealer.digest('device-pairing', '', code);
}

/** Begins to pair this browser: answers the secret for its cookie. Refuses when too many codes wait already, behind this address or in all. */
export async function beginPairing(deps: PairDeps, { address, now, userAgent }: PairContext): Promise<Result<string>> {
  const waiting = await countWaitingPairings(deps.db, address, new Date(now.getTime() - PAIRING_LIFE_MS));
  if (waiting.address >= MOST_WAITING.address || waiting.all >= MOST_WAITING.installation) return refuse('device.too-many-waiting');
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const secret = deps.newSecret();
    const code = codeOfSecret(secret);
    if (code !== undefined && (await insertPairing(deps.db, { browserHash: digestToken(secret), codeDigest: digestCode(deps, code), beganAt: now, address, userAgent }))) return ok(secret);
  }
  throw new Error('no pairing code could be drawn');
}

/** Finds what shows a code; wrong ones are counted per administrator's address, across processes, and slow the next one down. */
async function guessCode(deps: PairDeps, typed: string, context: PairContext): Promise<Result<Pairing>> {
  const { db } = deps;
  const guess = await guessSecret(db, { purpose: 'device-pairing', secret: null, address: context.address }, context.now, async () => {
    const code = readPairingCode(typed);
    return code === undefined ? undefined : findPairingByCode(db, digestCode(deps, code));
  });
  if (guess.kind === 'wait') return refuse('device.guess-later', { minutes: guess.minutes });
  return judgeCode(guess.kind === 'right' ? guess.value : undefined, context.now);
}

/** What stands behind a code, for the administrator to compare with the device in the hall. Refuses codes that are unknown, used or too old. */
export function lookAtPairing(deps: PairDeps, code: string, context: PairContext): Promise<Result<Pairing>> {
  return guessCode(deps, code, context);
}

/**
 * Takes the device behind a code into the administrator's commune, under a name of its own. Refuses codes that are unknown, used or too old, a
 * name that is missing or taken, and a unit that is not there.
 */
export async function pairDevice(deps: PairDeps, actor: StaffActor, body: PairRequest, context: PairContext): Promise<Result<{ readonly id: string }>> {
  const { commandId, ...wish } = body;
  const { communeCode } = actor;
  const { now } = context;
  const found = await guessCode(deps, wish.code, context);
  const code = readPairingCode(wish.code);
  const name = wish.name.normalize('NFC').trim();
  const units = wish.unitId === null ? [] : await deps.unitsOf(communeCode);
  const envelope = { communeCode, commandId, kind: 'PairDevice', actor, request: wish, now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    if (!found.ok) return found;
    if (name === '') return refuse('device.name-missing', undefined, 'name');
    if (wish.unitId !== null && !units.some(({ id }) => id === wish.unitId)) return refuse('device.unit-unknown', undefined, 'unitId');
    // Another administrator may have been faster.
    const judged = judgeCode(code === undefined ? undefined : await loadCodeForUpdate(tx, digestCode(deps, code)), now);
    if (!judged.ok) return judged;
    if (await isDeviceNameTaken(tx, communeCode, name)) return refuse('device.name-taken', { name }, 'name');
    const { browserHash, address, userAgent } = judged.value;
    const id = deps.newId();
    await insertDevice(tx, {
      id, communeCode, kind: wish.kind, name, place: wish.place.normalize('NFC').trim(), unitId: wish.unitId, pairedAt: now, pairedBy: actor.staffId, address, userAgent, browser: browserKind(userAgent),
    });
    await acceptPairing(tx, browserHash, id, now);
    return ok({ result: { id }, journal: { action: 'device.paired', object: `device:${id}`, facts: { kind: wish.kind, name } } });
  });
}

/** The browser whose code was accepted takes its first key: answers it once, to the first who comes with the browser's secret; undefined to all others. */
export async function claimKey(deps: PairDeps, pairingSecret: string, { address, now, userAgent }: PairContext): Promise<string | undefined> {
  const browserHash = digestCookie(pairingSecret);
  if (browserHash === undefined) return undefined;
  const { db } = deps;
  const key = deps.newSecret();
  const pairing = await findPairing(db, browserHash);
  const device = pairing?.deviceId == null ? undefined : await findDevice(db, pairing.deviceId);
  if (device === undefined || device.endedAt !== null) return undefined;
  const { communeCode } = device;
  const actor = { kind: 'device', deviceId: device.id, communeCode, deviceKind: device.kind, name: device.name } as const;
  const envelope = { communeCode, commandId: deps.newId(), kind: 'ClaimDevice', actor, request: { deviceId: device.id }, now, address };
  const claimed = await runCommand(db, envelope, async (tx) => {
    const waiting = await loadPairingForUpdate(tx, browserHash);
    if (waiting?.deviceId !== device.id || waiting.claimedAt !== null) return refuse('device.code-used');
    await claimPairing(tx, browserHash, now);
    await insertToken(tx, actor, { generation: 1, tokenHash: digestToken(key) }, now);
    await claimDevice(tx, actor, { address, userAgent, browser: browserKind(userAgent) }, now);
    return ok({ result: {}, journal: { action: 'device.came', object: `device:${device.id}`, facts: { name: device.name } } });
  });
  return claimed.ok ? key : undefined;
}
