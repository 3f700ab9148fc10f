import { SET_UP_SENTENCES, type SetUpCode, type SetUpFacts, type SetUpSentence } from './set-up-problem-sentences.ts';

/**
 * The program cannot run on this machine as it is set up, for a reason that a person can mend.
 * It is an Error, not a Result, because it ends the start from any depth; `message` holds the sentence in Vietnamese
 * and, on the next line, in English.
 */
export class SetUpProblem<C extends SetUpCode = SetUpCode> extends Error {
  override readonly name = 'SetUpProblem';
  readonly code: C;
  readonly facts: SetUpFacts[C];
  readonly sentence: SetUpSentence;

  constructor(code: C, facts: SetUpFacts[C], cause?: unknown) {
    const sentence = SET_UP_SENTENCES[code](facts);
    super(twoLines(sentence), cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
    this.sentence = sentence;
  }
}

/** A sentence as it is printed: Vietnamese first, English on the next line. */
export function twoLines(sentence: SetUpSentence): string {
  return `${sentence.vi}\n${sentence.en}`;
}
