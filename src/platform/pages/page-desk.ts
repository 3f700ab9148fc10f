import { Worker } from 'node:worker_threads';
import { type PageAnswer, type PageStep } from './page-steps.ts';

export interface PageDeskOptions {
  /** How long an idle worker is kept, in milliseconds: what the PDF library has taken is given back only when it ends. */
  readonly idleMs: number;
  /** How long one step may take, in milliseconds: a PDF can be made to take for ever. The worker is replaced after that. */
  readonly stepTimeoutMs: number;
}

/** A worker that reads and binds pages, one step after another. */
export interface PageDesk {
  /** Rejects when the step takes too long or the worker breaks down; the next step finds a new worker. */
  readonly take: (step: PageStep) => Promise<PageAnswer>;
  readonly stop: () => Promise<void>;
}

interface Job {
  readonly step: PageStep;
  readonly resolve: (answer: PageAnswer) => void;
  readonly reject: (error: Error) => void;
}

const DEFAULTS: PageDeskOptions = { idleMs: 60_000, stepTimeoutMs: 60_000 };
const WORKER = new URL('./page-worker.ts', import.meta.url);

/** Opens a desk whose worker starts with the first step and ends when there has been nothing to do for a while. */
export function createPageDesk(options: Partial<PageDeskOptions> = {}): PageDesk {
  const settings: PageDeskOptions = { ...DEFAULTS, ...options };
  const queue: Job[] = [];
  let worker: Worker | undefined;
  let current: Job | undefined;
  let alarm: NodeJS.Timeout | undefined;

  function start(): Worker {
    const started = new Worker(WORKER, { execArgv: ['--disable-warning=ExperimentalWarning'], resourceLimits: { maxOldGenerationSizeMb: 256 }, stdout: true, stderr: true });
    // The PDF library writes down what it finds wrong in a file; the verdict says it already.
    started.stdout.resume();
    started.stderr.resume();
    started.on('message', (answer: PageAnswer) => {
      if (worker !== started) return;
      const job = current;
      current = undefined;
      job?.resolve(answer);
      run();
    });
    started.on('error', (error) => { if (worker === started) replace(error instanceof Error ? error : new Error(String(error))); });
    started.on('exit', (code) => { if (worker === started) replace(new Error(`the page worker ended with code ${String(code)}`)); });
    return started;
  }

  function run(): void {
    if (current !== undefined) return;
    clearTimeout(alarm);
    current = queue.shift();
    if (current === undefined) {
      worker?.unref();
      alarm = setTimeout(() => { void end(); }, settings.idleMs);
      alarm.unref();
      return;
    }
    worker ??= start();
    worker.ref();
    alarm = setTimeout(() => { replace(new Error(`a step with pages took longer than ${String(settings.stepTimeoutMs)} ms`)); }, settings.stepTimeoutMs);
    // Copied on the way: the bytes go on being used here.
    worker.postMessage(current.step);
  }

  function replace(error: Error): void {
    const job = current;
    current = undefined;
    void end();
    job?.reject(error);
    run();
  }

  async function end(): Promise<void> {
    clearTimeout(alarm);
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  }

  return {
    take: (step) => new Promise((resolve, reject) => {
      queue.push({ step, resolve, reject });
      run();
    }),
    stop: async () => {
      const waiting = current === undefined ? queue.splice(0) : [current, ...queue.splice(0)];
      current = undefined;
      for (const job of waiting) job.reject(new Error('the page desk was closed'));
      await end();
    },
  };
}
