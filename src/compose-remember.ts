import { type Soon } from './kernel/soon.ts';
import { inWholeInstallation } from './platform/db/commune-scope.ts';

/** How long an office's name, hours and people are remembered; they change a few times a year. */
const REMEMBER_MS = 30_000;

/** Remembers an answer for half a minute, whichever request asked first; a failure is not remembered. */
export function remember<T>(clock: () => Date, ask: () => Promise<T>): () => Soon<T> {
  let known: { readonly at: number; answer: Soon<T> } | undefined;
  return () => {
    const now = clock().getTime();
    if (known === undefined || Math.abs(now - known.at) > REMEMBER_MS) {
      const coming = inWholeInstallation(ask);
      const asked: { readonly at: number; answer: Soon<T> } = { at: now, answer: coming };
      known = asked;
      coming.then(
        (answer) => {
          asked.answer = answer;
        },
        () => {
          if (known === asked) known = undefined;
        },
      );
    }
    return known.answer;
  };
}
