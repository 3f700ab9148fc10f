import { onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { defineRoute, json, type Route } from '../../../platform/http/route.ts';
import { AdministrationResponse } from '../contract/administration-schemas.ts';
import { type AdministrationDeps, administrationView } from './administration-view.ts';

/** The way into everything that an administrator looks after. */
export function administrationRoutes(deps: AdministrationDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/administration', policy: onlyRoles('administrator'), summary: 'Figures of what administrators look after, and which of them ask for somebody', tag: 'administration', kind: 'api',
      schema: { response: AdministrationResponse },
      handle: async ({ context }) => json(await administrationView(deps, staffOf(context.actor).communeCode, context.now)),
    }),
  ];
}
