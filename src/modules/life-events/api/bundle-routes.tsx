import { Type } from 'typebox';
import { anyoneOrKiosk } from '../../../kernel/actor.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { narrowToCommune } from '../../../platform/db/commune-scope.ts';
import { type Answer, defineRoute, problemAnswer, redirect, type Route } from '../../../platform/http/route.ts';
import { fillMessage, translator } from '../../../platform/i18n/catalogue.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { answerSecret, SECRET_HEADERS } from '../../dossiers/index.ts';
import { beginDraft, changeAnswer, FORM_PATHS, giveFacts } from '../../forms/index.ts';
import { eventInForce, type LifeEvent } from '../domain/life-event.ts';
import { insertBundle, loadMemberForUpdate, setMemberDraft, setWanted, touchBundle } from '../store/bundles.ts';
import { StartBundlePage } from '../ui/public/start-bundle-page.tsx';
import { BUNDLE_WORDS } from '../ui/public/messages.ts';
import { answerList, memberNames, officialOf } from './answer-list.tsx';
import { BUNDLE_PATHS } from './bundle-paths.ts';
import { bundleCode, bundleCodeDigest, bundleToken, readSealedId, sealedId } from './bundle-secrets.ts';
import { bundleDifferences } from './companions.ts';
import { type LifeEventDeps, type PageInput } from './deps.ts';
import { sourcesFor, tellMembers } from './member-facts.ts';
import { answerEnd, bundleEnd, type OpenBundle, withBundle } from './open-bundle.tsx';

const SlugParams = Type.Object({ slug: Type.String() });
const TokenParams = Type.Object({ token: Type.String() });
/** Ticked boxes come as one text, several, or not at all. */
const Ticked = Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())]));
const PER_MINUTE = 30;

/** Beginning a bundle, its list, and what is done from there. */
export function bundleRoutes(deps: LifeEventDeps): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/khai-mot-lan/bat-dau/:slug', policy: anyoneOrKiosk, summary: 'Khai nhiều việc một lần: chọn việc / Declaring together: choosing', tag: 'life-events', kind: 'page', schema: { params: SlugParams },
      handle: (input) => atEvent(deps, input, input.params.slug, (setting) => answerStart(deps, input, setting, undefined)),
    }),
    defineRoute({
      method: 'POST', url: '/khai-mot-lan/bat-dau/:slug', policy: anyoneOrKiosk, summary: 'Bắt đầu khai nhiều việc một lần / Begin to declare together', tag: 'life-events', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: SlugParams, body: Type.Object({ ban: Type.Optional(Type.String()), dau: Type.Optional(Type.String()), viec: Ticked }) },
      handle: (input) => atEvent(deps, input, input.params.slug, async (setting) => {
        const wanted = tickedMembers(setting.event, input.body.viec);
        if (wanted.size === 0) return answerStart(deps, input, setting, BUNDLE_WORDS[input.context.locale]['choose-one'], 422);
        const id = readSealedId(deps, input.body.ban ?? '', input.body.dau ?? '') ?? deps.newId();
        return redirect(BUNDLE_PATHS.list(await begin(deps, setting, id, wanted, input.context.now)), SECRET_HEADERS);
      }),
    }),
    defineRoute({
      method: 'GET', url: '/khai-mot-lan/:token', policy: anyoneOrKiosk, summary: 'Danh sách việc khai cùng nhau / What is declared together', tag: 'life-events', kind: 'page',
      schema: { params: TokenParams, query: Type.Object({ gui: Type.Optional(Type.String()) }) },
      handle: (input) => withBundle(deps, input, input.params.token, (open) => answerList(deps, input, open, { sent: input.query.gui })),
    }),
    defineRoute({
      method: 'POST', url: '/khai-mot-lan/:token/chon', policy: anyoneOrKiosk, summary: 'Chọn lại việc cần làm / Choose again', tag: 'life-events', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: TokenParams, body: Type.Object({ viec: Ticked }) },
      handle: (input) => withBundle(deps, input, input.params.token, async (open) => {
        const wanted = tickedMembers(open.event, input.body.viec);
        const t = translator(BUNDLE_WORDS, input.context.locale);
        if (wanted.size === 0) return answerList(deps, input, open, { trouble: t('choose-one') }, 422);
        await deps.db.transaction().execute(async (tx) => {
          await setWanted(tx, open.bundle, wanted, open.members);
          await touchBundle(tx, open.bundle, input.context.now, bundleEnd(input.context.now));
        });
        return redirect(BUNDLE_PATHS.list(open.token), SECRET_HEADERS);
      }),
    }),
    defineRoute({
      method: 'POST', url: '/khai-mot-lan/:token/khai/:member', policy: anyoneOrKiosk, summary: 'Khai một việc trong danh sách / Declare one of them', tag: 'life-events', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: Type.Object({ token: Type.String(), member: Type.String() }) },
      handle: (input) => withBundle(deps, input, input.params.token, (open) => declare(deps, input, open, input.params.member)),
    }),
    defineRoute({
      method: 'POST', url: '/khai-mot-lan/:token/sua-cung', policy: anyoneOrKiosk, summary: 'Sửa cùng một điều ở tờ khai kia / Change it in the other declaration too', tag: 'life-events', kind: 'page', perMinute: PER_MINUTE,
      schema: { params: TokenParams, body: Type.Object({ tu: Type.Optional(Type.String()), cau: Type.Optional(Type.String()), sang: Type.Optional(Type.String()), ban: Type.Optional(Type.String()) }) },
      handle: (input) => withBundle(deps, input, input.params.token, (open) => changeToo(deps, input, open, input.body)),
    }),
  ];
}

