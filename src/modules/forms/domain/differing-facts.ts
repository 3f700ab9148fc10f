import { type Answer, isRows } from './answers.ts';
import { carryFacts, type FactSource, givenStanding, mayCarry } from './carry-facts.ts';
import { type CompiledForm, type FormJudgement } from './compile-form.ts';
import { type FormField } from './form-definition.ts';
import { isSameAnswer } from './merge-answers.ts';
import { type FormContext, normaliserOf } from './normalise-answer.ts';

/** One fact about which two declarations say different things. */
export interface DifferingFact {
  /** The field of the source, and its answer there. */
  readonly from: string;
  readonly there: Answer;
  /** The field of this form, and its answer here. */
  readonly to: string;
  readonly here: Answer;
  /** What this form would say by the source. */
  readonly byThere: Answer;
  /** What the source would say by this form; undefined when it cannot be told backwards. */
  readonly byHere: Answer | undefined;
}

/** Finds what was answered here otherwise than in a source that this form could take over. What is not asked or not answered here differs from nothing. */
export function differingFacts(source: FactSource, form: CompiledForm, judged: Pick<FormJudgement, 'answers' | 'fields'>, context: FormContext): readonly DifferingFact[] {
  const { given } = carryFacts(form, [source], {}, context);
  const there = new Map(source.definition.groups.flatMap(({ fields }) => fields.map((field) => [field.id, field] as const)));
  return Object.entries(given).flatMap(([to, fact]): readonly DifferingFact[] => {
    const here = judged.answers[to];
    if (fact.from === null || here === undefined || !judged.fields.has(to) || givenStanding(fact, here) !== 'changed') return [];
    const field = there.get(fact.from);
    const told = source.answers[fact.from];
    if (field === undefined || told === undefined) return [];
    return [{ from: fact.from, there: told, to, here, byThere: fact.answer, byHere: backwards(source, field, to, here, context) }];
  });
}

/** An answer of this form as the source would give it; undefined where several answers there mean the same here, in tables, and where the source would refuse it. */
function backwards(source: FactSource, field: FormField, to: string, here: Answer, context: FormContext): Answer | undefined {
  if (!mayCarry(field) || isRows(here)) return undefined;
  const pair = source.pairs.find((one) => one.to === to && one.from === field.id && one.values !== undefined);
  const meant = pair?.values === undefined ? [here] : Object.entries(pair.values).flatMap(([value, means]) => (isSameAnswer(means, here) ? [value] : []));
  const [only] = meant;
  if (only === undefined || meant.length > 1) return undefined;
  const read = normaliserOf(field)(only, context);
  return 'why' in read ? undefined : read.answer;
}
