import { dateAt } from '../../../kernel/local-time.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { hasRole, type StaffActor } from '../../../kernel/actor.ts';
import { formatDong } from '../../../kernel/money.ts';
import { refuse, ok, type Result } from '../../../kernel/result.ts';
import { type FeeSubject, findFeeSubject } from '../../dossiers/index.ts';
import { type AssessedFees, type FeesWords, NOTHING_ASKED } from '../contract/assessed-fees.ts';
import { type FeeLineView, type FeeOptions, type FeesResponse } from '../contract/fee-schemas.ts';
import { type AssessedLine, type FeeAssessment, type PendingCharge } from '../domain/assess-fees.ts';
import { type FeeFacts, type FeesAsked, holds } from '../domain/fee-facts.ts';
import { amountWords, reckoningWords } from '../domain/fee-words.ts';
import { isAbout } from '../domain/exemption.ts';
import { type FeeWords } from '../domain/tariff.ts';
import { findFees, type FeeLineRow, listFeeChanges } from '../store/fees.ts';
import { type FeesDeps } from './deps.ts';

/** A text for people: in the reader’s language where it exists, else Vietnamese. */
export function wordsIn({ vi, en }: FeeWords, locale: Locale): string {
  return locale === 'en' ? (en ?? vi) : vi;
}

/** The line of a row, as the rule made it. */
function lineOf(row: FeeLineRow): AssessedLine {
  return {
    code: row.code, kind: row.kind, label: { vi: row.label, en: row.label_en }, unit: row.unit, base: row.base, pages: row.pages, quantity: row.quantity, before: row.before, amount: row.amount, basis: row.basis,
    exemption: row.exemption_code === null ? null : { code: row.exemption_code, label: { vi: row.exemption_label ?? '', en: row.exemption_label_en }, percent: row.exemption_percent ?? 0, basis: row.exemption_basis ?? '', proof: row.exemption_proof },
    zeroReason: row.zero_reason,
  };
}

function lineView({ label, exemption, ...line }: AssessedLine, locale: Locale): FeeLineView {
  return { ...line, label: wordsIn(label, locale), exemption: exemption === null ? null : { ...exemption, label: wordsIn(exemption.label, locale) } };
}

/** Lines, sum, what is missing and what was outdone, in the reader’s language. */
export function assessmentView({ lines, total, pending, outdone }: FeeAssessment, facts: Pick<FeeFacts, 'exemptions'>, locale: Locale): Pick<FeesResponse, 'lines' | 'total' | 'pending' | 'outdone'> {
  const named = facts.exemptions.filter(({ code }) => outdone.includes(code));
  return { lines: lines.map((line) => lineView(line, locale)), total, pending: pending.map(({ label, ...one }) => ({ ...one, label: wordsIn(label, locale) })), outdone: named.map(({ label }) => wordsIn(label, locale)) };
}

/** What may be charged and claimed, in the reader’s language. Only what holds on the day and for the channel is offered. */
export function optionsView(facts: FeeFacts, locale: Locale): FeeOptions {
  const { charges, procedureCode } = facts;
  const about = facts.exemptions.filter((exemption) => holds(exemption, facts) && charges.some((charge) => isAbout(exemption, charge, procedureCode)));
  const event = about.flatMap(({ condition }) => (condition.kind === 'within-days' ? [condition.event] : [])).at(0);
  return {
    charges: charges.map(({ code, label, kind, unit, role, formula, basis }) => ({
      code, label: wordsIn(label, locale), kind, unit, role, byPages: formula?.kind === 'per-page', price: formula === null ? null : formula.kind === 'per-unit' ? formula.amount : formula.first, basis,
    })),
    exemptions: about.flatMap(({ code, label, percent, proof, basis, condition }) => (condition.kind === 'claimed' ? [{ code, label: wordsIn(label, locale), percent, proof: proof === null ? '' : wordsIn(proof, locale), basis }] : [])),
    event: event === undefined ? null : wordsIn(event, locale),
  };
}

/** Roles that may change the fees of a dossier. */
export const FEE_KEEPERS = ['reception', 'cashier'] as const;

/** Where the fees of a dossier stand; refuses a dossier that the commune does not have. */
export async function feeSubject(db: Database | Tx, communeCode: string, id: string): Promise<Result<FeeSubject>> {
  const subject = await findFeeSubject(db, communeCode, id);
  return subject === undefined ? refuse('fees.dossier-not-found') : ok(subject);
}

