import { type Assurance, refuseRight, type AssuranceRefusal, type Right } from './assurance.ts';

/** What a position may do, by the people table of the product. A citizen has no role. */
export const ROLES = [
  'reception',
  'specialist',
  'unit-head',
  'president',
  'clerk',
  'cashier',
  'team-member',
  'committee',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** The five steps of a dossier in the office: tiếp nhận → thẩm định → phê duyệt → đóng dấu → trả kết quả. */
export const WORK_STEPS = ['receive', 'appraise', 'approve', 'seal', 'hand-over'] as const;

export type WorkStep = (typeof WORK_STEPS)[number];

/** A position that a member of staff holds today. */
export interface Position {
  readonly unitId: string;
  readonly role: Role;
  readonly title: string;
  /** Fields (lĩnh vực) that it may handle; empty means every field. */
  readonly fields: readonly string[];
  /** `own`: only dossiers of its own unit: those moved to it, and those of the fields that the unit looks after. `all`, or left out: of every unit. */
  readonly unitScope?: 'own' | 'all';
  /** The fields that its unit looks after, which say what is the unit's own; none: only what was moved to it. */
  readonly unitFields?: readonly string[];
  /** Which of the five steps it may do; empty, or left out: every step of its role. */
  readonly steps?: readonly WorkStep[];
  /** Whose position it is, while that person is on leave; left out or null: one's own. */
  readonly actingFor?: { readonly staffId: string; readonly fullName: string; /** The absent person's own title: `signature-title.ts`. */ readonly title: string } | null;
}

/** Whether a position handles a field (lĩnh vực) where nothing was moved to another unit. */
export function handlesField(position: Position, field: string): boolean {
  const isOwn = position.unitScope !== 'own' || (position.unitFields ?? []).includes(field);
  return isOwn && (position.fields.length === 0 || position.fields.includes(field));
}

/** Whether a position may do one of the five steps, as far as it is limited to some. */
export function doesStep({ steps = [] }: Position, step: WorkStep): boolean {
  return steps.length === 0 || steps.includes(step);
}

export interface StaffActor {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly communeCode: string;
  readonly fullName: string;
  readonly userName: string;
  readonly positions: readonly Position[];
  /** How surely this person is the one who asks; left out for colleagues, who are not asking. Set by the session alone. */
  readonly assurance?: Assurance;
}

/** Level of an electronic identity (mức độ định danh, NĐ 69/2024/NĐ-CP as amended by NĐ 320/2026): 1 from afar, 2 after seeing the police in person. */
export type IdentityLevel = 1 | 2;

/** A citizen who signed in with an electronic identity. The number is the identity provider's word and nobody's typing. */
export interface CitizenActor {
  readonly kind: 'citizen';
  /** The commune whose office the citizen visits. */
  readonly communeCode: string;
  readonly sessionId: string;
  readonly citizenNumber: string;
  readonly fullName: string;
  readonly assurance: IdentityLevel;
}

/** What a device of the office is for: people use a kiosk themselves, read a display from afar, and read a counter screen across the table. */
export const DEVICE_KINDS = ['kiosk', 'display', 'counter-screen'] as const;

export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** A device of the office that an administrator paired. It is nobody: it has no positions and sees nobody's data. */
export interface DeviceActor {
  readonly kind: 'device';
  readonly deviceId: string;
  readonly communeCode: string;
  readonly deviceKind: DeviceKind;
  readonly name: string;
}

/** Who is asking: nobody known (most citizens), a citizen with an electronic identity, a device of the office, or a member of staff with the positions of today. */
export type Actor = { readonly kind: 'anonymous' } | CitizenActor | DeviceActor | StaffActor;

/** The citizen whom the policy of a citizen's route has let in. Throws for anybody else: the route names the wrong policy. */
export function citizenOf(actor: Actor): CitizenActor {
  if (actor.kind !== 'citizen') throw new Error('a citizen’s route was reached without a citizen');
  return actor;
}

/** The device that the policy of a device's route has let in. Throws for anybody else: the route names the wrong policy. */
export function deviceOf(actor: Actor): DeviceActor {
  if (actor.kind !== 'device') throw new Error('a device’s route was reached without a device');
  return actor;
}

/** The member of staff whom the policy of a staff route has let in. Throws for anybody else: the route names the wrong policy. */
export function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Error('a staff route was reached without staff');
  return actor;
}

