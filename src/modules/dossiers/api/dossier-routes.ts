import { dateAt } from '../../../kernel/local-time.ts';
import { Type } from 'typebox';
import { anyStaff, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { momentWords } from '../../../kernel/date-words.ts';
import { renderTrace } from '../../../kernel/legal-clock/render-trace.ts';
import { type Answer, bytes, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { showsList, showsOne } from '../../../platform/http/shows.ts';
import { FILE_POLICY } from '../../../platform/http/standing-headers.ts';
import {
  CarriedQuery,
  CarriedResponse,
  CorrectionResponse,
  DeadlineQuery,
  DeadlineResponse,
  DeclarationResponse,
  DossierFileParams,
  DossierParams,
  DossierResponse,
  KeptFileParams,
  PersonQuery,
  PersonResponse,
  ReceiveDeclarationRequest,
  ReceiveDossierRequest,
  ReceptionResponse,
} from '../contract/dossier-schemas.ts';
import { checkPermission } from '../domain/check-permission.ts';
import { decideDueDate } from '../domain/decide-reception.ts';
import { readEnvelopeCode } from '../domain/envelope-code.ts';
import { refuseProcedure } from '../domain/refuse-procedure.ts';
import { listCarriedResults } from '../store/deliveries.ts';
import { type DossierPage, findDossierFile, findDossierPage } from '../store/dossier-page.ts';
import { listErasedFiles } from '../store/retention.ts';
import { absenceRoutes } from './absence-routes.ts';
import { actionRoutes } from './action-routes.ts';
import { bulkRoutes } from './bulk-routes.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { dossierPaperRoutes } from './dossier-paper-routes.ts';
import { correctionView, declarationView, dossierView, keptFiles } from './dossier-view.ts';
import { lateRoutes } from './late-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { personView } from './person-view.ts';
import { receiveDeclared } from './receive-declared.ts';
import { createReception } from './receive-dossier.ts';
import { reportRoutes } from './report-routes.ts';
import { savedFilterRoutes } from './saved-filter-routes.ts';
import { mediaTypeOf, sendFile } from './send-file.ts';
import { answerOf } from './staff-route.ts';
import { supplementRoutes } from './supplement-routes.ts';
import { workListRoutes } from './work-list-routes.ts';

const tag = 'dossiers';

/** The staff side of dossiers: lists, reception, actions, people, files. */
export function dossierRoutes(deps: DossiersDeps): readonly Route[] {
  const receive = createReception(deps);
  return [
    ...actionRoutes(deps),
    ...workListRoutes(deps),
    ...bulkRoutes(deps),
    ...absenceRoutes(deps),
    ...savedFilterRoutes(deps),
    ...supplementRoutes(deps),
    ...lateRoutes(deps),
    ...pageRoutes(deps),
    ...dossierPaperRoutes(deps),
    ...reportRoutes(deps),
    defineRoute({
      method: 'POST', url: '/api/dossiers', policy: onlyRoles('reception'), summary: 'Receive a dossier', tag, kind: 'api',
      schema: { body: ReceiveDossierRequest, response: ReceptionResponse },
      handle: async ({ body, context }) => answerOf(await receive(body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id', policy: anyStaff, summary: 'One dossier with its papers, steps and history', tag, kind: 'api',
      schema: { params: DossierParams, response: DossierResponse },
      shows: showsOne('dossier.viewed', 'dossier'),
      handle: async ({ params, context }) => {
        const actor = staffOf(context.actor);
        const page = await findDossierPage(deps.db, actor.communeCode, params.id);
        return page === undefined ? problemAnswer({ code: 'dossier.not-found' }) : json(await dossierView(deps, page, actor, context));
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/declaration', policy: onlyRoles('reception'), summary: 'A waiting declaration, whole, for reception', tag, kind: 'api',
      schema: { params: DossierParams, response: DeclarationResponse },
      shows: showsOne('dossier.viewed', 'dossier', { part: 'declaration' }),
      handle: async ({ params, context }) => {
        const { communeCode } = staffOf(context.actor);
        const page = await findDossierPage(deps.db, communeCode, params.id);
        if (page === undefined) return problemAnswer({ code: 'dossier.not-found' });
        if (page.dossier.state !== 'submitted') return problemAnswer({ code: 'dossier.action-not-possible' });
        return json({ ...declarationView(page), copiesWanted: (await deps.copiesWanted?.(communeCode, params.id)) ?? null });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/correction', policy: onlyRoles('reception'), summary: 'A finished dossier, whole, for the one that corrects it', tag, kind: 'api',
      schema: { params: DossierParams, response: CorrectionResponse },
      shows: showsOne('dossier.viewed', 'dossier', { part: 'correction' }),
      handle: async ({ params, context }) => {
        const actor = staffOf(context.actor);
        const page = await findDossierPage(deps.db, actor.communeCode, params.id);
        if (page === undefined) return problemAnswer({ code: 'dossier.not-found' });
        const allowed = checkPermission(seenDossier(page.dossier), 'correct', actor, null);
        return allowed.ok ? json(correctionView(page, deps.newId)) : problemAnswer(allowed.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/dossiers/:id/receive', policy: onlyRoles('reception'), summary: 'Receive a declaration made at home', tag, kind: 'api',
      schema: { params: DossierParams, body: ReceiveDeclarationRequest, response: ReceptionResponse },
      handle: async ({ params, body, context }) => answerOf(await receiveDeclared(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/files/:fileId', policy: anyStaff, summary: 'A picture or PDF of a paper', tag, kind: 'api',
      schema: { params: DossierFileParams },
      shows: showsOne('dossier.file-viewed', 'dossier', { part: 'file', partParam: 'fileId' }),
      handle: async ({ params, context }) => {
        const { communeCode } = staffOf(context.actor);
        const file = await findDossierFile(deps.db, communeCode, params.id, params.fileId);
        if (file === undefined && (await listErasedFiles(deps.db, communeCode, params.id)).some(({ id }) => id === params.fileId)) return problemAnswer({ code: 'dossier.file-erased' });
        return sendFile(deps, file && { sha256: file.sha256, mediaType: file.media_type, fileName: file.file_name });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/kept/:sha256', policy: anyStaff, summary: 'A file of the result, or what shows its hand-over', tag, kind: 'api',
      schema: { params: KeptFileParams },
      shows: showsOne('dossier.file-viewed', 'dossier', { part: 'kept', partParam: 'sha256' }),
      handle: async ({ params, context }) => {
        const page = await findDossierPage(deps.db, staffOf(context.actor).communeCode, params.id);
        return sendKeptFile(deps, page, params.sha256);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/deliveries', policy: onlyRoles('reception', 'team-member'), summary: 'Results on their way home', tag, kind: 'api',
      schema: { query: CarriedQuery, response: CarriedResponse },
      shows: showsList('dossiers.listed', 'deliveries', 'items', 'dossierId'),
      handle: async ({ query, context }) => {
        const code = query.code === undefined ? null : readEnvelopeCode(query.code);
        if (code === undefined) return problemAnswer({ code: 'delivery.envelope-unknown' });
        const items = await listCarriedResults(deps.db, staffOf(context.actor).communeCode, code);
        if (code !== null && items.length === 0) return problemAnswer({ code: 'delivery.envelope-unknown' });
        return json({ items: items.map((item) => ({ ...item, sentAt: item.sentAt.toISOString() })) });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/deadline', policy: anyStaff, summary: 'When a procedure received now would be due, and why', tag, kind: 'api',
      schema: { query: DeadlineQuery, response: DeadlineResponse },
      handle: async ({ query, context }) => {
        const actor = staffOf(context.actor);
        const now = context.now.getTime();
        const [calendar, procedure] = await Promise.all([
          deps.calendarOf(actor.communeCode),
          deps.procedureInForce(actor.communeCode, query.procedureCode, now),
        ]);
        if (procedure === undefined) return problemAnswer(refuseProcedure(deps.procedureSpan(query.procedureCode), dateAt(now)).problem);
        const due = decideDueDate(procedure, { now, calendar });
        if (!due.ok) return problemAnswer(due.problem);
        return json({
          receivedAt: context.now.toISOString(),
          dueAt: new Date(due.value.dueAt).toISOString(),
          words: momentWords(due.value.dueAt, context.locale),
          trace: renderTrace(due.value.trace, context.locale),
        });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/persons/search', policy: onlyRoles('reception', 'specialist'), summary: 'People known to the office', tag, kind: 'api',
      schema: { body: PersonQuery, response: PersonResponse },
      shows: showsList('persons.searched', 'people', 'people', null),
      handle: async ({ body, context }) => json(await personView(deps, staffOf(context.actor).communeCode, body.q, context.now)),
    }),
    defineRoute({
      method: 'GET', url: '/api/villages', policy: anyStaff, summary: 'Villages of the commune', tag, kind: 'api',
      schema: { response: Type.Object({ items: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String() })) }) },
      handle: async ({ context }) => json({ items: await deps.villagesOf(staffOf(context.actor).communeCode) }),
    }),
  ];
}

/** A file of a dossier's result or a proof of its delivery: what the page names, and nothing else of the store. */
async function sendKeptFile(deps: DossiersDeps, page: DossierPage | undefined, sha256: string): Promise<Answer> {
  const named = page === undefined ? [] : [...page.files.map((file) => file.sha256), ...page.deliveries.map(({ delivery }) => delivery.proof_sha256), ...(page.result === undefined ? [] : keptFiles(page.result.files).map((file) => file.sha256))];
  if (!named.includes(sha256)) return problemAnswer({ code: 'dossier.not-found' });
  const read = await deps.files.read(sha256);
  if (!read.ok) return problemAnswer(read.problem);
  const content = read.value;
  return bytes(content, mediaTypeOf(content), { 'content-disposition': 'inline', ...FILE_POLICY });
}
