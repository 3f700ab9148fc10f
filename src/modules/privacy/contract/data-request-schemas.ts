import { type Static, type TSchema, Type } from 'typebox';
import { DATA_REQUEST_KINDS, type DataRequestAction, type DataRequestKind, type DataRequestState } from '../domain/data-request.ts';

const closed = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Moment = Type.String({ format: 'date-time' });
const Words = (most: number) => Type.String({ maxLength: most });
const NeededWords = (most: number) => Type.String({ minLength: 1, maxLength: most });
const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const Kind = Type.Unsafe<DataRequestKind>(Type.Union(DATA_REQUEST_KINDS.map((kind) => Type.Literal(kind))));
const State = Type.Unsafe<DataRequestState>(Type.String());

export const DataRequestParams = Type.Object({ id: Uuid }, closed);

/** GET /api/data-requests: what waits, the next to be due first, or what is over. */
export const DataRequestQuery = Type.Object({ list: Type.Union([Type.Literal('open'), Type.Literal('over')]) }, closed);

const line = {
  id: Type.String(),
  code: Type.String(),
  kind: Kind,
  state: State,
  personName: Type.String(),
  channel: Type.Union([Type.Literal('counter'), Type.Literal('tracking')]),
  receivedAt: Moment,
  dueAt: Moment,
  late: Type.Boolean(),
  takenBy: Nullable(Type.String()),
  decidedAt: Nullable(Moment),
};

export const DataRequestListResponse = Type.Object({ items: Type.Array(Type.Object(line)), open: Type.Integer(), late: Type.Integer() });
export type DataRequestListResponse = Static<typeof DataRequestListResponse>;

/** What stays although erasure was asked, by which law and until when. */
const Outcome = Type.Object({
  corrected: Type.Array(Type.String()),
  erased: Type.Array(Type.Object({ what: Type.String(), count: Type.Integer() })),
  stays: Type.Array(Type.Object({ what: Type.String(), basis: Type.String(), until: Nullable(Type.String()) })),
});
export type RequestOutcome = Static<typeof Outcome>;

/** GET /api/data-requests/:id */
export const DataRequestResponse = Type.Object({
  ...line,
  version: Type.Integer(),
  words: Type.String(),
  person: Type.Object({
    id: Type.String(), fullName: Type.String(), citizenNumber: Nullable(Type.String()), phone: Nullable(Type.String()), email: Nullable(Type.String()),
    address: Type.String(), birthDate: Nullable(Type.String()), sex: Nullable(Type.String()),
  }),
  receivedBy: Nullable(Type.String()),
  decidedBy: Nullable(Type.String()),
  answer: Nullable(Type.String()),
  legalBasis: Nullable(Type.String()),
  outcome: Nullable(Outcome),
  /** Until when the copy may be taken; null when there is none. */
  copyUntil: Nullable(Moment),
  actions: Type.Array(Type.Unsafe<DataRequestAction>(Type.String())),
});
export type DataRequestResponse = Static<typeof DataRequestResponse>;

/** POST /api/data-requests: at the counter, for whoever shows their card. */
export const NewDataRequest = Type.Object({ commandId: Uuid, requestId: Uuid, citizenNumber: NeededWords(20), kind: Kind, words: NeededWords(2000) }, closed);
export type NewDataRequest = Static<typeof NewDataRequest>;

/** What a correction changes; an entry that is left out stays as it is. */
const Correction = Type.Object(
  {
    fullName: Type.Optional(NeededWords(100)), birthDate: Type.Optional(Type.String({ format: 'date' })), sex: Type.Optional(Type.Union([Type.Literal('male'), Type.Literal('female')])),
    address: Type.Optional(NeededWords(300)), phone: Type.Optional(NeededWords(20)), email: Type.Optional(NeededWords(200)),
  },
  closed,
);
export type Correction = Static<typeof Correction>;

/** POST /api/data-requests/:id/actions */
export const DataRequestActionRequest = Type.Object(
  {
    commandId: Uuid,
    expectedVersion: Type.Integer({ minimum: 1 }),
    action: Type.Union([Type.Literal('take'), Type.Literal('finish'), Type.Literal('refuse'), Type.Literal('withdraw')]),
    answer: Words(4000),
    legalBasis: Words(500),
    correction: Nullable(Correction),
  },
  closed,
);
export type DataRequestActionRequest = Static<typeof DataRequestActionRequest>;
export const DataRequestChanged = Type.Object({ id: Type.String(), state: State, version: Type.Integer() });
export type DataRequestChanged = Static<typeof DataRequestChanged>;
