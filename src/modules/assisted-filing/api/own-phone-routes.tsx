import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { type Problem } from '../../../kernel/result.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { narrowToCommune } from '../../../platform/db/commune-scope.ts';
import { type Answer, defineRoute, type Route, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { answerSecret } from '../../dossiers/index.ts';
import { type OpenDraft, readDraft, tokenOfDraft, withDraft } from '../../forms/index.ts';
import { type Helper } from '../domain/who-helps.ts';
import { findFilingByAgreeHash, helperOf } from '../store/filings.ts';
import { AGREE_SHEET } from '../ui/public/agree-sheet.ts';
import { ASSISTED_WORDS } from '../ui/public/messages.ts';
import { CodePage, GonePage, OwnPhonePage } from '../ui/public/own-phone-page.tsx';
import { OWN_PHONE_HEADERS } from './agree-script.ts';
import { ASSISTED_PATHS } from './assisted-paths.ts';
import { contentHash } from './content-hash.ts';
import { type AssistedDeps } from './deps.ts';
import { helperLine } from './draft-help.ts';
import { makeCode } from './make-code.ts';
import { isHelperBrowser } from './same-browser.ts';
import { sayAssisted } from './say-assisted.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

/** Exactly what the link signer makes. */
const SECRET = /^[A-Za-z0-9_-]{22}$/;
const SecretParams = Type.Object({ secret: Type.String() });

/** What the person opens on their own phone: everything in large type, and the button that gives them a code. All of it works without a script. */
export function ownPhoneRoutes(deps: AssistedDeps): readonly Route[] {
  const withOwn = async (input: PageInput, secret: string, go: (open: OpenDraft, helper: Helper) => Promise<Answer>): Promise<Answer> => {
    const row = SECRET.test(secret) ? await findFilingByAgreeHash(deps.db, deps.links.hash(secret)) : undefined;
    if (row?.sent_at !== null) return answerGone(deps, input, 'own-gone-words');
    narrowToCommune(row.commune_code);
    const token = await tokenOfDraft(deps.forms, row.commune_code, row.id);
    return token === undefined ? answerGone(deps, input, 'own-gone-words') : withDraft(deps.forms, input, token, (open) => go(open, helperOf(row)));
  };
  return [
    defineRoute({
      method: 'GET', url: '/dong-y/:secret', policy: anyoneOrKiosk, summary: 'Xem lại trên điện thoại của mình / Read it on the own phone', tag: 'assisted-filing', kind: 'page', schema: { params: SecretParams },
      handle: (input) => withOwn(input, input.params.secret, (open, helper) => answerOwn(deps, input, input.params.secret, open, helper, undefined)),
    }),
    defineRoute({
      method: 'POST', url: '/dong-y/:secret', policy: anyoneOrKiosk, summary: 'Đồng ý và lấy mã / Agree and get the code', tag: 'assisted-filing', kind: 'page', perMinute: 20,
      schema: { params: SecretParams, body: Type.Object({ noiDung: Type.Optional(Type.String()), commandId: Type.Optional(Type.String()) }) },
      handle: (input) => withOwn(input, input.params.secret, async (open, helper) => {
        const { context, body } = input;
        const { secret } = input.params;
        const refused = (problem: Problem) => answerOwn(deps, input, secret, open, helper, problem);
        if (isHelperBrowser(deps, open.draft.dossier_id, context.cookies)) return refused({ code: 'assisted.same-browser' });
        const reading = await readDraft(deps.forms, open, context.locale, context.now);
        if (reading.faults > 0) return refused({ code: 'assisted.faults-left' });
        const id = body.commandId ?? '';
        const made = await makeCode(deps, { content: reading.content, hash: body.noiDung ?? '', id: isUuid(id) ? id : deps.newId(), now: context.now });
        if (!made.ok) return refused(made.problem);
        const { locale } = context;
        return answerWith(input, renderPublicPage(
          { context: large(context), office: await deps.office(), title: ASSISTED_WORDS[locale]['own-code-title'], path: ASSISTED_PATHS.ownPhone(secret), indexed: false, sheet: AGREE_SHEET },
          <CodePage locale={locale} code={made.value.code} back={ASSISTED_PATHS.ownPhone(secret)} />,
        ), 200);
      }),
    }),
  ];
}

function large(context: PageInput['context']): PageInput['context'] {
  return { ...context, display: { ...context.display, scale: '150' } };
}

async function answerOwn(deps: AssistedDeps, input: PageInput, secret: string, open: OpenDraft, helper: Helper, problem: Problem | undefined): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const reading = await readDraft(deps.forms, open, locale, context.now);
  const said = problem === undefined ? undefined : sayAssisted(problem, locale);
  const page = renderPublicPage(
    { context: large(context), office: await deps.office(), title: ASSISTED_WORDS[locale]['own-title'], path: ASSISTED_PATHS.ownPhone(secret), indexed: false, sheet: AGREE_SHEET },
    <OwnPhonePage
      locale={locale} title={reading.title} helper={helper.name} helperLine={helperLine(helper, locale)} groups={reading.groups} papers={reading.papers.sent}
      trouble={said?.sentence} action={ASSISTED_PATHS.ownPhone(secret)} hidden={{ noiDung: contentHash(reading.content, helper) }} commandId={deps.newId()} complete={reading.faults === 0}
    />,
  );
  return answerWith(input, page, said?.status ?? 200);
}

async function answerGone(deps: AssistedDeps, input: PageInput, words: 'own-gone-words'): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const page = renderPublicPage({ context, office: await deps.office(), title: ASSISTED_WORDS[locale]['own-gone-title'], path: '/', indexed: false }, <GonePage locale={locale} words={ASSISTED_WORDS[locale][words]} />);
  return answerSecret(input, page, 404);
}

async function answerWith(input: PageInput, page: string, status: number): Promise<Answer> {
  const answer = await answerSecret(input, page, status);
  return answer.kind === 'html' ? { ...answer, headers: { ...answer.headers, ...OWN_PHONE_HEADERS } } : answer;
}
