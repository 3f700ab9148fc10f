import { type Static, type TSchema, Type } from 'typebox';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Moment = Type.String({ format: 'date-time' });
const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** GET /api/retention: how long each kind of data is kept, what would go now, what went, and what is held. */
export const RetentionResponse = Type.Object({
  kinds: Type.Array(Type.Object({
    kind: Type.String(), name: Type.String(), act: Type.Union([Type.Literal('erase'), Type.Literal('blur')]),
    after: Type.Union([Type.Literal('result-given'), Type.Literal('work-ended'), Type.Literal('uploaded')]), days: Type.Integer(), basis: Type.String(),
    due: Type.Integer(), codes: Type.Array(Type.String()),
  })),
  stays: Type.Array(Type.Object({ what: Type.String(), years: Type.Integer(), basis: Type.String() })),
  runs: Type.Array(Type.Object({ at: Moment, name: Type.String(), erased: Type.Integer() })),
  holds: Type.Array(Type.Object({ dossierId: Type.String(), code: Type.String(), reason: Type.String(), since: Moment, by: Type.String() })),
});
export type RetentionResponse = Static<typeof RetentionResponse>;

export const HoldParams = Type.Object({ id: Uuid }, closed);
/** POST /api/dossiers/:id/hold and /release: with the reason, such as the number of a complaint. */
export const HoldRequest = Type.Object({ commandId: Uuid, reason: Type.String({ minLength: 1, maxLength: 1000 }) }, closed);
export type HoldRequest = Static<typeof HoldRequest>;
export const HoldResponse = Type.Object({ dossierId: Type.String(), held: Type.Boolean(), reason: Nullable(Type.String()) });
export type HoldResponse = Static<typeof HoldResponse>;

/** GET /api/dossiers/:id/hold. */
export const HoldState = Type.Object({ dossierId: Type.String(), hold: Nullable(Type.Object({ reason: Type.String(), since: Moment, by: Type.String() })) });
export type HoldState = Static<typeof HoldState>;
