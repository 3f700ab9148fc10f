import { type FormDefinition, type FormField } from './form-definition.ts';
import { excludeEachOther, neverHolds } from './never-holds.ts';

/** What is known around a form. */
export interface FormSurroundings {
  /** Papers of each procedure that the office has, by its code; a code that is missing is no procedure yet. */
  readonly papersOf: ReadonlyMap<string, readonly string[]>;
  /** Titles of other forms of the office that hold for a procedure, by its code. */
  readonly takenBy: ReadonlyMap<string, string>;
  /** Weight of each page on the wire in bytes. */
  readonly weights: ReadonlyMap<string, number>;
  /** Questions of the version in force by their ids: what stood there before is not named again as new. */
  readonly before: ReadonlySet<string>;
}

export type FormLintCode =
  | 'rule-never' | 'required-when-hidden' | 'self-condition' | 'option-never' | 'too-many-questions' | 'many-questions' | 'page-heavy' | 'procedure-taken' | 'paper-unknown'
  | 'no-procedure' | 'procedure-unknown' | 'no-form-number' | 'no-legal-basis' | 'no-promise' | 'no-signer' | 'no-help' | 'citizen-number-without-need' | 'no-questions' | 'check-never';

/** One thing that an administrator should look at. `stop`: it cannot be published like this. */
export interface FormFinding {
  readonly rule: FormLintCode;
  readonly level: 'stop' | 'look';
  /** `groups.<id>.fields.<id>`, `official.number`, `procedures`. */
  readonly at: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** People give up on longer pages; beyond the second number no phone shows one well. */
const COMFORTABLE_QUESTIONS = 8;
const MOST_QUESTIONS = 30;
/** What a page may weigh on a weak line. */
const MOST_BYTES = 20 * 1024;

/**
 * Looks a sound form over before it is published. What could never be answered, what another form of the office claims already, and pages that no phone carries
 * stop it; what makes it harder to answer, or leaves open what it rests on, is to be looked at.
 */
export function lintForm(form: FormDefinition, around: FormSurroundings): readonly FormFinding[] {
  const found: FormFinding[] = [];
  const add = (level: FormFinding['level'], rule: FormLintCode, at: string, facts: FormFinding['facts'] = {}) => found.push({ rule, level, at, facts });
  const fields = new Map(form.groups.flatMap((group) => group.fields.map((field) => [field.id, field] as const)));
  lintBinding(form, around, add);
  if (form.official.number === null) add('look', 'no-form-number', 'official.number');
  if (form.official.basis === null) add('look', 'no-legal-basis', 'official.basis');
  const all = [...fields.values()];
  if (!all.some(({ kind }) => kind !== 'statement' && kind !== 'consent' && kind !== 'computed' && kind !== 'paper')) add('stop', 'no-questions', 'groups');
  if (!all.some(({ kind }) => kind === 'statement')) add('look', 'no-promise', 'groups');
  if (!all.some(({ fact }) => fact === 'applicant.fullName')) add('look', 'no-signer', 'groups');
  for (const group of form.groups) {
    const at = `groups.${group.id}`;
    if (group.when !== undefined && neverHolds(group.when, fields)) add('stop', 'rule-never', at);
    const asked = group.fields.filter(({ kind }) => kind !== 'computed' && kind !== 'paper').length;
    if (asked > MOST_QUESTIONS) add('stop', 'too-many-questions', at, { count: asked, most: MOST_QUESTIONS });
    else if (asked > COMFORTABLE_QUESTIONS) add('look', 'many-questions', at, { count: asked, most: COMFORTABLE_QUESTIONS });
    const bytes = around.weights.get(group.id) ?? 0;
    if (bytes > MOST_BYTES) add('stop', 'page-heavy', at, { size: Math.ceil(bytes / 1024), most: MOST_BYTES / 1024 });
    for (const field of group.fields) lintField(form, group, field, `${at}.fields.${field.id}`, fields, around, add);
  }
  for (const check of form.checks) if (check.when !== undefined && neverHolds(check.when, fields)) add('look', 'check-never', `checks.${check.id}`);
  return found;
}

type Add = (level: FormFinding['level'], rule: FormLintCode, at: string, facts?: FormFinding['facts']) => void;

function lintBinding(form: FormDefinition, { papersOf, takenBy }: FormSurroundings, add: Add): void {
  if (form.procedures.length === 0) add('look', 'no-procedure', 'procedures');
  for (const code of form.procedures) {
    const taken = takenBy.get(code);
    if (taken !== undefined) add('stop', 'procedure-taken', 'procedures', { code, title: taken });
    if (!papersOf.has(code)) add('look', 'procedure-unknown', 'procedures', { code });
  }
}

function lintField(form: FormDefinition, group: FormDefinition['groups'][number], field: FormField, at: string, fields: ReadonlyMap<string, FormField>, around: FormSurroundings, add: Add): void {
  const when = field.when ?? group.when;
  if (field.when !== undefined && neverHolds(field.when, fields)) add('stop', 'rule-never', at);
  else if (field.when !== undefined && group.when !== undefined && excludeEachOther(group.when, field.when, fields)) add('stop', 'rule-never', at);
  if (typeof field.required === 'object' && when !== undefined && excludeEachOther(when, field.required, fields)) add('stop', 'required-when-hidden', at);
  if (field.kind === 'choice') for (const option of field.options) if (option.when !== undefined && neverHolds(option.when, fields)) add('stop', 'option-never', at, { option: option.label.vi });
  if (field.kind === 'paper') {
    const known = form.procedures.filter((code) => around.papersOf.has(code));
    if (known.length > 0 && !known.some((code) => around.papersOf.get(code)?.includes(field.paperId) === true)) add('stop', 'paper-unknown', at, { paper: field.paperId });
  }
  if (around.before.has(field.id)) return;
  if (field.kind === 'citizen-number' && field.required !== false && form.official.basis === null) add('look', 'citizen-number-without-need', at);
  if (field.help === undefined && field.example === undefined && (field.kind === 'table' || field.kind === 'number' || (field.kind === 'text' && field.format !== 'person-name'))) add('look', 'no-help', at);
}
