import { anyStaff, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, bytes, defineRoute, problemAnswer, type Route, showing } from '../../../platform/http/route.ts';
import { communeOf, peopleOfDossiers, showsList, showsOne } from '../../../platform/http/shows.ts';
import { DossierParams, ReceiptQuery } from '../contract/dossier-schemas.ts';
import { HandOverQuery, HandOverResponse, HandOverSlipRequest, PaperOrderRequest, PaperOrderResponse, RegisterQuery, RegisterRequest, RegisterResponse, ShelfLabelsQuery } from '../contract/paper-order-schemas.ts';
import { findDossierPage } from '../store/dossier-page.ts';
import { type DossiersDeps } from './deps.ts';
import { handOverView, registerView } from './paper-books-view.ts';
import { orderHandOverSlip, orderPaper, orderRegister, shelfLabelsPdf } from './paper-on-demand.ts';
import { receiptPdf } from './receipt-paper.ts';
import { answerOf } from './staff-route.ts';

const tag = 'papers';
const inline = (name: string) => ({ 'content-disposition': `inline; filename="${name}.pdf"` });

function answerLabels(labels: Result<Buffer>): Answer {
  return labels.ok ? bytes(labels.value, 'application/pdf', inline('nhan-ho-so')) : problemAnswer(labels.problem);
}

/** Papers that the office makes of its dossiers when somebody asks for them. */
export function dossierPaperRoutes(deps: DossiersDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/receipt.pdf', policy: anyStaff, summary: 'Form 01, the receipt with the appointment, as PDF', tag, kind: 'api',
      schema: { params: DossierParams, query: ReceiptQuery },
      shows: showsOne('dossier.paper-viewed', 'dossier', { part: 'receipt' }),
      handle: async ({ params, query, context }) => {
        const page = await findDossierPage(deps.db, staffOf(context.actor).communeCode, params.id);
        const pdf = page === undefined ? undefined : await receiptPdf(deps, page, query.paper ?? 'A5');
        if (page === undefined || pdf === undefined) return problemAnswer({ code: 'dossier.not-found' });
        return bytes(pdf, 'application/pdf', inline(page.dossier.code ?? 'giay-hen'));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/dossiers/:id/papers', policy: onlyRoles('reception', 'specialist', 'unit-head', 'president', 'clerk'), summary: 'Make the control sheet (form 06) or the receipt anew', tag, kind: 'api',
      schema: { params: DossierParams, body: PaperOrderRequest, response: PaperOrderResponse },
      handle: async ({ params, body, context }) => answerOf(await orderPaper(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/shelf-label.pdf', policy: anyStaff, summary: 'The label of a dossier for the shelf', tag, kind: 'api',
      schema: { params: DossierParams },
      shows: showsOne('dossier.paper-viewed', 'dossier', { part: 'shelf-label' }),
      handle: async ({ params, context }) => answerLabels(await shelfLabelsPdf(deps, { dossierIds: [params.id], layout: 'roll' }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/papers/register', policy: onlyRoles('reception', 'clerk', 'unit-head', 'president'), summary: 'Make the register (form 07) of a period', tag, kind: 'api',
      schema: { body: RegisterRequest, response: PaperOrderResponse },
      handle: async ({ body, context }) => answerOf(await orderRegister(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/papers/register', policy: onlyRoles('reception', 'clerk', 'unit-head', 'president'), summary: 'What the register (form 07) of a period would hold', tag, kind: 'api',
      schema: { query: RegisterQuery, response: RegisterResponse },
      shows: showsList('dossiers.listed', 'register', 'rows', 'id'),
      handle: async ({ query, context }) => answerOf(await registerView(deps, query, staffOf(context.actor))),
    }),
    defineRoute({
      method: 'GET', url: '/api/papers/hand-over', policy: onlyRoles('reception', 'specialist', 'unit-head', 'president', 'clerk'), summary: 'What went to a unit on a day, to be put on a slip', tag, kind: 'api',
      schema: { query: HandOverQuery, response: HandOverResponse },
      shows: showsList('dossiers.listed', 'hand-over', 'items', 'id'),
      handle: async ({ query, context }) => answerOf(await handOverView(deps, query, staffOf(context.actor))),
    }),
    defineRoute({
      method: 'POST', url: '/api/papers/hand-over-slips', policy: onlyRoles('reception', 'specialist', 'unit-head', 'president', 'clerk'), summary: 'Make the slip with which dossiers go to another unit', tag, kind: 'api',
      schema: { body: HandOverSlipRequest, response: PaperOrderResponse },
      handle: async ({ body, context }) => answerOf(await orderHandOverSlip(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/papers/shelf-labels.pdf', policy: anyStaff, summary: 'Labels of dossiers for the shelf', tag, kind: 'api',
      schema: { query: ShelfLabelsQuery },
      shows: { action: 'dossiers.papers-viewed' },
      handle: async ({ query, context }) => {
        const dossierIds = [...new Set(query.ids.split(','))];
        const labels = answerLabels(await shelfLabelsPdf(deps, { dossierIds, layout: query.layout }, staffOf(context.actor), context));
        return showing(labels, { object: communeOf(context), part: 'shelf-labels', ...peopleOfDossiers(dossierIds) });
      },
    }),
  ];
}
