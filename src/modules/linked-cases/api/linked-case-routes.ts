import { Type } from 'typebox';
import { anyStaff, hasRole, onlyRoles, type Role, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Result } from '../../../kernel/result.ts';
import { type Answer, defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { showsList, showsOne } from '../../../platform/http/shows.ts';
import { ReceiveDossierRequest } from '../../dossiers/contract/dossier-schemas.ts';
import {
  CaseActionResponse, CaseCountResponse, CaseListQuery, CaseListResponse, CaseParams, CaseReceptionResponse, CaseResponse, CaseWishes, ChildActionRequest, CorrectFactsRequest, ExchangeRequest, ExchangeResponse, GroupQuery, GroupResponse, RevealCaseRequest, RevealCaseResponse,
} from '../contract/linked-case-schemas.ts';
import { groupBegunBy } from '../domain/linked-group.ts';
import { type CaseAlerts, type CaseListPlace, type CaseListRow, countCaseAlerts, listLinkedCases } from '../store/case-list.ts';
import { listCaseEvents } from '../store/case-events.ts';
import { findLinkedCase } from '../store/linked-cases.ts';
import { actOnChild } from './act-on-child.ts';
import { caseListItem, caseView, groupView } from './case-view.ts';
import { correctFacts } from './correct-facts.ts';
import { type LinkedCasesDeps } from './deps.ts';
import { exchange } from './exchange.ts';
import { receiveCase } from './receive-case.ts';
import { revealCase } from './reveal-case.ts';

const tag = 'linked cases';
/** Who keeps a case going: whoever received it, whoever works on it, and their leaders. */
const KEEPERS = ['reception', 'specialist', 'unit-head', 'president'] as const satisfies readonly Role[];
const PAGE = 50;

function answerOf(result: Result<unknown>): Answer {
  return result.ok ? json(result.value) : problemAnswer(result.problem);
}

function withSum<T extends CaseAlerts>(counts: T): T & { readonly alerts: number } {
  return { ...counts, alerts: counts.failing + counts.unacknowledged + counts.late };
}

function writePlace(list: 'open' | 'ended', row: CaseListRow): string {
  return `${String(row.haste)}_${(list === 'open' ? row.due_at : row.received_at).toISOString()}_${row.id}`;
}

function readPlace(text: string): CaseListPlace | undefined {
  const [, haste = '', at = '', id = ''] = /^([012])_([^_]+)_([0-9a-f-]{36})$/.exec(text) ?? [];
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) ? undefined : { haste: Number(haste), moment, id };
}

/** The staff side of interlinked procedures: reception of a group, the list, the case, and what is done to its children. */
export function linkedCaseRoutes(deps: LinkedCasesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/linked-groups', policy: onlyRoles('reception'), summary: 'The group of interlinked procedures that a procedure begins', tag, kind: 'api',
      schema: { query: GroupQuery, response: GroupResponse },
      handle: async ({ query, context }) => {
        const group = groupBegunBy(deps.groups, query.procedure, dateAt(context.now.getTime()));
        if (group === undefined) return json({ group: null });
        const wishes = { wished: (query.wished ?? '').split(',').filter((key) => key !== ''), verification: query.verification === '1' };
        return json(groupView(group, wishes, await deps.calendarOf(staffOf(context.actor).communeCode), context));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/linked-cases', policy: onlyRoles('reception'), summary: 'Receive a group of interlinked procedures at once', tag, kind: 'api',
      schema: { body: Type.Object({ dossier: ReceiveDossierRequest, linked: CaseWishes }, { additionalProperties: false }), response: CaseReceptionResponse },
      handle: async ({ body, context }) => answerOf(await receiveCase(deps, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'GET', url: '/api/linked-cases', policy: anyStaff, summary: 'Cases of interlinked procedures, with what must be looked at', tag, kind: 'api',
      schema: { query: CaseListQuery, response: CaseListResponse },
      shows: showsList('linked-cases.listed', 'cases', 'items', null),
      handle: async ({ query, context }) => {
        const { communeCode } = staffOf(context.actor);
        const after = query.after === undefined ? null : readPlace(query.after);
        if (after === undefined) return problemAnswer({ code: 'request.invalid', field: 'after' });
        const [rows, counts, calendar] = await Promise.all([listLinkedCases(deps.db, communeCode, query.list, context.now, { after, most: PAGE + 1 }), countCaseAlerts(deps.db, communeCode, context.now), deps.calendarOf(communeCode)]);
        const page = rows.slice(0, PAGE);
        const last = rows.length > PAGE ? page.at(-1) : undefined;
        return json({ items: page.map((row) => caseListItem(deps.groups, row, calendar, context.now, context.locale)), next: last === undefined ? null : writePlace(query.list, last), ...withSum(counts) });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/linked-cases/count', policy: anyStaff, summary: 'How many cases are open and what must be looked at', tag, kind: 'api',
      schema: { response: CaseCountResponse },
      handle: async ({ context }) => json(withSum(await countCaseAlerts(deps.db, staffOf(context.actor).communeCode, context.now))),
    }),
    defineRoute({
      method: 'GET', url: '/api/linked-cases/:id', policy: anyStaff, summary: 'One case with its children, their clocks and messages', tag, kind: 'api',
      schema: { params: CaseParams, response: CaseResponse },
      shows: showsOne('linked-case.viewed', 'linked-case'),
      handle: async ({ params, context }) => {
        const actor = staffOf(context.actor);
        const found = await findLinkedCase(deps.db, actor.communeCode, params.id);
        if (found === undefined) return problemAnswer({ code: 'linked-case.not-found' });
        const events = await listCaseEvents(deps.db, actor.communeCode, params.id);
        return json(await caseView(deps, found, context, events, hasRole(actor, ...KEEPERS)));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/linked-cases/:id/actions', policy: onlyRoles(...KEEPERS), summary: 'What staff do to one child of a case', tag, kind: 'api',
      schema: { params: CaseParams, body: ChildActionRequest, response: CaseActionResponse },
      handle: async ({ params, body, context }) => answerOf(await actOnChild(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/linked-cases/:id/facts', policy: onlyRoles(...KEEPERS), summary: 'Correct what a case asked once', tag, kind: 'api',
      schema: { params: CaseParams, body: CorrectFactsRequest, response: CaseActionResponse },
      handle: async ({ params, body, context }) => answerOf(await correctFacts(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/linked-cases/:id/reveal', policy: onlyRoles(...KEEPERS), summary: 'The request to one agency with its whole numbers', tag, kind: 'api', perMinute: 60,
      schema: { params: CaseParams, body: RevealCaseRequest, response: RevealCaseResponse },
      handle: async ({ params, body, context }) => answerOf(await revealCase(deps, params.id, body, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/linked-cases/exchange', policy: onlyRoles(...KEEPERS), summary: 'Send what is due to other agencies now and take their answers', tag, kind: 'api',
      schema: { body: ExchangeRequest, response: ExchangeResponse },
      handle: async ({ context }) => json(await exchange(deps, staffOf(context.actor).communeCode, context.now)),
    }),
  ];
}
