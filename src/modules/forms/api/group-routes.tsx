import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { timeWords } from '../../../kernel/date-words.ts';
import { MS_PER_MINUTE, msOfDayAt } from '../../../kernel/local-time.ts';
import { type Answer, defineRoute, json, problemAnswer, redirect, type Route, showing } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { answerSecret, SECRET_HEADERS } from '../../dossiers/index.ts';
import { type Answers } from '../domain/answers.ts';
import { readTableStep, type TableStep, withTableStep } from '../domain/table-step.ts';
import { type QuestionGroup } from '../domain/form-definition.ts';
import { isSameAnswer } from '../domain/merge-answers.ts';
import { type Entries, readEntries } from '../domain/read-entries.ts';
import { answerLines } from '../ui/answer-words.ts';
import { labelOf } from '../ui/fault-sentence.ts';
import { choiceName, DiffersPage } from '../ui/public/differs-page.tsx';
import { FORM_PAGE_WORDS } from '../ui/public/messages.ts';
import { answerGroup, askedGroups, isPage } from './answer-group.tsx';
import { type FormPagesDeps, type PageInput } from './deps.ts';
import { fillFromCard } from './fill-from-card.ts';
import { FORM_PATHS } from './form-paths.ts';
import { formScriptRoutes } from './form-script.ts';
import { isAllGiven } from './given-view.ts';
import { faultsInWords, isInGroup } from './group-view.ts';
import { lookUpPlaces, placeName } from './look-up-places.ts';
import { judgeDraft, openDraft, type OpenDraft } from './open-draft.tsx';
import { carriedAlong, entriesOf, entryOf, pageIdOf } from './read-body.ts';
import { saveGroup } from './save-group.ts';

const GroupParams = Type.Object({ token: Type.String(), group: Type.String() });
/** `?sua=1`: the page is one change from the review. Messengers add names of their own. */
const GroupQuery = Type.Object({ sua: Type.Optional(Type.String()) });
/** A person answers a page in a few seconds at best; rows are added faster. */
const PER_MINUTE = 60;
/** A group of the longest form with a table of 200 rows. */
const LARGEST_PAGE = 256 * 1024;

/** The questions of a declaration, one group a page. */
export function groupRoutes(deps: FormPagesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/to-khai/:token/:group', policy: anyoneOrKiosk, summary: 'Một phần của tờ khai / One part of a declaration', tag: 'forms', kind: 'page',
      schema: { params: GroupParams, query: GroupQuery },
      handle: async (input) => {
        const found = await openDraft(deps, input, input.params.token);
        if ('answer' in found) return found.answer;
        const { open } = found;
        const judgement = judgeDraft(open, open.draft.answers, input.context.now);
        const group = askedGroups(open, judgement).find(({ id }) => id === input.params.group);
        // An address of a part that is not asked, or no longer there: the person goes on where they were.
        if (group === undefined) return redirect(FORM_PATHS.draft(open.token), SECRET_HEADERS);
        return answerGroup(deps, input, open, group, { raw: open.draft.answers, judgement, faults: [], fresh: [], cardNews: undefined, fromReview: input.query.sua === '1' });
      },
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/:token/:group', policy: anyoneOrKiosk, summary: 'Lưu một phần của tờ khai / Save one part of a declaration', tag: 'forms', kind: 'page', bodyLimit: LARGEST_PAGE, perMinute: PER_MINUTE,
      schema: { params: GroupParams, query: GroupQuery },
      handle: async (input) => {
        const found = await openDraft(deps, input, input.params.token);
        if ('answer' in found) return found.answer;
        const { open } = found;
        const group = open.form.definition.groups.find(({ id }) => id === input.params.group);
        if (group === undefined) return redirect(FORM_PATHS.draft(open.token), SECRET_HEADERS);
        return takeGroup(deps, input, open, group, entriesOf(input), input.query.sua === '1');
      },
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/:token/:group/luu', policy: anyoneOrKiosk, summary: 'Lưu trong khi gõ / Save while typing', tag: 'forms', kind: 'page', bodyLimit: LARGEST_PAGE, perMinute: PER_MINUTE,
      schema: { params: GroupParams },
      handle: async (input) => {
        const found = await openDraft(deps, input, input.params.token);
        if ('answer' in found) return found.answer;
        const { open } = found;
        const entries = entriesOf(input);
        const page = pageIdOf(entries);
        const group = open.form.definition.groups.find(({ id }) => id === input.params.group);
        if (group === undefined || page === undefined) return problemAnswer({ code: 'request.not-found' });
        const sent = lookUpPlaces(group.fields, readEntries(group.fields, entries), entries);
        const { now, locale } = input.context;
        const saved = await saveGroup(deps, open.draft, { page, group: group.id, fields: group.fields.map(({ id }) => id), base: carriedAlong(entryOf(entries, 'nen')), sent, formVersion: open.draft.form_version }, now);
        if (saved.kind === 'over') return problemAnswer({ code: 'form.draft-changed' });
        return json({ time: timeWords(Math.floor(msOfDayAt(now.getTime()) / MS_PER_MINUTE), locale), differs: saved.kind === 'differs' }, SECRET_HEADERS);
      },
    }),
    ...formScriptRoutes(),
  ];
}

