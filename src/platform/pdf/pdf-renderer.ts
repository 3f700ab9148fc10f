import { Worker } from 'node:worker_threads';
import { type PdfDefinition, type PdfFlow } from './pdf-definition.ts';
import { type PdfStep, type PdfStepAnswer } from './pdf-steps.ts';
import { type Sheet } from './sheet.ts';

export interface PdfRendererOptions {
  /** How long an idle worker is kept, in milliseconds. */
  readonly idleMs: number;
  /** How long one step may take, in milliseconds; the worker is replaced after that. */
  readonly stepTimeoutMs: number;
  /** Sheets drawn in one step: between steps other papers get their turn. A book of running texts is drawn one text a step. */
  readonly sheetsPerStep: number;
}

export interface PdfRenderer {
  /** Draws a definition. Rejects when it cannot be drawn, when a step takes too long or when the worker breaks down. */
  readonly render: (definition: PdfDefinition) => Promise<Buffer>;
  /** Whether a worker thread is alive. */
  readonly isRunning: () => boolean;
  /** Ends the worker; what is still waiting is rejected. */
  readonly stop: () => Promise<void>;
}

interface Job {
  readonly id: number;
  readonly definition: PdfDefinition;
  readonly resolve: (file: Buffer) => void;
  readonly reject: (error: Error) => void;
  /** The sheets or texts that are not drawn yet; undefined before the first step. */
  left: Iterator<Sheet | PdfFlow> | undefined;
}

const DEFAULTS: PdfRendererOptions = { idleMs: 60_000, stepTimeoutMs: 20_000, sheetsPerStep: 8 };
const WORKER = new URL('./pdf-worker.ts', import.meta.url);

/**
 * Draws PDFs in one worker thread, which is started for the first paper and ended when there has been nothing to do for a while, so
 * that an idle office pays no memory. Papers take turns step by step. A worker that breaks down is replaced: the paper that it was
 * drawing is refused, the others begin again.
 */
export function createPdfRenderer(options: Partial<PdfRendererOptions> = {}): PdfRenderer {
  const settings: PdfRendererOptions = { ...DEFAULTS, ...options };
  const queue: Job[] = [];
  let worker: Worker | undefined;
  let current: Job | undefined;
  let alarm: NodeJS.Timeout | undefined;
  let nextId = 1;

  function start(): Worker {
    // The worker needs none of the parent's loaders. The limit on its heap turns a runaway layout into one refused paper, and a small
    // young generation halves what the worker holds between papers (measured: 314 MB to 186 MB after 26 slips, at the same speed).
    const started = new Worker(WORKER, {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 },
    });
    started.on('message', (answer: PdfStepAnswer) => {
      if (worker === started) take(answer);
    });
    started.on('error', (error) => {
      if (worker === started) replace(error instanceof Error ? error : new Error(String(error)));
    });
    started.on('exit', (code) => {
      if (worker === started) replace(new Error(`the PDF worker ended with code ${code}`));
    });
    return started;
  }

  function run(): void {
    if (current !== undefined) return;
    clearTimeout(alarm);
    current = queue.shift();
    if (current === undefined) {
      rest();
      return;
    }
    worker ??= start();
    worker.ref();
    alarm = setTimeout(() => {
      replace(new Error(`a PDF step took longer than ${settings.stepTimeoutMs} ms`));
    }, settings.stepTimeoutMs);
    try {
      // Copied on the way: the layout engine writes into what it is given, and the caller's definition must stay as it is.
      worker.postMessage(stepOf(current, settings.sheetsPerStep));
    } catch (error) {
      // What cannot be copied, such as a function in a definition, is a bug of the caller and no fault of the worker.
      const job = current;
      current = undefined;
      job.reject(error instanceof Error ? error : new Error(String(error)));
      run();
    }
  }

  function rest(): void {
    if (worker === undefined) return;
    worker.unref();
    alarm = setTimeout(() => {
      void end();
    }, settings.idleMs);
    alarm.unref();
  }

  function take(answer: PdfStepAnswer): void {
    const job = current;
    current = undefined;
    if (job === undefined) return;
    switch (answer.answer) {
      case 'file':
        job.resolve(Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.byteLength));
        break;
      case 'done':
        queue.push(job);
        break;
      case 'failed':
        job.reject(new Error(`the PDF cannot be drawn: ${answer.message}`));
        break;
    }
    run();
  }

  function replace(error: Error): void {
    const job = current;
    current = undefined;
    // The half-drawn books were in the worker's memory.
    for (const waiting of queue) waiting.left = undefined;
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
    render: (definition) =>
      new Promise((resolve, reject) => {
        queue.push({ id: nextId, definition, resolve, reject, left: undefined });
        nextId += 1;
        run();
      }),
    isRunning: () => worker !== undefined,
    stop: async () => {
      const waiting = current === undefined ? queue.splice(0) : [current, ...queue.splice(0)];
      current = undefined;
      for (const job of waiting) job.reject(new Error('the PDF renderer was stopped'));
      await end();
    },
  };
}

function stepOf(job: Job, sheetsPerStep: number): PdfStep {
  const { definition } = job;
  if (definition.kind === 'flow') return { step: 'flow', flow: definition };
  const begin = job.left === undefined ? { info: definition.info, page: firstPage(definition) } : null;
  job.left ??= (definition.kind === 'book' ? definition.flows : definition.sheets)[Symbol.iterator]();
  const most = definition.kind === 'book' ? 1 : sheetsPerStep;
  const pages: (Sheet | PdfFlow)[] = [];
  while (pages.length < most) {
    const next = job.left.next();
    if (next.done === true) return { step: 'pages', book: job.id, begin, pages, end: true };
    pages.push(next.value);
  }
  return { step: 'pages', book: job.id, begin, pages, end: false };
}

/** The size of the first page; every running text brings its own. */
function firstPage(definition: Exclude<PdfDefinition, PdfFlow>): { readonly width: number; readonly height: number } {
  if (definition.kind === 'sheets') return definition.page;
  const [first] = definition.flows;
  if (first === undefined) throw new RangeError('a book without a text');
  return first.page;
}
