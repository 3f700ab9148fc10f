import { hash, parseOptions, verify } from '@node-rs/argon2';
import { normalizePassword } from '../domain/password-rules.ts';

/** What one guess costs a thief of the database: argon2id with 19 MiB and two passes (OWASP Password Storage, 2023). */
export interface HashCost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** The cost of every password that people use. */
const HASH_COST: HashCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing runs on the four threads that also read files: two of them stay free. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    // The place goes straight to the next one, so that nobody can slip in between.
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

/** Hashes a password for storing; the cheaper cost is for tests and nothing else. */
export function hashPassword(password: string, cost: HashCost = HASH_COST): Promise<string> {
  return inTurn(() => hash(normalizePassword(password), cost));
}

/** Whether a password is the one behind a stored hash. */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return inTurn(() => verify(stored, normalizePassword(password)));
}

/** Whether a stored hash is cheaper than today's cost and should be replaced while the password is at hand. */
export function isHashOutdated(stored: string): boolean {
  const { memoryCost, timeCost } = parseOptions(stored);
  return memoryCost < HASH_COST.memoryCost || timeCost < HASH_COST.timeCost;
}

/** What nobody's password is compared with; made once. */
let stranger: Promise<string> | undefined;

/** Makes what `verifyNobody` compares with. Every sign-in waits for it, so that not even the first one after the start tells anything. */
export async function prepareHashing(): Promise<void> {
  stranger ??= hashPassword('nobody has this password');
  await stranger;
}

/**
 * Takes as long as checking a real password and is never right: for user names that do not exist, so that the time of
 * the answer does not tell which do.
 */
export async function verifyNobody(password: string): Promise<false> {
  await prepareHashing();
  if (stranger !== undefined) await verifyPassword(await stranger, password);
  return false;
}
