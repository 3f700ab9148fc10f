import { type Route } from '../../../platform/http/route.ts';
import { type CommuneChoice } from '../domain/commune.ts';
import { type StaffDeps } from './add-staff.ts';
import { bankAccountRoutes } from './bank-account-routes.ts';
import { type PageRenderer } from './page-renderer.ts';
import { sessionRoutes } from './session-routes.ts';
import { type StaffSignOn } from './staff-sign-on.ts';
import { type SetUpCode } from './set-up-code.ts';
import { type SetUpDeps } from './set-up-commune.ts';
import { setUpRoutes } from './set-up-routes.ts';
import { signInPageRoutes } from './sign-in-page-routes.ts';
import { type FactorDeps } from './check-code.ts';
import { factorRoutes } from './factor-routes.ts';
import { staffRoutes } from './staff-routes.ts';

/** What the routes of this module are given. */
export interface IdentityDeps extends FactorDeps, SetUpDeps, StaffDeps {
  /** True when the program's own address is HTTPS: cookies then never travel without it. */
  readonly secure: boolean;
  readonly renderPage: PageRenderer;
  /** The address of the built script of passkeys; undefined when the workspace was not built. */
  readonly passkeyScript: string | undefined;
  readonly setUpCode: SetUpCode;
  /** Left out where staff do not sign in by the word of a provider. */
  readonly signOn?: StaffSignOn | undefined;
  /** Communes of today by a name of today or before, best first. */
  readonly searchCommunes: (query: string) => Promise<readonly CommuneChoice[]>;
  /** A commune of today by its code; undefined when there is none. */
  readonly findCommuneChoice: (code: string) => Promise<CommuneChoice | undefined>;
}

/** Every route of sign-in, own sessions, own password, the people of the commune and the first set-up. */
export function identityRoutes(deps: IdentityDeps): readonly Route[] {
  const isSecure = (request: { readonly protocol: string }): boolean => deps.secure || request.protocol === 'https';
  return [
    ...sessionRoutes({ ...deps, isSecure }),
    ...factorRoutes({ ...deps, isSecure }),
    ...signInPageRoutes({ ...deps, isSecure }),
    ...staffRoutes(deps),
    ...bankAccountRoutes(deps),
    ...setUpRoutes({ ...deps, code: deps.setUpCode }),
  ];
}
