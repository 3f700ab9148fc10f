import { checkCitizenNumber } from '../../../kernel/citizen-number.ts';
import { plainDateWords } from '../../../kernel/date-words.ts';
import { parseLocalDate } from '../../../kernel/local-time.ts';
import { type GroupMember, type LinkedGroup } from './linked-group.ts';

/** What reception asked once. */
export type CaseFacts = Readonly<Record<string, string>>;

/** The facts that a group cannot do without and that are missing, by their keys. */
export function missingFacts(group: LinkedGroup, facts: CaseFacts): readonly string[] {
  return group.facts.filter(({ key, needed }) => needed && (facts[key]?.trim() ?? '') === '').map(({ key }) => key);
}

/** The facts that cannot be what they say they are, by their keys: a day that is no day, a personal number that is none, a sex that is neither. */
export function wrongFacts(group: LinkedGroup, facts: CaseFacts): readonly string[] {
  return group.facts.filter(({ key, kind }) => {
    const value = facts[key]?.trim() ?? '';
    if (value === '') return false;
    switch (kind) {
      case 'text':
        return false;
      case 'date':
        return !parseLocalDate(value).ok;
      case 'sex':
        return value !== 'male' && value !== 'female';
      case 'number':
        return checkCitizenNumber(value).kind === 'unknown';
    }
  }).map(({ key }) => key);
}

/** The facts of a group with what was typed around them cut off; what the group does not ask for is left out. */
export function knownFacts(group: LinkedGroup, facts: CaseFacts): CaseFacts {
  return Object.fromEntries(group.facts.flatMap(({ key }) => ((facts[key]?.trim() ?? '') === '' ? [] : [[key, facts[key]?.trim() ?? '']])));
}

/** A fact as a form has it: a day as 05/03/1990, a sex in the word of the forms. */
function onPaper(kind: LinkedGroup['facts'][number]['kind'] | undefined, value: string): string {
  if (kind === 'sex') return value === 'male' ? 'Nam' : 'Nữ';
  return kind === 'date' && parseLocalDate(value).ok ? plainDateWords(value, 'vi') : value;
}

/** The request to a child's agency, line by line in the order of its form and in its words. Lines about which nothing is known are left out. */
export function fillRequest(group: LinkedGroup, member: GroupMember, facts: CaseFacts, results: Readonly<Record<string, string | null>>): readonly { readonly name: string; readonly value: string }[] {
  return member.fills.flatMap(({ name, from }) => {
    const value = from.startsWith('result:') ? results[from.slice('result:'.length)] : facts[from];
    return value === undefined || value === null || value === '' ? [] : [{ name, value: onPaper(group.facts.find(({ key }) => key === from)?.kind, value) }];
  });
}