/** What the button asks for beside saving. */
type Step = { readonly kind: 'next' | 'back' | 'leave' | 'later' | 'choose' } | { readonly kind: 'card'; readonly of: string } | TableStep;

function stepOf(entries: Entries): Step {
  // Enter in a box presses the first button, a press on another names it last.
  const pressed = entries.get('buoc')?.at(-1) ?? '';
  const rows = readTableStep(pressed);
  if (rows !== undefined) return rows;
  const [word = '', of = ''] = pressed.split(':');
  if (word === 'the') return { kind: 'card', of };
  return { kind: word === 'lui' ? 'back' : word === 'bo-qua' ? 'leave' : word === 'de-sau' ? 'later' : word === 'chon' ? 'choose' : 'next' };
}

async function takeGroup(deps: FormPagesDeps, input: PageInput, open: OpenDraft, group: QuestionGroup, entries: Entries, fromReview: boolean): Promise<Answer> {
  const { locale, now } = input.context;
  const t = translator(FORM_PAGE_WORDS, locale);
  const step = stepOf(entries);
  const base = carriedAlong(entryOf(entries, 'nen'));
  const typed = step.kind === 'choose' ? chosenAnswers(group, base, entries) : lookUpPlaces(group.fields, readEntries(group.fields, entries), entries);
  if (typed === undefined) return answerDiffers(deps, input, open, group, { fields: differingOf(group, entries), base, mine: carriedAlong(entryOf(entries, 'cua-toi')), entries }, fromReview);
  const stepped = withStep(group, typed, step, entries);
  const before = judgeDraft(open, open.draft.answers, now);
  const saving = { page: pageIdOf(entries) ?? deps.newId(), group: group.id, fields: group.fields.map(({ id }) => id), base, sent: stepped.answers, formVersion: open.draft.form_version };
  const saved = await saveGroup(deps, open.draft, saving, now);
  if (saved.kind === 'over') return redirect(FORM_PATHS.draft(open.token), SECRET_HEADERS);
  const after: OpenDraft = { ...open, draft: saved.draft };
  if (saved.kind === 'differs') return answerDiffers(deps, input, after, group, { fields: saved.differing, base: saved.draft.answers, mine: stepped.answers, entries: undefined }, fromReview);

  const judgement = judgeDraft(open, saved.draft.answers, now);
  const drawn = { raw: saved.draft.answers, judgement, fromReview };
  if (step.kind === 'later') return redirect(FORM_PATHS.later(open.token), SECRET_HEADERS);
  if (step.kind === 'back' || step.kind === 'leave' || !judgement.groups.has(group.id)) return redirect(stepPath(after, group, judgement, step.kind === 'back' ? -1 : 1, fromReview), SECRET_HEADERS);
  if (step.kind === 'card' || step.kind === 'add' || step.kind === 'remove') {
    const cardNews = step.kind !== 'card' ? undefined : stepped.filled === undefined ? t('card-unreadable') : stepped.filled.length === 0 ? t('card-nothing') : t('card-filled', { labels: stepped.filled.map((field) => labelOf(open.form.definition, field, locale)).join('; ') });
    return answerGroup(deps, input, after, group, { ...drawn, faults: [], fresh: [], cardNews }, step.kind === 'card' && stepped.filled === undefined ? 422 : 200);
  }
  const own = judgement.faults.filter((fault) => isInGroup(group, fault));
  // A question that an answer has just called for was never seen without a script: it is shown, not scolded about.
  const fresh = group.fields.filter(({ id, kind }) => kind !== 'computed' && kind !== 'paper' && judgement.fields.has(id) && !before.fields.has(id) && before.groups.has(group.id) && isSameAnswer(saved.draft.answers[id], undefined)).map(({ id }) => id);
  const faults = own.filter(({ field }) => !fresh.includes(field));
  if (own.length > 0 && (faults.length > 0 || fresh.length > 0)) {
    return answerGroup(deps, input, after, group, { ...drawn, faults: faultsInWords(open.form.definition, faults, locale), fresh, cardNews: undefined }, 422);
  }
  return redirect(stepPath(after, group, judgement, 1, fromReview), SECRET_HEADERS);
}

