import { type Answer, type Answers } from './answers.ts';

/** The answers to some questions as three sides know them. */
export interface AnswerSides {
  /** As they stood when the page was drawn. */
  readonly base: Answers;
  /** As they are kept now. */
  readonly kept: Answers;
  /** As this page sends them. */
  readonly sent: Answers;
  /** Fields whose kept answer this very page wrote: its own earlier saving is nobody else's. */
  readonly ownWriting: ReadonlySet<string>;
}

/** What becomes of them. */
export interface MergedAnswers {
  /** Fields that this page changes, with what they become. */
  readonly changes: Answers;
  /** Fields that both sides changed to different answers: neither is taken away. */
  readonly differing: readonly string[];
}

/** Puts what two browsers wrote into one draft together, field by field; what only one of them changed needs nobody's decision. */
export function mergeAnswers(fields: readonly string[], { base, kept, sent, ownWriting }: AnswerSides): MergedAnswers {
  const changes: Record<string, Answer> = {};
  const differing: string[] = [];
  for (const field of fields) {
    const mine = sent[field];
    if (mine === undefined || isSameAnswer(mine, kept[field])) continue;
    // What this page wrote itself and now writes otherwise, back to the first answer too, is its own affair.
    if (ownWriting.has(field)) changes[field] = mine;
    else if (isSameAnswer(mine, base[field])) continue;
    else if (isSameAnswer(kept[field], base[field])) changes[field] = mine;
    else differing.push(field);
  }
  return { changes, differing };
}

/** Whether two answers say the same; nothing, an empty box and an unticked one are all no answer. */
export function isSameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  return canonical(a) === canonical(b);
}

function canonical(answer: Answer | undefined): string {
  if (answer === undefined || answer === false || answer === '') return '';
  if (answer === true) return 'true';
  if (typeof answer === 'string' || typeof answer === 'number') return JSON.stringify(String(answer));
  if (Array.isArray(answer)) return answer.length === 0 ? '' : JSON.stringify(answer.map((row: unknown) => (typeof row === 'object' && row !== null ? Object.entries(row).filter(([, value]) => value !== '').sort(([one], [other]) => (one < other ? -1 : 1)) : row)));
  const { text, commune, country = '' } = answer as { readonly text: string; readonly commune: string | null; readonly country?: string };
  return text === '' && country === '' ? '' : JSON.stringify([text, commune, country]);
}
