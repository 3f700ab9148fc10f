import { isMasked, maskNumbersIn, maskPhone } from '../../../kernel/mask-numbers.ts';
import { maskCitizenNumber } from '../../../kernel/citizen-number.ts';
import { type CaseFacts } from './fill-request.ts';
import { type LinkedGroup } from './linked-group.ts';

/** The facts of a case as screens show them: personal numbers and phones masked, also those that somebody wrote into a text. */
export function maskedFacts(group: LinkedGroup, facts: CaseFacts): CaseFacts {
  const numbers = new Set(group.facts.filter(({ kind }) => kind === 'number').map(({ key }) => key));
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => {
    if (numbers.has(key)) return [key, maskCitizenNumber(value)];
    return [key, key === 'applicantPhone' ? maskPhone(value) : maskNumbersIn(value)];
  }));
}

/** What a form sends back, whole: an entry that still shows what was masked is the one that is kept. */
export function unmaskedFacts(group: LinkedGroup, sent: CaseFacts, kept: CaseFacts): CaseFacts {
  const shown = maskedFacts(group, kept);
  return Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, isMasked(value) && value === shown[key] ? (kept[key] ?? '') : value]));
}
