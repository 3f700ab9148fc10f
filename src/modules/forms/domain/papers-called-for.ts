import { type FormJudgement } from './compile-form.ts';
import { type FormDefinition } from './form-definition.ts';
import { compileRule } from './rules.ts';

/** What answers say about the papers of a procedure, by their ids; papers of which the form does not speak are in neither. */
export interface PapersCalledFor {
  /** The answers call for them. */
  readonly needed: ReadonlySet<string>;
  /** The form knows them, and the answers do not call for them. */
  readonly other: ReadonlySet<string>;
}

/** Which papers the answers call for, by the paper questions of the form. One that may be left out is called for, but nothing says that it is needed. */
export function papersCalledFor(definition: FormDefinition, judgement: Pick<FormJudgement, 'answers' | 'fields'>, today: string): PapersCalledFor {
  const [asked, needed, known] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const field of definition.groups.flatMap(({ fields }) => fields)) {
    if (field.kind !== 'paper') continue;
    known.add(field.paperId);
    if (!judgement.fields.has(field.id)) continue;
    asked.add(field.paperId);
    const { required = true } = field;
    if (typeof required === 'boolean' ? required : compileRule(required)({ answers: judgement.answers, today }) === true) needed.add(field.paperId);
  }
  return { needed, other: new Set([...known].filter((id) => !asked.has(id))) };
}
