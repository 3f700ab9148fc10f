import { type Answer, type Answers, isRows } from './answers.ts';
import { type ColumnField, type FormDefinition, type FormField } from './form-definition.ts';
import { type FormFault } from './form-fault.ts';
import { type FormContext, normaliseRows, normaliserOf } from './normalise-answer.ts';
import { compileExpression, compileRule, type Evaluate, type Judge, type RuleScope } from './rules.ts';

/** A form that is ready to judge answers: made once for every version, then used for every citizen. */
export interface CompiledForm {
  readonly definition: FormDefinition;
  readonly judge: (raw: Answers, context: FormContext) => FormJudgement;
}

/** What a form says about answers. */
export interface FormJudgement {
  /** The answers to visible questions, each in its one form, computed ones included; what the definition does not know is dropped. */
  readonly answers: Answers;
  /** What keeps it from being sent, in the order of the form. */
  readonly faults: readonly FormFault[];
  /** What should be looked at again but may stay. */
  readonly warnings: readonly FormFault[];
  /** The groups with anything to ask, given the answers. */
  readonly groups: ReadonlySet<string>;
  /** The fields that are asked, given the answers; what is the same as an earlier answer is not. */
  readonly fields: ReadonlySet<string>;
}

interface State extends RuleScope {
  readonly answers: Record<string, Answer>;
  readonly context: FormContext;
  readonly raw: Answers;
  readonly faults: FormFault[];
  readonly fields: Set<string>;
  readonly unreadable: Set<string>;
}

type Take = (state: State) => void;

/**
 * Compiles a definition that `check-definition` found sound. Judging is one pass in the order of the form: a question is asked when the rules of
 * its group and its own hold for the answers before it; an answer to a question that is not asked counts as none. Nothing follows from an
 * answer that cannot be read: a mistyped number brings up no other questions.
 */
export function compileForm(definition: FormDefinition): CompiledForm {
  const groups = definition.groups.map((group) => ({
    id: group.id,
    asked: group.when === undefined ? undefined : compileRule(group.when),
    take: group.fields.map((field) => ({
      id: field.id,
      shown: field.kind !== 'computed',
      asked: field.when === undefined ? undefined : compileRule(field.when),
      same: field.sameAs?.map(({ field: from, when }) => ({ from, holds: compileRule(when) })),
      take: takerOf(field),
    })),
  }));
  const checks = definition.checks.map((check) => ({ check, when: check.when === undefined ? undefined : compileRule(check.when), holds: compileRule(check.holds) }));

  return {
    definition,
    judge: (raw, context) => {
      const state: State = { answers: {}, today: context.today, context, raw, faults: [], fields: new Set(), unreadable: new Set() };
      const asked = new Set<string>();
      const standsAt = new Map<string, string>();
      for (const group of groups) {
        if (group.asked !== undefined && group.asked(state) !== true) continue;
        for (const field of group.take) {
          if (field.asked !== undefined && field.asked(state) !== true) continue;
          const from = field.same?.find((one) => (state.fields.has(one.from) || state.answers[one.from] !== undefined) && one.holds(state) === true)?.from;
          if (from !== undefined) {
            // What is missing or wrong there is told there, once.
            const taken = state.answers[from];
            if (taken !== undefined) state.answers[field.id] = taken;
            standsAt.set(field.id, standsAt.get(from) ?? from);
            continue;
          }
          if (field.shown) asked.add(group.id);
          state.fields.add(field.id);
          field.take(state);
        }
      }
      const warnings: FormFault[] = [];
      for (const { check, when, holds } of checks) {
        if (when !== undefined && when(state) !== true) continue;
        // A sentence about two answers says nothing while one of them has a fault of its own.
        const at = standsAt.get(check.at) ?? check.at;
        if (!state.fields.has(at) || holds(state) !== false || state.faults.some(({ field }) => field === at)) continue;
        (check.level === 'refuse' ? state.faults : warnings).push({ field: at, why: 'check', check: check.id });
      }
      return { answers: state.answers, faults: state.faults, warnings, groups: asked, fields: state.fields };
    },
  };
}

function takerOf(field: FormField): Take {
  if (field.kind === 'computed') return computed(field.id, compileExpression(field.value));
  const required = requiredOf(field);
  if (field.kind === 'paper') return () => undefined;
  if (field.kind === 'table') return tableTaker(field, required);
  const normalise = normaliserOf(field);
  const { id } = field;
  const missing: FormFault = { field: id, why: field.kind === 'statement' ? 'statement.missing' : 'missing' };
  const options = field.kind === 'choice' && field.options.some(({ when }) => when !== undefined) ? field.options.map(({ value, when }) => ({ value, asked: when === undefined ? undefined : compileRule(when) })) : undefined;
  return (state) => {
    const raw = state.raw[id];
    const result = raw === undefined ? undefined : normalise(raw, state.context);
    if (result === undefined || ('answer' in result && result.answer === undefined)) {
      if (required === undefined || required(state) === true) state.faults.push(missing);
    } else if ('why' in result) {
      state.faults.push({ field: id, ...result });
      state.unreadable.add(id);
    } else if (options?.some(({ value, asked }) => asked !== undefined && (Array.isArray(result.answer) ? (result.answer as readonly unknown[]).includes(value) : result.answer === value) && asked(state) !== true) === true) {
      state.faults.push({ field: id, why: 'choice.unknown' });
    } else if (result.answer !== undefined) state.answers[id] = result.answer;
  };
}

/** Undefined: always required. */
function requiredOf(field: FormField): Judge | undefined {
  if (field.kind === 'consent' || field.required === false) return () => false;
  return field.required === undefined || field.required === true ? undefined : compileRule(field.required);
}

function computed(id: string, evaluate: Evaluate): Take {
  return (state) => {
    const value = evaluate(state);
    if (value !== undefined && typeof value !== 'object' && value !== '') state.answers[id] = value;
  };
}

function tableTaker(field: Extract<FormField, { kind: 'table' }>, required: Judge | undefined): Take {
  const columns = field.columns.map((column: ColumnField) => ({ field: column, normalise: normaliserOf(column) }));
  const { id, maxRows, minRows = 1 } = field;
  return (state) => {
    const raw = state.raw[id];
    if (isRows(raw) && raw.length > maxRows) {
      state.faults.push({ field: id, why: 'table.too-many', facts: { most: maxRows, rows: raw.length } });
      return;
    }
    const rows = normaliseRows(raw, columns, state.context, (row, column, why, facts) => {
      state.faults.push({ field: `${id}.${String(row)}.${column}`, why, ...(facts === undefined ? {} : { facts }) });
    });
    if (rows.length > 0) state.answers[id] = rows;
    if (rows.length < minRows && (rows.length > 0 || required === undefined || required(state) === true)) {
      state.faults.push({ field: id, why: rows.length === 0 ? 'missing' : 'table.too-few', ...(rows.length === 0 ? {} : { facts: { least: minRows, rows: rows.length } }) });
    }
  };
}
