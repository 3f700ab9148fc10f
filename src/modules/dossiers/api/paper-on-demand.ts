import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { buildShelfLabels, findValidPaper, issuePaper, issueUnlessSame, type PaperOrder, verificationCode } from '../../official-papers/index.ts';
import { type HandOverSlipRequest, type PaperOrderRequest, type PaperOrderResponse, type RegisterRequest } from '../contract/paper-order-schemas.ts';
import { findDossierPage } from '../store/dossier-page.ts';
import { loadDossierForUpdate } from '../store/move-dossier.ts';
import { listRegisterDossiers, listSlipDossiers, type SlipDossier } from '../store/paper-rows.ts';
import { controlSheetView } from './control-sheet.ts';
import { type DossiersDeps } from './deps.ts';
import { paperOffice, paperTemplate } from './paper-frame.ts';
import { registerPeriod } from './paper-books-view.ts';
import { type PromisedWhole, receiptView } from './receipt-paper.ts';
import { registerRow } from './register-row.ts';

type Made = Result<PaperOrderResponse>;

function orderOf(deps: DossiersDeps, actor: StaffActor, context: RequestContext, commandId: string): Omit<PaperOrder, 'view' | 'dossierId' | 'synthetic'> {
  return {
    communeCode: actor.communeCode, id: deps.newId(), verificationCode: verificationCode(deps.randomBytes(12)), issuedAt: context.now,
    issuedBy: { staffId: actor.staffId, name: actor.fullName }, commandId,
  };
}

function command(deps: DossiersDeps, kind: string, request: { readonly commandId: string; readonly id?: string }, actor: StaffActor, context: RequestContext, make: (tx: Tx) => Promise<Made>): Promise<Made> {
  const envelope = { communeCode: actor.communeCode, commandId: request.commandId, kind, actor, request, now: context.now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    const made = await make(tx);
    if (!made.ok) return made;
    return ok({ result: made.value, journal: { action: 'paper.issued', object: `paper:${made.value.id}`, facts: { kind, number: made.value.number } } });
  });
}

/**
 * Makes the control sheet (form 06) or the receipt (form 01) of a dossier as it is now. Where the newest one says the same, that one is
 * answered; else the new one replaces it. Refuses a dossier that was not received, and a changed receipt without the reason.
 */
export async function orderPaper(deps: DossiersDeps, id: string, request: PaperOrderRequest, actor: StaffActor, context: RequestContext): Promise<Made> {
  const { communeCode } = actor;
  // What other modules know is asked before the transaction, which then needs no second connection.
  const [commune, calendar, units, colleagues] = await Promise.all([deps.communeOf(communeCode), deps.calendarOf(communeCode), deps.unitsOf(communeCode), deps.colleaguesOf(communeCode)]);
  return command(deps, request.kind, { id, ...request }, actor, context, async (tx) => {
    const loaded = await loadDossierForUpdate(tx, communeCode, id);
    if (loaded === undefined) return refuse('dossier.not-found');
    const page = await findDossierPage(tx, communeCode, id);
    const { dossier } = loaded;
    if (page === undefined || dossier.code === null || dossier.received_at === null) return refuse('dossier.action-not-possible');
    const earlier = request.kind === 'receipt' ? await findValidPaper(tx, { communeCode, kind: 'receipt', dossierId: id }) : undefined;
    const view =
      request.kind === 'control-sheet'
        ? controlSheetView(page, { commune, units, colleagues }, { madeBy: actor.fullName, now: context.now })
        : receiptView(dossier, dossier.code, page.papers, {
            commune, calendar, receivedBy: page.history.find(({ event }) => event === 'received')?.actor_name ?? '',
            // What was promised of a linked group stays promised.
            linked: (earlier?.view as { readonly linked?: PromisedWhole } | undefined)?.linked ?? null,
          });
    const reason = request.reason?.trim() ?? '';
    const order = { ...orderOf(deps, actor, context, request.commandId), dossierId: id, view, synthetic: dossier.synthetic };
    if (reason === '' && earlier !== undefined) return refuse('paper.reason-missing', {}, 'reason');
    const { id: paperId, number } = await issueUnlessSame(tx, order, reason === '' ? 'Hồ sơ có thêm bước xử lý' : reason);
    return ok({ id: paperId, number });
  });
}

