import { readFileSync } from 'node:fs';
import { type FastifyRequest } from 'fastify';
import { type Actor } from '../../../kernel/actor.ts';
import { type Soon } from '../../../kernel/soon.ts';
import { type SignOnSettings } from '../../../platform/config-sign-on.ts';
import { type Route } from '../../../platform/http/route.ts';
import { SetUpProblem } from '../../../platform/set-up-problem.ts';
import { type ClaimMap, readClaimMap } from '../domain/claim-map.ts';
import { type SingleSignOnDeps } from './deps.ts';
import { type CitizenIdentify, createCitizenIdentify } from './identify-citizen.ts';
import { linkRoutes } from './link-routes.ts';
import { myRoutes } from './my-routes.tsx';
import { type StaffSignOn } from '../../identity/index.ts';
import { createProvider } from './provider.ts';
import { isStaffSignOnAllowed } from './sign-on-staff.ts';
import { signOnRoutes } from './sign-on-routes.tsx';

/** Who asks, from a request and a moment. */
type IdentifyActor = (request: FastifyRequest, now: Date) => Soon<Actor>;

/** Single sign-on as the composition root sees it. */
export interface SingleSignOn {
  readonly routes: readonly Route[];
  /** Finds citizens where their session counts, and everybody else as before. */
  readonly identify: IdentifyActor;
  /** What the sign-in page of staff offers; undefined without a provider for them. */
  readonly staff: StaffSignOn | undefined;
}

type Given = Omit<SingleSignOnDeps, 'providers' | 'identify'>;

/** Builds single sign-on from the settings. Without a provider nobody is offered anything and nobody's sign-in changes. Throws a SetUpProblem for a claims file that cannot be read. */
export function createSingleSignOn(settings: readonly SignOnSettings[], given: Given, identifyOthers: IdentifyActor, clock: () => Date): SingleSignOn {
  const citizens = createCitizenIdentify(given.db);
  // The own account and the administrators' page say that there is no provider.
  if (settings.length === 0) return { routes: linkRoutes({ ...given, identify: citizens, providers: [] }), identify: identifyOthers, staff: undefined };
  const deps: SingleSignOnDeps = { ...given, identify: citizens, providers: settings.map((one) => createProvider(one, loadClaimMap(one), clock)) };
  return {
    routes: [...signOnRoutes(deps), ...myRoutes(deps), ...linkRoutes(deps)],
    staff: staffSignOn(deps),
    identify: withCitizens(citizens, identifyOthers),
  };
}

/** The providers for staff, as the sign-in page needs them: offered where the home commune allows it. */
function staffSignOn(deps: SingleSignOnDeps): StaffSignOn | undefined {
  const providers = deps.providers.filter(({ settings }) => settings.kind === 'staff');
  if (providers.length === 0) return undefined;
  return {
    ways: async (now) => {
      const home = await deps.homeCommune();
      return home !== undefined && (await isStaffSignOnAllowed(deps, home.code, now)) ? providers.map(({ settings: { key, label } }) => ({ key, label })) : [];
    },
    leave: async (key) => {
      const provider = providers.find(({ settings }) => settings.key === key);
      return provider === undefined ? undefined : { label: provider.settings.label, href: (await provider.signOutAddress(`${deps.publicUrl}/can-bo/dang-nhap`)) ?? null };
    },
  };
}

/** Where a citizen's session counts it goes first; everywhere else, and without one, everybody is who they were. */
function withCitizens(citizens: CitizenIdentify, others: IdentifyActor): IdentifyActor {
  return (request, now) => {
    const known = citizens.identify(request, now);
    if (known === undefined) return others(request, now);
    return known instanceof Promise ? known.then((actor) => actor ?? others(request, now)) : known;
  };
}

/** The names of claims and levels: the file that the settings name, or ours for this kind of provider. */
function loadClaimMap({ key, kind, claimsFile }: SignOnSettings): ClaimMap {
  const place = claimsFile ?? new URL(`../../../../data/single-sign-on/${kind}.json`, import.meta.url);
  const fault = (what: string): SetUpProblem =>
    new SetUpProblem('settings-invalid', {
      faults: [{ vi: `XASO_SSO_${key.toUpperCase()}_CLAIMS: không dùng được tệp (${what})`, en: `XASO_SSO_${key.toUpperCase()}_CLAIMS: the file cannot be used (${what})` }],
    });
  let file: unknown;
  try {
    file = JSON.parse(readFileSync(place, 'utf8'));
  } catch (error) {
    throw fault(error instanceof Error ? error.message : 'not readable');
  }
  const read = readClaimMap(file);
  if ('fault' in read) throw fault(read.fault);
  return read.map;
}