interface EventSetting {
  readonly communeCode: string;
  readonly event: LifeEvent;
}

/** A life event of the day; for any other address its page, or the home page before set-up. */
async function atEvent(deps: LifeEventDeps, input: PageInput, slug: string, show: (setting: EventSetting) => Promise<Answer>): Promise<Answer> {
  const commune = await deps.homeCommune();
  if (commune === undefined) return problemAnswer({ code: 'request.not-found' });
  narrowToCommune(commune.code);
  const t = translator(BUNDLE_WORDS, input.context.locale);
  const event = eventInForce(deps.events, slug, dateAt(input.context.now.getTime()));
  if (event === undefined) return answerEnd(deps, input, 404, t('no-event-title'), t('no-event-words'), [{ label: t('search'), href: PUBLIC_PATHS.search }, { label: t('home'), href: PUBLIC_PATHS.home }]);
  return show({ communeCode: commune.code, event });
}

function tickedMembers({ members }: LifeEvent, ticked: string | readonly string[] | undefined): ReadonlySet<string> {
  const keys = typeof ticked === 'string' ? [ticked] : (ticked ?? []);
  return new Set(members.map(({ key }) => key).filter((key) => keys.includes(key)));
}

async function answerStart(deps: LifeEventDeps, input: PageInput, { communeCode, event }: EventSetting, fault: string | undefined, status = 200): Promise<Answer> {
  const { context } = input;
  const { locale } = context;
  const names = await memberNames(deps, communeCode, event, context);
  const nameOf = (key: string): string => names.get(key)?.name ?? key;
  const page = renderPublicPage(
    {
      context, office: await deps.office(), title: fillMessage(BUNDLE_WORDS[locale]['start-title'], { event: event.name[locale] }), path: BUNDLE_PATHS.start(event.slug), indexed: false,
      breadcrumb: [{ label: event.name[locale], href: PUBLIC_PATHS.lifeEvent(event.slug) }],
    },
    <StartBundlePage
      locale={locale}
      event={event.name[locale]}
      intro={event.intro[locale]}
      official={officialOf(deps, event, context.now, locale)}
      members={event.members.flatMap(({ key, who, waitsFor }) => (names.get(key)?.available === true ? [{ key, name: nameOf(key), who: who[locale], after: waitsFor.map(({ member, what }) => ({ name: nameOf(member), what: what[locale] })) }] : []))}
      missing={event.members.filter(({ key }) => names.get(key)?.available !== true).map(({ key }) => nameOf(key))}
      fault={fault}
      action={BUNDLE_PATHS.start(event.slug)}
      hidden={{ ...sealedId(deps, deps.newId()) }}
      resume={FORM_PATHS.resume}
    />,
  );
  return answerSecret(input, page, status);
}

