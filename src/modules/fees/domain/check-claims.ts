import { plainDateWords } from '../../../kernel/date-words.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type FeeFacts, type ExemptionClaim } from './fee-facts.ts';
import { isAbout } from './exemption.ts';
import { type Charge } from './tariff.ts';

/**
 * Whether every claimed exemption or reduction exists, is about one of the charges, holds on the day and for the channel, and names its proof.
 * Several may be claimed; which one is applied is decided afterwards.
 */
export function checkClaims({ exemptions, procedureCode, day, channel }: FeeFacts, claims: readonly ExemptionClaim[], charges: readonly Charge[]): Result<undefined> {
  for (const [place, claim] of claims.entries()) {
    const at = `fees.claims.${String(place)}`;
    const exemption = exemptions.find(({ code }) => code === claim.exemption);
    if (exemption?.condition.kind !== 'claimed') return refuse('fees.exemption-unknown', { code: claim.exemption }, at);
    const facts = { exemption: exemption.label.vi, basis: exemption.basis };
    if (claims.findIndex((other) => other.exemption === claim.exemption) < place) return refuse('fees.exemption-twice', facts, at);
    if (!charges.some((charge) => isAbout(exemption, charge, procedureCode))) return refuse('fees.exemption-not-for-this', facts, at);
    if (exemption.validFrom > day) return refuse('fees.exemption-not-yet', { ...facts, from: plainDateWords(exemption.validFrom, 'vi') }, at);
    if (exemption.validTo !== null && exemption.validTo < day) return refuse('fees.exemption-ended', { ...facts, until: plainDateWords(exemption.validTo, 'vi') }, at);
    if (exemption.channels?.includes(channel) === false) return refuse('fees.exemption-other-channel', facts, at);
    if (claim.proof.trim() === '') return refuse('fees.proof-missing', { ...facts, proof: exemption.proof?.vi ?? '' }, `${at}.proof`);
    if (exemption.percent === null && (claim.percent === null || !Number.isInteger(claim.percent) || claim.percent < 1 || claim.percent > 100)) return refuse('fees.percent-wrong', facts, `${at}.percent`);
  }
  return ok(undefined);
}