/** The fees of a dossier with everything that a change of them needs. */
export async function feesView(deps: FeesDeps, id: string, actor: StaffActor, { locale, now }: { readonly locale: Locale; readonly now: Date }): Promise<Result<FeesResponse>> {
  const { communeCode } = actor;
  const subject = await feeSubject(deps.db, communeCode, id);
  if (!subject.ok) return subject;
  const [found, changes, paid] = await Promise.all([findFees(deps.db, communeCode, id), listFeeChanges(deps.db, communeCode, id), deps.paidOf(deps.db, communeCode, id)]);
  const { procedureCode, channel, submittedAt, receivedAt, over } = subject.value;
  const assessment = found?.assessment;
  return ok({
    version: assessment?.version ?? null,
    procedureCode, channel,
    day: assessment?.rule_day ?? dateAt((receivedAt ?? now).getTime()),
    filedOn: assessment?.filed_on ?? dateAt(submittedAt.getTime()),
    lines: found?.lines.map((row) => lineView(lineOf(row), locale)) ?? [],
    total: assessment?.total ?? 0,
    pending: assessment === undefined ? [] : (assessment.pending as readonly PendingCharge[]).map(({ label, ...one }) => ({ ...one, label: wordsIn(label, locale) })),
    outdone: [],
    asked: assessment === undefined ? copyOf(NOTHING_ASKED) : copyOf(askedOf(assessment)),
    paid,
    mayChange: receivedAt !== null && !over && hasRole(actor, ...FEE_KEEPERS),
    history: changes.map(({ version, at, by_name: by, reason, total_before: totalBefore, total }) => ({ version, at: at.toISOString(), by, reason, totalBefore, total })),
  });
}

function askedOf({ items, claims, event_day: eventDay }: { readonly items: unknown; readonly claims: unknown; readonly event_day: string | null }): FeesAsked {
  return { items: items as FeesAsked['items'], claims: claims as FeesAsked['claims'], eventDay };
}

function copyOf({ items, claims, eventDay }: FeesAsked): FeesResponse['asked'] {
  return { items: items.map((item) => ({ ...item })), claims: claims.map((claim) => ({ ...claim })), eventDay };
}

/** Reckoned fees in words, for a paper or a citizen. */
function feesInWords({ lines, total, pending }: Pick<FeeAssessment, 'lines' | 'total' | 'pending'>, locale: Locale): FeesWords {
  return {
    lines: lines.map((line) => ({
      label: wordsIn(line.label, locale), amount: amountWords(line.amount, locale), reckoning: reckoningWords(line, locale), before: line.exemption === null || line.before === 0 ? null : formatDong(line.before), basis: line.basis,
      reason: line.exemption === null ? (line.amount > 0 || line.zeroReason === line.basis ? null : line.zeroReason) : exemptionWords(line.exemption, locale),
    })),
    total: amountWords(total, locale), amount: total, pending: pending.map(({ label }) => wordsIn(label, locale)),
  };
}

function exemptionWords({ label, percent, basis }: NonNullable<AssessedLine['exemption']>, locale: Locale): string {
  const what = locale === 'vi' ? (percent === 100 ? 'Miễn' : `Giảm ${String(percent)}%`) : percent === 100 ? 'Exempt' : `Reduced by ${String(percent)} %`;
  return `${what}: ${wordsIn(label, locale)} (${basis})`;
}

/** A claimed exemption without what it says of the person. */
function withoutPerson(line: AssessedLine): AssessedLine {
  const { exemption } = line;
  if (exemption?.proof == null) return line;
  return { ...line, exemption: { ...exemption, label: { vi: 'theo quy định', en: 'by law' }, proof: null } };
}

/** The fees of a dossier for its page, which whoever holds the link reads: a claimed exemption is named by its basis alone, for it says something of the person. */
export async function findFeesInWords(db: Database, communeCode: string, dossierId: string, locale: Locale): Promise<FeesWords | undefined> {
  const found = await findFees(db, communeCode, dossierId);
  if (found === undefined) return undefined;
  const { total, pending } = found.assessment;
  return feesInWords({ lines: found.lines.map((row) => withoutPerson(lineOf(row))), total, pending: pending as readonly PendingCharge[] }, locale);
}

/** Fees that were just reckoned, in Vietnamese words for the receipt. */
export function receiptFees({ assessment }: AssessedFees): FeesWords {
  return feesInWords(assessment, 'vi');
}