async function begin(deps: LifeEventDeps, { communeCode, event }: EventSetting, id: string, wanted: ReadonlySet<string>, now: Date): Promise<string> {
  const token = bundleToken(deps, id);
  await deps.db.transaction().execute((tx) => insertBundle(
    tx,
    {
      commune_code: communeCode, id, event_code: event.code, event_from: event.validFrom, token_hash: deps.links.hash(token), code_digest: bundleCodeDigest(deps, bundleCode(deps, id)),
      started_at: now, opened_at: now, expires_at: bundleEnd(now),
    },
    event.members.map(({ key, procedure }) => ({ key, procedure_code: procedure, wanted: wanted.has(key) })),
  ));
  return token;
}

/** Opens the declaration of a member: a new one with everything that the others told, or the one under way with what was told since. */
async function declare(deps: LifeEventDeps, input: PageInput, open: OpenBundle, key: string): Promise<Answer> {
  const { context } = input;
  const { now } = context;
  const t = translator(BUNDLE_WORDS, context.locale);
  const member = open.event.members.find((one) => one.key === key);
  const form = member === undefined ? undefined : deps.forms.formOf(member.procedure, dateAt(now.getTime()));
  if (member === undefined) return redirect(BUNDLE_PATHS.list(open.token), SECRET_HEADERS);
  const sources = (told: Awaited<ReturnType<typeof tellMembers>>) => (form === undefined ? [] : sourcesFor(open.event, key, form, told, dateAt(now.getTime())));
  const opened = await deps.db.transaction().execute(async (tx): Promise<{ readonly path: string; readonly under?: { readonly draftId: string; readonly sources: ReturnType<typeof sources> } } | undefined> => {
    const row = await loadMemberForUpdate(tx, open.bundle, key);
    if (row === undefined || row.dossier_id !== null) return { path: BUNDLE_PATHS.list(open.token) };
    const within = { ...deps.pages, db: tx };
    const told = await tellMembers(within, { ...open, members: open.members.map((one) => (one.key === key ? row : one)) }, now);
    const own = told.find((one) => one.row.key === key)?.told;
    await touchBundle(tx, open.bundle, now, bundleEnd(now));
    if (own?.state === 'open' && row.draft_id !== null && own.path !== undefined) return { path: own.path, under: { draftId: row.draft_id, sources: sources(told) } };
    const draftId = deps.newId();
    const begun = await beginDraft(within, member.procedure, draftId, context, sources(told));
    if (begun === undefined) return undefined;
    await setMemberDraft(tx, open.bundle, key, draftId, now);
    return { path: begun.path };
  });
  if (opened === undefined) return answerList(deps, input, open, { trouble: t('closed-now') }, 422);
  // After the member was let go: sending locks the draft first and then its member.
  const { under } = opened;
  if (under !== undefined) await deps.db.transaction().execute((tx) => giveFacts(tx, deps.forms, { communeCode: open.bundle.commune_code, draftId: under.draftId }, under.sources, now));
  return redirect(opened.path, SECRET_HEADERS);
}

interface ChangeWish {
  readonly tu?: string | undefined;
  readonly cau?: string | undefined;
  readonly sang?: string | undefined;
  readonly ban?: string | undefined;
}

/** Changes in another declaration what was changed in one, as its person asked; what was sent or changed meanwhile stays and is said. */
async function changeToo(deps: LifeEventDeps, input: PageInput, open: OpenBundle, wish: ChangeWish): Promise<Answer> {
  const { now, locale } = input.context;
  const all = await tellMembers(deps, open, now);
  const me = all.find(({ row }) => row.key === wish.tu);
  if (me === undefined) return redirect(BUNDLE_PATHS.list(open.token), SECRET_HEADERS);
  const difference = bundleDifferences(open.event, me, all, locale, now).find((one) => one.other === wish.sang && one.field === wish.cau);
  const changed = difference?.change !== undefined && String(difference.told.version) === wish.ban
    && await changeAnswer(deps.db, { communeCode: open.bundle.commune_code, draftId: difference.draftId, version: difference.told.version }, difference.there, difference.change, now);
  const path = me.told.state === 'open' ? me.told.path : undefined;
  if (!changed || path === undefined) return answerList(deps, input, open, { trouble: BUNDLE_WORDS[locale]['not-changed'] }, 409);
  return redirect(`${path}/xem-lai`, SECRET_HEADERS);
}
