import { brotliCompressSync, constants } from 'node:zlib';
import { dateAt } from '../../../kernel/local-time.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { renderPdf } from '../../../platform/pdf/render-pdf.ts';
import { type PublicOffice } from '../../../web/public/public-page/public-office.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { type Answers } from '../domain/answers.ts';
import { compileForm, type CompiledForm, type FormJudgement } from '../domain/compile-form.ts';
import { type FormDefinition, type QuestionGroup } from '../domain/form-definition.ts';
import { isSameAnswer } from '../domain/merge-answers.ts';
import { readTableStep, withTableStep } from '../domain/table-step.ts';
import { readEntries } from '../domain/read-entries.ts';
import { sampleAnswers } from '../domain/sample-answers.ts';
import { buildForm } from '../papers/build-form.ts';
import { answerLines } from '../ui/answer-words.ts';
import { labelOf } from '../ui/fault-sentence.ts';
import { GroupPage } from '../ui/public/group-page.tsx';
import { FORM_PAGE_WORDS } from '../ui/public/messages.ts';
import { PreviewEndPage } from '../ui/public/preview-end-page.tsx';
import { askedGroups, isPage } from './answer-group.tsx';
import { FORM_PAGE_SCRIPT } from './form-page-script.generated.ts';
import { formSheetOf } from './form-sheet-of.ts';
import { faultsInWords, isInGroup, questionViews } from './group-view.ts';
import { lookUpPlaces, placeName } from './look-up-places.ts';
import { pageDataOf, scriptJson } from './page-data-of.ts';
import { carriedAlong, entriesOf, entryOf } from './read-body.ts';
import { wholeForm } from './whole-form.ts';

/** What a form that nobody can use yet is tried with. */
export interface PreviewScope {
  readonly definition: FormDefinition;
  readonly office: PublicOffice;
  readonly context: RequestContext;
  /** Where its pages lie: a group is named by `?phan=`. */
  readonly path: string;
}

/** The page of a form that is not in force, exactly as citizens would see it; `group` is where the person is, the first one where it is left out. */
export function previewForm(scope: PreviewScope, group: string | undefined): string {
  const form = wholeForm(compileForm(scope.definition));
  const judgement = judge(form, {}, scope.context);
  const groups = askedGroups({ form }, judgement);
  const here = groups.find(({ id }) => id === group) ?? groups[0];
  return here === undefined ? drawEnd(scope, form, {}) : drawGroup(scope, form, here, { answers: {}, judgement, faults: [], fresh: [] });
}

/** What follows when a person presses a button on such a page: the same interpreter decides, nothing is kept but in the page itself. */
export function walkPreview(scope: PreviewScope, group: string, request: Parameters<typeof entriesOf>[0]): { readonly body: string; readonly status: number } {
  const form = wholeForm(compileForm(scope.definition));
  const entries = entriesOf(request);
  const before = carriedAlong(entryOf(entries, 'nen'));
  const here = form.definition.groups.find(({ id }) => id === group);
  const first = judge(form, before, scope.context);
  const step = (entries.get('buoc')?.at(-1) ?? 'tiep').split(':')[0];
  if (here === undefined) return { body: drawEnd(scope, form, before), status: 200 };
  const typed = lookUpPlaces(here.fields, readEntries(here.fields, entries), entries);
  const answers = withTableStep(here.fields, { ...before, ...typed }, readTableStep(entries.get('buoc')?.at(-1) ?? ''));
  const judgement = judge(form, answers, scope.context);
  if (step === 'them' || step === 'bo' || step === 'the') return { body: drawGroup(scope, form, here, { answers, judgement, faults: [], fresh: [] }), status: 200 };
  if (step === 'tiep' && judgement.groups.has(here.id)) {
    const own = judgement.faults.filter((fault) => isInGroup(here, fault));
    const fresh = here.fields.filter(({ id, kind }) => kind !== 'computed' && kind !== 'paper' && judgement.fields.has(id) && !first.fields.has(id) && first.groups.has(here.id) && isSameAnswer(answers[id], undefined)).map(({ id }) => id);
    const faults = own.filter(({ field }) => !fresh.includes(field));
    if (own.length > 0) return { body: drawGroup(scope, form, here, { answers, judgement, faults: faultsInWords(form.definition, faults, scope.context.locale), fresh }), status: 422 };
  }
  const all = form.definition.groups;
  const at = all.indexOf(here);
  const order = step === 'lui' ? all.slice(0, at).reverse() : all.slice(at + 1);
  const to = order.find((one) => judgement.groups.has(one.id) && isPage(one));
  if (to === undefined) return { body: step === 'lui' ? drawGroup(scope, form, here, { answers, judgement, faults: [], fresh: [] }) : drawEnd(scope, form, answers), status: 200 };
  return { body: drawGroup(scope, form, to, { answers, judgement, faults: [], fresh: [] }), status: 200 };
}

