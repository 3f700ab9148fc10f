import { parentPort } from 'node:worker_threads';
import { type PageAnswer, type PageStep } from './page-steps.ts';
import { takePageStep } from './take-page-step.ts';

function answerOf(step: PageStep): PageAnswer {
  try {
    return takePageStep(step);
  } catch (error) {
    return { answer: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

// The main thread sends the next step only after the answer to the last one, so that nothing queues up here.
parentPort?.on('message', (step: PageStep) => {
  const answer = answerOf(step);
  parentPort?.postMessage(answer, answer.answer === 'file' ? [answer.bytes.buffer] : []);
});
