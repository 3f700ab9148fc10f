import { type FeeUnit, unitPrice } from '../../../kernel/fee-formula.ts';
import { type Dong } from '../../../kernel/money.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { checkClaims } from './check-claims.ts';
import { type FeeFacts, type FeeItem, type FeesAsked, holds } from './fee-facts.ts';
import { isOnTime } from './on-time.ts';
import { isAbout } from './exemption.ts';
import { type Charge, type ChargeKind, type FeeWords } from './tariff.ts';

/** The one exemption or reduction that was applied. */
export interface AppliedExemption {
  readonly code: string;
  readonly label: FeeWords;
  readonly percent: number;
  readonly basis: string;
  readonly proof: string | null;
}

/** One line: `before` is `base` times `quantity`, `amount` what is left of it. A line of nought says why. */
export interface AssessedLine {
  readonly code: string;
  readonly kind: ChargeKind;
  readonly label: FeeWords;
  readonly unit: FeeUnit;
  /** Price of one unit in whole đồng; 0 where an exemption makes an unknown one needless. */
  readonly base: Dong;
  readonly pages: number | null;
  readonly quantity: number;
  readonly before: Dong;
  readonly amount: Dong;
  readonly basis: string;
  readonly exemption: AppliedExemption | null;
  readonly zeroReason: string | null;
}

/** A charge that cannot be said yet: the province's amount, the pages or the day of the event are missing. */
export interface PendingCharge {
  readonly code: string;
  readonly label: FeeWords;
  readonly missing: 'rate' | 'pages' | 'event-day';
}

export interface FeeAssessment {
  readonly lines: readonly AssessedLine[];
  readonly total: Dong;
  readonly pending: readonly PendingCharge[];
  /** Codes of claimed exemptions that a more favourable one outdid: of several only one is applied. */
  readonly outdone: readonly string[];
}

/** The most of one thing in a line. */
const MOST = 9_999;
/** The most that a payable takes. */
const MOST_TOTAL: Dong = 10_000_000_000;

/**
 * The fees of a dossier: every line with its price, what it would be, and what is left after the most favourable single rule (TT 117/2026/TT-BTC,
 * Điều 2 khoản 2), named with its basis; nought with its reason. What cannot be said is pending, never guessed. Refuses unknown charges,
 * quantities and pages that are none, a base charge asked for zero times, and claims that do not hold on the day.
 */
export function assessFees(facts: FeeFacts, asked: FeesAsked): Result<FeeAssessment> {
  const items = itemsOf(facts, asked);
  if (!items.ok) return items;
  if (asked.eventDay !== null && asked.eventDay > facts.filedOn) return refuse('fees.event-in-future', {}, 'fees.eventDay');
  const claims = checkClaims(facts, asked.claims, items.value.map(({ charge }) => charge));
  if (!claims.ok) return claims;
  const lines: AssessedLine[] = [];
  const pending: PendingCharge[] = [];
  for (const item of items.value) {
    const line = assessItem(facts, asked, item);
    if ('missing' in line) pending.push(line);
    else lines.push(line);
  }
  if (facts.charges.every(({ role }) => role === 'extra')) lines.unshift(freeLine(facts.procedureCode));
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  if (total > MOST_TOTAL) return refuse('fees.too-much', {}, 'fees.items');
  const applied = new Set(lines.flatMap(({ exemption }) => exemption?.code ?? []));
  return ok({ lines, total, pending, outdone: pending.length > 0 ? [] : asked.claims.map(({ exemption }) => exemption).filter((code) => !applied.has(code)) });
}

interface WantedItem extends FeeItem {
  readonly charge: Charge;
}

/** What is charged and how often: what was asked for, and every base charge that nothing takes the place of. */
function itemsOf({ charges }: FeeFacts, { items }: FeesAsked): Result<readonly WantedItem[]> {
  const wanted: WantedItem[] = [];
  for (const [place, item] of items.entries()) {
    const at = `fees.items.${String(place)}`;
    const charge = charges.find(({ code }) => code === item.code);
    if (charge === undefined) return refuse('fees.charge-unknown', { code: item.code }, at);
    if (!Number.isInteger(item.quantity) || item.quantity < 0 || item.quantity > MOST) return refuse('fees.quantity-wrong', { charge: charge.label.vi, most: MOST }, `${at}.quantity`);
    if (item.quantity === 0 && charge.role === 'base') return refuse('fees.base-needed', { charge: charge.label.vi }, `${at}.quantity`);
    const byPages = charge.formula?.kind === 'per-page';
    if (byPages && item.quantity > 0 && (item.pages === null || !Number.isInteger(item.pages) || item.pages < 1 || item.pages > MOST)) return refuse('fees.pages-wrong', { most: MOST }, `${at}.pages`);
    if (item.quantity > 0) wanted.push({ ...item, pages: byPages ? item.pages : null, charge });
  }
  const replaced = new Set(wanted.flatMap(({ charge }) => charge.insteadOf ?? []));
  const named = new Set(wanted.map(({ code }) => code));
  const left = charges.filter(({ role, code }) => role === 'base' && !named.has(code)).map((charge): WantedItem => ({ code: charge.code, quantity: 1, pages: null, charge }));
  return ok([...left, ...wanted].filter(({ charge }) => !replaced.has(charge.code)).toSorted((one, other) => charges.indexOf(one.charge) - charges.indexOf(other.charge)));
}

