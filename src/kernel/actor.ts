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
  readonly actingFor?: { readonly staffId: string; readonly fullName: string } | null;
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

/** Who is asking: nobody known (most citizens), a citizen with an electronic identity, or a member of staff with the positions of today. */
export type Actor = { readonly kind: 'anonymous' } | CitizenActor | StaffActor;

/** The citizen whom the policy of a citizen's route has let in. Throws for anybody else: the route names the wrong policy. */
export function citizenOf(actor: Actor): CitizenActor {
  if (actor.kind !== 'citizen') throw new Error('a citizen’s route was reached without a citizen');
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
}

/** Everybody, signed in or not: public pages. */
export const anyone: RoutePolicy = { name: 'anyone', allows: () => true };

/** A citizen who signed in with an electronic identity. Staff are led to the citizens' way in: at work nobody is a citizen. */
export const citizen: RoutePolicy = { name: 'citizen', allows: (actor) => actor.kind === 'citizen', signInAt: '/cua-toi/dang-nhap' };

/** Every member of staff with a position today. */
export const anyStaff: RoutePolicy = { name: 'any-staff', allows: (actor) => actor.kind === 'staff' && actor.positions.length > 0 };

/** Staff whose position today is one of the roles. */
export function onlyRoles(...roles: readonly Role[]): RoutePolicy {
  return { name: `only:${roles.join('+')}`, allows: (actor) => hasRole(actor, ...roles) };
}

/** Whether the actor holds one of the roles today, in any field. */
export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.kind === 'staff' && actor.positions.some((position) => roles.includes(position.role));
}

/** Whether the actor holds one of the roles today for this field (lĩnh vực). */
export function hasRoleForField(actor: Actor, field: string, ...roles: readonly Role[]): boolean {
  return actor.kind === 'staff' && actor.positions.some((position) => roles.includes(position.role) && handlesField(position, field));
}
