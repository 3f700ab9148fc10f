import { Worker } from 'node:worker_threads';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { type TableRow } from '../domain/cell.ts';
import { type FileFacts } from './read-file.ts';
import { type ReadingLimits } from './reading-limits.ts';

/** What the worker is sent first; every further message means: the next batch. */
export interface WorkerRequest {
  readonly bytes: Uint8Array;
  readonly sheet: string | null;
  readonly limits: ReadingLimits;
}

export type WorkerAnswer =
  | { readonly answer: 'refused'; readonly problem: Problem }
  | { readonly answer: 'understood'; readonly facts: FileFacts; readonly rowCount: number; readonly top: readonly TableRow[] }
  | { readonly answer: 'batch'; readonly rows: string }
  | { readonly answer: 'done' };

/** What is known of a file before its lines come. */
export interface Understood {
  readonly facts: FileFacts;
  readonly rowCount: number;
  /** The first lines, for finding the headings. */
  readonly top: readonly TableRow[];
}

/** Where the lines go: first what was understood, then batches of lines as JSON text. */
export interface ReadingSink {
  begin(understood: Understood): Promise<void>;
  take(rows: string): Promise<void>;
}

const WORKER = new URL('./read-worker.ts', import.meta.url);

/**
 * Reads a file in a thread of its own, so that the office goes on working whatever is in it; a file that needs more memory or time than
 * an honest one is refused and its thread ended.
 */
export async function readAside(bytes: Uint8Array, sheet: string | null, limits: ReadingLimits, sink: ReadingSink): Promise<Result<Understood>> {
  const worker = new Worker(WORKER, { execArgv: ['--disable-warning=ExperimentalWarning'], resourceLimits: { maxOldGenerationSizeMb: 768 } });
  const answers: (WorkerAnswer | Error | 'late')[] = [];
  let wake = () => { /* nobody waits yet */ };
  const hear = (answer: WorkerAnswer | Error | 'late') => {
    answers.push(answer);
    wake();
  };
  worker.on('message', (answer: WorkerAnswer) => { hear(answer); });
  worker.on('error', (error: unknown) => { hear(error instanceof Error ? error : new Error(String(error))); });
  const alarm = setTimeout(() => { hear('late'); }, limits.time);
  const next = async (): Promise<WorkerAnswer | Error | 'late'> => {
    for (;;) {
      const answer = answers.shift();
      if (answer !== undefined) return answer;
      await new Promise<void>((resolve) => { wake = resolve; });
    }
  };
  try {
    worker.postMessage({ bytes, sheet, limits } satisfies WorkerRequest);
    let understood: Understood | undefined;
    for (;;) {
      const answer = await next();
      if (answer === 'late') return refuse('exchange.file-too-complex', {}, 'file');
      if (answer instanceof Error) {
        if ((answer as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY') return refuse('exchange.file-too-complex', {}, 'file');
        throw answer;
      }
      switch (answer.answer) {
        case 'refused':
          return { ok: false, problem: answer.problem };
        case 'understood':
          understood = answer;
          await sink.begin(answer);
          break;
        case 'batch':
          await sink.take(answer.rows);
          break;
        case 'done':
          if (understood === undefined) throw new Error('a file ended before it began');
          return ok(understood);
      }
      worker.postMessage('next');
    }
  } finally {
    clearTimeout(alarm);
    await worker.terminate();
  }
}
