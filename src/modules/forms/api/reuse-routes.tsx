import { Type } from 'typebox';
import { anyone } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { ok } from '../../../kernel/result.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Answer, defineRoute, redirect, type Route, showing } from '../../../platform/http/route.ts';
import { type FieldFault } from '../../../platform/http/validation-words.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { answerSecret, type CitizensDossier, SECRET_HEADERS } from '../../dossiers/index.ts';
import { type FactSource } from '../domain/carry-facts.ts';
import { type FormDefinition } from '../domain/form-definition.ts';
import { type KnownPerson, knownPeople, ROLES, type Role } from '../domain/known-people.ts';
import { type DossierAnswers, findAnswers } from '../store/form-answers.ts';
import { FORM_PAGE_WORDS } from '../ui/public/messages.ts';
import { ReusePage } from '../ui/public/reuse-page.tsx';
import { type FormPagesDeps, type PageInput } from './deps.ts';
import { beginDraft } from './draft-door.ts';
import { FORM_PATHS } from './form-paths.ts';
import { makeStartIds, readStartId } from './start-draft.ts';
import { wholeForm } from './whole-form.ts';

const TokenParams = Type.Object({ token: Type.String() });
const PER_MINUTE = 20;

/** What a person wishes: for which procedure, whose facts, and that they are used again. */
interface Wish {
  readonly procedure: string;
  readonly roles: readonly Role[];
  readonly agreed: boolean;
}

/** An earlier dossier of which something can be told again. */
interface Earlier {
  readonly dossier: CitizensDossier;
  readonly definition: FormDefinition;
  readonly given: DossierAnswers;
  readonly people: readonly KnownPerson[];
}

/** Declaring something else with what an earlier dossier tells, for whoever opens that dossier as its person; never at a machine that everybody uses. */
export function reuseRoutes(deps: FormPagesDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/h/:token/khai-viec-khac', policy: anyone, summary: 'Khai việc khác, dùng lại thông tin đã khai / Declare something else with what was told', tag: 'forms', kind: 'page',
      schema: { params: TokenParams, query: Type.Object({ tt: Type.Optional(Type.String({ maxLength: 40 })) }) },
      shows: { action: 'citizen.answers-viewed' },
      handle: async (input) => {
        const opened = await deps.openedDossier(input, input.params.token, 'khai-viec-khac');
        if ('answer' in opened) return opened.answer;
        return answerReuse(deps, input, input.params.token, opened.dossier, { procedure: input.query.tt ?? '', roles: ['applicant'], agreed: false }, []);
      },
    }),
    defineRoute({
      method: 'POST', url: '/h/:token/khai-viec-khac', policy: anyone, summary: 'Bắt đầu khai với thông tin đã có / Begin with what was told', tag: 'forms', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: TokenParams, body: Type.Object({ thuTuc: Type.Optional(Type.String({ maxLength: 40 })), dongY: Type.Optional(Type.String()), ban: Type.Optional(Type.String()), dau: Type.Optional(Type.String()), ...Object.fromEntries(ROLES.map((role) => [`ai-${role}`, Type.Optional(Type.String())])) }) },
      shows: { action: 'citizen.answers-viewed' },
      handle: async (input) => {
        const opened = await deps.openedDossier(input, input.params.token, 'khai-viec-khac');
        if ('answer' in opened) return opened.answer;
        const body = input.body as Readonly<Record<string, string | undefined>>;
        const wish: Wish = { procedure: body['thuTuc'] ?? '', roles: ROLES.filter((role) => body[`ai-${role}`] !== undefined), agreed: body['dongY'] !== undefined };
        return takeReuse(deps, input, { token: input.params.token, dossier: opened.dossier, id: readStartId(deps, { ban: body['ban'] ?? '', dau: body['dau'] ?? '' }) }, wish);
      },
    }),
  ];
}

/** The dossier with what can be told of it; undefined where its answers are gone, can no longer be read, or name nobody whom other forms know. */
async function earlierOf(deps: FormPagesDeps, dossier: CitizensDossier): Promise<Earlier | undefined> {
  const given = await findAnswers(deps.db, dossier.communeCode, dossier.id);
  const form = given === undefined ? undefined : deps.forms.version(given.formCode, given.formVersion);
  if (given === undefined || form === undefined) return undefined;
  const { definition } = wholeForm(form);
  const people = knownPeople(definition, given.answers);
  return people.length === 0 ? undefined : { dossier, definition, given, people };
}

