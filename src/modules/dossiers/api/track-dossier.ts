import { dateWords, dueWords, momentWords } from '../../../kernel/date-words.ts';
import { type FeesWords } from '../../fees/contract/assessed-fees.ts';
import { dateAt, type LocalDate } from '../../../kernel/local-time.ts';
import { formatDong } from '../../../kernel/money.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { narrowToCommune } from '../../../platform/db/commune-scope.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { isDossierCode, tidyCode } from '../domain/dossier-code.ts';
import { type DossierState } from '../domain/dossier-states.ts';
import { availableActions } from '../domain/may-act.ts';
import { hasElectronicResult } from '../domain/result-access.ts';
import { matchesSecondFactor } from '../domain/second-factor.ts';
import { type DossierPage, findDossierByCode, findDossierPage } from '../store/dossier-page.ts';
import { type DossierRow } from '../store/move-dossier.ts';
import { type LinkedCaseView } from '../ui/public/linked-case-view.ts';
import { type AskedPayment, type AskedSupplement, type OpenFee } from '../ui/public/supplement-view.ts';
import { askedPayment, askedSupplement, openFees } from './asked-of-citizen.ts';
import { seenDossier } from './change-rows.ts';
import { type AssistedConsent } from '../domain/check-assistance.ts';
import { type DossierCommune, type DossiersDeps } from './deps.ts';
import { erasedOf, keptFiles } from './dossier-view.ts';
import { currentFiles } from './file-view.ts';
import { findByLink } from './find-by-link.ts';
import { guessSecondFactor } from './guess-second-factor.ts';
import { papersForCitizen } from './papers-for-citizen.ts';
import { timeView, type TimeView, traceLines } from './time-view.ts';
import { togetherForCitizen } from './together.ts';

/** One line of the citizen's timeline. */
export interface TrackedStep {
  readonly key: 'declared' | 'receive' | 'appraise' | 'approve' | 'seal' | 'hand-over';
  readonly state: 'done' | 'now' | 'later';
  /** When it was finished, in words; null while it is not. */
  readonly doneWords: string | null;
}

/** A paper that the office has, without anything that stands on it. */
interface TrackedPaper {
  readonly requirementId: string | null;
  readonly name: string;
  readonly fileCount: number;
  /** Its files went when their time was over, or because the citizen asked. */
  readonly erased: boolean;
}

/** The way of a result, without the names of those who carry it. */
export interface TrackedWay {
  readonly method: 'counter' | 'post' | 'home' | 'electronic';
  readonly state: 'waiting' | 'sent' | 'delivered' | 'returned';
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly events: readonly { readonly event: 'sealed' | 'handed-on' | 'posted' | 'arrived' | 'not-met' | 'delivered' | 'came-back'; readonly words: string }[];
}

