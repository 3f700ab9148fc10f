import { anyStaff, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { type Answer, bytes, defineRoute, json, problemAnswer, type Route, showing } from '../../../platform/http/route.ts';
import { communeOf, peopleOfDossiers } from '../../../platform/http/shows.ts';
import { BulkParams, BulkPrintRequest, BulkResponse, BulkTransferRequest, BulkUrgeRequest } from '../contract/bulk-schemas.ts';
import { bulkResponse, changeMany } from './change-many.ts';
import { type DossiersDeps } from './deps.ts';
import { moveDossier } from './move-dossier.ts';
import { prepareManyPapers, printBatch } from './print-many.ts';
import { urgeDossier } from './urge-dossier.ts';

const tag = 'dossiers';

/** What is done to many dossiers of a list at once, with one answer for each. */
export function bulkRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'POST', url: '/api/dossiers/bulk/transfer', policy: onlyRoles('reception'), summary: 'Pass many received dossiers on for appraisal', tag, kind: 'api',
      schema: { body: BulkTransferRequest, response: BulkResponse },
      handle: async ({ body, context }) => {
        const actor = staffOf(context.actor);
        const outcome = await changeMany(deps, { kind: 'bulk-transfer', request: body, actor, context }, async ({ id, expectedVersion }, commandId) => {
          const moved = await moveDossier(deps, id, { commandId, expectedVersion, action: 'transfer', note: body.note, outcome: null, legalBasis: null }, actor, context);
          return moved.ok ? ok({ paperId: null }) : moved;
        });
        return outcome.ok ? json(bulkResponse(body.batchId, outcome.value, context)) : problemAnswer(outcome.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/dossiers/bulk/urge', policy: onlyRoles('unit-head', 'president'), summary: 'Urge the holders of many dossiers', tag, kind: 'api',
      schema: { body: BulkUrgeRequest, response: BulkResponse },
      handle: async ({ body, context }) => {
        const actor = staffOf(context.actor);
        const outcome = await changeMany(deps, { kind: 'bulk-urge', request: body, actor, context }, async ({ id, expectedVersion }, commandId) => {
          const urged = await urgeDossier(deps, id, { commandId, expectedVersion, words: body.words }, actor, context);
          return urged.ok ? ok({ paperId: null }) : urged;
        });
        return outcome.ok ? json(bulkResponse(body.batchId, outcome.value, context)) : problemAnswer(outcome.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/dossiers/bulk/print', policy: onlyRoles('reception', 'specialist', 'unit-head', 'president', 'clerk'), summary: 'Find or make one paper of each of many dossiers', tag: 'papers', kind: 'api',
      schema: { body: BulkPrintRequest, response: BulkResponse },
      handle: async ({ body, context }) => {
        const outcome = await prepareManyPapers(deps, body, staffOf(context.actor), context);
        return outcome.ok ? json(bulkResponse(body.batchId, outcome.value, context)) : problemAnswer(outcome.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/bulk/:batchId/print.pdf', policy: anyStaff, summary: 'The papers of many dossiers in one file', tag: 'papers', kind: 'api',
      schema: { params: BulkParams },
      shows: { action: 'dossiers.papers-viewed' },
      handle: async ({ params, context }): Promise<Answer> => {
        const file = await printBatch(deps, params.batchId, staffOf(context.actor), context);
        if (!file.ok) return problemAnswer(file.problem);
        const answer = bytes(file.value.pdf, 'application/pdf', { 'content-disposition': 'inline; filename="giay-to.pdf"' });
        return showing(answer, { object: communeOf(context), part: 'papers', ...peopleOfDossiers(file.value.dossierIds) });
      },
    }),
  ];
}
