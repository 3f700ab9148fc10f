import { createHash } from 'node:crypto';

/** Chance that comes out the same for the same seed, so that two loads at one moment make the same demonstration. */
export interface Random {
  /** A number from 0 up to, but not including, 1. */
  readonly next: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number;
  /** Whether something that happens with this probability happens. */
  readonly chance: (probability: number) => boolean;
  /** One of a list, each as likely as the others; throws on an empty list. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of a list, as likely as its weight says; throws when nothing has a weight. */
  readonly weighted: <T>(list: readonly (readonly [T, number])[]) => T;
  readonly bytes: (length: number) => Uint8Array;
  /** Chance of its own for one part of the work: drawing more here changes nothing there. */
  readonly fork: (name: string) => Random;
}

/** Makes chance from a seed: the 32 bits of a digest started through xoshiro128**. */
export function createRandom(seed: string): Random {
  const digest = createHash('sha256').update(seed).digest();
  const state = new Uint32Array([digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8), digest.readUInt32LE(12)]);

  function next32(): number {
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const e = c ^ a;
    const f = d ^ b;
    state[1] = b ^ e;
    state[0] = a ^ f;
    state[2] = e ^ (b << 9);
    state[3] = rotate(f, 11);
    return result;
  }

  const next = (): number => next32() / 2 ** 32;
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[between(0, list.length - 1)] as T;
  };
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    weighted: (list) => {
      const total = list.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new RangeError('nothing has a weight');
    },
    bytes: (length) => Uint8Array.from({ length }, () => next32() & 0xff),
    fork: (name) => createRandom(`${seed}/${name}`),
  };
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
