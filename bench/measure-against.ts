import { type Crowd } from './dossier-crowd.ts';

/** Runs everything once over a crowd and times each step. */
export type Questions = (crowd: Crowd, time: (run: () => Promise<unknown>) => Promise<void>) => Promise<void>;

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Asks the same questions of every crowd in turn, round by round, and prints median, p95 and slowest for each, and the ratios to the first crowd. */
export async function measureAgainst(crowds: readonly Crowd[], rounds: number, subjects: readonly (readonly [name: string, ask: Questions])[]): Promise<void> {
  for (const [name, ask] of subjects) {
    const times = new Map<Crowd, number[]>(crowds.map((crowd) => [crowd, []]));
    const p95s = new Map<Crowd, number[]>(crowds.map((crowd) => [crowd, []]));
    // One round to warm up: what a desk asks every half minute is in memory.
    for (let round = -1; round < rounds; round += 1) {
      for (const crowd of crowds) {
        const taken: number[] = [];
        await ask(crowd, async (run) => {
          const start = performance.now();
          await run();
          taken.push(performance.now() - start);
        });
        if (round < 0) continue;
        times.get(crowd)?.push(...taken);
        p95s.get(crowd)?.push(at(taken.toSorted((a, b) => a - b), 0.95));
      }
    }
    console.log(name);
    const summaries = crowds.map((crowd) => {
      const sorted = (times.get(crowd) ?? []).toSorted((a, b) => a - b);
      const rounds95 = (p95s.get(crowd) ?? []).toSorted((a, b) => a - b);
      const summary = { p50: at(sorted, 0.5), p95: at(sorted, 0.95) };
      console.log(`  ${crowd.size.toLocaleString('en-US').padStart(9)}: p50 ${summary.p50.toFixed(1)} ms, p95 ${summary.p95.toFixed(1)} ms (rounds ${(rounds95[0] ?? 0).toFixed(1)}–${(rounds95.at(-1) ?? 0).toFixed(1)}), slowest ${(sorted.at(-1) ?? 0).toFixed(1)} ms, ${String(sorted.length)} asked`);
      return summary;
    });
    const [small] = summaries;
    for (const [index, big] of summaries.entries()) if (index > 0 && small !== undefined) console.log(`  ratio to the small one: p50 ${(big.p50 / small.p50).toFixed(2)}, p95 ${(big.p95 / small.p95).toFixed(2)} (wanted ≤ 2)`);
  }
}
