import { type StaffActor } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { refuse, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { findOtherForm, isFormClash, listFormVersions } from '../../forms/index.ts';
import { type FormEditorDeps } from './deps.ts';
import { findEditFor } from './form-views.ts';

/** Which procedures a form wants to hold for. */
interface Binding {
  readonly code: string;
  readonly procedures: readonly string[];
}

const proceduresOf = (content: unknown): readonly string[] => {
  const { procedures } = content as { readonly procedures?: unknown };
  return Array.isArray(procedures) ? procedures.filter((one) => typeof one === 'string') : [];
};

/** What a draft wants. */
export async function draftBinding(deps: FormEditorDeps, id: string, actor: StaffActor, context: RequestContext): Promise<Binding> {
  const edit = await findEditFor(deps, id, actor, context);
  return { code: edit?.code ?? '', procedures: proceduresOf(edit?.content ?? {}) };
}

/** What any version of a form wants. */
export async function versionsBinding(deps: FormEditorDeps, code: string): Promise<Binding> {
  return { code, procedures: (await listFormVersions(deps.db, code)).flatMap(({ content }) => proceduresOf(content)) };
}

/** Does work that changes which form holds; where the database refuses a second one for a procedure, says which other form it is. */
export async function orClash<T>(deps: FormEditorDeps, context: RequestContext, code: string, binding: () => Promise<Binding>, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (!isFormClash(error)) throw error;
    await deps.forms.refresh();
    const mine = await binding();
    const other = await findOtherForm(deps.db, mine.code, mine.procedures);
    const title = deps.forms.all(dateAt(context.now.getTime())).find((form) => form.code === other?.code)?.title[context.locale];
    return refuse(code, { procedure: other?.procedure ?? '', title: title ?? other?.code ?? '' });
  }
}
