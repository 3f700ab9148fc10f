import { type LifeEvent } from './life-event.ts';

/** What a well-shaped life event still gets wrong by itself: where, and what stands there. */
export interface LifeEventFault {
  /** `members.residence.waitsFor`, `carries.birth-registration → residence`. */
  readonly at: string;
  readonly why: 'twice' | 'dates-crossed' | 'unknown-member' | 'waits-for-later' | 'carries-to-itself' | 'no-members' | 'words-missing' | 'shared-twice';
  readonly facts?: Readonly<Record<string, string>>;
}

/** Finds members that stand twice, wait for what comes later or are not there, crossed days and empty words. Empty: it is sound by itself. */
export function checkLifeEvent(event: LifeEvent): readonly LifeEventFault[] {
  const faults: LifeEventFault[] = [];
  const add = (at: string, why: LifeEventFault['why'], facts?: LifeEventFault['facts']) => { faults.push({ at, why, ...(facts === undefined ? {} : { facts }) }); };
  const words = (at: string, said: { readonly vi: string; readonly en: string }) => {
    if (said.vi.trim() === '' || said.en.trim() === '' || said.vi === said.en) add(at, 'words-missing');
  };
  if (event.validTo !== null && event.validTo < event.validFrom) add('validTo', 'dates-crossed');
  words('name', event.name);
  words('intro', event.intro);
  if (event.official !== null) words('official.words', event.official.words);
  if (event.members.length === 0) add('members', 'no-members');
  if (new Set(event.shared).size !== event.shared.length) add('shared', 'shared-twice');
  const keys = event.members.map(({ key }) => key);
  for (const [place, { key, who, waitsFor }] of event.members.entries()) {
    const at = `members.${key}`;
    if (keys.indexOf(key) !== place) add(at, 'twice');
    words(`${at}.who`, who);
    for (const { member, what } of waitsFor) {
      words(`${at}.waitsFor.${member}`, what);
      if (!keys.includes(member)) add(`${at}.waitsFor`, 'unknown-member', { member });
      else if (keys.indexOf(member) >= place) add(`${at}.waitsFor`, 'waits-for-later', { member });
    }
  }
  const seen = new Set<string>();
  for (const { from, to } of event.carries) {
    const at = `carries.${from} → ${to}`;
    if (seen.has(at)) add(at, 'twice');
    seen.add(at);
    for (const member of [from, to]) if (!keys.includes(member)) add(at, 'unknown-member', { member });
    if (from === to) add(at, 'carries-to-itself');
  }
  return faults;
}