/** What the holder of the slip may see: no citizen number, phone, address or paper. */
export interface TrackedDossier {
  readonly code: string;
  readonly hasOfficialCode: boolean;
  /** The code that a declaration from home or at a kiosk was given; null for a dossier that began at a counter. */
  readonly declaredCode: string | null;
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly state: DossierState;
  readonly submittedWords: string;
  readonly receivedWords: string | null;
  /** “trước 17 giờ thứ Năm 26/11”; null before reception. */
  readonly dueWords: string | null;
  readonly time: TimeView;
  readonly trace: readonly string[];
  readonly steps: readonly TrackedStep[];
  /** The part of the office that holds it now, in words; null when nobody does. */
  readonly holderRole: 'reception' | 'specialist' | 'leader' | 'clerk' | null;
  readonly rejectionReason: string | null;
  /** Why the work was stopped before a decision. */
  readonly stopReason: string | null;
  /** The result says no: the conditions are not met. */
  readonly negative: boolean;
  /** The new date of the apology letter. */
  readonly extendedWords: string | null;
  /** Why it takes longer, as the apology says it; null without one. */
  readonly apology: string | null;
  /** Where citizens see what is kept about them and ask about it. */
  readonly dataAddress: string;
  /** Where citizens read what was declared; null when it was declared without a form. */
  readonly answersAddress: string | null;
  readonly reuseAddress: string | null;
  /** How the person agreed to being helped; null when nobody helped. Nobody is named here. */
  readonly assisted: AssistedConsent | null;
  /** Where the citizen asks to withdraw; null when it is no longer possible. */
  readonly withdrawAddress: string | null;
  /** Why the office did not agree to the withdrawal that was asked for last, while the work goes on; null otherwise. */
  readonly withdrawalDeclined: string | null;
  /** The working calendar changed and the date with it: what the receipt says, and why it is another day. Null when it did not. */
  readonly dateMoved: { readonly receiptWords: string; readonly reason: string } | null;
  readonly resultNumber: string | null;
  readonly returnedWords: string | null;
  readonly deliveryMethod: 'counter' | 'post' | 'home' | 'electronic';
  readonly papers: readonly TrackedPaper[];
  /** How the result reaches its owner; nobody is named. Null before there is one. */
  readonly way: TrackedWay | null;
  /** Where the electronic result is taken home, behind the four digits; null when there is none. */
  readonly electronicResult: string | null;
  readonly commune: DossierCommune;
  readonly link: string;
  /** What was issued to the citizen, without what stands on it. */
  readonly issued: readonly { readonly title: string; readonly number: string; readonly day: string; readonly address: string }[];
  /** What the office waits for; null when for nothing. */
  readonly askedSupplement: AskedSupplement | null;
  readonly askedPayment: AskedPayment | null;
  readonly openFees: readonly OpenFee[];
  /** The citizen has answered and the office has not looked yet. */
  readonly answered: boolean;
  readonly linked: LinkedCaseView | null;
  /** Other dossiers that were declared with it, by their names; null for one that stands alone. */
  readonly together: { readonly event: string; readonly dossiers: readonly { readonly name: string; readonly words: string }[] } | null;
  /** What is to be paid, line by line with its basis; null: nobody has assessed it. */
  readonly fees: FeesWords | null;
  /** Everything that was to be paid has come in. */
  /** What the office owes back and has paid back, as amounts; null: neither. */
  readonly moneyBack: { readonly owed: string | null; readonly paidBack: string | null } | null;
  readonly feesPaid: boolean;
}

/**
 * Finds a dossier and its secret link by its code and four digits. Refuses with the same words whether the code or the digits are wrong;
 * wrong tries are counted per code and per address (the QR link still opens the dossier when somebody else uses the tries up).
 */
