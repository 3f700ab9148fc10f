/** How surely it is known who asks, from the weakest to the strongest. A passkey cannot be handed to a false page; a code can. */
export const ASSURANCE_LEVELS = ['password', 'second-factor', 'passkey'] as const;

export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

/**
 * What a person has beside the password, by the rule of the commune: something that works; nothing, although the position demands
 * it; nothing, and it is asked only where a right needs it; nothing, and the commune asks nobody (a demonstration).
 */
export const SECOND_FACTOR_STATES = ['enrolled', 'must-enrol', 'may-enrol', 'waived'] as const;

export type SecondFactorState = (typeof SECOND_FACTOR_STATES)[number];

/** What is known about a session beside the name. */
export interface Assurance {
  readonly level: AssuranceLevel;
  /** When the person proved it for the last time, epoch milliseconds. */
  readonly provenAt: number;
  readonly secondFactor: SecondFactorState;
  /** True while the password is one that somebody else made and handed over: it opens the own account only. */
  readonly mustChangePassword?: boolean;
}

/** Rights that may need more than a password. */
export const RIGHTS = ['sign', 'administer', 'recover-account', 'export-journal', 'reveal-number', 'speak-for-installation'] as const;

export type Right = (typeof RIGHTS)[number];

/** What a right needs: a level, and where a left screen would be dangerous a proof that is not older than so many milliseconds. */
export interface AssuranceNeed {
  readonly level: AssuranceLevel;
  readonly withinMs?: number;
  /** No rule of a commune waives it: it is about other communes too. */
  readonly always?: true;
}

/** A quarter of an hour: the walk to the printer, not the lunch break. */
export const FRESH_MS = 15 * 60_000;

/**
 * The level that each right needs. The measures of security level 3 (Nghị định 85/2016/NĐ-CP, asked for by Nghị định 326/2026/NĐ-CP Điều 8)
 * want more than a password of administrators; that signers are held to the same is our own rule.
 */
export const ASSURANCE_NEEDS = {
  'sign': { level: 'second-factor' },
  'administer': { level: 'second-factor' },
  'recover-account': { level: 'second-factor', withinMs: FRESH_MS },
  'export-journal': { level: 'second-factor', withinMs: FRESH_MS },
  // A reception officer reveals numbers all day; the journal says who did.
  'reveal-number': { level: 'password' },
  'speak-for-installation': { level: 'second-factor', always: true },
} as const satisfies Record<Right, AssuranceNeed>;

/** Why a session may not do something: it has to prove more, there is nothing yet to prove it with, or its password is not yet the person's own. */
export type AssuranceRefusal = 'access.assurance-too-low' | 'access.second-factor-first' | 'access.password-first';

/** Whether a level is at least another. */
export function reachesLevel(level: AssuranceLevel, needed: AssuranceLevel): boolean {
  return ASSURANCE_LEVELS.indexOf(level) >= ASSURANCE_LEVELS.indexOf(needed);
}

/**
 * Whether a session is sure enough for a right at a moment (epoch milliseconds); undefined when it is. Who is not signed in here (no
 * assurance) is never sure enough for more than a password. Where the commune asks for no second factor, none is missed, except for what
 * concerns other communes too.
 */
export function refuseRight(assurance: Assurance | undefined, right: Right, now: number): AssuranceRefusal | undefined {
  const need: AssuranceNeed = ASSURANCE_NEEDS[right];
  if (need.level === 'password') return undefined;
  if (assurance === undefined) return 'access.assurance-too-low';
  if (assurance.secondFactor === 'waived' && need.always !== true) return undefined;
  if (reachesLevel(assurance.level, need.level)) {
    // A clock that moved back makes a proof look young, never old; it is asked for again all the same.
    const age = now - assurance.provenAt;
    return need.withinMs === undefined || (age >= 0 && age <= need.withinMs) ? undefined : 'access.assurance-too-low';
  }
  return assurance.secondFactor === 'enrolled' ? 'access.assurance-too-low' : 'access.second-factor-first';
}

/** Ways of signing in, as providers name them (RFC 8176, “amr”), that a false page cannot take from a person: a key in hardware, a smart card. */
const NOT_TO_BE_PHISHED: ReadonlySet<string> = new Set(['hwk', 'sc', 'pop']);
/** Ways that are something beside what a person knows: a code, a message, a fingerprint, a key in the device, several ways together. */
const BESIDE_KNOWLEDGE: ReadonlySet<string> = new Set(['mfa', 'mca', 'otp', 'sms', 'tel', 'swk', 'fpt', 'face', 'iris', 'retina', 'vbm', 'wia']);

/**
 * How sure the word of an identity provider makes: its level of identity (1 or 2, from “acr”) says how well it knows the person, its methods
 * (“amr”) how the person came in. Level 1 is worth a password. Level 2 is worth a second factor, unless the methods say that there was none;
 * with a key that cannot be phished it is worth a passkey. No methods: the level is believed.
 */
export function signOnAssurance(level: 1 | 2, methods: readonly string[] | undefined): AssuranceLevel {
  if (level === 1) return 'password';
  if (methods === undefined || methods.length === 0) return 'second-factor';
  if (methods.some((method) => NOT_TO_BE_PHISHED.has(method))) return 'passkey';
  return methods.some((method) => BESIDE_KNOWLEDGE.has(method)) ? 'second-factor' : 'password';
}
