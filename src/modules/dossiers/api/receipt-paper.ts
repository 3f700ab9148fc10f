import { type StaffActor } from '../../../kernel/actor.ts';
import { parseTimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type PdfFlow } from '../../../platform/pdf/pdf-definition.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { type AssessedFees, type FeesWords } from '../../fees/contract/assessed-fees.ts';
import { buildReceipt, drawPaper, dueReason, findValidPaper, issuePapers, type PaperView, verificationCode } from '../../official-papers/index.ts';
import { type NewDossier } from '../store/dossier-aggregate.ts';
import { type DossierPage } from '../store/dossier-page.ts';
import { type DossierCommune, type DossiersDeps } from './deps.ts';
import { paperApplicant, paperOffice, paperTemplate } from './paper-frame.ts';
import { deadlineTrace } from './time-view.ts';

type ReceiptFacts = Pick<
  DossierPage['dossier'],
  | 'id' | 'state' | 'submitted_at' | 'applicant_name' | 'applicant_number' | 'applicant_address' | 'applicant_phone' | 'applicant_email' | 'authorised_by' | 'assisted_by' | 'assisted_consent' | 'content' | 'copies' | 'time_limit' | 'received_at'
  | 'receipt_due_at' | 'delivery_method' | 'delivery_address' | 'synthetic'
>;
/** When a whole linked group is due, and its other parts in words. */
export interface PromisedWhole {
  readonly dueAt: number;
  readonly parts: readonly string[];
}

type ReceiptPapers = readonly Pick<DossierPage['papers'][number], 'name' | 'kind' | 'source' | 'copies' | 'page_count' | 'database_name' | 'looked_up_at' | 'original_kept'>[];

/** How the applicant agreed to being helped, as the slip says it. */
const AGREED = {
  spoken: 'người nộp đồng ý bằng lời', written: 'người nộp đồng ý bằng văn bản', signature: 'người nộp đồng ý bằng chữ ký trên màn hình', code: 'người nộp đồng ý trên điện thoại của mình', recording: 'người nộp đồng ý bằng lời nói được ghi âm',
} as const;

/** What form 01 says of a received dossier: the date that was promised at reception, whatever pauses have moved since. */
export function receiptView(dossier: ReceiptFacts, code: string, papers: ReceiptPapers, frame: { readonly commune: DossierCommune; readonly calendar: WorkingCalendar; readonly receivedBy: string; readonly linked?: PromisedWhole | null; readonly fees?: FeesWords | undefined }): Extract<PaperView, { readonly kind: 'receipt' }> {
  const { received_at: receivedAt, receipt_due_at: dueAt } = dossier;
  const limit = parseTimeLimit(dossier.time_limit ?? '');
  if (receivedAt === null || dueAt === null || !limit.ok) throw new Error(`dossier ${dossier.id} cannot have a receipt`);
  const clock = { state: dossier.state, submitted_at: dossier.submitted_at, received_at: receivedAt, due_at: dueAt, decided_at: null, time_limit: dossier.time_limit, pauses: [], ended_at: null };
  return {
    kind: 'receipt',
    template: paperTemplate('receipt', receivedAt),
    office: paperOffice(frame.commune),
    code,
    applicant: paperApplicant(dossier),
    principal: dossier.authorised_by === null ? null : { fullName: dossier.authorised_by, citizenNumber: null, address: null, phone: null, email: null, authorisingPaper: null },
    ...(dossier.assisted_by === null ? {} : { helper: [dossier.assisted_by, ...(dossier.assisted_consent === null ? [] : [AGREED[dossier.assisted_consent]])].join('; ') }),
    content: dossier.content,
    papers: papers.map(receiptPaper),
    copies: dossier.copies,
    timeLimit: limit.value,
    receivedAt: receivedAt.getTime(),
    dueAt: dueAt.getTime(),
    dueReason: dueReason(deadlineTrace(clock, frame.calendar)),
    delivery: { method: dossier.delivery_method, address: dossier.delivery_address },
    register: null,
    ...(frame.linked == null ? {} : { linked: frame.linked }),
    ...(frame.fees === undefined ? {} : { fees: { lines: frame.fees.lines, total: frame.fees.total, pending: frame.fees.pending } }),
    receivedBy: frame.receivedBy,
  };
}