function assessItem(facts: FeeFacts, asked: FeesAsked, { charge, quantity, pages }: WantedItem): AssessedLine | PendingCharge {
  const best = bestOf(candidatesFor(facts, asked, charge));
  const { code, label, kind, unit, basis } = charge;
  const exempt = best?.percent === 100;
  const byPages = charge.formula?.kind === 'per-page';
  if (!exempt && byPages && pages === null) return { code, label, missing: 'pages' };
  const free = charge.formula?.kind === 'per-unit' && charge.formula.amount === 0;
  if (!exempt && !free && asked.eventDay === null && waitsForEvent(facts, charge)) return { code, label, missing: 'event-day' };
  if (!exempt && charge.formula === null) return { code, label, missing: 'rate' };
  const base = charge.formula === null || (byPages && pages === null) ? 0 : unitPrice(charge.formula, pages ?? 1);
  const before = base * quantity;
  // Of a broken đồng nothing is asked.
  const amount = best === undefined ? before : Math.floor((before * (100 - best.percent)) / 100);
  const exemption = before > 0 || exempt ? (best ?? null) : null;
  return { code, kind, label, unit, base, pages, quantity, before, amount, basis, exemption, zeroReason: amount > 0 ? null : exemption === null ? basis : `${exemption.label.vi} (${exemption.basis})` };
}

/** A procedure that is free by publication: nought is kept as such, with its reason. */
function freeLine(procedureCode: string): AssessedLine {
  return {
    code: 'free', kind: 'state-charge', label: { vi: 'Không thu phí, lệ phí', en: 'Free of charge' }, unit: 'case', base: 0, pages: null, quantity: 1, before: 0, amount: 0,
    basis: `Danh mục thủ tục, mã ${procedureCode}`, exemption: null, zeroReason: `Thủ tục ${procedureCode} được công bố không thu phí, lệ phí`,
  };
}

/** Every exemption and reduction that holds for a charge, in the order of the rules. */
function candidatesFor(facts: FeeFacts, asked: FeesAsked, charge: Charge): readonly AppliedExemption[] {
  const found: AppliedExemption[] = [];
  for (const exemption of facts.exemptions) {
    if (!isAbout(exemption, charge, facts.procedureCode) || !holds(exemption, facts)) continue;
    const { code, label, basis, condition } = exemption;
    const claim = asked.claims.find((one) => one.exemption === code);
    if (condition.kind === 'claimed' ? claim === undefined : condition.kind === 'within-days' && (asked.eventDay === null || !isOnTime(asked.eventDay, condition.days, facts))) continue;
    const percent = exemption.percent ?? claim?.percent ?? null;
    if (percent !== null) found.push({ code, label, percent, basis, proof: claim?.proof.trim() ?? null });
  }
  const { onlineExemption } = facts;
  if (onlineExemption?.percent != null && facts.channel === 'online' && onlineExemption.kinds.includes(charge.kind)) {
    found.push({ code: ONLINE_RELIEF, label: { vi: 'Nộp hồ sơ trực tuyến', en: 'Filed online' }, percent: onlineExemption.percent, basis: onlineExemption.basis, proof: null });
  }
  return found;
}

/** The code under which the province's exemption for online filings is kept. */
const ONLINE_RELIEF = 'online-filing';

/** The exemption that takes most off; of equals one that needs no proof, then the first. */
function bestOf(candidates: readonly AppliedExemption[]): AppliedExemption | undefined {
  let best: AppliedExemption | undefined;
  for (const one of candidates) {
    if (best === undefined || one.percent > best.percent || (one.percent === best.percent && best.proof !== null && one.proof === null)) best = one;
  }
  return best;
}

/** Whether a charge may fall away by being on time, once the day of the event is known. */
function waitsForEvent(facts: FeeFacts, charge: Charge): boolean {
  return facts.exemptions.some((exemption) => exemption.condition.kind === 'within-days' && isAbout(exemption, charge, facts.procedureCode) && holds(exemption, facts));
}
