import { anyStaff, onlyRoles, type Role, type StaffActor, staffOf } from '../../../kernel/actor.ts';
import { plainDateWords } from '../../../kernel/date-words.ts';
import { dateAt, dayOf, instantOn, MS_PER_DAY } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Answer, bytes, defineRoute, json, problemAnswer, type RequestContext, type Route, showing, type ShownData } from '../../../platform/http/route.ts';
import { communeOf, showsList, showsOne } from '../../../platform/http/shows.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { writeSheet } from '../../../platform/xlsx/write-sheet.ts';
import { answerOf, createReception, type DossierHead, type DossiersDeps, findDossierHead } from '../../dossiers/index.ts';
import { readSetting } from '../../settings/index.ts';
import { CertificationParams, CertificationResponse, CertifyRequest, LaneResponse, PrintedRequest, PrintedResponse, RegisterPeriod, RegisterQuery, RegisterResponse } from '../contract/certification-schemas.ts';
import { rulesInForce } from '../domain/certification-rules.ts';
import { medianOf } from '../domain/lane-time.ts';
import { buildRegister, type RegisterPaper } from '../papers/build-register.ts';
import { buildRegisterSheet } from '../papers/build-register-sheet.ts';
import { loadCertificationRules } from '../papers/load-certification-rules.ts';
import { SUGGESTION_DAYS } from '../settings.ts';
import { type CertificationWithDocuments, findCertification, listLaneTimes, markPrinted } from '../store/certifications.ts';
import { listDocumentNames } from '../store/register.ts';
import { attestationPdf, labelPdf } from './certification-papers.ts';
import { certificationView } from './certification-view.ts';
import { certify } from './certify.ts';
import { registerView, wholeRegister } from './register-view.ts';
import { sayMoneyProblem } from './say-money-problem.ts';

const tag = 'certification';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** So many names are offered. */
const MOST_NAMES = 40;
/** Who keeps and looks into the books. */
const BOOK_KEEPERS = ['reception', 'specialist', 'unit-head', 'president', 'clerk'] as const satisfies readonly Role[];