function receiptPaper({ name, kind, source, copies, page_count: pages, database_name: database, looked_up_at: at, original_kept: kept }: ReceiptPapers[number]): Extract<PaperView, { readonly kind: 'receipt' }>['papers'][number] {
  // What nobody noted is left out, so that a paper of before these were noted says the same as it did.
  return {
    name, kind, source, copies,
    ...(pages === null ? {} : { pages }), ...(database === null || at === null ? {} : { lookedUp: { database, at: at.getTime() } }), ...(kept === true ? { kept } : {}),
  };
}

/** A dossier that was just written, with what its receipt needs. */
export interface JustReceived {
  readonly aggregate: NewDossier;
  readonly code: string;
  readonly commune: DossierCommune;
  readonly calendar: WorkingCalendar;
  readonly fees: AssessedFees;
  readonly actor: StaffActor;
  readonly now: Date;
  readonly commandId: string;
  /** The group of interlinked procedures that it begins; null for a dossier by itself. */
  readonly linked: PromisedWhole | null;
}

/** Issues form 01 for receptions of one commune in the transaction that they share, as soon as the dossiers have their codes. */
export async function issueReceipts(deps: DossiersDeps, tx: Tx, receptions: readonly JustReceived[]): Promise<void> {
  const orders = receptions.map(({ aggregate: { dossier, papers }, code, commune, calendar, fees, actor, now, commandId, linked }) => {
    // Every column of a new dossier is given, as the row has it; only the pauses are still text.
    const facts = dossier as unknown as ReceiptFacts;
    return {
      communeCode: dossier.commune_code,
      id: deps.newId(),
      dossierId: dossier.id,
      view: receiptView(facts, code, papers as ReceiptPapers, { commune, calendar, receivedBy: actor.fullName, linked, fees: deps.fees.onReceipt(fees) }),
      verificationCode: verificationCode(deps.randomBytes(12)),
      issuedAt: now,
      issuedBy: { staffId: actor.staffId, name: actor.fullName },
      commandId,
      synthetic: facts.synthetic,
    };
  });
  await issuePapers(tx, orders);
}

/** Where the QR of a receipt leads. */
export function trackingLinkOf(deps: Pick<DossiersDeps, 'publicUrl' | 'links'>): (dossierId: string) => string {
  return (id) => `${deps.publicUrl}/h/${deps.links.token('dossier', id)}`;
}

/**
 * Form 01 of a received dossier, drawn, with what is still to be paid today; undefined before reception. It is the paper that was issued; a dossier of the time before papers
 * were issued here has one with a blank for its number.
 */
export async function drawReceipt(deps: DossiersDeps, page: DossierPage, paper: 'A4' | 'A5'): Promise<PdfFlow | undefined> {
  const { dossier, papers } = page;
  if (dossier.code === null || dossier.received_at === null) return undefined;
  const trackingLink = trackingLinkOf(deps);
  const issued = await findValidPaper(deps.db, { communeCode: dossier.commune_code, kind: 'receipt', dossierId: dossier.id });
  const payments = await deps.money.openOf(dossier.commune_code, dossier.id);
  if (issued !== undefined) return drawPaper(issued, { publicUrl: deps.publicUrl, trackingLink, paper, payments }).at(0);
  const [commune, calendar, receivedBy, fees] = await Promise.all([
    deps.communeOf(dossier.commune_code),
    deps.calendarOf(dossier.commune_code),
    dossier.received_by === null ? undefined : deps.staffName(dossier.commune_code, dossier.received_by),
    deps.fees.inWords(dossier.commune_code, dossier.id, 'vi'),
  ]);
  return buildReceipt({
    ...receiptView(dossier, dossier.code, papers, { commune, calendar, receivedBy: receivedBy ?? '', fees }),
    paper, number: null, issuedAt: dossier.received_at.getTime(), link: trackingLink(dossier.id), shortAddress: `${deps.publicUrl.replace(/^https?:\/\//, '')}/tra-cuu`,
  }, payments);
}

/** Form 01 of a received dossier as PDF; undefined before reception. */
export async function receiptPdf(deps: DossiersDeps, page: DossierPage, paper: 'A4' | 'A5'): Promise<Buffer | undefined> {
  const drawn = await drawReceipt(deps, page, paper);
  return drawn === undefined ? undefined : renderPdf(drawn);
}
