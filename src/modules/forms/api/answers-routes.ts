import { anyStaff, type StaffActor, staffOf } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { defineRoute, json, problemAnswer, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { showsOne } from '../../../platform/http/shows.ts';
import { AnswersParams, CopyAnswersRequest, CopyAnswersResponse, DossierAnswersResponse } from '../contract/answers-schemas.ts';
import { listCorrections } from '../store/corrections.ts';
import { findAnswers } from '../store/form-answers.ts';
import { answersForSystem, answersView } from './answers-view.ts';
import { type FormPagesDeps } from './deps.ts';
import { wholeForm } from './whole-form.ts';

/** How long answers that were taken over stand on the screen, in milliseconds. */
const SHOWN_FOR_MS = 600_000;

/** What was declared, for the office: beside the dossier, and to be taken over into another system. */
export function answersRoutes(deps: FormPagesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/answers', policy: anyStaff, summary: 'What was declared, in the order of the form', tag: 'forms', kind: 'api',
      schema: { params: AnswersParams, response: DossierAnswersResponse },
      shows: showsOne('dossier.viewed', 'dossier', { part: 'answers' }),
      handle: async ({ params, context }) => {
        const actor = staffOf(context.actor);
        const held = await deps.heldDossier(actor, params.id);
        if (held === undefined) return problemAnswer({ code: 'dossier.not-found' });
        const given = await findAnswers(deps.db, actor.communeCode, params.id);
        const form = given === undefined ? undefined : deps.forms.version(given.formCode, given.formVersion);
        return json(given === undefined || form === undefined ? { form: null, groups: [], corrected: null, systems: [], mayCopy: false } : answersView(wholeForm(form), given, await listCorrections(deps.db, actor.communeCode, params.id), context.locale, held.mayReveal));
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/dossiers/:id/answers/copy', policy: anyStaff, summary: 'The answers whole, to be taken over into another system', tag: 'forms', kind: 'api',
      schema: { params: AnswersParams, body: CopyAnswersRequest, response: CopyAnswersResponse },
      handle: async ({ params, body, context }) => {
        const copied = await copyAnswers(deps, params.id, body, staffOf(context.actor), context);
        return copied.ok ? json(copied.value) : problemAnswer(copied.problem);
      },
    }),
  ];
}

/**
 * Shows the answers of a dossier whole to whoever holds its step now, in the order of another system. That it was done, by whom and for which
 * system, stands in the journal before it leaves; the answers are kept nowhere beside. Refuses everybody else, and a repetition after its time.
 */
async function copyAnswers(deps: FormPagesDeps, id: string, request: CopyAnswersRequest, actor: StaffActor, context: RequestContext): Promise<Result<CopyAnswersResponse>> {
  const held = await deps.heldDossier(actor, id);
  if (held === undefined) return refuse('dossier.not-found');
  if (!held.mayReveal) return refuse('form.not-holder');
  const given = await findAnswers(deps.db, actor.communeCode, id);
  const form = given === undefined ? undefined : deps.forms.version(given.formCode, given.formVersion);
  const fields = given === undefined || form === undefined ? [] : answersForSystem(wholeForm(form), given.answers, request.system);
  const envelope = { communeCode: actor.communeCode, commandId: request.commandId, kind: 'copy-answers', actor, request: { id, ...request }, now: context.now, address: context.address };
  const told = await runCommand(deps.db, envelope, () => Promise.resolve(ok({
    result: { at: context.now.toISOString() }, journal: { action: 'dossier.answers-copied', object: `dossier:${id}`, facts: { code: held.code, system: request.system, fields: fields.length } },
  })));
  if (!told.ok) return told;
  return context.now.getTime() - Date.parse(told.value.at) < SHOWN_FOR_MS ? ok({ fields: [...fields], hideAfter: SHOWN_FOR_MS }) : refuse('form.copy-over');
}
