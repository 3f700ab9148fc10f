import { onlyRoles, type Role, staffOf } from '../../../kernel/actor.ts';
import { bytes, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { showsList, showsOne } from '../../../platform/http/shows.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import {
  DataRequestActionRequest, DataRequestChanged, DataRequestListResponse, DataRequestParams, DataRequestQuery, DataRequestResponse, NewDataRequest,
} from '../contract/data-request-schemas.ts';
import { buildAnswerLetter } from '../papers/build-answer-letter.ts';
import { findDataRequest } from '../store/data-requests.ts';
import { copyOfData } from './copy-of-data.ts';
import { actOnDataRequest, receiveDataRequest } from './data-requests.ts';
import { dataRequestList, dataRequestView, outcomeOf } from './data-request-view.ts';
import { type PrivacyDeps } from './deps.ts';

const tag = 'privacy';
/** Who takes requests down and looks at them. */
const KEEPERS = ['reception', 'president', 'administrator'] as const satisfies readonly Role[];
/** Who decides. */
const DECIDERS = ['president', 'administrator'] as const satisfies readonly Role[];
const PRIVATE = { 'cache-control': 'private, no-store' } as const;

/** The staff side of requests about personal data: taking one down, the list, deciding, the letter, the copy. */
export function dataRequestRoutes(deps: PrivacyDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/data-requests', policy: onlyRoles(...KEEPERS), summary: 'Requests of people about their data', tag, kind: 'api', shows: showsList('data-requests.listed', 'data-requests', 'items', null), schema: { query: DataRequestQuery, response: DataRequestListResponse },
      handle: async ({ query, context }) => json(await dataRequestList(deps, staffOf(context.actor).communeCode, query.list, context.now)),
    }),
    defineRoute({
      method: 'POST', url: '/api/data-requests', policy: onlyRoles(...KEEPERS), summary: 'Take a request down at the counter, for whoever shows their card', tag, kind: 'api', perMinute: 30,
      schema: { body: NewDataRequest, response: DataRequestChanged },
      handle: async ({ body, context }) => {
        const actor = staffOf(context.actor);
        const person = await deps.findPersonByNumber(deps.db, actor.communeCode, body.citizenNumber);
        if (person === undefined) return problemAnswer({ code: 'privacy.no-matching-person', field: 'citizenNumber' });
        const done = await receiveDataRequest(deps, body, { communeCode: actor.communeCode, personId: person.id, dossierId: null, channel: 'counter', actor }, context);
        return done.ok ? json(done.value) : problemAnswer(done.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/data-requests/:id', policy: onlyRoles(...KEEPERS), summary: 'One request with what may be done to it', tag, kind: 'api', shows: showsOne('data-request.viewed', 'data-request'), schema: { params: DataRequestParams, response: DataRequestResponse },
      handle: async ({ params, context }) => {
        const row = await findDataRequest(deps.db, staffOf(context.actor).communeCode, params.id);
        return row === undefined ? problemAnswer({ code: 'privacy.request-not-found' }) : json(await dataRequestView(deps, row, context.now));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/data-requests/:id/actions', policy: onlyRoles(...DECIDERS), summary: 'Take a request on, do it, refuse it with the law, or note that it was taken back', tag, kind: 'api',
      schema: { params: DataRequestParams, body: DataRequestActionRequest, response: DataRequestChanged },
      handle: async ({ params, body, context }) => {
        const done = await actOnDataRequest(deps, params.id, body, staffOf(context.actor), context);
        return done.ok ? json(done.value) : problemAnswer(done.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/data-requests/:id/letter.pdf', policy: onlyRoles(...KEEPERS), summary: 'The answer as a letter', tag, kind: 'api', shows: showsOne('data-request.letter-viewed', 'data-request'), schema: { params: DataRequestParams },
      handle: async ({ params, context }) => {
        const row = await findDataRequest(deps.db, staffOf(context.actor).communeCode, params.id);
        const person = row && (await deps.findPerson(deps.db, row.commune_code, row.person_id));
        if (row?.decided_at == null || person === undefined || (row.state !== 'done' && row.state !== 'refused')) return problemAnswer({ code: 'privacy.request-not-found' });
        const letter = buildAnswerLetter({
          code: row.code, office: await deps.officeOf(row.commune_code), person, kind: row.kind, granted: row.state === 'done', words: row.words, answer: row.answer ?? '', legalBasis: row.legal_basis,
          outcome: outcomeOf(row), receivedAt: row.received_at.getTime(), decidedAt: row.decided_at.getTime(), signer: row.decided_by_name ?? '',
        });
        return bytes(await renderPdf(letter), 'application/pdf', { ...PRIVATE, 'content-disposition': `inline; filename="tra-loi-${row.code}.pdf"` });
      },
    }),
    ...(['pdf', 'json'] as const).map((format) => defineRoute({
      method: 'GET', url: `/api/data-requests/:id/copy.${format}`, policy: onlyRoles(...KEEPERS), summary: `The copy that a granted request opened, as ${format.toUpperCase()}`, tag, kind: 'api', perMinute: 10, schema: { params: DataRequestParams },
      handle: async ({ params, context }) => {
        const row = await findDataRequest(deps.db, staffOf(context.actor).communeCode, params.id);
        if (row === undefined) return problemAnswer({ code: 'privacy.request-not-found' });
        const copy = await copyOfData(deps, row, format, context.actor, context);
        return copy.ok ? bytes(copy.value.bytes, copy.value.mediaType, { ...PRIVATE, 'content-disposition': `attachment; filename="${copy.value.fileName}"` }) : problemAnswer(copy.problem);
      },
    })),
  ];
}
