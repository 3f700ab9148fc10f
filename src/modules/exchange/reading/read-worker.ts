import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer, WorkerRequest } from './read-aside.ts';
import { readFile } from './read-file.ts';

const BATCH = 500;

/** Waits for the parent's word before the next batch, so that never more than one is on its way. */
function nextWord(): Promise<void> {
  return new Promise((resolve) => { parentPort?.once('message', () => { resolve(); }); });
}

function say(answer: WorkerAnswer): void {
  parentPort?.postMessage(answer);
}

async function work({ bytes, sheet, limits }: WorkerRequest): Promise<void> {
  const reading = await readFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), sheet, limits);
  if (!reading.ok) {
    say({ answer: 'refused', problem: reading.problem });
    return;
  }
  const { rows, facts } = reading;
  say({ answer: 'understood', facts, rowCount: rows.length, top: rows.slice(0, 40) });
  for (let start = 0; start < rows.length; start += BATCH) {
    await nextWord();
    // Text, not objects: the parent passes it to the database without looking into it.
    say({ answer: 'batch', rows: JSON.stringify(rows.slice(start, start + BATCH)) });
  }
  await nextWord();
  say({ answer: 'done' });
}

parentPort?.once('message', (request: WorkerRequest) => {
  work(request).catch((error: unknown) => {
    // A bug must not look like a fault of the file: let the worker die with it.
    setImmediate(() => { throw error; });
  });
});
