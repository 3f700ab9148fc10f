import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { derivedUuid } from '../../../platform/derived-uuid.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type DossierHead, type DossiersDeps, findDossierHead, moveDossier, type ReceiveDossier, sealDossier } from '../../dossiers/index.ts';
import { type CertifyRequest } from '../contract/certification-schemas.ts';
import { type RulesInForce, rulesInForce } from '../domain/certification-rules.ts';
import { type AcceptedCertification, decideCertification } from '../domain/decide-certification.ts';
import { loadCertificationRules } from '../papers/load-certification-rules.ts';
import { insertCertification } from '../store/certifications.ts';

/** A command id for each step of one visit, always the same, so that a visit that is sent again does nothing twice. */
function stepCommandId(commandId: string, step: string): string {
  return derivedUuid(commandId, step);
}

/** What was typed, without blanks around it; null for nothing. */
function plain(words: string | null): string | null {
  return words === null || words.trim() === '' ? null : words.normalize('NFC').trim();
}

/** What the dossier is about, as its lists and papers show it. */
function contentOf({ documents }: AcceptedCertification): string {
  return documents.map(({ name, pages, copies }) => `${name} (${String(pages)} trang, ${String(copies)} bản)`).join('; ').slice(0, 1000);
}

/**
 * One visit to the certification lane: an ordinary reception with its documents beside it in one transaction, then every step that the officer's
 * own positions allow, each by the ordinary rules. An officer to whom signing was delegated comes as far as the seal; for everybody else the
 * dossier waits where the next holder finds it. Cash is booked in that
 * transaction too. Refuses what cannot be certified, what reception and what taking cash refuses. A visit that is sent again goes on where it was.
 */
export async function certify(deps: DossiersDeps, receive: ReceiveDossier, request: CertifyRequest, actor: StaffActor, context: RequestContext): Promise<Result<DossierHead>> {
  const rules = rulesInForce(loadCertificationRules(), request.procedureCode, dateAt(context.now.getTime()));
  if (rules === undefined) return refuse('certification.not-of-the-lane', {}, 'procedureCode');
  const accepted = decideCertification(rules, request);
  if (!accepted.ok) return accepted;
  if (accepted.value.fee === 0 && request.payment !== null) return refuse('certification.receipt-without-payment', {}, 'payment.feeReceipt');
  if (request.payment?.way === 'transfer' && (request.payment.feeReceipt ?? '').trim() !== '') return refuse('certification.receipt-with-transfer', {}, 'payment.feeReceipt');
  const received = await receive(receptionOf(request, accepted.value, rules), actor, context, async (tx) => {
    await insertCertification(tx, ...rowsOf(request, accepted.value, rules, actor, context.now));
    return takeFee(deps, tx, request, actor, context);
  });
  if (!received.ok) return received;
  await carryOn(deps, request, actor, context);
  const head = await findDossierHead(deps.db, actor.communeCode, request.dossierId);
  if (head === undefined) throw new Error(`dossier ${request.dossierId} was received and is gone`);
  return ok(head);
}

/** Books cash with the visit: payment, receipt and cashier's day stand or fall with it. What the money refuses is told at the entry of the form that it is about. */
async function takeFee({ money }: DossiersDeps, tx: Tx, { commandId, dossierId, payment }: CertifyRequest, actor: StaffActor, { now, address }: RequestContext): Promise<Result<void>> {
  if (payment?.way !== 'cash') return ok(undefined);
  const taken = await money.takeCash(tx, { dossierId, amount: payment.amount, receiptElsewhere: plain(payment.feeReceipt), commandId, actor, at: now, address });
  if (taken.ok) return taken;
  const { problem } = taken;
  return refuse(problem.code, problem.facts, problem.field === 'receiptElsewhere' ? 'payment.feeReceipt' : 'payment.amount');
}

function receptionOf(request: CertifyRequest, accepted: AcceptedCertification, { fee }: RulesInForce): Parameters<ReceiveDossier>[0] {
  return {
    commandId: request.commandId,
    dossierId: request.dossierId,
    procedureCode: request.procedureCode,
    channel: request.place === null ? 'counter' : 'home',
    person: request.person,
    authorisedBy: null,
    assistedBy: null,
    content: contentOf(accepted),
    copies: Math.min(999, accepted.documents.reduce((sum, { copies }) => sum + copies, 0)),
    // The original was looked at and given back.
    papers: accepted.documents.map(({ id, name }) => ({ id, requirementId: null, name, kind: 'original', source: 'shown', copies: 1, reusedFrom: null, files: [] })),
    delivery: { method: 'counter', address: null },
    // Each document is a line of its own, by the same tariff.
    fees: { items: accepted.documents.map(({ pages, copies }) => ({ code: fee.tariff, quantity: fee.unit === 'copy' ? copies : 1, pages })), claims: [], eventDay: null },
  };
}

function rowsOf(request: CertifyRequest, accepted: AcceptedCertification, { fee, book }: RulesInForce, actor: StaffActor, now: Date): [Parameters<typeof insertCertification>[1], Parameters<typeof insertCertification>[2]] {
  const key = { commune_code: actor.communeCode, dossier_id: request.dossierId };
  return [
    {
      ...key, procedure_code: request.procedureCode, book: book?.symbol ?? null, requester_name: request.person.fullName.trim(), identity_paper: plain(request.identityPaper),
      place: plain(request.place), fee: accepted.fee, fee_basis: fee.basis, paid_way: request.payment?.way ?? null, fee_receipt: plain(request.payment?.feeReceipt ?? null),
      created_at: now, created_by: actor.staffId,
    },
    accepted.documents.map((document, position) => ({
      ...key, ...document, position, book: book?.symbol ?? null, search_text: foldForSearch(`${request.person.fullName} ${document.name}`),
    })),
  ];
}

/** Every step in turn until one is somebody else's. What the rules refuse here is no fault: the dossier waits in the next holder's list. */
async function carryOn(deps: DossiersDeps, { commandId, dossierId }: CertifyRequest, actor: StaffActor, context: RequestContext): Promise<void> {
  for (const [index, action] of (['transfer', 'appraise', 'approve'] as const).entries()) {
    const step = { commandId: stepCommandId(commandId, action), expectedVersion: index + 1, action, note: null, outcome: action === 'appraise' ? ('positive' as const) : null, legalBasis: null };
    if (!(await moveDossier(deps, dossierId, step, actor, context)).ok) return;
  }
  const head = await findDossierHead(deps.db, actor.communeCode, dossierId);
  if (head === undefined || head.resultNumber === null) return;
  await sealDossier(deps, dossierId, { commandId: stepCommandId(commandId, 'seal'), expectedVersion: 4, resultNumber: head.resultNumber, note: null, files: [], validTo: null }, actor, context);
}