/** Where a button leads from a group; what was told before and looked at is passed by on the way forward. */
function stepPath(open: OpenDraft, group: QuestionGroup, judgement: ReturnType<typeof judgeDraft>, by: -1 | 1, fromReview: boolean): string {
  if (fromReview) return FORM_PATHS.review(open.token);
  const all = open.form.definition.groups;
  const here = all.findIndex(({ id }) => id === group.id);
  const order = by === 1 ? all.slice(here + 1) : all.slice(0, here).reverse();
  const to = order.find((one) => judgement.groups.has(one.id) && isPage(one) && (by === -1 || !isAllGiven(open.draft, one, judgement)));
  return to === undefined ? (by === 1 ? FORM_PATHS.review(open.token) : FORM_PATHS.group(open.token, group.id)) : FORM_PATHS.group(open.token, to.id);
}

/** The answers after a button that changes them: a row more, a row less, a person from a card. `filled` is undefined for a card that could not be read. */
function withStep(group: QuestionGroup, typed: Answers, step: Step, entries: Entries): { readonly answers: Answers; readonly filled: readonly string[] | undefined } {
  if (step.kind === 'card') {
    const card = fillFromCard(group, step.of, entryOf(entries, `the-${step.of}`));
    return card === undefined ? { answers: typed, filled: undefined } : { answers: lookUpPlaces(group.fields, { ...typed, ...card }), filled: Object.keys(card) };
  }
  return { answers: step.kind === 'add' || step.kind === 'remove' ? withTableStep(group.fields, typed, step) : typed, filled: [] };
}

/** The fields that a page of differences asked about. */
function differingOf(group: QuestionGroup, entries: Entries): readonly string[] {
  const mine = carriedAlong(entryOf(entries, 'cua-toi'));
  return group.fields.map(({ id }) => id).filter((id) => mine[id] !== undefined);
}

/** What was chosen of two answers; undefined while something is left to choose. */
function chosenAnswers(group: QuestionGroup, base: Answers, entries: Entries): Answers | undefined {
  const mine = carriedAlong(entryOf(entries, 'cua-toi'));
  const chosen: Record<string, Answers[string]> = {};
  for (const field of differingOf(group, entries)) {
    const choice = entryOf(entries, choiceName(field));
    if (choice !== 'kia' && choice !== 'nay') return undefined;
    const answer = choice === 'nay' ? mine[field] : (base[field] ?? '');
    if (answer !== undefined) chosen[field] = answer;
  }
  return chosen;
}

interface Differing {
  readonly fields: readonly string[];
  readonly base: Answers;
  readonly mine: Answers;
  /** Set when the page comes back because something was not chosen. */
  readonly entries: Entries | undefined;
}

/** Shows what two browsers answered differently; neither answer is taken away. */
async function answerDiffers(deps: FormPagesDeps, input: PageInput, open: OpenDraft, group: QuestionGroup, { fields, base, mine, entries }: Differing, fromReview: boolean): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const t = translator(FORM_PAGE_WORDS, locale);
  const lines = (id: string, answers: Answers): string => {
    const field = group.fields.find((one) => one.id === id);
    return field === undefined ? '' : answerLines(field, answers[id], locale, placeName).join('; ');
  };
  const chosenOf = (field: string) => (entries === undefined ? undefined : entryOf(entries, choiceName(field)) || undefined);
  const faults: readonly FieldFault[] = entries === undefined ? [] : fields.filter((field) => chosenOf(field) === undefined).map((field) => ({ field: choiceName(field), code: 'form.choose', message: `${labelOf(open.form.definition, field, locale)}: ${t('differs-choose')}` }));
  const only = (answers: Answers): string => JSON.stringify(Object.fromEntries(fields.map((field) => [field, answers[field] ?? ''])));
  const page = renderPublicPage(
    { context, office: await deps.office(), title: t('differs-title'), path: FORM_PATHS.group(open.token, group.id, fromReview), indexed: false },
    <DiffersPage
      locale={locale}
      action={FORM_PATHS.group(open.token, group.id, fromReview)}
      hidden={{ 'trang': deps.newId(), 'nen': only(base), 'cua-toi': only(mine) }}
      differing={fields.map((field) => ({ field, label: labelOf(open.form.definition, field, locale), theirs: lines(field, base), mine: lines(field, mine), chosen: chosenOf(field) }))}
      faults={faults}
    />,
  );
  return showing(await answerSecret(input, page, entries === undefined ? 409 : 422), null);
}
