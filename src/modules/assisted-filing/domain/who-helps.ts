import { normalizePersonName } from '../../../kernel/person-name.ts';
import { tidyPhone } from '../../../kernel/phone-number.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';

/** Who helps: a relative or acquaintance, a member of a community digital team (tổ công nghệ số cộng đồng), an officer at the counter. */
const HELPER_KINDS = ['relative', 'team', 'officer'] as const;
export type HelperKind = (typeof HELPER_KINDS)[number];

/** What a relative or acquaintance is to the person. */
export const RELATIONS = ['child', 'spouse', 'parent', 'sibling', 'grandchild', 'kin', 'neighbour', 'acquaintance'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Whoever fills in a declaration for somebody. */
export interface Helper {
  readonly kind: HelperKind;
  readonly name: string;
  /** Of a relative or acquaintance alone. */
  readonly relation: Relation | null;
  readonly phone: string | null;
  /** The team of a team member, as it is called where they live. */
  readonly team: string | null;
  /** The account of an officer, or of a team member who has one; it never files. */
  readonly staffId: string | null;
}

/** What was typed about a helper. */
export interface HelperEntries {
  readonly kind: string;
  readonly name: string;
  readonly relation: string;
  readonly phone: string;
  readonly team: string;
}

/** The member of staff who is signed in in this browser. */
export interface HelpingOfficer {
  readonly staffId: string;
  readonly fullName: string;
  /** Set for whoever has an account as a member of a digital team and no other position. */
  readonly team: string | null;
}

const LONGEST_TEAM = 100;

/**
 * Reads who helps from what was typed, `officer` being whoever is signed in. An officer's name and account are never typed: they come from the sign-in.
 * Refuses, with the field: no choice, an officer who is not signed in, a signed-in officer who calls himself something else, a name that is none, a
 * relative without a relation, a phone that is none, a team member without a phone or a team.
 */
export function decideHelper(entries: HelperEntries, officer: HelpingOfficer | undefined): Result<Helper> {
  const kind = HELPER_KINDS.find((one) => one === entries.kind);
  if (kind === undefined) return refuse('assisted.kind-missing', {}, 'ai');
  if (officer !== undefined) {
    const own = officer.team === null ? 'officer' : 'team';
    if (kind !== own) return refuse(own === 'team' ? 'assisted.member-is-member' : 'assisted.officer-is-officer', { name: officer.fullName }, 'ai');
    return ok({ kind, name: officer.fullName, relation: null, phone: null, team: officer.team, staffId: officer.staffId });
  }
  if (kind === 'officer') return refuse('assisted.officer-not-signed-in', {}, 'ai');
  const name = normalizePersonName(entries.name);
  if (!name.ok) return refuse(name.problem.code === 'person-name.empty' ? 'assisted.name-missing' : 'assisted.name-not-readable', {}, 'ten');
  const relation = RELATIONS.find((one) => one === entries.relation) ?? null;
  if (kind === 'relative' && relation === null) return refuse('assisted.relation-missing', {}, 'quanHe');
  const typed = entries.phone.normalize('NFKC').trim();
  const phone = typed === '' ? null : tidyPhone(typed);
  if (phone === undefined) return refuse('assisted.phone-not-readable', {}, 'dienThoai');
  if (kind === 'relative') return ok({ kind, name: name.value, relation, phone, team: null, staffId: null });
  if (phone === null) return refuse('assisted.phone-missing', {}, 'dienThoai');
  const team = entries.team.normalize('NFC').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  if (team === '') return refuse('assisted.team-missing', {}, 'to');
  if (team.length > LONGEST_TEAM) return refuse('assisted.team-too-long', { most: LONGEST_TEAM }, 'to');
  return ok({ kind, name: name.value, relation: null, phone, team, staffId: null });
}

/** The person for whom somebody fills in, as far as it was answered. */
export interface HelpedPerson {
  readonly fullName: string;
  readonly citizenNumber: string | null;
  readonly phone: string | null;
}

/**
 * Refuses a helper who is the person themself. An officer is known by the personal number of the account, else by the name; anybody else by the name
 * together with the phone, so that two people of one name can say who they are by a phone number. `signedIn` is the number of whoever is signed in as a citizen.
 */
export function checkHelped(helper: Helper, person: HelpedPerson, own: { readonly staffNumber: string | null; readonly signedIn: string | null }): Result<undefined> {
  const sameName = person.fullName !== '' && foldForSearch(person.fullName) === foldForSearch(helper.name);
  if (helper.staffId !== null) {
    const isSelf = own.staffNumber !== null && person.citizenNumber !== null ? own.staffNumber === person.citizenNumber : sameName;
    return isSelf ? refuse('assisted.officer-is-applicant') : ok(undefined);
  }
  if (own.signedIn !== null && own.signedIn === person.citizenNumber && sameName) return refuse('assisted.helper-is-applicant');
  const samePhone = helper.phone === null || person.phone === null || tidyPhone(person.phone) === helper.phone;
  return sameName && samePhone ? refuse('assisted.helper-is-applicant') : ok(undefined);
}

/** By which one and the same helper is known again: the account, else the phone, else the name without accents. */
export function helperKey({ staffId, phone, name }: Pick<Helper, 'staffId' | 'phone' | 'name'>): string {
  if (staffId !== null) return `staff:${staffId}`;
  return phone === null ? `name:${foldForSearch(name)}` : `phone:${phone}`;
}
