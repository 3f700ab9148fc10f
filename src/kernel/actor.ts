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

/** A position that a member of staff holds today. */
export interface Position {
  readonly unitId: string;
  readonly role: Role;
  readonly title: string;
  /** Fields (lĩnh vực) that it may handle; empty means every field. */
  readonly fields: readonly string[];
}

export interface StaffActor {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly communeCode: string;
  readonly fullName: string;
  readonly userName: string;
  readonly positions: readonly Position[];
}

/** Who is asking: a citizen without an account, or a member of staff with the positions of today. */
export type Actor = { readonly kind: 'anonymous' } | StaffActor;

/** The member of staff whom the policy of a staff route has let in. Throws for anybody else: the route names the wrong policy. */
export function staffOf(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Error('a staff route was reached without staff');
  return actor;
}

/** A pure rule on who may use a route; what it may do to one object is decided again with the object at hand. */
export interface RoutePolicy {
  readonly name: string;
  readonly allows: (actor: Actor) => boolean;
}

/** Everybody, signed in or not: public pages. */
export const anyone: RoutePolicy = { name: 'anyone', allows: () => true };

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
  return (
    actor.kind === 'staff' &&
    actor.positions.some(
      (position) => roles.includes(position.role) && (position.fields.length === 0 || position.fields.includes(field)),
    )
  );
}
