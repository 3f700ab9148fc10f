import { parentPort } from 'node:worker_threads';
import { stepDrawer } from './draw-step.ts';
import { type PdfStep, type PdfStepAnswer } from './pdf-steps.ts';

const draw = stepDrawer();

// The main thread sends the next step only after the answer to the last one, so that nothing queues up here.
parentPort?.on('message', (step: PdfStep) => {
  draw(step)
    .catch((error: unknown): PdfStepAnswer => ({ answer: 'failed', message: error instanceof Error ? error.message : String(error) }))
    .then((answer) => {
      parentPort?.postMessage(answer, answer.answer === 'file' ? [answer.bytes.buffer] : []);
    })
    .catch((error: unknown) => {
      // An answer that cannot be sent is a broken worker: let it die, it is replaced.
      throw error;
    });
});
