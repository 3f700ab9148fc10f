import { anyStaff, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { RevealParams, RevealPersonRequest, RevealPersonResponse, RevealRequest, RevealResponse } from '../contract/reveal-schemas.ts';
import { type PrivacyDeps } from './deps.ts';
import { revealPart, revealPerson } from './reveal.ts';

const tag = 'privacy';
/** Nobody and nothing keeps a shown number. */
const UNKEPT = { 'cache-control': 'no-store' } as const;

function unkept<T>(result: Result<T>): Answer {
  return result.ok ? json(result.value, UNKEPT) : problemAnswer(result.problem);
}

/** Where a masked number is shown, once and for a purpose. Who may is decided with the dossier at hand. */
export function revealRoutes(deps: Pick<PrivacyDeps, 'db' | 'maskedParts' | 'personNumbers'>): readonly Route[] {
  return [
    defineRoute({
      method: 'POST', url: '/api/dossiers/:id/reveal', policy: anyStaff, summary: 'Show a masked number of a dossier for a minute, with its purpose', tag, kind: 'api', perMinute: 60,
      schema: { params: RevealParams, body: RevealRequest, response: RevealResponse },
      handle: async ({ params, body, context }) => unkept(await revealPart(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/persons/:id/reveal', policy: onlyRoles('reception', 'specialist'), summary: 'The numbers of a person chosen at the counter, to fill the form', tag, kind: 'api', perMinute: 60,
      schema: { params: RevealParams, body: RevealPersonRequest, response: RevealPersonResponse },
      handle: async ({ params, body, context }) => unkept(await revealPerson(deps, params.id, body, staffOf(context.actor), context)),
    }),
  ];
}
