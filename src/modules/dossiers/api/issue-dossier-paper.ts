import { type StaffActor } from '../../../kernel/actor.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type EnvelopeLabelView, type IssuedPaper, issuePaper, type PaperView, type ResultReceiptView, type StopView, type SupplementLine, verificationCode } from '../../official-papers/index.ts';
import { stageOf } from '../domain/dossier-states.ts';
import { stageWords } from '../domain/stage-words.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { type DossierCommune, type DossiersDeps } from './deps.ts';
import { paperApplicant, paperOffice, paperSigner, paperTemplate } from './paper-frame.ts';

/** What a paper says beyond what the dossier itself knows. */
export type DossierPaper =
  | { readonly kind: 'supplement'; readonly items: readonly SupplementLine[]; readonly reason: string | null; readonly answerBy: Date | null }
  | { readonly kind: 'refusal'; readonly reason: string }
  | { readonly kind: 'apology'; readonly reason: string; readonly newDueAt: Date }
  | { readonly kind: 'result-receipt'; readonly receiver: ResultReceiptView['receiver'] }
  | ({ readonly kind: 'envelope-label' } & Pick<EnvelopeLabelView, 'envelopeCode' | 'carrier' | 'trackingNumber' | 'carriedBy'> & { readonly address: string })
  | { readonly kind: 'stop'; readonly stopKind: StopView['stopKind']; readonly reason: string | null; readonly fee: StopView['fee'] };

export interface DossierPaperOrder {
  /** The dossier as it was before the change that the paper tells of. */
  readonly dossier: DossierRow;
  readonly paper: DossierPaper;
  readonly actor: StaffActor;
  readonly now: Date;
  readonly commandId: string;
}

/**
 * Issues an official paper about a dossier in the transaction of what it tells: with a number of its own, frozen as it is printed. The
 * wording and the number of the form are those of the circular of the day.
 */
export async function issueDossierPaper(deps: DossiersDeps, tx: Tx, order: DossierPaperOrder): Promise<IssuedPaper> {
  const { dossier, actor, now } = order;
  const commune = await deps.communeOf(dossier.commune_code, tx);
  return issuePaper(tx, {
    communeCode: dossier.commune_code,
    id: deps.newId(),
    dossierId: dossier.id,
    view: dossierPaperView(order, commune),
    verificationCode: codeOf(order.paper) ?? verificationCode(deps.randomBytes(12)),
    issuedAt: now,
    issuedBy: { staffId: actor.staffId, name: actor.fullName },
    commandId: order.commandId,
    synthetic: dossier.synthetic,
  });
}

/** A sealed envelope is known by its own code wherever it is scanned; everything else gets a code of chance. */
function codeOf(paper: DossierPaper): string | null {
  return paper.kind === 'envelope-label' && paper.envelopeCode !== null ? paper.envelopeCode.replaceAll('-', '') : null;
}

/** What a paper about a dossier says on its day, as it is frozen when it is issued. */
export function dossierPaperView({ dossier, paper, actor, now }: Omit<DossierPaperOrder, 'commandId'>, commune: DossierCommune): PaperView {
  const office = paperOffice(commune);
  const applicant = paperApplicant(dossier);
  const code = dossier.code ?? dossier.reference;
  switch (paper.kind) {
    case 'supplement':
      return {
        kind: 'supplement', template: paperTemplate('supplement', now), office, applicant, code, content: dossier.content, items: paper.items, reason: paper.reason,
        answerBy: paper.answerBy?.getTime() ?? null, contact: { name: actor.fullName, phone: commune.hotline }, guidedBy: actor.fullName,
      };
    case 'refusal':
      return { kind: 'refusal', template: paperTemplate('refusal', now), office, applicant, code, content: dossier.content, reason: paper.reason, receivedBy: actor.fullName };
    case 'apology': {
      if (dossier.received_at === null || dossier.due_at === null) throw new Error(`dossier ${dossier.id} was promised nothing`);
      return {
        kind: 'apology', template: paperTemplate('apology', now), office, applicant, code, agency: commune.centreName, procedureName: dossier.procedure_name,
        receivedAt: dossier.received_at.getTime(), dueAt: dossier.due_at.getTime(), reason: paper.reason, newDueAt: paper.newDueAt.getTime(), signer: paperSigner(actor),
      };
    }
    case 'result-receipt':
      return {
        kind: 'result-receipt', template: paperTemplate('result-receipt', now), office, code, applicant: dossier.applicant_name, procedureName: dossier.procedure_name,
        receiver: paper.receiver, at: now.getTime(), papers: [resultWords(dossier)], returnedBy: actor.fullName,
      };
    case 'envelope-label':
      return {
        kind: 'envelope-label', template: paperTemplate('envelope-label', now), office, code, to: { name: dossier.applicant_name, address: paper.address, phone: dossier.applicant_phone },
        envelopeCode: paper.envelopeCode, carrier: paper.carrier, trackingNumber: paper.trackingNumber, carriedBy: paper.carriedBy,
      };
    case 'stop':
      return {
        kind: 'stop', template: paperTemplate('stop', now), office, applicant, code, procedureName: dossier.procedure_name, content: dossier.content,
        submittedAt: dossier.submitted_at.getTime(), stopKind: paper.stopKind, reason: paper.reason,
        stateWas: stageWords(stageOf({ state: dossier.state, currentStep: dossier.current_step })), fee: paper.fee, signer: paperSigner(actor),
      };
  }
}

/** The result as the receipt of its hand-over names it. */
function resultWords({ result_kind: kind, result_number: number, procedure_name: procedure }: DossierRow): string {
  const what = kind === 'negative' ? `Thông báo không đủ điều kiện giải quyết, thủ tục ${procedure}` : `Kết quả giải quyết thủ tục ${procedure}`;
  return number === null ? what : `${what}, số ${number}`;
}
