import { anyStaff, onlyRoles, staffOf } from '../../../kernel/actor.ts';
import { addDays, dateAt } from '../../../kernel/local-time.ts';
import { maskPhone } from '../../../kernel/mask-numbers.ts';
import { refuse, type Result } from '../../../kernel/result.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { bytes, defineRoute, json, problemAnswer, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { showsList, showsOne } from '../../../platform/http/shows.ts';
import { FILE_POLICY } from '../../../platform/http/standing-headers.ts';
import { beginDraft } from '../../forms/index.ts';
import { readSetting } from '../../settings/index.ts';
import { AssistanceParams, AssistanceResponse, BeginAssistedRequest, BeginAssistedResponse, FiguresQuery, FiguresResponse, FilingsQuery, FilingsResponse, ProofParams } from '../contract/assisted-schemas.ts';
import { weekTo } from '../domain/assisted.ts';
import { decideHelper } from '../domain/who-helps.ts';
import { MOST_A_DAY, MOST_A_WEEK } from '../settings.ts';
import { listConsents } from '../store/consents.ts';
import { countByHelper, countByMonth, countByWay, type Days, listFilings } from '../store/figures.ts';
import { findFiling, helperOf } from '../store/filings.ts';
import { type AssistedDeps } from './deps.ts';
import { consentLine, helperLine } from './draft-help.ts';
import { nameHelper } from './name-who-helps.ts';
import { officerOf } from './who-routes.tsx';

const tag = 'assisted-filing';
/** Whoever stands across the table from a citizen, or goes to their home. */
const helping = onlyRoles('reception', 'team-member');
const leaders = onlyRoles('president', 'unit-head', 'administrator');
const PAGE = 50;
const MOST_HELPERS = 200;
const MONTHS_SHOWN = 12;

