import { type CompiledForm, compileForm } from '../domain/compile-form.ts';
import { withContact } from '../domain/contact-group.ts';

const wholes = new WeakMap<CompiledForm, CompiledForm>();

/** The form as it is asked here: with the page that asks how to reach the person, as far as the form does not ask it. */
export function wholeForm(form: CompiledForm): CompiledForm {
  const known = wholes.get(form);
  if (known !== undefined) return known;
  const definition = withContact(form.definition);
  const whole = definition === form.definition ? form : compileForm(definition);
  wholes.set(form, whole);
  return whole;
}
