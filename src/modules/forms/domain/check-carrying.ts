import { type FactPair, type FactPreset, mayCarry } from './carry-facts.ts';
import { type ColumnField, type FormDefinition, type FormField } from './form-definition.ts';
import { normaliserOf } from './normalise-answer.ts';
import { namesInRule } from './check-definition.ts';

/** What is wrong with a line that carries facts from one form to another. */
export interface CarryingFault {
  /** `child.fullName → members#fullName`, or `→ request` for what follows from the matter. */
  readonly at: string;
  readonly why: 'unknown-from' | 'unknown-to' | 'never-carried' | 'other-kind' | 'unknown-value' | 'unknown-in-rule' | 'twice';
  readonly facts?: Readonly<Record<string, string>>;
}

/** Finds fields that a form does not have, kinds that do not go together, promises, and choices that are none. Empty: it can be carried. */
export function checkCarrying(from: FormDefinition, to: FormDefinition, { pairs, presets }: { readonly pairs: readonly FactPair[]; readonly presets: readonly FactPreset[] }): readonly CarryingFault[] {
  const faults: CarryingFault[] = [];
  const there = new Map(from.groups.flatMap(({ fields }) => fields.map((field) => [field.id, field] as const)));
  const seen = new Set<string>();
  const once = (at: string, key: string) => {
    if (seen.has(key)) faults.push({ at, why: 'twice' });
    seen.add(key);
  };
  const rule = (at: string, names: readonly string[]) => {
    for (const name of names) if (!there.has(name.split('#')[0] ?? name)) faults.push({ at, why: 'unknown-in-rule', facts: { field: name } });
  };
  for (const pair of pairs) {
    const at = `${pair.from} → ${pair.to}`;
    once(at, JSON.stringify([pair.to, pair.from, pair.when ?? null]));
    if (pair.when !== undefined) rule(at, namesInRule(pair.when));
    const [source, target] = [there.get(pair.from), targetOf(to, pair.to)];
    if (source === undefined) faults.push({ at, why: 'unknown-from', facts: { field: pair.from } });
    if (target === undefined) faults.push({ at, why: 'unknown-to', facts: { field: pair.to } });
    if (source === undefined || target === undefined) continue;
    if ((!mayCarry(source) && source.kind !== 'computed') || !mayCarry(target)) faults.push({ at, why: 'never-carried' });
    else if (source.kind !== target.kind && source.kind !== 'computed') faults.push({ at, why: 'other-kind', facts: { from: source.kind, to: target.kind } });
    for (const [value, means] of Object.entries(pair.values ?? {})) {
      if (source.kind !== 'choice' || !source.options.some((option) => option.value === value)) faults.push({ at, why: 'unknown-value', facts: { value } });
      if (target.kind !== 'choice' || !target.options.some((option) => option.value === means)) faults.push({ at, why: 'unknown-value', facts: { value: means } });
    }
  }
  for (const preset of presets) {
    const at = `→ ${preset.to}`;
    once(at, JSON.stringify([preset.to, null, preset.when ?? null]));
    if (preset.when !== undefined) rule(at, namesInRule(preset.when));
    const target = targetOf(to, preset.to);
    if (target === undefined) faults.push({ at, why: 'unknown-to', facts: { field: preset.to } });
    else if (!mayCarry(target)) faults.push({ at, why: 'never-carried' });
    else if ('why' in normaliserOf(target)(preset.value, { today: to.validFrom, placesLookedUp: false })) faults.push({ at, why: 'unknown-value', facts: { value: String(preset.value) } });
  }
  return faults;
}

/** The field behind `members#fullName` or `child.fullName`. */
function targetOf(definition: FormDefinition, name: string): FormField | ColumnField | undefined {
  const [head = '', column] = name.split('#');
  const field = definition.groups.flatMap(({ fields }) => fields).find(({ id }) => id === head);
  return column === undefined ? field : field?.kind === 'table' ? field.columns.find(({ id }) => id === column) : undefined;
}
