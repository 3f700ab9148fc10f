import { staffOf } from '../../../kernel/actor.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, type Route, showing } from '../../../platform/http/route.ts';
import { communeOf, peopleOfDossiers, showsOne } from '../../../platform/http/shows.ts';
import { ImportedResponse, LineDone, LineParams, LineResponse, LinesQuery, LinesResponse, OverviewResponse, PayablesRequest, PayablesResponse, type PayableView, PayLineRequest, PreviewResponse, ReasonRequest } from '../contract/statement-schemas.ts';
import { changeLine } from './change-line.ts';
import { type BankStatementDeps } from './deps.ts';
import { importStatement } from './import-statement.ts';
import { lineOf, linesOf, overviewOf, searchPayables } from './overview.ts';
import { statementKeepers, statementReaders } from './policies.ts';
import { previewStatement } from './preview-statement.ts';
import { readSentStatement, readStatementOrder, STATEMENT_BYTES } from './read-upload.ts';

const tag = 'bank-statements';
const bodyLimit = STATEMENT_BYTES + 1024 * 1024;

const answerOf = (done: Result<unknown>): Answer => (done.ok ? json(done.value) : problemAnswer(done.problem));
const dossiersOf = (payables: readonly (PayableView | null)[]) => peopleOfDossiers(payables.map((payable) => payable?.dossierId));

/** Bank statements: reading a file, taking it over, the lists of its lines, and what people decide about them. */
export function bankStatementRoutes(deps: BankStatementDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/bank-statements', policy: statementReaders, summary: 'Sao kê đã nhập và số dòng từng danh sách / The statements, and how many lines each list has', tag, kind: 'api',
      schema: { response: OverviewResponse },
      handle: async ({ context }) => json(await overviewOf(deps, staffOf(context.actor), context.locale)),
    }),
    defineRoute({
      method: 'POST', url: '/api/bank-statements/preview', policy: statementKeepers, summary: 'Xem trước sao kê, chưa ghi gì / Say what a statement is and what its lines are for; nothing is written', tag, kind: 'api',
      schema: { response: PreviewResponse }, bodyLimit,
      shows: { action: 'bank-statement.previewed' },
      handle: async ({ request, context }) => {
        const sent = await readSentStatement(request);
        if (!sent.ok) return problemAnswer(sent.problem);
        const preview = await previewStatement(deps, sent.value, staffOf(context.actor), context);
        return preview.ok ? showing(json(preview.value), { object: communeOf(context), part: 'bank-statement', ...dossiersOf(preview.value.lines.map(({ payable }) => payable)), count: preview.value.lines.length }) : problemAnswer(preview.problem);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/bank-statements', policy: statementKeepers, summary: 'Nhập sao kê đã xem trước / Take a statement over as its preview showed it', tag, kind: 'api',
      schema: { response: ImportedResponse }, bodyLimit,
      handle: async ({ request, context }) => {
        const order = await readStatementOrder(request);
        return order.ok ? answerOf(await importStatement(deps, order.value, staffOf(context.actor), context)) : problemAnswer(order.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/bank-statements/lines', policy: statementReaders, summary: 'Các dòng của một danh sách / The lines of a list', tag, kind: 'api',
      schema: { query: LinesQuery, response: LinesResponse },
      shows: { action: 'bank-statement.lines-viewed' },
      handle: async ({ query, context }) => {
        const lines = await linesOf(deps, staffOf(context.actor), query);
        if (!lines.ok) return problemAnswer(lines.problem);
        const { items } = lines.value;
        return showing(json(lines.value), { object: communeOf(context), part: query.view, ...dossiersOf(items.flatMap(({ candidates, payments }) => [...candidates, ...payments].map(({ payable }) => payable))), count: items.length });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/bank-statements/lines/:id', policy: statementReaders, summary: 'Một dòng sao kê và các khoản có thể khớp / One line, what it may be for now, and what was decided', tag, kind: 'api',
      schema: { params: LineParams, response: LineResponse },
      shows: showsOne('bank-statement.line-viewed', 'statement-line'),
      handle: async ({ params, context }) => answerOf(await lineOf(deps, staffOf(context.actor), params.id)),
    }),
    defineRoute({
      method: 'POST', url: '/api/bank-statements/payables', policy: statementKeepers, summary: 'Tìm khoản phải nộp còn mở / Open payables by reference, code or payer', tag, kind: 'api',
      schema: { body: PayablesRequest, response: PayablesResponse },
      shows: { action: 'bank-statement.payables-searched' },
      handle: async ({ body, context }) => {
        const found = await searchPayables(deps, staffOf(context.actor), body.q);
        return showing(json(found), { object: communeOf(context), part: 'payables', ...dossiersOf(found.items), count: found.items.length });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/bank-statements/lines/:id/payments', policy: statementKeepers, summary: 'Xác nhận dòng này nộp cho khoản nào / Say what the money of a line is for', tag, kind: 'api',
      schema: { params: LineParams, body: PayLineRequest, response: LineDone },
      handle: async ({ params, body, context }) => answerOf(await changeLine(deps, params.id, { act: 'pay', asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/bank-statements/lines/:id/set-aside', policy: statementKeepers, summary: 'Không phải khoản thu của xã / A line is none of ours', tag, kind: 'api',
      schema: { params: LineParams, body: ReasonRequest, response: LineDone },
      handle: async ({ params, body, context }) => answerOf(await changeLine(deps, params.id, { act: 'set-aside', asked: body }, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/bank-statements/lines/:id/undo', policy: statementKeepers, summary: 'Hủy xác nhận, có lý do / Take back what was decided about a line', tag, kind: 'api',
      schema: { params: LineParams, body: ReasonRequest, response: LineDone },
      handle: async ({ params, body, context }) => answerOf(await changeLine(deps, params.id, { act: 'undo', asked: body }, staffOf(context.actor), context)),
    }),
  ];
}