/** The certification lane: a visit from the card to the label, its papers, and the yearly books. */
export function certificationRoutes(deps: DossiersDeps): readonly Route[] {
  const receive = createReception(deps);
  const paper = (name: 'label' | 'attestation', summary: string, draw: (found: CertificationWithDocuments, head: DossierHead) => Promise<Answer>): Route =>
    defineRoute({
      method: 'GET', url: `/api/certifications/:id/${name}.pdf`, policy: anyStaff, summary, tag, kind: 'api', schema: { params: CertificationParams },
      shows: showsOne('dossier.paper-viewed', 'dossier', { part: name }),
      handle: async ({ params, context }) => {
        const { communeCode } = staffOf(context.actor);
        const [found, head] = await Promise.all([findCertification(deps.db, communeCode, params.id), findDossierHead(deps.db, communeCode, params.id)]);
        return found === undefined || head === undefined ? problemAnswer({ code: 'certification.not-found' }) : draw(found, head);
      },
    });
  return [
    defineRoute({
      method: 'GET', url: '/api/certifications/lane', policy: onlyRoles('reception'), summary: 'What the certification lane does today, by which rules, and how fast', tag, kind: 'api',
      schema: { response: LaneResponse },
      handle: async ({ context }) => json(await laneView(deps, staffOf(context.actor), context)),
    }),
    defineRoute({
      method: 'POST', url: '/api/certifications', policy: onlyRoles('reception'), summary: 'A visit to the certification lane: reception, and every further step that the officer may do', tag, kind: 'api',
      schema: { body: CertifyRequest, response: CertificationResponse },
      handle: async ({ body, context }) => {
        const actor = staffOf(context.actor);
        const head = await certify(deps, receive, body, actor, context);
        if (!head.ok) return problemAnswer(head.problem);
        const found = await findCertification(deps.db, actor.communeCode, body.dossierId);
        if (found === undefined) return problemAnswer({ code: 'certification.not-found' });
        const [[open], receipts] = await Promise.all([deps.money.openOf(actor.communeCode, body.dossierId), deps.feeReceipts.list(actor.communeCode, body.dossierId)]);
        const receipt = receipts.at(-1);
        return json(certificationView(found, head.value, { payableId: open?.id ?? null, receipt: receipt === undefined ? null : { id: receipt.id, number: receipt.number } }, context));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/certifications/:id/printed', policy: onlyRoles('reception'), summary: 'The label was printed: how long the visit took', tag, kind: 'api',
      schema: { params: CertificationParams, body: PrintedRequest, response: PrintedResponse },
      handle: async ({ params, body, context }) => {
        const actor = staffOf(context.actor);
        const envelope = { communeCode: actor.communeCode, commandId: body.commandId, kind: 'certification-printed', actor, request: { id: params.id, ...body }, now: context.now, address: context.address };
        return answerOf(
          await runCommand(deps.db, envelope, async (tx) => {
            const found = await findCertification(tx, actor.communeCode, params.id);
            if (found === undefined) return refuse('certification.not-found');
            const laneMs = found.certification.lane_ms ?? body.laneMs;
            await markPrinted(tx, found.certification, laneMs, context.now);
            return ok({ result: { laneMs }, journal: { action: 'certification.printed', object: `dossier:${params.id}`, facts: { laneMs } } });
          }),
        );
      },
    }),
    paper('label', 'The small labels of a visit as PDF', async (found, head) => pdfAnswer(await labelPdf(deps, found, head), `nhan-${head.code}.pdf`)),
    paper('attestation', 'The attestation (lời chứng) of a signed visit as PDF', async (found, head) => {
      const pdf = await attestationPdf(deps, found);
      return pdf.ok ? pdfAnswer(pdf.value, `loi-chung-${head.code}.pdf`) : problemAnswer(pdf.problem);
    }),
    defineRoute({
      // A question in the body: the names that people look for do not belong in an address.
      method: 'POST', url: '/api/certifications/register', policy: onlyRoles(...BOOK_KEEPERS), summary: 'A book of certifications for a period, searched and part by part', tag, kind: 'api',
      schema: { body: RegisterQuery, response: RegisterResponse },
      shows: showsList('certifications.listed', 'register', 'rows', null),
      handle: async ({ body, context }) => answerOf(await registerView(deps, staffOf(context.actor).communeCode, body)),
    }),
    defineRoute({
      method: 'GET', url: '/api/certifications/register.pdf', policy: onlyRoles(...BOOK_KEEPERS), summary: 'A book of certifications for a period as PDF', tag, kind: 'api',
      schema: { query: RegisterPeriod },
      shows: { action: 'certifications.exported' },
      handle: async ({ query, context }) => {
        const paper = await registerPaper(deps, staffOf(context.actor).communeCode, query, context);
        return paper.ok ? showing(pdfAnswer(await renderPdf(buildRegister(paper.value)), 'so-chung-thuc.pdf'), shownBook(paper.value, query, context)) : problemAnswer(paper.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/certifications/register.xlsx', policy: onlyRoles(...BOOK_KEEPERS), summary: 'A book of certifications for a period as a sheet', tag, kind: 'api',
      schema: { query: RegisterPeriod },
      shows: { action: 'certifications.exported' },
      handle: async ({ query, context }) => {
        const paper = await registerPaper(deps, staffOf(context.actor).communeCode, query, context);
        if (!paper.ok) return problemAnswer(paper.problem);
        const answer = bytes(writeSheet(buildRegisterSheet(paper.value)), XLSX, { 'content-disposition': `attachment; filename="so-chung-thuc-${query.from}-${query.to}.xlsx"` });
        return showing(answer, shownBook(paper.value, query, context));
      },
    }),
  ];
}

/** Whom a whole book names: it is kept by period and book, with how many lines. */
function shownBook({ rows }: RegisterPaper, { book, from, to }: RegisterPeriod, context: RequestContext): ShownData {
  return { object: communeOf(context), part: `book:${book} ${from} ${to}`, count: rows.length };
}

/** A whole book as its papers show it. */
async function registerPaper(deps: DossiersDeps, communeCode: string, query: RegisterPeriod, { now }: RequestContext): Promise<Result<RegisterPaper>> {
  const register = await wholeRegister(deps, communeCode, query);
  if (!register.ok) return register;
  const commune = await deps.communeOf(communeCode);
  const period = `từ ngày ${plainDateWords(query.from, 'vi')} đến ngày ${plainDateWords(query.to, 'vi')}`;
  return ok({ ...register.value, book: query.book, officeName: `Ủy ban nhân dân ${commune.kind} ${commune.name}`, period, printedAt: now.getTime() });
}

function pdfAnswer(pdf: Buffer, fileName: string): Answer {
  return bytes(pdf, 'application/pdf', { 'content-disposition': `inline; filename="${fileName}"` });
}

async function laneView(deps: DossiersDeps, actor: StaffActor, { now, locale }: RequestContext): Promise<LaneResponse> {
  const { communeCode } = actor;
  const rules = loadCertificationRules();
  const day = dateAt(now.getTime());
  const codes = [...new Set(rules.fees.map(({ procedureCode }) => procedureCode))];
  const known = await Promise.all(codes.map((code) => deps.procedureInForce(communeCode, code, now.getTime())));
  const midnight = instantOn(dayOf(day), 0);
  const nameDays = await readSetting(deps.db, communeCode, SUGGESTION_DAYS, now);
  const [times, used, cash] = await Promise.all([
    listLaneTimes(deps.db, communeCode, new Date(midnight), new Date(midnight + MS_PER_DAY)),
    listDocumentNames(deps.db, communeCode, new Date(midnight - nameDays * MS_PER_DAY), MOST_NAMES),
    deps.money.cashOf(actor, now),
  ]);
  return {
    procedures: known.flatMap((procedure) => {
      const own = procedure === undefined ? undefined : rulesInForce(rules, procedure.code, day);
      if (procedure === undefined || own === undefined) return [];
      return [{
        code: procedure.code,
        name: locale === 'en' ? (procedure.name.en ?? procedure.name.vi) : procedure.name.vi,
        book: own.book?.symbol ?? null,
        feeRule: { unit: own.fee.unit, formula: own.fee.formula },
        feeBasis: own.fee.basis,
        refusalBasis: own.refusals?.basis ?? null,
        refusals: (own.refusals?.reasons ?? []).map((reason) => ({ id: reason.id, words: reason[locale] })),
      }];
    }),
    cash: { hindrance: cash.hindrance === undefined ? null : sayMoneyProblem(cash.hindrance, locale), byHand: !cash.givesReceipt },
    documentNames: [...new Set([...used, ...rules.documentNames])].slice(0, MOST_NAMES),
    today: { count: times.length, medianMs: medianOf(times) },
  };
}
