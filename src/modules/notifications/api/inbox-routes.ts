import { anyStaff, staffOf } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database } from '../../../platform/db/database.ts';
import { defineRoute, json, problemAnswer, type Route } from '../../../platform/http/route.ts';
import { showsList } from '../../../platform/http/shows.ts';
import { InboxCount, InboxQuery, InboxResponse, ReadRequest } from '../contract/inbox-schemas.ts';
import { NOTICE_KINDS } from '../contract/notice.ts';
import { countUnread, listNotices, markRead, type StaffNoticeRow } from '../store/inbox.ts';

const tag = 'notifications';
const PAGE = 50;

/** Everybody's own inbox: the count of the bell, the list, and having read it. */
export function inboxRoutes(db: Database): readonly Route[] {
  return [
    defineRoute({
      method: 'GET', url: '/api/inbox/count', policy: anyStaff, summary: 'How many notices are unread', tag, kind: 'api', schema: { response: InboxCount },
      handle: async ({ context }) => {
        const { communeCode, staffId } = staffOf(context.actor);
        return json({ unread: await countUnread(db, communeCode, staffId) });
      },
    }),
    defineRoute({
      method: 'GET', url: '/api/inbox', policy: anyStaff, summary: 'Notices of the person who is signed in, newest first', tag, kind: 'api', schema: { query: InboxQuery, response: InboxResponse },
      shows: showsList('dossiers.listed', 'inbox', 'items', 'dossierId'),
      handle: async ({ query, context }) => {
        const { communeCode, staffId } = staffOf(context.actor);
        const [unread, rows] = await Promise.all([countUnread(db, communeCode, staffId), listNotices(db, communeCode, staffId, query.before ?? null, PAGE + 1)]);
        return json({ unread, items: rows.slice(0, PAGE).flatMap(noticeView), more: rows.length > PAGE });
      },
    }),
    defineRoute({
      method: 'POST', url: '/api/inbox/read', policy: anyStaff, summary: 'Mark notices as read', tag, kind: 'api', schema: { body: ReadRequest, response: InboxCount },
      handle: async ({ body, context }) => {
        const { communeCode, staffId } = staffOf(context.actor);
        const envelope = { communeCode, commandId: body.commandId, kind: 'read-notices', actor: context.actor, request: body, now: context.now, address: context.address };
        const done = await runCommand(db, envelope, async (tx) => {
          await markRead(tx, communeCode, staffId, body.ids, context.now);
          return ok({ result: null, journal: { action: 'notices.read', object: `staff:${staffId}` } });
        });
        return done.ok ? json({ unread: await countUnread(db, communeCode, staffId) }) : problemAnswer(done.problem);
      },
    }),
  ];
}

/** A notice as it leaves the building; one of a kind that only a newer program knows is left out. */
function noticeView(row: StaffNoticeRow): InboxResponse['items'] {
  const kind = NOTICE_KINDS.find((known) => known === row.kind);
  if (kind === undefined) return [];
  // Texts only: the contract of whoever told it.
  const facts = row.facts as Record<string, string>;
  return [{ id: row.id, kind, dossierId: row.dossier_id, facts, toldAt: row.told_at.toISOString(), read: row.read_at !== null }];
}
