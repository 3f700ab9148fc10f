import { type Actor, type Role, type RoutePolicy, ROLES } from '../../../kernel/actor.ts';
import { ABILITIES, type Ability, abilityOf } from './abilities.ts';

/** A door of the program: where it is, and who gets in. */
export interface Door {
  readonly route: string;
  readonly policy: RoutePolicy;
}

/** What the doors say about one ability: who gets in everywhere. */
export interface JudgedAbility {
  readonly ability: Ability;
  readonly roles: ReadonlySet<Role>;
}

/** Somebody who holds a position of one role and nothing else. */
function holderOfRole(role: Role): Actor {
  return { kind: 'staff', staffId: '', communeCode: '', fullName: '', userName: '', positions: [{ unitId: '', role, title: '', fields: [] }] };
}

const NO_POSITION: Actor = { kind: 'staff', staffId: '', communeCode: '', fullName: '', userName: '', positions: [] };

/** Whether a door opens because of a position: not to everybody, not to citizens, and not to whoever is merely signed in. */
export function needsPosition({ policy }: Door): boolean {
  return !policy.allows({ kind: 'anonymous' }) && !policy.allows(NO_POSITION) && ROLES.some((role) => policy.allows(holderOfRole(role)));
}

/** Asks every door of every ability who gets in. A role has an ability when all of its doors open to it. */
export function judgeAbilities(doors: readonly Door[]): readonly JudgedAbility[] {
  const staffDoors = doors.filter(needsPosition);
  const doorsOf = Map.groupBy(staffDoors, ({ route }) => abilityOf(route)?.key);
  return ABILITIES.flatMap((ability) => {
    const own = doorsOf.get(ability.key) ?? [];
    return own.length === 0 ? [] : [{ ability, roles: new Set(ROLES.filter((role) => own.every(({ policy }) => policy.allows(holderOfRole(role))))) }];
  });
}
