import { plainDateWords } from '../../../kernel/date-words.ts';
import { addDays, type LocalDate } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type GrantAct, holdsOn, type InstallationGrant, isWaiting } from './installation-grant.ts';

/** How far ahead a first day may be. */
const FARTHEST_DAYS = 90;
/** How long somebody is named for at most, in days: two years, a leap day included. */
const LONGEST_DAYS = 731;

/** What is known of the people at the moment of a decision, read in the same transaction. */
export interface GrantFacts {
  readonly now: Date;
  readonly today: LocalDate;
  /** Who speaks for the installation today: a naming that holds, an open account, and a position that administers a commune. */
  readonly speakers: readonly string[];
  /** Who administers a commune of the installation today, with an open account. */
  readonly administrators: ReadonlySet<string>;
}

/** Whom somebody wants to be named, and for which days. */
export interface GrantWish {
  readonly staffId: string;
  /** Null: whoever runs the machine. */
  readonly by: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly reason: string;
}

/**
 * Whether somebody may be proposed, or named at the machine. Refuses who does not speak for the installation, a proposal to which nobody else
 * could agree, a person who administers no commune, days that are over, too far ahead, turned round or too many, days on which the person
 * speaks already, a second proposal, and a missing reason.
 */
export function decideNaming(wish: GrantWish, facts: GrantFacts, grantsOfPerson: readonly InstallationGrant[]): Result<{ readonly reason: string }> {
  const { today, now, speakers, administrators } = facts;
  const { staffId, by, validFrom, validTo } = wish;
  const reason = wish.reason.trim();
  if (by !== null) {
    if (!speakers.includes(by)) return refuse('installation.not-yours');
    if (!speakers.some((one) => one !== by && one !== staffId)) return refuse('installation.nobody-to-agree');
  }
  if (!administrators.has(staffId)) return refuse('installation.no-administrator', undefined, 'staffId');
  if (validFrom < today) return refuse('installation.day-past', undefined, 'validFrom');
  if (validFrom > addDays(today, FARTHEST_DAYS)) return refuse('installation.day-too-far', { last: plainDateWords(addDays(today, FARTHEST_DAYS), 'vi') }, 'validFrom');
  if (validTo < validFrom) return refuse('installation.days-turned', undefined, 'validTo');
  if (validTo > addDays(validFrom, LONGEST_DAYS)) return refuse('installation.too-long', { last: plainDateWords(addDays(validFrom, LONGEST_DAYS), 'vi') }, 'validTo');
  const holding = grantsOfPerson.find((grant) => grant.state === 'granted' && grant.validTo >= validFrom && grant.validFrom <= validTo);
  if (holding !== undefined) return refuse('installation.holds-already', { from: plainDateWords(holding.validFrom, 'vi'), until: plainDateWords(holding.validTo, 'vi') }, 'validFrom');
  if (grantsOfPerson.some((grant) => isWaiting(grant, now, today))) return refuse('installation.proposed-already', undefined, 'staffId');
  return reason === '' ? refuse('installation.reason-missing', undefined, 'reason') : ok({ reason });
}

/**
 * Whether somebody may act on a naming. Agreeing and ending take a second person who speaks for the installation: neither the one who proposed it
 * nor, for a naming, its own person. Refuses what is over, a proposal whose proposer no longer speaks, and the end of the last one who does.
 */
export function decideGrantAct(grant: InstallationGrant, act: GrantAct, by: string, reason: string, facts: GrantFacts): Result<void> {
  const { now, today, speakers, administrators } = facts;
  if (!speakers.includes(by)) return refuse('installation.not-yours');
  if (grant.state === 'declined' || grant.state === 'ended') return refuse('installation.over');
  if (act === 'agree' || act === 'decline') {
    if (grant.state !== 'proposed') return refuse('installation.agreed-before');
    if (act === 'decline') return ok(undefined);
    if (!isWaiting(grant, now, today)) return refuse('installation.proposal-too-old');
    if (by === grant.proposedBy) return refuse('installation.same-person');
    if (by === grant.staffId) return refuse('installation.own-naming');
    if (grant.proposedBy === null || !speakers.includes(grant.proposedBy)) return refuse('installation.proposer-gone');
    return administrators.has(grant.staffId) ? ok(undefined) : refuse('installation.no-administrator');
  }
  if (grant.state !== 'granted') return refuse('installation.not-agreed-yet');
  if (grant.validTo < today) return refuse('installation.over');
  if (act === 'keep') return grant.endProposedBy === null ? refuse('installation.no-end-proposed') : ok(undefined);
  if (isLastSpeaker(grant, facts)) return refuse('installation.last');
  if (act === 'propose-end') {
    if (grant.endProposedBy !== null) return refuse('installation.end-proposed-already');
    return reason.trim() === '' ? refuse('installation.reason-missing', undefined, 'reason') : ok(undefined);
  }
  if (grant.endProposedBy === null) return refuse('installation.no-end-proposed');
  if (by === grant.endProposedBy) return refuse('installation.same-person');
  return speakers.includes(grant.endProposedBy) ? ok(undefined) : refuse('installation.proposer-gone');
}

/** Whether nobody would speak for the installation once a naming had ended. */
function isLastSpeaker(grant: InstallationGrant, { today, speakers }: GrantFacts): boolean {
  return holdsOn(grant, today) && speakers.every((one) => one === grant.staffId);
}