export async function openByCode(deps: DossiersDeps, typedCode: string, digits: string, context: RequestContext): Promise<Result<{ readonly token: string; readonly dossierId: string }>> {
  const code = tidyCode(typedCode).slice(0, 60);
  const outcome = await guessSecondFactor(deps.db, { code, address: context.address }, context.now, async () => {
    const plausible = isDossierCode(code) || /^KB-[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(code);
    const dossier = plausible ? await findDossierByCode(deps.db, code) : undefined;
    const holder = dossier && { applicantPhone: dossier.applicant_phone, applicantNumber: dossier.applicant_number };
    return holder !== undefined && matchesSecondFactor(holder, digits.trim()) ? dossier : undefined;
  });
  switch (outcome.kind) {
    case 'right':
      narrowToCommune(outcome.value.commune_code);
      return ok({ token: deps.links.token('dossier', outcome.value.id), dossierId: outcome.value.id });
    case 'wrong':
      return refuse('tracking.not-matched');
    case 'wait':
      return refuse('tracking.too-many-guesses', { minutes: outcome.minutes, hotline: (await deps.homeCommune())?.hotline ?? '' });
  }
}

/** Whether whoever filed may ask to withdraw now. */
export function mayWithdraw(dossier: DossierRow): boolean {
  return availableActions(seenDossier(dossier), { kind: 'link-holder' }).includes('request-withdrawal');
}

/** Whether four digits open what is personal in a dossier whose link is known; wrong tries are counted like those at its code. */
export async function openLink(deps: DossiersDeps, dossier: DossierRow, digits: string, context: RequestContext): Promise<Result<undefined>> {
  const holder = { applicantPhone: dossier.applicant_phone, applicantNumber: dossier.applicant_number };
  const outcome = await guessSecondFactor(deps.db, { code: dossier.code ?? dossier.reference, address: context.address }, context.now, () => Promise.resolve(matchesSecondFactor(holder, digits) ? true : undefined));
  switch (outcome.kind) {
    case 'right':
      return ok(undefined);
    case 'wrong':
      return refuse('tracking.digits-wrong');
    case 'wait':
      return refuse('tracking.too-many-guesses', { minutes: outcome.minutes, hotline: (await deps.homeCommune())?.hotline ?? '' });
  }
}

/** The dossier behind a secret link; undefined for a link that this installation never printed. */
export async function trackByLink(deps: DossiersDeps, token: string, context: RequestContext): Promise<TrackedDossier | undefined> {
  const found = await findByLink(deps, token);
  if (found === undefined) return undefined;
  const page = await findDossierPage(deps.db, found.commune_code, found.id);
  if (page === undefined) return undefined;
  const { dossier, steps, papers } = page;
  const [calendar, commune, asked, payment, open, linked, issued, lines, back, wasAnswered] = await Promise.all([
    deps.calendarOf(dossier.commune_code, dossier.ended_at),
    deps.communeOf(dossier.commune_code),
    askedSupplement(deps, dossier, `/h/${token}/bo-sung`, context),
    askedPayment(deps, dossier, `/h/${token}/nop-tien`, context),
    openFees(deps, dossier, `/h/${token}/nop-tien`),
    dossier.case_id === null ? undefined : deps.caseOf(dossier.commune_code, dossier.case_id, context),
    papersForCitizen(deps, dossier),
    deps.fees.inWords(dossier.commune_code, dossier.id, context.locale),
    deps.money.backOf(dossier.commune_code, dossier.id),
    deps.hasAnswers?.(dossier.commune_code, dossier.id) ?? false,
  ]);
  const { locale, now } = context;
  const moment = (at: Date | null) => (at === null ? null : momentWords(at.getTime(), locale));
  const here = steps.findIndex((step) => step.key === dossier.current_step);
  return {
    code: dossier.code ?? dossier.reference,
    hasOfficialCode: dossier.code !== null,
    declaredCode: wasDeclared(dossier) ? dossier.reference : null,
    procedureCode: dossier.procedure_code,
    procedureName: dossier.procedure_name,
    state: dossier.state,
    submittedWords: momentWords(dossier.submitted_at.getTime(), locale),
    receivedWords: moment(dossier.received_at),
    dueWords: dossier.due_at === null ? null : dueWords(dossier.due_at.getTime(), dateAt(now.getTime()), locale),
    time: timeView(dossier, calendar, now, locale),
    trace: traceLines(dossier, calendar, locale),
    steps: [
      ...(wasDeclared(dossier) ? [{ key: 'declared' as const, state: 'done' as const, doneWords: moment(dossier.submitted_at) }] : []),
      ...steps.map((step, index) => {
        const done = dossier.state === 'returned' || (here >= 0 && index < here);
        return {
          key: step.key,
          state: done ? ('done' as const) : index === here ? ('now' as const) : ('later' as const),
          doneWords: done && step.finished_at !== null ? momentWords(step.finished_at.getTime(), locale, 'without-year') : null,
        };
      }),
    ],
    holderRole: dossier.current_role_name,
    rejectionReason: dossier.rejection_reason,
    stopReason: dossier.stop_reason,
    negative: dossier.result_kind === 'negative',
    extendedWords: dossier.extended_due_at === null ? null : dueWords(dossier.extended_due_at.getTime(), dateAt(now.getTime()), locale),
    apology: page.late.extensions.find(({ status }) => status === 'issued')?.reason ?? null,
    answersAddress: wasAnswered ? `/h/${token}/to-khai` : null,
    reuseAddress: wasAnswered ? `/h/${token}/khai-viec-khac` : null,
    assisted: dossier.assisted_by === null ? null : (dossier.assisted_consent ?? 'spoken'),
    dataAddress: `/h/${token}/du-lieu`,
    withdrawAddress: mayWithdraw(dossier) ? `/h/${token}/rut` : null,
    withdrawalDeclined: withdrawalDeclined(page),
    dateMoved: dateMovedOf(page, dateAt(now.getTime()), locale),
    resultNumber: dossier.result_number,
    returnedWords: moment(dossier.returned_at),
    deliveryMethod: dossier.delivery_method,
    // What was only shown went home again.
    papers: papers
      .filter((paper) => paper.source !== 'shown')
      .map((paper) => ({
        requirementId: paper.requirement_id,
        name: paper.name,
        fileCount: currentFiles(page, paper.id).length,
        erased: erasedOf(page, paper.id) !== null,
      })),
    way: wayOf(page, locale),
    electronicResult: page.result !== undefined && hasElectronicResult(dossier.state, keptFiles(page.result.files).length) ? `/h/${token}/ket-qua` : null,
    commune,
    issued: issued.map(({ id, title, number, issuedAt }) => ({ title, number, day: dateWords(dateAt(Date.parse(issuedAt)), locale), address: `/h/${token}/giay/${id}` })),
    askedSupplement: asked,
    askedPayment: payment,
    openFees: open,
    answered: dossier.answered_at !== null,
    linked: linked ?? null,
    together: await togetherForCitizen(deps, dossier.commune_code, dossier.id, locale),
    fees: lines ?? null,
    moneyBack: back.owed === 0 && back.paidBack === 0 ? null : { owed: back.owed === 0 ? null : formatDong(back.owed), paidBack: back.paidBack === 0 ? null : formatDong(back.paidBack) },
    feesPaid: dossier.money_state === 'paid',
    link: `${deps.publicUrl}/h/${token}`,
  };
}

const AT_WORK: readonly DossierState[] = ['received', 'in-progress', 'supplement-requested', 'payment-requested', 'submitted'];

function withdrawalDeclined({ dossier, history }: DossierPage): string | null {
  if (!AT_WORK.includes(dossier.state)) return null;
  const last = history.findLast(({ event }) => event === 'withdrawal-requested' || event === 'withdrawal-declined');
  if (last?.event !== 'withdrawal-declined') return null;
  return (last.facts as { readonly note?: string } | null)?.note ?? null;
}

/** A promise does not change silently: the date on the receipt stays on the page beside the one that holds now. */
function dateMovedOf({ dossier, history }: DossierPage, today: LocalDate, locale: Locale): TrackedDossier['dateMoved'] {
  const { receipt_due_at: promised, due_at: due } = dossier;
  const last = history.findLast(({ event }) => event === 'deadline-moved');
  if (last === undefined || promised === null || due === null || promised.getTime() === due.getTime()) return null;
  const { note } = last.facts as Readonly<Record<string, string | undefined>>;
  return { receiptWords: dueWords(promised.getTime(), today, locale), reason: note ?? '' };
}

function wayOf({ deliveries }: DossierPage, locale: Locale): TrackedWay | null {
  const [newest] = deliveries;
  if (newest === undefined) return null;
  const { delivery, events } = newest;
  return {
    method: delivery.method,
    state: delivery.state,
    carrier: delivery.carrier,
    trackingNumber: delivery.tracking_number,
    events: events.map(({ event, at }) => ({ event, words: momentWords(at.getTime(), locale, 'without-year') })),
  };
}

/** Whether it began as a declaration: everything on line did; at a kiosk people declare before an officer receives it, or an officer enters what they filed there. */
function wasDeclared({ channel, received_at: receivedAt, submitted_at: submittedAt }: Pick<DossierRow, 'channel' | 'received_at' | 'submitted_at'>): boolean {
  return channel === 'online' || (channel === 'kiosk' && (receivedAt === null || submittedAt < receivedAt));
}
