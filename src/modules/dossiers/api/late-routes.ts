import { type Role } from '../../../kernel/actor.ts';
import { type Route } from '../../../platform/http/route.ts';
import { ReasonRequest } from '../contract/action-schemas.ts';
import { ExtensionRequest, UrgeRequest } from '../contract/late-schemas.ts';
import { actionRoute as action } from './action-route.ts';
import { type DossiersDeps } from './deps.ts';
import { declineExtension, extendDossier, proposeExtension } from './extend-dossier.ts';
import { answerUrge, urgeDossier } from './urge-dossier.ts';

const STEP_HOLDERS = ['reception', 'specialist', 'unit-head', 'president', 'clerk'] as const satisfies readonly Role[];
const LEADERS = ['unit-head', 'president'] as const satisfies readonly Role[];

/** What is done about dossiers that are late or about to be: urging and its answer, the apology with the one extension. */
export function lateRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    action('urge', LEADERS, 'Urge whoever holds a dossier', UrgeRequest, (id, body, actor, context) => urgeDossier(deps, id, body, actor, context)),
    action('urge/answer', STEP_HOLDERS, 'Answer an urging', UrgeRequest, (id, body, actor, context) => answerUrge(deps, id, body, actor, context)),
    action('extension/propose', STEP_HOLDERS, 'Ask a leader for the one extension', ExtensionRequest, (id, body, actor, context) => proposeExtension(deps, id, body, actor, context)),
    action('extension', LEADERS, 'Apologise and extend, once', ExtensionRequest, (id, body, actor, context) => extendDossier(deps, id, body, actor, context), 'sign'),
    action('extension/decline', LEADERS, 'Decline an extension, with the reason', ReasonRequest, (id, body, actor, context) => declineExtension(deps, id, body, actor, context)),
  ];
}
