import { readdirSync, readFileSync } from 'node:fs';
import { Value } from 'typebox/value';
import { checkCarrying, type CompiledForm, type FactPair, type FactPreset, ruleFaults, wholeForm } from '../../forms/index.ts';
import { LifeEventShape } from '../contract/life-event-shape.ts';
import { checkLifeEvent } from '../domain/check-life-event.ts';
import { type CarriedPreset, type Carry, type LifeEvent } from '../domain/life-event.ts';

/** What the files are held against. */
export interface LifeEventSurroundings {
  /** The newest version of a form that the program brings; undefined for an unknown code. */
  readonly formOf: (code: string) => CompiledForm | undefined;
  /** Whether a procedure is known to citizens at all. */
  readonly knowsProcedure: (code: string) => boolean;
  readonly knowsGroup: (code: string) => boolean;
}

/** Reads the files of a folder; the shape of each is checked. Throws and names every place that is wrong: the files are part of the program. */
export function readLifeEvents(folder: URL): readonly LifeEvent[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json')).sort();
  return files.map((name) => {
    const content = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as unknown;
    if (!Value.Check(LifeEventShape, content)) {
      throw new Error(`${name} is no life event:\n${[...Value.Errors(LifeEventShape, content)].map(({ instancePath, message }) => `  ${instancePath === '' ? '/' : instancePath}: ${message}`).join('\n')}`);
    }
    return content;
  });
}

/** What life events get wrong, each in a sentence that names the file, the place and the procedure. Empty: they can be used. */
export function lifeEventFaults(events: readonly LifeEvent[], around: LifeEventSurroundings): readonly string[] {
  return events.flatMap((event) => {
    const say = (at: string, words: string) => `${event.code}: ${at}: ${words}`;
    const own = checkLifeEvent(event).map(({ at, why, facts }) => say(at, `${why}${facts === undefined ? '' : ` (${Object.values(facts).join(', ')})`}`));
    const official = event.official === null ? [] : [
      ...(around.knowsGroup(event.official.group) ? [] : [say('official', `there is no linked group ${event.official.group}`)]),
      ...(event.official.procedure === null || around.knowsProcedure(event.official.procedure) ? [] : [say('official', `there is no procedure ${event.official.procedure}`)]),
    ];
    const members = event.members.flatMap(({ key, procedure, form: code, presets }) => {
      const at = `members.${key}`;
      const form = around.formOf(code);
      return [
        ...(around.knowsProcedure(procedure) ? [] : [say(at, `there is no procedure ${procedure}`)]),
        ...(form === undefined ? [say(at, `procedure ${procedure}: there is no form ${code}`)] : []),
        ...(form === undefined || form.definition.procedures.includes(procedure) ? [] : [say(at, `the form ${code} does not declare the procedure ${procedure}`)]),
        ...(form === undefined ? [] : carryFaults(form, form, [], presets).map((words) => say(at, `procedure ${procedure}: ${words}`))),
      ];
    });
    const carries = event.carries.flatMap((carry) => {
      const [from, to] = [memberForm(event, carry.from, around), memberForm(event, carry.to, around)];
      if (from === undefined || to === undefined) return [];
      const at = `carries.${carry.from} → ${carry.to}`;
      const procedures = `${from.procedure} → ${to.procedure}`;
      return [...carryFaults(from.form, to.form, carry.pairs, carry.presets), ...unknownFacts(carry, from.form, to.form)].map((words) => say(at, `procedures ${procedures}: ${words}`));
    });
    return [...own, ...official, ...members, ...carries];
  });
}

function memberForm(event: LifeEvent, key: string, around: LifeEventSurroundings): { readonly form: CompiledForm; readonly procedure: string } | undefined {
  const member = event.members.find((one) => one.key === key);
  const form = member === undefined ? undefined : around.formOf(member.form);
  return member === undefined || form === undefined ? undefined : { form, procedure: member.procedure };
}

function carryFaults(from: CompiledForm, to: CompiledForm, pairs: Carry['pairs'], presets: readonly CarriedPreset[]): readonly string[] {
  const rules = [...pairs, ...presets].flatMap(({ to: at, when }) => (when === undefined ? [] : ruleFaults(when).map(({ needed, why }) => `→ ${at}: the condition is ${why}${needed === undefined ? '' : ` (${needed})`}`)));
  // A condition that is none cannot be looked into.
  if (rules.length > 0) return rules;
  return checkCarrying(wholeForm(from).definition, wholeForm(to).definition, { pairs: pairs as readonly FactPair[], presets: presets as readonly FactPreset[] })
    .map(({ at, why, facts }) => `${at}: ${why}${facts === undefined ? '' : ` (${Object.values(facts).join(', ')})`}`);
}

/** Facts that are said to be the same and that one of the two forms does not ask: a mistyped name would carry nothing without a word. */
function unknownFacts({ same }: Carry, from: CompiledForm, to: CompiledForm): readonly string[] {
  return same.flatMap((start) => [from, to].flatMap((form) => {
    const asks = wholeForm(form).definition.groups.some(({ fields }) => fields.some(({ fact }) => fact !== undefined && (fact === start || fact.startsWith(`${start}.`))));
    return asks ? [] : [`${form.definition.code} asks no fact ${start}`];
  }));
}

/** The life events of the program, checked against its forms, procedures and linked groups. Throws with every fault. */
export function loadLifeEvents(around: LifeEventSurroundings, folder: URL = new URL('../../../../data/life-events/', import.meta.url)): readonly LifeEvent[] {
  const events = readLifeEvents(folder);
  const faults = lifeEventFaults(events, around);
  if (faults.length > 0) throw new Error(`data/life-events cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return events;
}
