import { type Static, Type } from 'typebox';
import { DEVICE_KINDS } from '../../../kernel/actor.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' });
const Kind = Type.Enum([...DEVICE_KINDS]);
const Code = Type.String({ minLength: 1, maxLength: 40 });
const Name = Type.String({ maxLength: 60 });

/** How a device stands: it works, it has not come for its key yet, nobody has seen it for a day, or it was ended. */
const DEVICE_STATES = ['well', 'not-come', 'silent', 'revoked', 'replayed', 'other-browser'] as const;

const DeviceView = Type.Object({
  id: Type.String(),
  kind: Kind,
  name: Type.String(),
  place: Type.String(),
  unitName: Type.Union([Type.String(), Type.Null()]),
  state: Type.Enum([...DEVICE_STATES]),
  browser: Type.String(),
  pairedAt: Type.String(),
  pairedByName: Type.Union([Type.String(), Type.Null()]),
  lastSeenAt: Type.Union([Type.String(), Type.Null()]),
  lastAddress: Type.String(),
  endedAt: Type.Union([Type.String(), Type.Null()]),
});

/** GET /api/devices. */
export const DevicesView = Type.Object({
  devices: Type.Array(DeviceView),
  units: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  /** Where a device is opened to be paired. */
  address: Type.String(),
});
export type Devices = Static<typeof DevicesView>;
export type DeviceItem = Static<typeof DeviceView>;

/** POST /api/devices/look: the digits on a screen. */
export const LookBody = Type.Object({ code: Code }, closed);
/** The device behind a code, so that nobody takes a stranger's. */
export const WaitingDeviceView = Type.Object({ browser: Type.String(), address: Type.String(), beganAt: Type.String(), until: Type.String() });
export type WaitingDevice = Static<typeof WaitingDeviceView>;

/** POST /api/devices: takes the device behind a code. */
export const PairBody = Type.Object({ commandId: Uuid, code: Code, kind: Kind, name: Name, place: Name, unitId: Type.Union([Uuid, Type.Null()]) }, closed);
export type PairRequest = Static<typeof PairBody>;
export const PairedView = Type.Object({ id: Type.String() });

export const DeviceParams = Type.Object({ id: Uuid }, closed);
export const RevokeBody = Type.Object({ commandId: Uuid }, closed);
export const RevokedView = Type.Object({ id: Type.String(), ended: Type.Literal(true) });
