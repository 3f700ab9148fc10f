import { type LocalDate } from '../../../kernel/local-time.ts';
import { type Evidence, findEvidence, type FoundEvidence } from './find-evidence.ts';
import { compact, createMatchIndex, type MatchPayable, type ReferenceRule } from './match-index.ts';

/** The lists into which the lines of a statement fall. Only `exact` is ever paid without a person. */
export const MATCH_LISTS = ['exact', 'probable', 'over', 'under', 'duplicate', 'unknown', 'outgoing'] as const;

export type MatchList = (typeof MATCH_LISTS)[number];

/** Why a line stands where it stands, or a payable among its candidates. */
export const MATCH_REASONS = [
  'reference', 'reference-unverified', 'reference-damaged', 'reference-cut', 'reference-unmarked', 'code', 'code-tail', 'name', 'amount',
  'several-references', 'several-sum', 'earlier-line', 'waiting-line', 'before-opened', 'paid-before', 'paid-by-line', 'cancelled', 'reference-elsewhere',
] as const;

export type MatchReason = (typeof MATCH_REASONS)[number];

/** A payable that a line may be for. */
export interface MatchCandidate {
  readonly payableId: string;
  /** 0 to 100: how much speaks for it. 100 is a whole, verified reference. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

/** A line that is to be matched. */
export interface MatchableLine {
  readonly date: LocalDate;
  readonly amountIn: number;
  readonly memo: string;
  readonly counterpart: string;
}

/** Where a line belongs. */
export interface LineMatch {
  readonly list: MatchList;
  /** Best first, at most five. For `exact`, `over`, `under` and `duplicate` the first one is the payable that the reference names. */
  readonly candidates: readonly MatchCandidate[];
  /** What is said of the line itself. */
  readonly reasons: readonly MatchReason[];
}

/** What is known beside the open payables. */
export interface MatchFacts {
  readonly rule: ReferenceRule;
  /** Payables that are paid or cancelled and that references in these lines may name. */
  readonly closed: readonly MatchPayable[];
  /** Payables that lines of earlier statements name and nobody has decided about. */
  readonly waiting: ReadonlySet<string>;
}

/** So many candidates of a line are shown. */
const MOST_CANDIDATES = 5;
/** Below it nothing is worth a look: a name alone, or an amount alone, is not. */
const LEAST_SCORE = 45;

const WEIGHTS: Readonly<Record<Evidence | 'amount', number>> = { 'reference-unverified': 65, 'reference-damaged': 55, 'reference-cut': 40, 'reference-unmarked': 60, 'code': 50, 'code-tail': 30, 'name': 20, 'amount': 30 };

function scoreOf(payable: MatchPayable, evidence: ReadonlySet<Evidence>, line: MatchableLine): MatchCandidate {
  const reasons: MatchReason[] = [...evidence];
  if (payable.state === 'open' && payable.missing === line.amountIn) reasons.push('amount');
  const sum = [...evidence].reduce((total, one) => total + WEIGHTS[one], 0) + (reasons.includes('amount') ? WEIGHTS.amount : 0);
  if (line.date < payable.openedOn) return { payableId: payable.id, score: Math.min(20, sum), reasons: [...reasons, 'before-opened'] };
  return { payableId: payable.id, score: Math.min(95, sum), reasons };
}

/** The candidates worth a look, best first. */
function rank(found: FoundEvidence, line: MatchableLine): readonly MatchCandidate[] {
  return [...found]
    .map(([payable, evidence]) => ({ payable, candidate: scoreOf(payable, evidence, line) }))
    .filter(({ candidate }) => candidate.score >= LEAST_SCORE)
    .sort((a, b) => b.candidate.score - a.candidate.score || (a.payable.openedOn < b.payable.openedOn ? 1 : a.payable.openedOn > b.payable.openedOn ? -1 : a.payable.id < b.payable.id ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
    .map(({ candidate }) => candidate);
}

/** Whether no other reference stands beside one. What begins or ends inside of it is no other: its own signs, followed by chance by words that make the check come out right. */
function standsAlone(memo: string, reference: string, references: readonly string[]): boolean {
  if (references.length === 1) return true;
  const words = compact(memo);
  const at = words.indexOf(reference);
  return at >= 0 && references.every((other) => {
    const place = words.indexOf(other);
    return place >= 0 && Math.abs(place - at) < reference.length && words.lastIndexOf(other) === place;
  });
}

/** Matches one line after the other; they must come oldest first, because the first line that names a payable has the first right to it. */
export type LineMatcher = (line: MatchableLine) => LineMatch;

/**
 * Prepares matching against the open payables of a commune. A line is `exact`, and only then paid without a person, when its words carry exactly one whole reference whose check sign
 * is right, of an open payable that was opened by that day, when the amount is what is missing to the đồng, and when no other line names the same payable before it.
 */
export function createLineMatcher(payables: readonly MatchPayable[], { rule, closed, waiting }: MatchFacts): LineMatcher {
  const index = createMatchIndex(payables, rule);
  const past = new Map(closed.map((payable) => [payable.reference, payable]));
  /** Which payables the lines so far name, and whether the first of them paid it. */
  const named = new Map<string, 'exact' | 'other'>();

  const whole = (line: MatchableLine, payable: MatchPayable): LineMatch => {
    const sure = (list: MatchList, ...more: readonly MatchReason[]): LineMatch => ({ list, candidates: [{ payableId: payable.id, score: 100, reasons: ['reference', ...(payable.missing === line.amountIn ? ['amount' as const] : [])] }], reasons: more });
    if (payable.state !== 'open') return sure('duplicate', payable.state === 'paid' ? 'paid-before' : 'cancelled');
    const before = named.get(payable.id);
    if (before === 'exact') return sure('duplicate', 'paid-by-line');
    named.set(payable.id, 'other');
    if (line.amountIn !== payable.missing) return sure(line.amountIn < payable.missing ? 'under' : 'over', ...(before === undefined ? [] : ['earlier-line' as const]));
    if (before !== undefined) return sure('probable', 'earlier-line');
    if (waiting.has(payable.id)) return sure('probable', 'waiting-line');
    if (line.date < payable.openedOn) return sure('probable', 'before-opened');
    named.set(payable.id, 'exact');
    return sure('exact');
  };

  return (line) => {
    if (line.amountIn === 0) return { list: 'outgoing', candidates: [], reasons: [] };
    const all = rule.find(line.memo);
    const references = all.filter((reference) => rule.isVerified(reference));
    const known = references.flatMap((reference) => index.byReference.get(reference) ?? past.get(reference) ?? []);
    const [first, ...others] = known;
    if (first !== undefined && others.length === 0 && standsAlone(line.memo, first.reference, references)) return whole(line, first);
    if (first !== undefined) {
      const open = known.filter(({ state }) => state === 'open');
      for (const { id } of open) if (!named.has(id)) named.set(id, 'other');
      const sums = open.length > 1 && open.reduce((sum, { missing }) => sum + missing, 0) === line.amountIn;
      const candidates = known.map((payable): MatchCandidate => ({ payableId: payable.id, score: payable.state === 'open' ? 90 : 50, reasons: ['reference', ...(payable.missing === line.amountIn ? ['amount' as const] : [])] }));
      return { list: 'probable', candidates: candidates.slice(0, MOST_CANDIDATES), reasons: ['several-references', ...(sums ? ['several-sum' as const] : [])] };
    }
    const candidates = rank(findEvidence(line, all.filter((reference) => !references.includes(reference)), index, rule), line);
    return { list: candidates.length > 0 ? 'probable' : 'unknown', candidates, reasons: references.length > 0 ? ['reference-elsewhere'] : [] };
  };
}

/** Matches the lines of a statement, oldest first, against the open payables of a commune. */
export function matchStatement<T extends MatchableLine>(lines: readonly T[], payables: readonly MatchPayable[], facts: MatchFacts): readonly (LineMatch & { readonly line: T })[] {
  const match = createLineMatcher(payables, facts);
  return lines.map((line) => ({ line, ...match(line) }));
}
