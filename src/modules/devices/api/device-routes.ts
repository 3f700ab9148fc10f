import { onlyRoles, type StaffActor, staffOf } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { defineRoute, json, problemAnswer, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { type DeviceItem, DeviceParams, type Devices, DevicesView, LookBody, PairBody, PairedView, RevokeBody, RevokedView, WaitingDeviceView } from '../contract/device-schemas.ts';
import { browserKind } from '../domain/browser-kind.ts';
import { PAIRING_LIFE_MS } from '../domain/judge-pairing.ts';
import { type DeviceRow, endDevice, findDevice, listDevices } from '../store/devices.ts';
import { type DevicesDeps } from './deps.ts';
import { lookAtPairing, pairDevice } from './pair-device.ts';

const tag = 'devices';
const administrator = onlyRoles('administrator');
/** A display is seen every half minute while it is on; a day without it means that nobody switched it on. */
export const SILENT_MS = 24 * 60 * 60_000;

/** How a device stands at a moment. */
function stateOf({ endReason, claimedAt, lastSeenAt }: DeviceRow, now: Date): DeviceItem['state'] {
  if (endReason !== null) return endReason;
  if (claimedAt === null) return 'not-come';
  return lastSeenAt !== null && now.getTime() - lastSeenAt.getTime() < SILENT_MS ? 'well' : 'silent';
}

/** Devices for administrators: the list, the device behind a code, pairing, revoking. */
export function deviceRoutes(deps: DevicesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/devices', policy: administrator, summary: 'Thiết bị của xã / The devices of the commune', tag, kind: 'api', schema: { response: DevicesView },
      handle: async ({ context }) => json(await devicesView(deps, staffOf(context.actor), context.now)),
    }),
    defineRoute({
      method: 'POST', url: '/api/devices/look', policy: administrator, summary: 'Máy nào đang hiện mã này / Which device shows this code', tag, kind: 'api', schema: { body: LookBody, response: WaitingDeviceView },
      handle: async ({ body, context }) => {
        const found = await lookAtPairing(deps, body.code, context);
        if (!found.ok) return problemAnswer(found.problem);
        const { address, beganAt, userAgent } = found.value;
        return json({ browser: browserKind(userAgent), address, beganAt: beganAt.toISOString(), until: new Date(beganAt.getTime() + PAIRING_LIFE_MS).toISOString() });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/devices', policy: administrator, summary: 'Ghép một thiết bị / Pair a device', tag, kind: 'api', schema: { body: PairBody, response: PairedView },
      handle: async ({ body, context }) => {
        const paired = await pairDevice(deps, staffOf(context.actor), body, context);
        return paired.ok ? json(paired.value) : problemAnswer(paired.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/devices/:id/revoke', policy: administrator, summary: 'Ngắt một thiết bị ngay / Revoke a device at once', tag, kind: 'api',
      schema: { params: DeviceParams, body: RevokeBody, response: RevokedView },
      handle: async ({ params, body, context }) => {
        const revoked = await revokeDevice(deps, staffOf(context.actor), params.id, body.commandId, context);
        return revoked.ok ? json(revoked.value) : problemAnswer(revoked.problem);
      },
    }),
  ];
}

async function devicesView(deps: DevicesDeps, { communeCode }: StaffActor, now: Date): Promise<Devices> {
  const [devices, units] = await Promise.all([listDevices(deps.db, communeCode), deps.unitsOf(communeCode)]);
  const unitNames = new Map(units.map(({ id, shortName }) => [id, shortName]));
  return {
    address: `${deps.publicUrl}/thiet-bi`,
    units: units.map(({ id, name }) => ({ id, name })),
    devices: await Promise.all(devices.map(async (device): Promise<DeviceItem> => ({
      id: device.id, kind: device.kind, name: device.name, place: device.place, unitName: device.unitId === null ? null : (unitNames.get(device.unitId) ?? null), state: stateOf(device, now),
      browser: browserKind(device.userAgent), pairedAt: device.pairedAt.toISOString(), pairedByName: (await deps.staffName(communeCode, device.pairedBy)) ?? null,
      lastSeenAt: device.lastSeenAt?.toISOString() ?? null, lastAddress: device.lastAddress, endedAt: device.endedAt?.toISOString() ?? null,
    }))),
  };
}

/** Ends a device: it is out with its next request. Refuses one of another commune, and one that ended before. */
async function revokeDevice(deps: DevicesDeps, actor: StaffActor, id: string, commandId: string, { now, address }: RequestContext): Promise<Result<{ readonly id: string; readonly ended: true }>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId, kind: 'RevokeDevice', actor, request: { id }, now, address };
  return runCommand(deps.db, envelope, async (tx) => {
    const device = await findDevice(tx, id);
    if (device?.communeCode !== communeCode) return refuse('device.not-found');
    if (!(await endDevice(tx, { communeCode, deviceId: id }, 'revoked', actor.staffId, now))) return refuse('device.ended-before');
    return ok({ result: { id, ended: true }, journal: { action: 'device.revoked', object: `device:${id}`, facts: { name: device.name } } });
  });
}