/** The procedures that are declared with a form here and today, by name. */
async function choices(deps: FormPagesDeps, communeCode: string, locale: Locale, now: Date): Promise<readonly { readonly value: string; readonly label: string }[]> {
  const codes = [...new Set(deps.forms.all(dateAt(now.getTime())).flatMap(({ procedures }) => procedures))].filter((code) => deps.forms.formOf(code, dateAt(now.getTime())) !== undefined);
  const found = await Promise.all(codes.map((code) => deps.procedureInForce(communeCode, code, now.getTime())));
  return found.flatMap((procedure) => (procedure === undefined ? [] : [{ value: procedure.code, label: (locale === 'en' ? procedure.name.en : null) ?? procedure.name.vi }])).sort((one, other) => one.label.localeCompare(other.label, locale));
}

async function answerReuse(deps: FormPagesDeps, input: PageInput, token: string, dossier: CitizensDossier, wish: Wish, faults: readonly FieldFault[]): Promise<Answer> {
  const { context } = input;
  const { locale, now } = context;
  const words = FORM_PAGE_WORDS[locale];
  const home = await deps.homeCommune();
  const isHere = home?.code === dossier.communeCode;
  const earlier = isHere ? await earlierOf(deps, dossier) : undefined;
  const page = renderPublicPage(
    { context, office: await deps.office(), title: words['reuse-title'], path: `/h/${token}/khai-viec-khac`, indexed: false },
    <ReusePage
      locale={locale} code={dossier.code} back={`/h/${token}`} action={`/h/${token}/khai-viec-khac`} hidden={{ ...makeStartIds(deps) }} faults={faults}
      refused={!isHere ? words['reuse-elsewhere'] : earlier === undefined ? words['reuse-gone'] : undefined}
      people={earlier?.people ?? []} procedures={earlier === undefined ? [] : await choices(deps, dossier.communeCode, locale, now)} chosen={wish}
    />,
  );
  const status = faults.length > 0 ? 422 : !isHere ? 409 : earlier === undefined ? 410 : 200;
  return showing(await answerSecret(input, page, status), { object: `dossier:${dossier.id}`, part: 'answers-reuse', communeCode: dossier.communeCode });
}

/** Begins the draft with the facts of the people who were ticked; pressing twice begins one. Promises, consents and papers are never among them. */
async function takeReuse(deps: FormPagesDeps, input: PageInput, { token, dossier, id }: { readonly token: string; readonly dossier: CitizensDossier; readonly id: string }, wish: Wish): Promise<Answer> {
  const { context } = input;
  const { locale, now } = context;
  const words = FORM_PAGE_WORDS[locale];
  const earlier = (await deps.homeCommune())?.code === dossier.communeCode ? await earlierOf(deps, dossier) : undefined;
  if (earlier === undefined) return answerReuse(deps, input, token, dossier, wish, []);
  const roles = wish.roles.filter((role) => earlier.people.some((person) => person.role === role));
  const known = deps.forms.formOf(wish.procedure, dateAt(now.getTime())) !== undefined;
  const faults: FieldFault[] = [
    ...(known ? [] : [{ field: 'thuTuc', code: 'form.reuse-procedure', message: words['reuse-procedure-missing'] }]),
    ...(roles.length > 0 ? [] : [{ field: `ai-${earlier.people[0]?.role ?? 'applicant'}`, code: 'form.reuse-nobody', message: words['reuse-nobody'] }]),
    ...(wish.agreed ? [] : [{ field: 'dongY', code: 'form.reuse-not-agreed', message: words['reuse-not-agreed'] }]),
  ];
  if (faults.length > 0) return answerReuse(deps, input, token, dossier, wish, faults);
  const source: FactSource = {
    kind: 'dossier', ref: dossier.id, words: { vi: dossier.code, en: dossier.code }, day: dateAt(earlier.given.agreedAt.getTime()), wishedAt: now.toISOString(),
    definition: earlier.definition, answers: earlier.given.answers, same: roles, pairs: [], presets: [],
  };
  const told = await runCommand(deps.db, { communeCode: dossier.communeCode, commandId: id, kind: 'reuse-answers', actor: context.actor, request: { dossierId: dossier.id, procedure: wish.procedure, roles }, now, address: context.address }, () => Promise.resolve(ok({
    result: {}, journal: { action: 'citizen.answers-reused', object: `dossier:${dossier.id}`, facts: { procedure: wish.procedure, people: roles.join(' ') } },
  })));
  // The same button once more with other wishes: what was begun is there already.
  const begun = told.ok && isUuid(id) ? await beginDraft(deps, wish.procedure, id, context, [source]) : undefined;
  return begun === undefined ? answerReuse(deps, input, token, dossier, wish, [{ field: 'thuTuc', code: 'form.reuse-procedure', message: words[told.ok ? 'reuse-procedure-missing' : 'reuse-begun'] }]) : redirect(FORM_PATHS.draft(begun.token), SECRET_HEADERS);
}
