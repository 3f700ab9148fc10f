import { onlyRoles, type StaffActor, staffOf, withRight } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { defineRoute, json, problemAnswer, type RequestContext, type Route } from '../../../platform/http/route.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { listStaffMembers, refuseStale, signedIn } from '../../identity/index.ts';
import {
  type AddLink, AddLinkBody, LinkAddedView, LinkParams, LinkRemovedView, OwnLinkParams, type OwnLinks, OwnLinksView, RemoveLinkBody, StaffLinksView, type StaffLinks, StartLinkBody, StartLinkView,
} from '../contract/link-schemas.ts';
import { tidyMark } from '../domain/read-staff-identity.ts';
import { deleteLink, insertLink, listLinks } from '../store/staff-links.ts';
import { type SingleSignOnDeps } from './deps.ts';
import { beginAttempt, isSecure, OWN_ACCOUNT } from './sign-on-routes.tsx';
import { isStaffSignOnAllowed } from './sign-on-staff.ts';

const tag = 'single-sign-on';
/** Whoever links an identity to an account can come in as its person: as much as giving a new password. */
const linker = withRight(onlyRoles('administrator'), 'recover-account');
/** Enough of a subject to tell two apart. */
const SHOWN_OF_SUBJECT = 6;

/** Links between accounts of staff and identities of a provider: one's own, and those that an administrator makes beforehand. */
export function linkRoutes(deps: SingleSignOnDeps): readonly Route[] {
  const providers = deps.providers.filter(({ settings }) => settings.kind === 'staff');
  const labelOf = (key: string, locale: Locale): string => providers.find(({ settings }) => settings.key === key)?.settings.label[locale] ?? key;
  return [
    defineRoute({
      method: 'GET', url: '/api/sign-on-links', policy: signedIn, summary: 'Nơi đăng nhập đã gắn với tài khoản của tôi / Identities linked to my account', tag, kind: 'api', schema: { response: OwnLinksView },
      handle: async ({ context }) => {
        const { communeCode, staffId } = staffOf(context.actor);
        const [links, allowed] = await Promise.all([listLinks(deps.db, communeCode, staffId), isStaffSignOnAllowed(deps, communeCode, context.now)]);
        const view: OwnLinks = {
          allowed,
          providers: providers.map(({ settings: { key, label } }) => {
            const link = links.find((one) => one.provider === key && one.kind === 'subject');
            return { key, label: label[context.locale], link: link === undefined ? null : { id: link.id, linkedAt: link.linkedAt.toISOString() } };
          }),
        };
        return json(view);
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/sign-on-links/start', policy: signedIn, summary: 'Gắn tài khoản của tôi với nơi đăng nhập / Link my account to an identity', tag, kind: 'api', perMinute: 20,
      schema: { body: StartLinkBody, response: StartLinkView },
      handle: async ({ body, context, request }) => {
        const actor = staffOf(context.actor);
        const stale = refuseStale(actor, context.now);
        if (stale !== undefined) return problemAnswer(stale.problem);
        const provider = providers.find(({ settings }) => settings.key === body.provider);
        if (provider === undefined) return problemAnswer({ code: 'sign-on.not-set-up' });
        const facts = { provider: provider.settings.label[context.locale] };
        if (!(await isStaffSignOnAllowed(deps, actor.communeCode, context.now))) return problemAnswer({ code: 'sign-on.staff-off', facts });
        const begun = await beginAttempt(deps, provider, context, OWN_ACCOUNT, actor.staffId, isSecure(deps, request));
        return begun.ok ? json({ address: begun.value.address }, { 'set-cookie': begun.value.cookie }) : problemAnswer({ ...begun.problem, facts });
      },
    }),
    defineRoute({
      method: 'DELETE', url: '/api/sign-on-links/:linkId', policy: signedIn, summary: 'Gỡ liên kết của tôi / Remove one of my links', tag, kind: 'api', schema: { params: OwnLinkParams, response: LinkRemovedView },
      handle: async ({ params, context }) => {
        const actor = staffOf(context.actor);
        const stale = refuseStale(actor, context.now);
        if (stale !== undefined) return problemAnswer(stale.problem);
        const removed = await removeLink(deps, actor, params.linkId, deps.newId(), context, actor.staffId);
        return removed.ok ? json(removed.value) : problemAnswer(removed.problem);
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/staff-sign-on-links', policy: onlyRoles('administrator'), summary: 'Liên kết đăng nhập của cán bộ / Identities linked to accounts of staff', tag, kind: 'api',
      schema: { response: StaffLinksView },
      handle: async ({ context }) => json(await linksView(deps, staffOf(context.actor), context, providers.map(({ settings: { key, label } }) => ({ key, label: label[context.locale] })))),
    }),
    defineRoute({
      method: 'POST', url: '/api/staff-sign-on-links', policy: linker, summary: 'Gắn trước tài khoản của một cán bộ / Link an account of staff beforehand', tag, kind: 'api',
      schema: { body: AddLinkBody, response: LinkAddedView },
      handle: async ({ body, context }) => {
        if (!providers.some(({ settings }) => settings.key === body.provider)) return problemAnswer({ code: 'sign-on.not-set-up' });
        const added = await addLink(deps, staffOf(context.actor), body, context);
        return added.ok ? json(added.value) : problemAnswer({ ...added.problem, facts: { provider: labelOf(body.provider, context.locale) } });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/staff-sign-on-links/:id/remove', policy: linker, summary: 'Gỡ liên kết của một cán bộ / Remove a link of staff', tag, kind: 'api',
      schema: { params: LinkParams, body: RemoveLinkBody, response: LinkRemovedView },
      handle: async ({ params, body, context }) => {
        const removed = await removeLink(deps, staffOf(context.actor), params.id, body.commandId, context);
        return removed.ok ? json(removed.value) : problemAnswer(removed.problem);
      },
    }),
  ];
}

async function linksView(deps: SingleSignOnDeps, { communeCode }: StaffActor, { now }: RequestContext, providers: StaffLinks['providers']): Promise<StaffLinks> {
  const [links, people, allowed] = await Promise.all([listLinks(deps.db, communeCode), listStaffMembers(deps.db, communeCode, dateAt(now.getTime())), isStaffSignOnAllowed(deps, communeCode, now)]);
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return {
    allowed, providers,
    people: people.filter(({ active }) => active).map(({ id, fullName, userName }) => ({ id, name: fullName, userName })),
    links: links.map(({ id, staffId, provider, kind, value, linkedAt, linkedBy }) => ({
      id, staffId, name: names.get(staffId) ?? '', provider, kind, value: kind === 'subject' ? `${value.slice(0, SHOWN_OF_SUBJECT)}…` : value, linkedAt: linkedAt.toISOString(), linkedByName: names.get(linkedBy) ?? null,
    })),
  };
}

/** Makes a mark by which the first sign-in of a person is recognised. Refuses people of another commune, and what is linked already. */
async function addLink(deps: SingleSignOnDeps, actor: StaffActor, body: AddLink, { now, address }: RequestContext): Promise<Result<{ readonly id: string }>> {
  const { commandId, ...wish } = body;
  const { communeCode } = actor;
  const value = tidyMark(wish.kind, wish.value);
  const people = await listStaffMembers(deps.db, communeCode, dateAt(now.getTime()));
  const envelope = { communeCode, commandId, kind: 'LinkStaffIdentity', actor, request: wish, now, address };
  return runCommand(deps.db, envelope, async (tx) => {
    if (value === '') return refuse('sign-on.mark-missing', undefined, 'value');
    if (!people.some(({ id }) => id === wish.staffId)) return refuse('sign-on.staff-unknown');
    const id = deps.newId();
    const written = await insertLink(tx, { id, communeCode, staffId: wish.staffId, provider: wish.provider, kind: wish.kind, value, linkedBy: actor.staffId }, now);
    if (!written) return refuse('sign-on.identity-taken');
    // The mark itself is personal: the journal knows that there is one, and its kind.
    return ok({ result: { id }, journal: { action: 'staff.sign-on-linked', object: `staff:${wish.staffId}`, facts: { provider: wish.provider, kind: wish.kind } } });
  });
}

/** Removes a link; sessions that it opened go on until they end. Refuses one of another commune, or of another person where only the own ones count. */
async function removeLink(deps: SingleSignOnDeps, actor: StaffActor, id: string, commandId: string, { now, address }: RequestContext, ownOf?: string): Promise<Result<{ readonly removed: true }>> {
  const { communeCode } = actor;
  const envelope = { communeCode, commandId, kind: 'UnlinkStaffIdentity', actor, request: { id }, now, address };
  return runCommand(deps.db, envelope, async (tx) => {
    const gone = await deleteLink(tx, communeCode, id, ownOf);
    if (gone === undefined) return refuse('sign-on.link-unknown');
    return ok({ result: { removed: true }, journal: { action: 'staff.sign-on-unlinked', object: `staff:${gone.staffId}`, facts: { provider: gone.provider, kind: gone.kind } } });
  });
}