/** Makes the register (form 07) for a period. Refuses days that do not exist, a period that ends before it begins, and one of more than a year. */
export async function orderRegister(deps: DossiersDeps, request: RegisterRequest, actor: StaffActor, context: RequestContext): Promise<Made> {
  const [commune, units] = await Promise.all([deps.communeOf(actor.communeCode), deps.unitsOf(actor.communeCode)]);
  return command(deps, 'register-book', request, actor, context, async (tx) => {
    const { from, to, field = null } = request;
    const period = registerPeriod(from, to);
    if (!period.ok) return period;
    const dossiers = await listRegisterDossiers(tx, actor.communeCode, { ...period.value, field });
    const view = {
      kind: 'register-book', template: paperTemplate('register-book', context.now), office: paperOffice(commune), from, to, field, madeBy: actor.fullName,
      rows: dossiers.map((dossier) => registerRow(dossier, units, commune.centreName)),
    } as const;
    const { id, number } = await issueUnlessSame(tx, { ...orderOf(deps, actor, context, request.commandId), dossierId: null, view, synthetic: false }, '');
    return ok({ id, number });
  });
}

/** Finds every dossier that was named, or refuses: nothing is printed for a part of a list. */
async function allDossiers(db: Database, communeCode: string, ids: readonly string[]): Promise<Result<readonly SlipDossier[]>> {
  const dossiers = await listSlipDossiers(db, communeCode, ids);
  return dossiers.length === ids.length ? ok(dossiers) : refuse('dossier.not-found');
}

/** Makes the slip with which dossiers or results go to another unit. Refuses a unit or a dossier that is not of the commune. */
export async function orderHandOverSlip(deps: DossiersDeps, request: HandOverSlipRequest, actor: StaffActor, context: RequestContext): Promise<Made> {
  const [commune, units] = await Promise.all([deps.communeOf(actor.communeCode), deps.unitsOf(actor.communeCode)]);
  return command(deps, 'hand-over-slip', request, actor, context, async (tx) => {
    const to = units.find((unit) => unit.id === request.toUnitId);
    if (to === undefined) return refuse('dossier.unit-unknown', {}, 'toUnitId');
    const dossiers = await allDossiers(tx, actor.communeCode, request.dossierIds);
    if (!dossiers.ok) return dossiers;
    const own = units.find((unit) => unit.id === actor.positions[0]?.unitId);
    const view = {
      kind: 'hand-over-slip', template: paperTemplate('hand-over-slip', context.now), office: paperOffice(commune), what: request.what,
      from: { unit: own?.name ?? commune.centreName, person: actor.fullName }, to: { unit: to.name, person: request.toName }, note: request.note === '' ? null : request.note,
      rows: dossiers.value.map((dossier) => ({
        code: dossier.code ?? dossier.reference, procedureName: dossier.procedure_name, applicant: dossier.applicant_name, papers: dossier.papers, dueAt: dossier.due_at?.getTime() ?? null,
      })),
    } as const;
    const synthetic = dossiers.value.every((dossier) => dossier.synthetic);
    const { id, number } = await issuePaper(tx, { ...orderOf(deps, actor, context, request.commandId), dossierId: null, view, synthetic, dossierIds: request.dossierIds });
    return ok({ id, number });
  });
}

/** The labels of dossiers for the shelf, as PDF. Refuses a dossier that is not of the commune. */
export async function shelfLabelsPdf(deps: DossiersDeps, request: { readonly dossierIds: readonly string[]; readonly layout: 'sheet' | 'roll' }, actor: StaffActor, context: RequestContext): Promise<Result<Buffer>> {
  const dossiers = await allDossiers(deps.db, actor.communeCode, request.dossierIds);
  if (!dossiers.ok) return dossiers;
  const labels = dossiers.value.map((dossier) => ({
    code: dossier.code ?? dossier.reference, applicant: dossier.applicant_name, procedureName: dossier.procedure_name, dueAt: dossier.due_at?.getTime() ?? null,
    link: `${deps.publicUrl}/can-bo/tat-ca-ho-so/${dossier.id}`,
  }));
  const commune = await deps.communeOf(actor.communeCode);
  return ok(await renderPdf(buildShelfLabels(labels, request.layout, { name: commune.centreName, at: context.now.getTime() })));
}
