import { type Result, ok, refuse } from './result.ts';

/** What a UUID says about itself; `madeAt` (milliseconds since 1970, UTC) only for version 7. */
export interface ParsedUuid {
  /** Lower case, with hyphens. */
  readonly uuid: string;
  readonly version: number;
  readonly madeAt?: number;
}

/** Where a source of identifiers takes time and chance from. */
export interface UuidSourceParts {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Fresh random bytes of a cryptographic generator. */
  readonly randomBytes: (length: number) => Uint8Array;
}

const LATEST = 2 ** 48 - 1;
const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-([1-8])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

/**
 * Makes a version 7 UUID (RFC 9562) from milliseconds since 1970 and ten random bytes, of which 74 bits are used.
 * Throws RangeError on a time outside 48 bits or on another number of bytes: that is a fault of the caller.
 */
export function makeUuidV7(now: number, random: Uint8Array): string {
  if (!Number.isInteger(now) || now < 0 || now > LATEST) throw new RangeError(`not a time in milliseconds: ${now}`);
  if (random.length !== 10) throw new RangeError(`ten random bytes are needed, not ${random.length}`);
  const chance = Array.from(random);
  chance[0] = 0x70 | ((chance[0] ?? 0) & 0x0f);
  chance[2] = 0x80 | ((chance[2] ?? 0) & 0x3f);
  const hex = now.toString(16).padStart(12, '0') + chance.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * Gives a function whose every answer is a version 7 UUID greater than the one before, also within one millisecond
 * and when the clock goes back: the random part then counts up by a random step.
 */
export function createUuidSource({ now, randomBytes }: UuidSourceParts): () => string {
  let time = -1;
  let chance = new Uint8Array(10);
  return () => {
    const moment = Math.max(Math.trunc(now()), time);
    const fresh = randomBytes(10);
    if (moment > time) {
      time = moment;
      chance = Uint8Array.from(fresh);
    } else if (!countUp(chance, fresh)) {
      time += 1;
      chance = Uint8Array.from(fresh);
    }
    return makeUuidV7(time, chance);
  };
}

/** Reads a UUID of versions 1 to 8 in any case. Refuses anything else, the nil and the max UUID included (`uuid.malformed`). */
export function parseUuid(text: string): Result<ParsedUuid> {
  const uuid = text.trim().toLowerCase();
  const version = Number(SHAPE.exec(uuid)?.[1] ?? 0);
  if (version === 0) return refuse('uuid.malformed');
  return ok(version === 7 ? { uuid, version, madeAt: Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16) } : { uuid, version });
}

/** Whether text is a UUID in the one form that is stored: lower case, hyphens, version 1 to 8. */
export function isUuid(text: string): boolean {
  return SHAPE.test(text);
}

/** Adds 1 to 2³² to the 74 used bits; false when they overflow. */
function countUp(chance: Uint8Array, fresh: Uint8Array): boolean {
  let carry = 1;
  for (let index = 9; index >= 0; index--) {
    const width = index === 0 ? 0x10 : index === 2 ? 0x40 : 0x100;
    const step = index >= 6 ? (fresh[index] ?? 0) : 0;
    const sum = ((chance[index] ?? 0) % width) + step + carry;
    chance[index] = sum % width;
    carry = Math.floor(sum / width);
  }
  return carry === 0;
}
