import { type FormDefinition, type FormField } from './form-definition.ts';
import { type Expression, type Rule } from './rules.ts';

/** What is wrong with a definition: where, and in words for whoever writes forms. */
export interface DefinitionFault {
  /** `groups.child.fields.child.fullName`, `checks.death-after-birth`. */
  readonly at: string;
  readonly why: 'id-twice' | 'id-unreadable' | 'unknown-field' | 'asked-later' | 'words-missing' | 'no-options' | 'option-twice' | 'bounds-crossed' | 'no-fields' | 'dates-crossed' | 'other-kind';
  readonly facts?: Readonly<Record<string, string | number>>;
}

const FIELD_ID = /^[a-z][a-zA-Z0-9]*(?:\.[a-z][a-zA-Z0-9]*)*$/u;
const GROUP_ID = /^[a-z][a-z0-9-]*$/u;

/**
 * What a well-shaped definition still gets wrong: ids that stand twice, rules about fields that do not exist or are asked later, empty words,
 * crossed bounds. Empty: `compileForm` takes it.
 */
export function checkDefinition(definition: FormDefinition): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  const all = new Map<string, FormField>();
  const groupIds = new Set<string>();
  const add = (at: string, why: DefinitionFault['why'], facts?: DefinitionFault['facts']) => faults.push({ at, why, ...(facts === undefined ? {} : { facts }) });
  for (const { fields } of definition.groups) for (const field of fields) all.set(field.id, field);

  if (definition.validTo !== null && definition.validTo < definition.validFrom) add('validTo', 'dates-crossed');
  if (definition.title.vi.trim() === '' || definition.title.en.trim() === '') add('title', 'words-missing');

  const asked = new Set<string>();
  const refer = (at: string, names: readonly string[], earlierOnly: boolean) => {
    for (const name of names) {
      const [head = '', column] = name.split('#');
      const field = all.get(head);
      if (field === undefined || (column !== undefined && !(field.kind === 'table' && field.columns.some(({ id }) => id === column)))) add(at, 'unknown-field', { field: name.replace('#', '.') });
      else if (earlierOnly && !asked.has(head)) add(at, 'asked-later', { field: head });
    }
  };

  for (const group of definition.groups) {
    const at = `groups.${group.id}`;
    if (!GROUP_ID.test(group.id)) add(at, 'id-unreadable');
    if (groupIds.has(group.id)) add(at, 'id-twice');
    groupIds.add(group.id);
    if (group.fields.length === 0) add(at, 'no-fields');
    if (group.title.vi.trim() === '' || group.title.en.trim() === '') add(at, 'words-missing');
    if (group.when !== undefined) refer(at, namesInRule(group.when), true);
    for (const field of group.fields) {
      const place = `${at}.fields.${field.id}`;
      if (!FIELD_ID.test(field.id)) add(place, 'id-unreadable');
      if (asked.has(field.id)) add(place, 'id-twice');
      if (field.when !== undefined) refer(place, namesInRule(field.when), true);
      for (const { field: from, when } of field.sameAs ?? []) {
        refer(place, [from, ...namesInRule(when)], true);
        if (all.get(from) !== undefined && all.get(from)?.kind !== field.kind) add(place, 'other-kind', { field: from });
      }
      if (typeof field.required === 'object') refer(place, namesInRule(field.required), true);
      checkField(field, place, add, refer);
      asked.add(field.id);
    }
  }
  for (const [place, { name, declares, when }] of (definition.official.signatures ?? []).entries()) {
    refer(`official.signatures.${String(place)}`, [...(name === undefined ? [] : [name]), ...(typeof declares === 'object' ? namesInRule(declares) : []), ...(when === undefined ? [] : namesInRule(when))], false);
  }
  const checkIds = new Set<string>();
  for (const check of definition.checks) {
    const place = `checks.${check.id}`;
    if (checkIds.has(check.id)) add(place, 'id-twice');
    checkIds.add(check.id);
    refer(place, [check.at, ...namesInRule(check.holds), ...(check.when === undefined ? [] : namesInRule(check.when))], false);
    if (check.message.vi.trim() === '' || check.message.en.trim() === '') add(place, 'words-missing');
  }
  return faults;
}

type Add = (at: string, why: DefinitionFault['why'], facts?: DefinitionFault['facts']) => void;

function checkField(field: FormField, place: string, add: Add, refer: (at: string, names: readonly string[], earlierOnly: boolean) => void): void {
  if (field.label.vi.trim() === '' || field.label.en.trim() === '' || field.official.trim() === '') add(place, 'words-missing');
  switch (field.kind) {
    case 'number':
    case 'money':
      if (field.min !== undefined && field.max !== undefined && field.min > field.max) add(place, 'bounds-crossed');
      break;
    case 'choice': {
      const own = field.list === undefined ? field.options : field.options.filter(({ when }) => when !== undefined);
      const values = own.map(({ value }) => value);
      if (field.options.length === 0) add(place, 'no-options');
      if (new Set(values).size !== values.length) add(place, 'option-twice');
      // The words of a list were checked once, where it stands.
      for (const option of own) {
        if (option.label.vi.trim() === '' || option.label.en.trim() === '') add(`${place}.${option.value}`, 'words-missing');
        if (option.when !== undefined) refer(`${place}.${option.value}`, namesInRule(option.when), true);
      }
      break;
    }
    case 'table': {
      const columns = new Set<string>();
      if (field.columns.length === 0) add(place, 'no-fields');
      if (field.maxRows < (field.minRows ?? 1)) add(place, 'bounds-crossed');
      for (const column of field.columns) {
        if (columns.has(column.id)) add(`${place}.${column.id}`, 'id-twice');
        columns.add(column.id);
        checkField(column, `${place}.${column.id}`, add, refer);
      }
      break;
    }
    case 'computed': refer(place, namesInExpression(field.value), true); break;
    default: break;
  }
}

/** The fields that a condition speaks of; columns of tables as `table#column`. */
export function namesInRule(rule: Rule): readonly string[] {
  if ('known' in rule) return [rule.known];
  if ('is' in rule) return [rule.is[0]];
  if ('oneOf' in rule) return [rule.oneOf[0]];
  if ('not' in rule) return namesInRule(rule.not);
  if ('compare' in rule) return [...namesInExpression(rule.compare[0]), ...namesInExpression(rule.compare[2])];
  return ('any' in rule ? rule.any : rule.all).flatMap(namesInRule);
}

/** The fields that a value follows from; columns of tables as `table#column`. */
export function namesInExpression(expression: Expression): readonly string[] {
  if ('value' in expression || 'today' in expression) return [];
  if ('answer' in expression) return [expression.answer];
  if ('count' in expression) return [expression.count];
  if ('total' in expression) return [`${expression.total[0]}#${expression.total[1]}`];
  if ('choose' in expression) return [...namesInRule(expression.choose[0]), ...namesInExpression(expression.choose[1]), ...namesInExpression(expression.choose[2])];
  return partsOf(expression).flatMap(namesInExpression);
}

function partsOf(expression: Exclude<Expression, { value: unknown } | { today: true } | { answer: string } | { count: string } | { total: unknown } | { choose: unknown }>): readonly Expression[] {
  if ('plus' in expression) return expression.plus;
  if ('minus' in expression) return expression.minus;
  if ('times' in expression) return expression.times;
  if ('least' in expression) return expression.least;
  if ('most' in expression) return expression.most;
  if ('years' in expression) return expression.years;
  return 'days' in expression ? expression.days : expression.joined;
}
