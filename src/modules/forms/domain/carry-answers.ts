import { type Answer, type Answers } from './answers.ts';
import { type CompiledForm } from './compile-form.ts';
import { type FormContext } from './normalise-answer.ts';

/** What became of answers that were given to another version of a form. */
export interface CarriedAnswers {
  readonly answers: Answers;
  /** Fields whose answer no longer fits the question; the answer is kept here so that nothing is lost unseen. */
  readonly left: readonly { readonly field: string; readonly answer: Answer }[];
  /** Fields that this version asks and that have no answer yet. */
  readonly asked: readonly string[];
}

/** Takes answers over into another version of a form: what this version still asks and accepts stays, the rest is named. */
export function carryAnswers(answers: Answers, to: CompiledForm, context: FormContext): CarriedAnswers {
  const judged = to.judge(answers, context);
  const faulty = new Set(judged.faults.filter(({ why }) => why !== 'missing' && why !== 'statement.missing' && why !== 'check').map(({ field }) => field.split('.').length > 1 && !judged.fields.has(field) ? tableOf(field, judged.fields) : field));
  const kept: Record<string, Answer> = {};
  const left: { field: string; answer: Answer }[] = [];
  for (const [field, answer] of Object.entries(answers)) {
    if (judged.fields.has(field) && !faulty.has(field)) kept[field] = answer;
    else left.push({ field, answer });
  }
  const asked = judged.faults.filter(({ why }) => why === 'missing' || why === 'statement.missing').map(({ field }) => field);
  return { answers: kept, left, asked };
}

/** The table that a fault inside of it belongs to: `members.2.name` is of `members`. */
function tableOf(fault: string, fields: ReadonlySet<string>): string {
  return [...fields].find((field) => fault.startsWith(`${field}.`)) ?? fault;
}
