import { type LocalDate } from '../../../kernel/local-time.ts';

/** Vietnamese first; the data of a group has both. */
export interface GroupWords {
  readonly vi: string;
  readonly en: string;
}

/** Who does a part of a case: this commune, or another agency that it is handed to. */
export type Agency = 'commune' | 'police' | 'social-insurance' | 'province';

/** A fact that reception asks once, for every request of the group. */
export interface GroupFact {
  readonly key: string;
  readonly kind: 'text' | 'date' | 'sex' | 'number';
  readonly needed: boolean;
  readonly label: GroupWords;
}

/** One procedure of a group. */
export interface GroupMember {
  readonly key: string;
  readonly name: GroupWords;
  readonly agency: Agency;
  readonly agencyName: GroupWords;
  /** The procedure that this commune receives; null for another agency's. */
  readonly procedureCode: string | null;
  /** Only when the citizen wishes it. */
  readonly optional: boolean;
  /** Members whose positive result it needs before it begins. They stand before it. */
  readonly dependsOn: readonly string[];
  /** In the notation of the legal clock, from its own beginning; null: within the limit of the whole. */
  readonly limit: string | null;
  readonly withVerification: string | null;
  readonly result: GroupWords;
  /** The request to the agency, line by line: a fact, something of the applicant, or `result:` of another member. */
  readonly fills: readonly { readonly name: string; readonly from: string }[];
}

/** A group of interlinked procedures (nhóm thủ tục liên thông), with the days it applies and its law; a file of `data/linked-groups/`. */
export interface LinkedGroup {
  readonly code: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly name: GroupWords;
  readonly summary: GroupWords;
  readonly basis: string;
  readonly source: string;
  /** Procedures whose reception offers this group. */
  readonly begins: readonly string[];
  /** From the receipt to the last mandatory result; null where the law gives each part its own limit only. */
  readonly whole: { readonly limit: string; readonly withVerification: string } | null;
  /** Within this the citizen is told what is lacking. */
  readonly notice: string;
  /** Within this the citizen supplements; after it the work is stopped. */
  readonly supplement: string;
  /** How long the householder has for the consent; the time is not counted. Null: no consent in this group. */
  readonly consent: string | null;
  /** Within this the next agency acknowledges, or an alert is raised. */
  readonly acknowledgement: string;
  readonly facts: readonly GroupFact[];
  /** What the applicant may be in this group, and which facts are then known from the applicant. */
  readonly applicants: readonly { readonly label: GroupWords; readonly fills: Readonly<Record<string, 'fullName' | 'citizenNumber' | 'address'>> }[];
  readonly members: readonly GroupMember[];
}

function isInForce(group: LinkedGroup, day: LocalDate): boolean {
  return group.validFrom <= day && (group.validTo === null || day <= group.validTo);
}

/** The group of this code in force on a day. */
export function groupInForce(groups: readonly LinkedGroup[], code: string, day: LocalDate): LinkedGroup | undefined {
  return groups.find((group) => group.code === code && isInForce(group, day));
}

/** The group that begins with a procedure, in force on a day. */
export function groupBegunBy(groups: readonly LinkedGroup[], procedureCode: string, day: LocalDate): LinkedGroup | undefined {
  return groups.find((group) => group.begins.includes(procedureCode) && isInForce(group, day));
}

/** The version of a group that a case was received under. Throws when it is not there: data of old cases is never removed. */
export function groupOfCase(groups: readonly LinkedGroup[], code: string, validFrom: LocalDate): LinkedGroup {
  const group = groups.find((one) => one.code === code && one.validFrom === validFrom);
  if (group === undefined) throw new Error(`there is no linked group ${code} of ${validFrom}`);
  return group;
}
