import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type pg from 'pg';

/** What the thread is given; everything in it can be copied from thread to thread. */
export interface DemoWork {
  readonly connection: pg.PoolConfig;
  readonly now: Date;
  readonly secretKey: Uint8Array;
  readonly filesFolder: string;
}

/**
 * Loads the demonstration commune in a thread of its own, which takes its memory with it when it ends (measured: the idle program holds
 * about 50 MB less than after loading in the main thread). Does nothing where `loadDemo` would do nothing; throws what it throws.
 */
export async function loadDemoAside(work: DemoWork): Promise<void> {
  // The thread keeps the loaders of this process: what it imports has pages with JSX in it.
  const thread = new Worker(new URL('./load-demo-worker.ts', import.meta.url), { workerData: work });
  const [code] = (await once(thread, 'exit')) as [number];
  if (code !== 0) throw new Error(`loading the demonstration ended with code ${code}`);
}
