import { Type } from 'typebox';
import { anyone, anyStaff, staffOf } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Answer, bytes, defineRoute, problemAnswer, redirect, type RequestContext, type Route, showing } from '../../../platform/http/route.ts';
import { showsOne } from '../../../platform/http/shows.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { SECRET_HEADERS } from '../../dossiers/index.ts';
import { AnswersParams } from '../contract/answers-schemas.ts';
import { type CompiledForm } from '../domain/compile-form.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { buildForm } from '../papers/build-form.ts';
import { type DossierAnswers, findAnswers } from '../store/form-answers.ts';
import { type FormPagesDeps } from './deps.ts';
import { findStart, withDraft } from './draft-routes.tsx';
import { FORM_PATHS, generalPath } from './form-paths.ts';
import { type Filling, formSheetOf } from './form-sheet-of.ts';
import { judgeDraft } from './open-draft.tsx';
import { answerAnswers } from './review-routes.tsx';
import { wholeForm } from './whole-form.ts';

const TokenParams = Type.Object({ token: Type.String() });
const PER_MINUTE = 20;

/** The printed form: empty for everybody, filled for the person who declares, and for whoever holds the dossier. Not at a kiosk, which has no printer of theirs. */
export function printRoutes(deps: FormPagesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/to-khai/mau/:code', policy: anyone, summary: 'Mẫu tờ khai trống để in / The empty form to print', tag: 'forms', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: Type.Object({ code: Type.String() }) },
      handle: async ({ params, context }) => {
        const setting = await findStart(deps, params.code, context.now);
        if (setting === undefined) return redirect(generalPath(params.code));
        // What only the office asks is no part of the printed form.
        const form = deps.forms.formOf(params.code, dateAt(context.now.getTime())) ?? setting.form;
        return answerPdf(deps, form.definition, null, context, 'mau-to-khai');
      },
    }),
    defineRoute({
      method: 'GET', url: '/to-khai/:token/in', policy: anyone, summary: 'In tờ khai đã điền / Print the filled form', tag: 'forms', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: TokenParams },
      handle: (input) => withDraft(deps, input, input.params.token, async (open) => {
        const help = await deps.help.lineOf({ communeCode: open.draft.commune_code, dossierId: open.draft.dossier_id }, 'vi');
        const { answers, fields } = judgeDraft(open, open.draft.answers, input.context.now);
        return answerPdf(deps, open.form.definition, { answers, asked: fields, state: { kind: 'draft', procedureCode: open.draft.procedure_code, draftId: open.draft.id }, help: help === undefined ? [] : [help] }, input.context, 'to-khai');
      }),
    }),
    defineRoute({
      method: 'GET', url: '/h/:token/to-khai/in', policy: anyone, summary: 'In tờ khai đã gửi / Print the form that was sent', tag: 'forms', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: TokenParams },
      shows: { action: 'citizen.answers-viewed' },
      handle: async (input) => {
        const opened = await deps.openedDossier(input, input.params.token);
        if ('answer' in opened) return opened.answer;
        const { communeCode, id } = opened.dossier;
        const given = await findAnswers(deps.db, communeCode, id);
        const form = given === undefined ? undefined : deps.forms.version(given.formCode, given.formVersion);
        // Declared without a form: the page says so.
        if (given === undefined || form === undefined) return answerAnswers(deps, input, input.params.token, communeCode, id);
        return showing(await printGiven(deps, wholeForm(form), given, { communeCode, dossierId: id }, input.context), { object: `dossier:${id}`, part: 'answers-print', communeCode });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/dossiers/:id/answers/print.pdf', policy: anyStaff, summary: 'The filled form of a dossier as a paper, for whoever holds its step', tag: 'forms', kind: 'api',
      schema: { params: AnswersParams },
      shows: showsOne('dossier.answers-printed', 'dossier'),
      handle: async ({ params, context }) => {
        const actor = staffOf(context.actor);
        const held = await deps.heldDossier(actor, params.id);
        if (held === undefined) return problemAnswer({ code: 'dossier.not-found' });
        const given = await findAnswers(deps.db, actor.communeCode, params.id);
        const form = given === undefined ? undefined : deps.forms.version(given.formCode, given.formVersion);
        if (given === undefined || form === undefined) return problemAnswer({ code: 'form.no-answers' });
        return held.mayReveal ? printGiven(deps, wholeForm(form), given, { communeCode: actor.communeCode, dossierId: params.id }, context) : problemAnswer({ code: 'form.not-holder' });
      },
    }),
  ];
}

/** What was sent: the questions that were answered, and those that were asked and stayed empty. */
async function printGiven(deps: FormPagesDeps, form: CompiledForm, given: DossierAnswers, dossier: { readonly communeCode: string; readonly dossierId: string }, context: RequestContext): Promise<Answer> {
  const on = dateAt(given.agreedAt.getTime());
  const asked = form.judge(given.answers, { today: on, placesLookedUp: false }).fields;
  const [help, drawn] = [await deps.help.told(dossier, 'vi'), await deps.help.drawn(dossier)];
  return answerPdf(deps, form.definition, { answers: given.answers, asked, state: { kind: 'sent', on }, help, drawn }, context, 'to-khai');
}

async function answerPdf(deps: FormPagesDeps, definition: FormDefinition, filling: Filling | null, context: RequestContext, fileName: string): Promise<Answer> {
  const office = await deps.office();
  if (office === undefined) return redirect(FORM_PATHS.resume);
  const pdf = await renderPdf(buildForm(formSheetOf(definition, filling, { office, publicUrl: deps.publicUrl, now: context.now.getTime() })));
  return bytes(pdf, 'application/pdf', { ...SECRET_HEADERS, 'content-disposition': `inline; filename="${fileName}.pdf"` });
}