/** Assisted filing in the workspace: beginning a declaration for a citizen, what stands with the dossier, and the figures for leaders. */
export function assistedStaffRoutes(deps: AssistedDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'POST', url: '/api/assisted-filings', policy: helping, summary: 'Begin a declaration for a citizen; the citizen is who files', tag, kind: 'api', schema: { body: BeginAssistedRequest, response: BeginAssistedResponse },
      handle: async ({ body, context }) => {
        const begun = await beginAssisted(deps, body, context);
        return begun.ok ? json(begun.value) : problemAnswer(begun.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/assistance', policy: anyStaff, summary: 'Who helped with a declaration, and how its person agreed', tag, kind: 'api', schema: { params: AssistanceParams, response: AssistanceResponse },
      shows: showsOne('dossier.viewed', 'dossier', { part: 'assistance' }),
      handle: async ({ params, context }) => {
        const actor = staffOf(context.actor);
        if ((await deps.forms.heldDossier(actor, params.id)) === undefined) return problemAnswer({ code: 'dossier.not-found' });
        return json(await assistanceOf(deps, actor.communeCode, params.id, context));
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/assistance/:consentId', policy: anyStaff, summary: 'The drawn signature or the recorded sentence', tag, kind: 'api', schema: { params: ProofParams },
      shows: showsOne('assisted.proof-viewed', 'dossier', { part: 'consent', partParam: 'consentId' }),
      handle: async ({ params, context }) => {
        const actor = staffOf(context.actor);
        if ((await deps.forms.heldDossier(actor, params.id)) === undefined) return problemAnswer({ code: 'dossier.not-found' });
        const consent = (await listConsents(deps.db, { communeCode: actor.communeCode, dossierId: params.id })).find(({ id }) => id === params.consentId);
        if (consent === undefined || consent.sha256 === null || consent.media_type === null) return problemAnswer({ code: 'assisted.proof-gone' });
        const read = await deps.files.read(consent.sha256);
        return read.ok ? bytes(read.value, consent.media_type, { ...FILE_POLICY, 'cache-control': 'private, no-store' }) : problemAnswer(read.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/assisted-filings/figures', policy: leaders, summary: 'Declarations made with help, by month, kind, helper and way of agreeing', tag, kind: 'api', schema: { query: FiguresQuery, response: FiguresResponse },
      shows: showsList('assisted.listed', 'helpers', 'helpers', null),
      handle: async ({ query, context }) => json(await figuresOf(deps, staffOf(context.actor).communeCode, query.month ?? dateAt(context.now.getTime()).slice(0, 7), context.now)),
    }),
    defineRoute({
      method: 'GET', url: '/api/assisted-filings', policy: leaders, summary: 'The declarations behind a figure of assisted filing', tag, kind: 'api', schema: { query: FilingsQuery, response: FilingsResponse },
      shows: showsList('assisted.listed', 'filings', 'rows', 'dossierId'),
      handle: async ({ query, context }) => {
        const { communeCode } = staffOf(context.actor);
        const days = query.day !== undefined ? { from: query.day, to: query.day } : query.week !== undefined ? weekTo(query.week) : daysOf(query.month ?? dateAt(context.now.getTime()).slice(0, 7));
        const lines = await listFilings(deps.db, communeCode, days, { kind: query.kind ?? null, helper: query.helper ?? null, after: afterOf(query.after) }, PAGE + 1);
        const shown = lines.slice(0, PAGE);
        const last = shown.at(-1);
        const names = await deps.dossierNames(communeCode, shown.map(({ dossierId }) => dossierId));
        return json({
          rows: shown.map((line) => ({ dossierId: line.dossierId, code: names.get(line.dossierId)?.code ?? '', procedure: names.get(line.dossierId)?.procedure ?? line.procedureCode, helper: line.helper, kind: line.kind, way: line.way, sentAt: line.sentAt.toISOString() })),
          next: lines.length > PAGE && last !== undefined ? `${last.sentAt.toISOString()} ${last.dossierId}` : null,
        } satisfies FilingsResponse);
      },
    }),
  ];
}

/** Begins a declaration with the officer as its helper; the officer's account is never who files. The same command twice begins one. */
async function beginAssisted(deps: AssistedDeps, { commandId, procedureCode }: BeginAssistedRequest, context: RequestContext): Promise<Result<BeginAssistedResponse>> {
  const officer = officerOf(context.actor);
  const begun = await beginDraft(deps.forms, procedureCode, commandId, context);
  if (begun === undefined || officer === undefined) return refuse('assisted.no-form', {}, 'procedureCode');
  const helper = decideHelper({ kind: officer.team === null ? 'officer' : 'team', name: '', relation: '', phone: '', team: '' }, officer);
  if (!helper.ok) return helper;
  const named = await nameHelper(deps, { communeCode: begun.communeCode, dossierId: begun.dossierId, procedureCode }, helper.value, context);
  return named.ok ? { ok: true, value: { path: begun.path } } : named;
}

async function assistanceOf(deps: AssistedDeps, communeCode: string, dossierId: string, { locale }: RequestContext): Promise<AssistanceResponse> {
  const filing = await findFiling(deps.db, { communeCode, dossierId });
  if (filing?.sent_at == null) return { helper: null, consents: [] };
  const consents = await listConsents(deps.db, { communeCode, dossierId });
  return {
    helper: { kind: filing.helper_kind, line: helperLine(helperOf(filing), locale, true), phone: filing.helper_phone === null ? null : maskPhone(filing.helper_phone) },
    consents: consents.map((consent, index) => ({
      id: consent.id, way: consent.way, line: consentLine({ way: consent.way, at: consent.given_at }, locale),
      // Sending asked the newest one for exactly what was sent.
      counts: index === 0,
      proof: consent.sha256 === null || consent.media_type === null ? null : { address: `/api/dossiers/${dossierId}/assistance/${consent.id}`, mediaType: consent.media_type },
      said: consent.said, seconds: consent.milliseconds === null ? null : Math.round(consent.milliseconds / 1000), erasedAt: consent.erased_at?.toISOString() ?? null,
    })),
  };
}

/** The days of a month, `2026-11`. */
function daysOf(month: string): Days {
  const from = `${month}-01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

async function figuresOf({ db }: AssistedDeps, communeCode: string, month: string, now: Date): Promise<FiguresResponse> {
  const days = daysOf(month);
  let first = days.from;
  for (let back = 1; back < MONTHS_SHOWN; back += 1) first = `${addDays(first, -1).slice(0, 7)}-01`;
  const counted = await countByMonth(db, communeCode, { from: first, to: days.to });
  const months = [...new Set(counted.map((one) => one.month))].map((one) => {
    const of = (kind: string) => counted.find((count) => count.month === one && count.kind === kind)?.filings ?? 0;
    return { month: one, relative: of('relative'), team: of('team'), officer: of('officer'), told: of('told') };
  });
  const [ways, helpers, day, week] = await Promise.all([countByWay(db, communeCode, days), countByHelper(db, communeCode, days, MOST_HELPERS), readSetting(db, communeCode, MOST_A_DAY, now), readSetting(db, communeCode, MOST_A_WEEK, now)]);
  return { month, months, ways: [...ways], helpers: [...helpers], limits: { day, week } };
}

function afterOf(text: string | undefined): { readonly at: Date; readonly id: string } | null {
  const [at = '', id = ''] = (text ?? '').split(' ');
  return isUuid(id) && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : null;
}
