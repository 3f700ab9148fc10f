import { type IdentityLevel } from '../../../kernel/actor.ts';

/** What a claim can tell us. */
const CLAIM_MEANINGS = ['citizenNumber', 'fullName', 'birthDate', 'email', 'staffCode'] as const;
export type ClaimMeaning = (typeof CLAIM_MEANINGS)[number];

/** How one provider calls what it says: the names of its claims, and what its levels of assurance mean to us. Data, because no provider has published them. */
export interface ClaimMap {
  /** For each meaning the names of claims to look at, in this order. */
  readonly claims: Readonly<Partial<Record<ClaimMeaning, readonly string[]>>>;
  /** The level that a value of `acr` stands for. A value that is not here stands for none. */
  readonly levels: Readonly<Record<string, IdentityLevel>>;
}

/** Reads a claim map from its file; answers what is wrong with it in a few words of English, for whoever edits the file. */
export function readClaimMap(file: unknown): { readonly map: ClaimMap } | { readonly fault: string } {
  const { claims, levels } = (file ?? {}) as { readonly claims?: unknown; readonly levels?: unknown };
  if (!isRecord(claims)) return { fault: 'claims is missing' };
  if (!isRecord(levels) || Object.keys(levels).length === 0) return { fault: 'levels is missing or empty' };
  for (const [meaning, names] of Object.entries(claims)) {
    if (!CLAIM_MEANINGS.some((known) => known === meaning)) return { fault: `claims.${meaning} is no meaning; known: ${CLAIM_MEANINGS.join(', ')}` };
    if (!Array.isArray(names) || names.length === 0 || !names.every((name) => typeof name === 'string' && name !== '')) return { fault: `claims.${meaning} must be a list of names` };
  }
  for (const [acr, level] of Object.entries(levels)) if (level !== 1 && level !== 2) return { fault: `levels.${acr} must be 1 or 2` };
  return { map: { claims, levels: levels as ClaimMap['levels'] } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a provider said about somebody, by claim. */
export type Claims = Readonly<Record<string, unknown>>;

/** The text of the first claim of a meaning that is there; undefined when none is. Numbers and objects are no text. */
export function claimOf(claims: Claims, map: ClaimMap, meaning: ClaimMeaning): string | undefined {
  for (const name of map.claims[meaning] ?? []) {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
    if (typeof value === 'string' && value.trim() !== '') return value.normalize('NFC').trim();
  }
  return undefined;
}

/** The level that a sign-in had; undefined when the provider does not say it or says something that we do not know. */
export function levelOf(claims: Claims, map: ClaimMap): IdentityLevel | undefined {
  const { acr } = claims;
  return typeof acr === 'string' && Object.hasOwn(map.levels, acr) ? map.levels[acr] : undefined;
}

/** By which ways the person signed in at the provider (“amr”, RFC 8176); undefined when it does not say. Anything but texts says nothing. */
export function methodsOf(claims: Claims): readonly string[] | undefined {
  const { amr } = claims;
  if (!Array.isArray(amr)) return undefined;
  return amr.filter((method): method is string => typeof method === 'string');
}