/** The printed form with answers as a person might give them. */
export async function printPreview({ definition, office, context }: Omit<PreviewScope, 'path'>, publicUrl: string): Promise<Uint8Array> {
  const form = wholeForm(compileForm(definition));
  const today = dateAt(context.now.getTime());
  const answers = sampleAnswers(form, { today, placesLookedUp: false });
  const { fields, answers: whole } = form.judge(answers, { today, placesLookedUp: false });
  return renderPdf(buildForm(formSheetOf(form.definition, { answers: whole, asked: fields, state: { kind: 'sample' } }, { office, publicUrl, now: context.now.getTime() })));
}

/** How many bytes each page of a form weighs on the wire, the script of its first time included. */
export function weighPages({ definition, office, context }: Omit<PreviewScope, 'path'>): ReadonlyMap<string, number> {
  const form = wholeForm(compileForm(definition));
  const scope = { definition, office, context, path: '/to-khai/xxxxxxxxxxxxxxxxxxxxxx' };
  const judgement = judge(form, {}, context);
  script ??= brotliCompressSync(FORM_PAGE_SCRIPT).length;
  const weights = new Map<string, number>();
  for (const group of form.definition.groups.filter(isPage)) {
    const page = drawGroup(scope, form, group, { answers: {}, judgement, faults: [], fresh: [] }, scriptJson(pageDataOf({ form, token: 'x'.repeat(22) }, group, judgement, context.locale, context.now)));
    const quick = brotliCompressSync(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length + script;
    // Only what is near the limit is worth the slow way, which is how it is sent.
    weights.set(group.id, quick < NEAR_BYTES ? quick : brotliCompressSync(page).length + script);
  }
  return weights;
}

/** Below it a page is light however it is packed. */
const NEAR_BYTES = 18 * 1024;

let script: number | undefined;

interface Drawn {
  readonly answers: Answers;
  readonly judgement: FormJudgement;
  readonly faults: readonly FieldFault[];
  readonly fresh: readonly string[];
}

function judge(form: CompiledForm, answers: Answers, { now }: RequestContext): FormJudgement {
  return form.judge(answers, { today: dateAt(now.getTime()), placesLookedUp: true });
}

function drawGroup({ office, context, path }: PreviewScope, form: CompiledForm, group: QuestionGroup, { answers, judgement, faults, fresh }: Drawn, data?: string): string {
  const { locale } = context;
  const { definition } = form;
  const groups = askedGroups({ form }, judgement);
  const at = groups.findIndex(({ id }) => id === group.id);
  const action = `${path}?phan=${encodeURIComponent(group.id)}`;
  return renderPublicPage(
    { context, office, title: fillMessage(FORM_PAGE_WORDS[locale]['part-of'], { at: at + 1, of: groups.length, title: group.title[locale] }), path: action, indexed: false },
    <GroupPage
      locale={locale}
      action={action}
      group={group}
      help={undefined}
      formTitle={definition.title[locale]}
      at={at + 1}
      of={groups.length}
      questions={questionViews(group, judgement, answers, faults, undefined, context.now)}
      faults={faults}
      hidden={{ trang: '', nen: JSON.stringify(answers) }}
      fromReview={false}
      isFirst={at <= 0}
      fresh={fresh.map((field) => labelOf(definition, field, locale))}
      carried={undefined}
      cards={[]}
      cardNews={undefined}
      script={data === undefined ? undefined : { src: '/to-khai/khai.js?v=000000000000', cards: '/to-khai/doc-the.js?v=000000000000', reader: '/to-khai/doc-ma.js?v=000000000000', data }}
    />,
  );
}

function drawEnd({ office, context, path }: PreviewScope, form: CompiledForm, raw: Answers): string {
  const { locale } = context;
  const { answers, faults, fields } = judge(form, raw, context);
  const groups = form.definition.groups.map((group) => ({
    id: group.id, title: group.title[locale],
    lines: group.fields.flatMap((field) => {
      const lines = field.kind === 'paper' ? [] : answerLines(field, answers[field.id], locale, placeName);
      return lines.length === 0 || (field.kind !== 'computed' && !fields.has(field.id)) ? [] : [{ field: field.id, label: field.label[locale], answer: lines, href: undefined, fault: undefined }];
    }),
  })).filter(({ lines }) => lines.length > 0);
  return renderPublicPage(
    { context, office, title: FORM_PAGE_WORDS[locale]['preview-title'], path, indexed: false },
    <PreviewEndPage locale={locale} groups={groups} faults={faultsInWords(form.definition, faults, locale).map(({ message }) => message)} again={path} />,
  );
}
