import { shapeOfDefinition } from '../contract/form-definition-schema.ts';
import { checkDefinition } from '../domain/check-definition.ts';
import { expandDefinition } from '../domain/expand-definition.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { type FormFileFaultCode, formFileFault } from '../domain/form-file-fault.ts';
import { type SharedParts, type SourceDefinition } from '../domain/source-definition.ts';

/** What is wrong with a definition that is being written: a place by names or positions (`groups.child.fields.child.fullName`, `groups.0.title.vi`). */
export interface SourceFault {
  readonly at: string;
  readonly rule: FormFileFaultCode;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly words: { readonly vi: string; readonly en: string };
}

export interface ExaminedSource {
  /** Expanded, when nothing is wrong. */
  readonly definition: FormDefinition | undefined;
  /** The same with dots where words are still missing, when nothing else is wrong: it can be looked at. */
  readonly draft: FormDefinition | undefined;
  readonly faults: readonly SourceFault[];
}

const MISSING = '…';

/** Judges a definition as the loading of files judges it: its shape, the names that it uses, and what only the whole form can get wrong. */
export function examineSource(content: unknown, shared: SharedParts): ExaminedSource {
  const shaped = shapeOfDefinition(content);
  if (shaped.ok) {
    const { definition, faults } = examineShaped(shaped.value, shared);
    return { definition, draft: definition, faults };
  }
  const faults = shaped.faults.map(({ at, why, needed }) => faultAt(at, why, { needed: needed ?? '' }));
  // Where only words are missing, the rest is judged as if they stood there: nobody mends one thing to be told the next.
  const filled = shapeOfDefinition(JSON.parse(JSON.stringify(content), (_key, value: unknown) => (value === '' ? MISSING : value)));
  if (!filled.ok) {
    const more = filled.faults.filter(({ at }) => !faults.some((one) => one.at === at)).map(({ at, why, needed }) => faultAt(at, why, { needed: needed ?? '' }));
    return { definition: undefined, draft: undefined, faults: [...faults, ...more] };
  }
  const rest = examineShaped(filled.value, shared);
  return { definition: undefined, draft: rest.definition, faults: [...faults, ...rest.faults.filter(({ rule }) => rule !== 'id-unreadable')] };
}

function examineShaped(source: SourceDefinition, shared: SharedParts): Omit<ExaminedSource, 'draft'> {
  const expanded = expandDefinition(source, shared);
  if (!expanded.ok) return { definition: undefined, faults: expanded.faults.map(({ at, why, facts }) => faultAt(at, why, facts)) };
  const whole = shapeOfDefinition(expanded.definition, true);
  if (!whole.ok) return { definition: undefined, faults: whole.faults.map(({ at, why, needed }) => faultAt(at, why, { needed: needed ?? '' })) };
  const faults = checkDefinition(expanded.definition).map(({ at, why, facts }) => faultAt(at, why, facts ?? {}));
  return { definition: faults.length === 0 ? expanded.definition : undefined, faults };
}

function faultAt(at: string, rule: FormFileFaultCode, facts: Readonly<Record<string, string | number>>): SourceFault {
  return { at, rule, facts, words: formFileFault('', at, rule, facts).words };
}
