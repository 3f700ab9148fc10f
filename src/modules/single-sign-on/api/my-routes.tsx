import { type ReactElement } from 'react';
import { Type } from 'typebox';
import { anyone, citizen, citizenOf } from '../../../kernel/actor.ts';
import { momentWords } from '../../../kernel/date-words.ts';
import { ok } from '../../../kernel/result.ts';
import { isUuid } from '../../../kernel/uuid.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Answer, defineRoute, redirect, type Route, type RouteShows, type RouteInput, type RouteSchema } from '../../../platform/http/route.ts';
import { answerPage } from '../../../web/public/page-cache/answer-page.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { pathAfterSignIn } from '../../identity/index.ts';
import { CITIZEN_SESSION_LIFE } from '../domain/citizen-session-life.ts';
import { citizenPathAfter, MY_PAGE } from '../domain/citizen-place.ts';
import { deleteOwnCitizenSession, listCitizenSessions } from '../store/citizen-sessions.ts';
import { SIGN_ON_WORDS } from '../ui/public/messages.ts';
import { MyDossiers } from '../ui/public/my-dossiers.tsx';
import { MY_PAGES, MyFrame, type MyPage } from '../ui/public/my-frame.tsx';
import { MyMessages } from '../ui/public/my-messages.tsx';
import { MyPapers } from '../ui/public/my-papers.tsx';
import { MySessions } from '../ui/public/my-sessions.tsx';
import { type OwnAffairs } from '../ui/public/own-affairs.ts';
import { CitizenSignInPage } from '../ui/public/sign-in-page.tsx';
import { type SingleSignOnDeps } from './deps.ts';
import { citizenMark, endCitizenSession } from './open-citizen-session.ts';
import { isSecure } from './sign-on-routes.tsx';
import { endedCitizenCookie } from './sign-on-cookies.ts';

type PageInput = Pick<RouteInput<RouteSchema>, 'request' | 'context'>;

