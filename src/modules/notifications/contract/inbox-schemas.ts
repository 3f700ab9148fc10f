import { type Static, Type } from 'typebox';
import { type NoticeKind } from './notice.ts';

const closed = { additionalProperties: false } as const;
const Moment = Type.String({ format: 'date-time' });
const Uuid = Type.String({ format: 'uuid' });

/** GET /api/inbox/count: what the bell shows. */
export const InboxCount = Type.Object({ unread: Type.Integer() });
export type InboxCount = Static<typeof InboxCount>;

/** GET /api/inbox: newest first; `before` is the id of the last one that was seen. */
export const InboxQuery = Type.Object({ before: Type.Optional(Uuid) }, closed);
export const InboxResponse = Type.Object({
  unread: Type.Integer(),
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.Unsafe<NoticeKind>(Type.String()),
      dossierId: Type.Union([Type.String(), Type.Null()]),
      facts: Type.Record(Type.String(), Type.String()),
      toldAt: Moment,
      read: Type.Boolean(),
    }),
  ),
  more: Type.Boolean(),
});
export type InboxResponse = Static<typeof InboxResponse>;

/** POST /api/inbox/read: these, or everything that came until now (`ids` null). */
export const ReadRequest = Type.Object({ commandId: Uuid, ids: Type.Union([Type.Array(Uuid, { minItems: 1, maxItems: 200 }), Type.Null()]) }, closed);
