import { Type } from 'typebox';
import { type Actor, anyoneOrKiosk } from '../../../kernel/actor.ts';
import { type Problem } from '../../../kernel/result.ts';
import { type Answer, defineRoute, redirect, type Route, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { answerSecret, SECRET_HEADERS } from '../../dossiers/index.ts';
import { FORM_PATHS, type OpenDraft, readDraft, withDraft } from '../../forms/index.ts';
import { checkHelped, decideHelper, type HelperEntries, type HelpingOfficer } from '../domain/who-helps.ts';
import { findFiling } from '../store/filings.ts';
import { ASSISTED_WORDS } from '../ui/public/messages.ts';
import { WhoPage } from '../ui/public/who-page.tsx';
import { ASSISTED_PATHS } from './assisted-paths.ts';
import { type AssistedDeps } from './deps.ts';
import { nameHelper } from './name-who-helps.ts';
import { sayAssisted } from './say-assisted.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

const TokenParams = Type.Object({ token: Type.String() });
const WhoBody = Type.Object({
  ai: Type.Optional(Type.String()), ten: Type.Optional(Type.String()), quanHe: Type.Optional(Type.String()), dienThoai: Type.Optional(Type.String()), to: Type.Optional(Type.String()),
});
const LONGEST_ENTRY = 200;

/** “Ai đang khai?”: who fills a declaration in. */
export function whoRoutes(deps: AssistedDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/to-khai/:token/ai-khai', policy: anyoneOrKiosk, summary: 'Ai đang khai? / Who is filling this in?', tag: 'assisted-filing', kind: 'page', schema: { params: TokenParams },
      handle: (input) => withDraft(deps.forms, input, input.params.token, async (open) => {
        const row = await findFiling(deps.db, keyOf(open));
        const officer = officerOf(input.context.actor);
        const usual = officer === undefined ? 'relative' : officer.team === null ? 'officer' : 'team';
        return answerWho(deps, input, open, { kind: row?.helper_kind ?? usual, name: row?.helper_name ?? '', relation: row?.helper_relation ?? '', phone: row?.helper_phone ?? '', team: row?.helper_team ?? '' }, undefined);
      }),
    }),
    defineRoute({
      method: 'POST', url: '/to-khai/:token/ai-khai', policy: anyoneOrKiosk, summary: 'Ghi ai đang khai / Say who is filling this in', tag: 'assisted-filing', kind: 'page', perMinute: 30, schema: { params: TokenParams, body: WhoBody },
      handle: (input) => withDraft(deps.forms, input, input.params.token, (open) => takeWho(deps, input, open, entriesOf(input.body))),
    }),
  ];
}

function keyOf({ draft }: OpenDraft) {
  return { communeCode: draft.commune_code, dossierId: draft.dossier_id, procedureCode: draft.procedure_code };
}

/** The member of staff who is signed in in this browser, as a helper. */
export function officerOf(actor: Actor): HelpingOfficer | undefined {
  if (actor.kind !== 'staff') return undefined;
  const member = actor.positions.length > 0 && actor.positions.every(({ role }) => role === 'team-member') ? actor.positions[0] : undefined;
  return { staffId: actor.staffId, fullName: actor.fullName, team: member === undefined ? null : member.title };
}

function entriesOf(body: Readonly<Record<string, string | undefined>>): HelperEntries {
  const entry = (name: string) => (body[name] ?? '').slice(0, LONGEST_ENTRY);
  return { kind: entry('ai'), name: entry('ten'), relation: entry('quanHe'), phone: entry('dienThoai'), team: entry('to') };
}

async function takeWho(deps: AssistedDeps, input: PageInput, open: OpenDraft, entries: HelperEntries): Promise<Answer> {
  const { context } = input;
  const { actor, locale, now } = context;
  const officer = officerOf(actor);
  const refused = (problem: Problem) => answerWho(deps, input, open, entries, problem);
  if (entries.kind === 'toi' && officer !== undefined) return refused({ code: officer.team === null ? 'assisted.officer-is-officer' : 'assisted.member-is-member', facts: { name: officer.fullName }, field: 'ai' });
  const helper = entries.kind === 'toi' ? undefined : decideHelper(entries, officer);
  if (helper?.ok === false) return refused(helper.problem);
  if (helper !== undefined) {
    const { content } = await readDraft(deps.forms, open, locale, now);
    const { staffId } = helper.value;
    const checked = checkHelped(helper.value, content.person, { staffNumber: staffId === null ? null : await deps.staffNumber(open.draft.commune_code, staffId), signedIn: actor.kind === 'citizen' ? actor.citizenNumber : null });
    if (!checked.ok) return refused({ ...checked.problem, field: 'ten' });
  }
  const named = await nameHelper(deps, keyOf(open), helper?.value, context);
  return named.ok ? redirect(FORM_PATHS.draft(open.token), SECRET_HEADERS) : refused(named.problem);
}

async function answerWho(deps: AssistedDeps, input: PageInput, open: OpenDraft, entries: HelperEntries, problem: Problem | undefined): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const said = problem === undefined ? undefined : sayAssisted(problem, locale);
  const page = renderPublicPage(
    { context, office: await deps.office(), title: ASSISTED_WORDS[locale]['who-title'], path: ASSISTED_PATHS.who(open.token), indexed: false },
    <WhoPage
      locale={locale} action={ASSISTED_PATHS.who(open.token)} entries={entries} officer={officerOf(context.actor)}
      faults={problem === undefined || said === undefined ? [] : [{ field: problem.field ?? '', code: problem.code, message: said.sentence }]}
    />,
  );
  return answerSecret(input, page, said?.status ?? 200);
}
