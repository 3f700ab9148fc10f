import { type Answer, type Answers } from './answers.ts';
import { type CompiledForm, type FormJudgement } from './compile-form.ts';
import { dependingFields } from './depending-fields.ts';
import { type FormField } from './form-definition.ts';
import { type FormFault } from './form-fault.ts';
import { isSameAnswer } from './merge-answers.ts';
import { type FormContext } from './normalise-answer.ts';

/** One answer before and after a correction; null is no answer. */
export interface AnswerChange {
  readonly field: string;
  readonly before: Answer | null;
  readonly after: Answer | null;
  /** Whether the office named the question itself; false: its answer followed from one that was named. */
  readonly asked: boolean;
}

/** What a correction comes to. */
export interface CorrectedAnswers {
  /** The answers as they would hold, canonical. */
  readonly answers: Answers;
  readonly changes: readonly AnswerChange[];
  /** The questions that can be answered now: those that were named and, in the order of the form, those that their answers call for. */
  readonly open: readonly string[];
  /** Of `open`, those that were not named. */
  readonly following: readonly string[];
  /** What keeps it from being sent; what was wrong before and cannot be mended here does not. */
  readonly faults: readonly FormFault[];
  readonly warnings: readonly FormFault[];
  /** The judgement on everything, for drawing the questions. */
  readonly judgement: FormJudgement;
}

/** Whether an office may say of the answer to a question that it is wrong: what follows by itself, papers and promises are none. */
export function mayBeCorrected({ kind }: Pick<FormField, 'kind'>): boolean {
  return kind !== 'computed' && kind !== 'paper' && kind !== 'statement' && kind !== 'consent';
}

/**
 * Judges a correction of declared answers with the form and version that asked them. Only the questions that were named can be answered again,
 * and those that depend on them and are asked anew or no longer fit; everything else stays as it was declared, whatever is sent for it.
 */
export function correctAnswers(form: CompiledForm, kept: Answers, named: readonly string[], sent: Answers, context: FormContext): CorrectedAnswers {
  const order = form.definition.groups.flatMap(({ fields }) => fields);
  const asked = new Set(named.filter((id) => order.some((field) => field.id === id && mayBeCorrected(field))));
  const depending = dependingFields(form.definition, [...asked]);
  const before = form.judge(kept, context);
  const open = new Set(asked);
  let judgement = form.judge(withSent(kept, sent, open), context);
  // Every round opens a later question, so that it ends with the form.
  for (let grown = true; grown; ) {
    grown = false;
    for (const field of order) {
      if (open.has(field.id) || !depending.has(field.id) || field.kind === 'computed' || field.kind === 'paper' || !judgement.fields.has(field.id)) continue;
      // What was the same as another answer is there already, and is asked for itself all the same.
      const isNew = !before.fields.has(field.id);
      const isWrong = judgement.faults.some((fault) => stands(fault, field.id) && !before.faults.some((old) => isSameFault(old, fault)));
      if (!isNew && !isWrong) continue;
      open.add(field.id);
      grown = true;
    }
    if (grown) judgement = form.judge(withSent(kept, sent, open), context);
  }
  const answers = onlyDepending(kept, judgement.answers, depending);
  const inOrder = order.filter(({ id }) => open.has(id)).map(({ id }) => id);
  const isNews = (fault: FormFault, old: readonly FormFault[]) => inOrder.some((id) => stands(fault, id)) || !old.some((one) => isSameFault(one, fault));
  return {
    answers,
    changes: order.filter(({ id }) => depending.has(id) && !isSameAnswer(kept[id], answers[id])).map(({ id }) => ({ field: id, before: kept[id] ?? null, after: answers[id] ?? null, asked: asked.has(id) })),
    open: inOrder,
    following: inOrder.filter((id) => !asked.has(id)),
    faults: judgement.faults.filter((fault) => isNews(fault, before.faults)),
    warnings: judgement.warnings.filter((fault) => isNews(fault, before.warnings)),
    judgement,
  };
}

function withSent(kept: Answers, sent: Answers, open: ReadonlySet<string>): Answers {
  return { ...kept, ...Object.fromEntries(Object.entries(sent).filter(([field]) => open.has(field))) };
}

/** What does not depend on the correction stays to the letter, even where the day of today would reckon it otherwise. */
function onlyDepending(kept: Answers, judged: Answers, depending: ReadonlySet<string>): Answers {
  const stays = Object.entries(kept).filter(([field]) => !depending.has(field));
  const follows = Object.entries(judged).filter(([field]) => depending.has(field));
  return Object.fromEntries([...stays, ...follows]);
}

function stands({ field }: FormFault, id: string): boolean {
  return field === id || field.startsWith(`${id}.`);
}

function isSameFault(one: FormFault, other: FormFault): boolean {
  return one.field === other.field && one.why === other.why && one.check === other.check;
}
