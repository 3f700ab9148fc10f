import { namesInExpression, namesInRule } from './check-definition.ts';
import { type FormDefinition, type FormField } from './form-definition.ts';
import { type Rule } from './rules.ts';

function named(rule: Rule | undefined): readonly string[] {
  return rule === undefined ? [] : namesInRule(rule);
}

/** The fields of which the rules of one field speak: when it is asked, when it is needed, what it is the same as, which options it has, what it follows from. */
export function namesOfField(field: FormField): readonly string[] {
  return [
    ...named(field.when),
    ...(typeof field.required === 'object' ? namesInRule(field.required) : []),
    ...(field.sameAs ?? []).flatMap(({ field: from, when }) => [from, ...namesInRule(when)]),
    ...(field.kind === 'choice' ? field.options.flatMap(({ when }) => named(when)) : []),
    ...(field.kind === 'computed' ? namesInExpression(field.value) : []),
  ];
}

/** Some fields with everything that may follow from their answers by the rules of the form, directly or over others. */
export function dependingFields(definition: FormDefinition, from: readonly string[]): ReadonlySet<string> {
  const found = new Set(from);
  // A rule speaks of earlier fields only: one pass in the order of the form finds all.
  for (const group of definition.groups) {
    const groupFollows = named(group.when).some((name) => found.has(bare(name)));
    for (const field of group.fields) {
      if (groupFollows || namesOfField(field).some((name) => found.has(bare(name)))) found.add(field.id);
    }
  }
  return found;
}

/** `members#name` speaks of the table `members`. */
function bare(name: string): string {
  return name.split('#')[0] ?? name;
}
