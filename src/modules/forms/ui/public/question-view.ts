import { type Answer } from '../../domain/answers.ts';
import { type FormField } from '../../domain/form-definition.ts';

/** A commune of today that a place may mean. */
export interface PlaceChoice {
  readonly code: string;
  /** “Xã Hoa Lộc, tỉnh Thanh Hóa”. */
  readonly name: string;
}

/** What is known of a place that was written. */
export interface PlaceHelp {
  /** More than one: a person has to choose. */
  readonly choices: readonly PlaceChoice[];
  /** What it is called today, when the text says otherwise. */
  readonly now: string | undefined;
}

/** One question as it is drawn. */
export interface QuestionView {
  readonly field: FormField;
  /** As typed; undefined when nothing was. */
  readonly answer: Answer | undefined;
  /** False: drawn hidden, so that a script can ask it as soon as an answer calls for it. */
  readonly asked: boolean;
  readonly required: boolean;
  /** Sentences by the place of the fault: the field itself or `table.0.column`. */
  readonly faults: ReadonlyMap<string, string>;
  readonly place?: PlaceHelp | undefined;
  /** Where the answer comes from, when it was told before. */
  readonly given?: string | undefined;
}

/** The three boxes of a date for what was typed (`1/2/1956`, `2/1956`, `1956`) or kept (`1956-02-01`). */
export function dateBoxes(answer: Answer | undefined): { readonly day: string; readonly month: string; readonly year: string } {
  if (typeof answer !== 'string') return { day: '', month: '', year: '' };
  const stored = /^\d{4}(?:-\d{2}){0,2}$/u.test(answer) ? answer.split('-').reverse().map((part, index, all) => (index === all.length - 1 ? part : part.replace(/^0/u, ''))) : answer.split('/');
  const [year = '', month = '', day = ''] = [...stored].reverse();
  return { day, month, year };
}
