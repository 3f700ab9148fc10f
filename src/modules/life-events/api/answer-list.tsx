import { dateAt } from '../../../kernel/local-time.ts';
import { type Answer } from '../../../platform/http/route.ts';
import { fillMessage } from '../../../platform/i18n/catalogue.ts';
import { renderPublicPage } from '../../../web/public/public-page/render-public-page.tsx';
import { PUBLIC_PATHS } from '../../../web/public/public-paths.ts';
import { answerSecret } from '../../dossiers/index.ts';
import { FORM_PATHS } from '../../forms/index.ts';
import { type LifeEvent } from '../domain/life-event.ts';
import { type MemberFacts, memberStanding } from '../domain/member-standing.ts';
import { ListPage, type MemberView } from '../ui/public/list-page.tsx';
import { BUNDLE_WORDS } from '../ui/public/messages.ts';
import { BUNDLE_PATHS } from './bundle-paths.ts';
import { type LifeEventDeps, type PageInput } from './deps.ts';
import { tellMembers } from './member-facts.ts';
import { type OpenBundle } from './open-bundle.tsx';

/** What has just happened, and what stands in the way. */
export interface ListNews {
  /** The dossier that was sent a moment ago. */
  readonly sent?: string | undefined;
  readonly good?: string | undefined;
  readonly trouble?: string | undefined;
}

/** A member as the chooser and the list call it: by its procedure of the day, else by the name it had. */
export async function memberNames(deps: LifeEventDeps, communeCode: string, event: LifeEvent, { now, locale }: PageInput['context']): Promise<ReadonlyMap<string, { readonly name: string; readonly available: boolean }>> {
  const day = dateAt(now.getTime());
  return new Map(await Promise.all(event.members.map(async ({ key, procedure: code }) => {
    const procedure = await deps.procedureInForce(communeCode, code, now.getTime());
    const form = deps.forms.formOf(code, day);
    const name = procedure === undefined ? form?.definition.title[locale] : (procedure.name[locale] ?? procedure.name.vi);
    return [key, { name: name ?? code, available: procedure !== undefined && form !== undefined }] as const;
  })));
}

/** The list of a bundle: where each of its declarations stands and what comes next. */
export async function answerList(deps: LifeEventDeps, input: PageInput, open: OpenBundle, news: ListNews, status = 200): Promise<Answer> {
  const { context } = input;
  const { locale, now } = context;
  const { bundle, event, token } = open;
  const told = await tellMembers(deps, open, now);
  const names = await memberNames(deps, bundle.commune_code, event, context);
  const dossiers = new Map((await deps.standingsOf(bundle.commune_code, open.members.flatMap(({ dossier_id: id }) => (id === null ? [] : [id])), locale)).map((one) => [one.id, one]));
  const facts = event.members.flatMap(({ key }): readonly MemberFacts[] => {
    const member = told.find(({ row }) => row.key === key);
    if (member === undefined) return [];
    const { row } = member;
    return [{
      key, wanted: row.wanted, available: names.get(key)?.available ?? false, told: row.dossier_id === null ? (member.told.state === 'open' ? 'open' : 'none') : 'sent', dossierId: row.dossier_id,
      granted: row.dossier_id !== null && dossiers.get(row.dossier_id)?.granted === true,
    }];
  });
  const nameOf = (key: string): string => names.get(key)?.name ?? key;
  const members = event.members.flatMap((member): readonly MemberView[] => {
    const own = facts.find(({ key }) => key === member.key);
    if (own === undefined) return [];
    const standing = memberStanding(own, member.waitsFor.map((wait) => wait.member), facts);
    const dossier = standing.kind === 'sent' ? dossiers.get(standing.dossierId) : undefined;
    return [{
      key: member.key, name: nameOf(member.key), who: member.who[locale], kind: standing.kind,
      waits: standing.kind === 'todo' || standing.kind === 'open' ? standing.waits.map((wait) => ({ name: nameOf(wait.member), from: wait.from, what: member.waitsFor.find((one) => one.member === wait.member)?.what[locale] ?? '' })) : [],
      action: BUNDLE_PATHS.declare(token, member.key),
      dossier: dossier === undefined ? undefined : { code: dossier.code, words: dossier.words, href: `/h/${deps.links.token('dossier', dossier.id)}` },
      procedure: PUBLIC_PATHS.procedure(member.procedure),
    }];
  });
  const sent = news.sent === undefined ? undefined : dossiers.get(news.sent);
  const page = renderPublicPage(
    { context, office: await deps.office(), title: fillMessage(BUNDLE_WORDS[locale]['list-title'], { event: event.name[locale] }), path: BUNDLE_PATHS.list(token), indexed: false },
    <ListPage
      locale={locale}
      event={event.name[locale]}
      members={members}
      sent={sent === undefined ? undefined : { name: sent.procedureName, code: sent.code, href: `/h/${deps.links.token('dossier', sent.id)}?moi=1` }}
      good={news.good}
      trouble={news.trouble}
      choose={BUNDLE_PATHS.choose(token)}
      later={BUNDLE_PATHS.later(token)}
      deletion={BUNDLE_PATHS.deletion(token)}
      official={officialOf(deps, event, now, locale)}
    />,
  );
  return answerSecret(input, page, status);
}

/** The linked procedures that cover some of the event, while they are in force. */
export function officialOf(deps: LifeEventDeps, { official }: LifeEvent, now: Date, locale: 'vi' | 'en'): { readonly words: string; readonly href: string | undefined } | undefined {
  const day = dateAt(now.getTime());
  if (official === null || !deps.groupInForce(official.group, day)) return undefined;
  const declared = official.procedure !== null && deps.forms.formOf(official.procedure, day) !== undefined;
  return { words: official.words[locale], href: official.procedure === null || !declared ? undefined : FORM_PATHS.start(official.procedure) };
}