const SIGN_IN = `${MY_PAGE}/dang-nhap`;
const TAG = 'single-sign-on';
/** Pages of one person: nobody keeps them, no search engine lists them, and links on them do not tell where the reader came from. */
const PERSONAL = { 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' } as const;

/** A citizen's look at the own affairs is journalled as such, under the session: who that was stands at its sign-in. */
const OWN_VIEW: RouteShows = {
  action: 'citizen.own-viewed',
  of: ({ context }) => {
    const { sessionId, communeCode } = citizenOf(context.actor);
    return { object: `citizen-session:${sessionId}`, communeCode };
  },
};

/** The pages of a citizen who signed in with an electronic identity: the way in and out, dossiers, papers, messages, sessions. */
export function myRoutes(deps: SingleSignOnDeps): readonly Route[] {
  const ways = deps.providers.filter(({ settings }) => settings.kind === 'citizen');

  const answer = async (input: PageInput, title: string, path: string, content: ReactElement, status = 200): Promise<Answer> => {
    const { context } = input;
    const page = await answerPage(input, renderPublicPage({ context, office: await deps.office(), title, path, indexed: false }, content), status);
    return page.kind === 'html' ? { ...page, headers: { ...page.headers, ...PERSONAL } } : page;
  };

  const mine = (input: PageInput, page: MyPage, content: ReactElement): Promise<Answer> => {
    const { locale } = input.context;
    const { fullName, citizenNumber, assurance } = citizenOf(input.context.actor);
    return answer(input, SIGN_ON_WORDS[locale]['my-title'], MY_PAGES[page], (
      <MyFrame locale={locale} fullName={fullName} citizenNumber={citizenNumber} assurance={assurance} page={page}>
        {content}
      </MyFrame>
    ));
  };

  const affairs = (input: PageInput): Promise<OwnAffairs> => deps.affairsOf(citizenOf(input.context.actor), input.context);

  return [
    defineRoute({
      method: 'GET', url: SIGN_IN, policy: anyone, summary: 'Đăng nhập của người dân / Sign-in for citizens', tag: TAG, kind: 'page',
      schema: { query: Type.Object({ tiep: Type.Optional(Type.String({ maxLength: 4000 })), ra: Type.Optional(Type.String({ maxLength: 20 })) }) },
      handle: async (input) => {
        const { query, context } = input;
        const next = citizenPathAfter(pathAfterSignIn(query.tiep, MY_PAGE));
        if (context.actor.kind === 'citizen') return redirect(next);
        const { locale } = context;
        const left = ways.find(({ settings }) => settings.key === query.ra);
        const leave = left === undefined ? undefined : await left.signOutAddress(`${deps.publicUrl}${SIGN_IN}`);
        return answer(input, SIGN_ON_WORDS[locale]['sign-in-title'], SIGN_IN, (
          <CitizenSignInPage
            locale={locale}
            ways={ways.map(({ settings }) => ({ label: settings.label[locale], href: `/dang-nhap/${settings.key}?${new URLSearchParams({ tiep: next }).toString()}` }))}
            left={left === undefined ? undefined : { provider: left.settings.label[locale], href: leave ?? null }}
          />
        ));
      },
    }),
    defineRoute({
      method: 'GET', url: MY_PAGES.dossiers, policy: citizen, summary: 'Của tôi: hồ sơ / My dossiers', tag: TAG, kind: 'page', shows: OWN_VIEW, schema: {},
      handle: async (input) => {
        const { dossiers } = await affairs(input);
        return mine(input, 'dossiers', <MyDossiers locale={input.context.locale} hotline={(await deps.homeCommune())?.hotline ?? ''} dossiers={dossiers} />);
      },
    }),
    defineRoute({
      method: 'GET', url: MY_PAGES.papers, policy: citizen, summary: 'Của tôi: giấy tờ / My papers', tag: TAG, kind: 'page', shows: OWN_VIEW, schema: {},
      handle: async (input) => mine(input, 'papers', <MyPapers locale={input.context.locale} papers={(await affairs(input)).papers} />),
    }),
    defineRoute({
      method: 'GET', url: MY_PAGES.messages, policy: citizen, summary: 'Của tôi: tin của xã / My messages', tag: TAG, kind: 'page', shows: OWN_VIEW, schema: {},
      handle: async (input) => mine(input, 'messages', <MyMessages locale={input.context.locale} messages={(await affairs(input)).messages} />),
    }),
    defineRoute({
      method: 'GET', url: MY_PAGES.sessions, policy: citizen, summary: 'Của tôi: nơi đang đăng nhập / My sessions', tag: TAG, kind: 'page',
      schema: { query: Type.Object({ xong: Type.Optional(Type.String({ maxLength: 10 })) }) },
      handle: async (input) => {
        const { locale, now, actor } = input.context;
        const me = citizenOf(actor);
        const sessions = await listCitizenSessions(deps.db, me, { now, seenAfter: new Date(now.getTime() - CITIZEN_SESSION_LIFE.idleMs) });
        const labels = new Map(deps.providers.map(({ settings }) => [settings.key, settings.label[locale]]));
        return mine(input, 'sessions', (
          <MySessions
            locale={locale}
            ended={input.query.xong !== undefined}
            sessions={sessions.map(({ id, provider, openedAt, lastSeenAt, address }) => ({
              id, address, current: id === me.sessionId, provider: labels.get(provider) ?? provider,
              sinceWords: momentWords(openedAt.getTime(), locale, 'without-year'), seenWords: momentWords(lastSeenAt.getTime(), locale, 'without-year'),
            }))}
          />
        ));
      },
    }),
    defineRoute({
      method: 'POST', url: `${MY_PAGES.sessions}/:sessionId`, policy: citizen, summary: 'Kết thúc một phiên của tôi / End one of my sessions', tag: TAG, kind: 'page',
      schema: { params: Type.Object({ sessionId: Type.String({ maxLength: 40 }) }) },
      handle: async ({ params, context }) => {
        if (isUuid(params.sessionId)) await endOwn(deps, params.sessionId, context);
        // The same answer for a session that had ended before and for somebody else's: neither counts for the one who asks.
        return redirect(`${MY_PAGES.sessions}?xong=1`, PERSONAL);
      },
    }),
    defineRoute({
      method: 'POST', url: `${MY_PAGE}/dang-xuat`, policy: anyone, summary: 'Đăng xuất của người dân / Sign-out for citizens', tag: TAG, kind: 'page', schema: {},
      handle: async ({ context, request }) => {
        const provider = await endCitizenSession(deps, context);
        return redirect(provider === undefined ? SIGN_IN : `${SIGN_IN}?ra=${provider}`, { ...PERSONAL, 'set-cookie': endedCitizenCookie(isSecure(deps, request)) });
      },
    }),
  ];
}

async function endOwn(deps: SingleSignOnDeps, id: string, { actor, now, address }: PageInput['context']): Promise<void> {
  const me = citizenOf(actor);
  // The session's own id names the command: ending it twice is ending it once.
  const envelope = { communeCode: me.communeCode, commandId: id, kind: 'EndCitizenSession', actor, request: { citizen: citizenMark(deps, me.citizenNumber) }, now, address };
  let token: string | undefined;
  await runCommand(deps.db, envelope, async (tx) => {
    const ended = await deleteOwnCitizenSession(tx, me, id);
    if (ended === undefined) return { ok: false, problem: { code: 'access.not-allowed' } };
    token = ended.tokenHash;
    return ok({ result: {}, journal: { action: 'citizen.session-ended', object: `citizen-session:${id}`, facts: { citizen: citizenMark(deps, me.citizenNumber) } } });
  });
  if (token !== undefined) deps.identify.forget(token);
}
