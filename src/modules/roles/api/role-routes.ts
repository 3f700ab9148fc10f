import { onlyRoles, type Role, ROLES, type StaffActor, staffOf } from '../../../kernel/actor.ts';
import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { defineRoute, json, type Route } from '../../../platform/http/route.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { actionsOfRole, limitsOfRole, stepsOfRole } from '../../dossiers/index.ts';
import { holdsPower, listStaffActors, listUnits } from '../../identity/index.ts';
import { RolesResponse, type RolesAnswer } from '../contract/role-schemas.ts';
import { type Door, judgeAbilities, type JudgedAbility } from '../domain/judge-roles.ts';
import { ACTION_NAMES, STEP_NAMES } from './action-names.ts';

/** Everything the module is given by the composition root. */
export interface RoleDeps {
  readonly db: Database;
  /** Every route of the program, once it is composed. */
  readonly routes: () => readonly Pick<Route, 'method' | 'url' | 'policy'>[];
}

/** A door whose judgement is the table of dossiers’; the page says what that table says. */
const TABLE_KEY = 'dossier-acts';

function holdersOf(role: Role, people: readonly StaffActor[], unitNames: ReadonlyMap<string, string>, locale: Locale): RolesAnswer['roles'][number]['holders'] {
  return people.flatMap(({ staffId, fullName, positions }) => positions.filter((position) => position.role === role).map((position) => ({
    staffId, fullName, title: position.title, unit: unitNames.get(position.unitId) ?? '', fields: [...position.fields], ownUnit: position.unitScope === 'own',
    steps: (position.steps ?? []).map((step) => STEP_NAMES[step][locale]), actingFor: position.actingFor?.fullName ?? null,
  })));
}

/** What every role may do, asked of the doors and of the table of dossiers at this moment. */
function rolesView(judged: readonly JudgedAbility[], people: readonly StaffActor[], unitNames: ReadonlyMap<string, string>, asked: { readonly today: LocalDate; readonly locale: Locale }): RolesAnswer {
  const { today, locale } = asked;
  const shown = judged.filter(({ ability }) => ability.key !== TABLE_KEY);
  const common = shown.filter(({ roles }) => roles.size === ROLES.length);
  const own = shown.filter(({ roles }) => roles.size < ROLES.length);
  const everything = [...new Set(ROLES.flatMap((role) => actionsOfRole(role)))];
  return {
    today, everybody: common.map(({ ability }) => ability.words[locale]),
    roles: ROLES.map((role) => {
      const actions = actionsOfRole(role);
      const opens = (wanted: boolean): readonly string[] => own.filter(({ roles }) => roles.has(role) === wanted).map(({ ability }) => ability.words[locale]);
      return {
        role, steps: stepsOfRole(role).map((step) => STEP_NAMES[step][locale]),
        may: [...opens(true)], mayDo: actions.map((action) => ACTION_NAMES[action][locale]),
        mayNot: [...opens(false), ...everything.filter((action) => !actions.includes(action)).map((action) => ACTION_NAMES[action][locale])],
        limits: limitsOfRole(role), secondFactor: holdsPower([{ role }]), holders: holdersOf(role, people, unitNames, locale),
      };
    }),
  };
}

/** The page of the roles. */
export function roleRoutes(deps: RoleDeps): readonly Route[] {
  let judged: readonly JudgedAbility[] | undefined;
  const doors = (): readonly Door[] => deps.routes().map(({ method, url, policy }) => ({ route: `${method} ${url}`, policy }));
  return [
    defineRoute({
      method: 'GET', url: '/api/roles', policy: onlyRoles('administrator'), summary: 'Vai trò: được làm gì, ai đang giữ / What every role may do and who holds it today', tag: 'roles', kind: 'api',
      schema: { response: RolesResponse },
      handle: async ({ context }) => {
        const { communeCode } = staffOf(context.actor);
        const today = dateAt(context.now.getTime());
        // The doors do not change while the program runs.
        judged ??= judgeAbilities(doors());
        const [people, units] = await Promise.all([listStaffActors(deps.db, communeCode, today), listUnits(deps.db, communeCode, today)]);
        return json(rolesView(judged, people, new Map(units.map(({ id, name }) => [id, name])), { today, locale: context.locale }));
      },
    }),
  ];
}