/** A pure rule on who may use a route; what it may do to one object is decided again with the object at hand. */
export interface RoutePolicy {
  readonly name: string;
  readonly allows: (actor: Actor) => boolean;
  /** Where whoever is kept out of a page signs in; left out, it is the way in for staff, and only strangers are led there. */
  readonly signInAt?: string;
  /** The right that is used, where it may need more than a password. */
  readonly right?: Right;
  /** True for one's own account: open also to a session that must first enrol a second factor. */
  readonly ownAccount?: true;
}

/** The same policy for a right that may need more than a password. */
export function withRight(policy: RoutePolicy, right: Right): RoutePolicy {
  return { ...policy, right };
}

/**
 * What a session that the policy has let in still lacks at a moment (epoch milliseconds); undefined when nothing. Whoever has a password
 * that somebody else made, or must have a second factor and has none, reaches only public pages and the own account.
 */
export function refuseAssurance(policy: RoutePolicy, actor: Actor, now: number): AssuranceRefusal | undefined {
  if (actor.kind !== 'staff' || policy.ownAccount === true) return undefined;
  if (actor.assurance?.mustChangePassword === true) return 'access.password-first';
  if (actor.assurance?.secondFactor === 'must-enrol') return 'access.second-factor-first';
  return policy.right === undefined ? undefined : refuseRight(actor.assurance, policy.right, now);
}

/** Every person, signed in or not. Devices of the office are kept out: what they may open says so. */
export const anyone: RoutePolicy = { name: 'anyone', allows: (actor) => actor.kind !== 'device', ownAccount: true };

/** Public pages that people may also use at a kiosk in the hall. */
export const anyoneOrKiosk: RoutePolicy = { name: 'anyone-or-kiosk', allows: (actor) => actor.kind !== 'device' || actor.deviceKind === 'kiosk', ownAccount: true };

/** What every page of every device needs, such as fonts, and the place where devices are paired. */
export const anyoneOrDevice: RoutePolicy = { name: 'anyone-or-device', allows: () => true, ownAccount: true };

/** Devices of these kinds. Everybody else is led to where devices are paired. */
export function onlyDevices(...kinds: readonly DeviceKind[]): RoutePolicy {
  return { name: `device:${kinds.join('+')}`, allows: (actor) => actor.kind === 'device' && kinds.includes(actor.deviceKind), signInAt: '/thiet-bi' };
}

/** Whether a route is open to people of whom nothing is known: then it may be about any commune. */
export function isOpenToStrangers(policy: Pick<RoutePolicy, 'allows'>): boolean {
  return policy.allows({ kind: 'anonymous' });
}

/** A citizen who signed in with an electronic identity. Staff are led to the citizens' way in: at work nobody is a citizen. */
export const citizen: RoutePolicy = { name: 'citizen', allows: (actor) => actor.kind === 'citizen', signInAt: '/cua-toi/dang-nhap' };

/** Every member of staff with a position today. */
export const anyStaff: RoutePolicy = { name: 'any-staff', allows: (actor) => actor.kind === 'staff' && actor.positions.length > 0 };

/** Staff whose position today is one of the roles. What only administrators may do is administration, with the assurance that it needs. */
export function onlyRoles(...roles: readonly Role[]): RoutePolicy {
  const policy: RoutePolicy = { name: `only:${roles.join('+')}`, allows: (actor) => hasRole(actor, ...roles) };
  return roles.length === 1 && roles[0] === 'administrator' ? withRight(policy, 'administer') : policy;
}

/** Whether the actor holds one of the roles today, in any field. */
export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.kind === 'staff' && actor.positions.some((position) => roles.includes(position.role));
}

/** Whether the actor holds one of the roles today for this field (lĩnh vực). */
export function hasRoleForField(actor: Actor, field: string, ...roles: readonly Role[]): boolean {
  return actor.kind === 'staff' && actor.positions.some((position) => roles.includes(position.role) && handlesField(position, field));
}
