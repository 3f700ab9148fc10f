import { type Static, Type } from 'typebox';
import { closed, Instant, IsoDate, NeededWords, Nullable, Uuid, Words } from './parts.ts';

/** POST /api/dossiers/:id/papers: a paper that is made on demand. A receipt that says something new needs the reason. */
export const PaperOrderRequest = Type.Object({ commandId: Uuid, kind: Type.Union([Type.Literal('receipt'), Type.Literal('control-sheet')]), reason: Nullable(Words(500)) }, closed);
export type PaperOrderRequest = Static<typeof PaperOrderRequest>;

/** Which dossiers a register is about: received from one day to another, at most a year; of one field where one is given. */
const REGISTER = { from: IsoDate, to: IsoDate, field: Type.Optional(NeededWords(200)) };

/** POST /api/papers/register: form 07. */
export const RegisterRequest = Type.Object({ commandId: Uuid, ...REGISTER }, closed);
export type RegisterRequest = Static<typeof RegisterRequest>;

/** GET /api/papers/register: what a register of the period would hold. */
export const RegisterQuery = Type.Object(REGISTER, closed);
export type RegisterQuery = Static<typeof RegisterQuery>;

/** The first rows, with the numbers of all of them and of each field of the period. */
export const RegisterResponse = Type.Object({
  total: Type.Integer(),
  returned: Type.Integer(),
  fields: Type.Array(Type.Object({ field: Type.String(), count: Type.Integer() })),
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      code: Type.String(),
      procedureName: Type.String(),
      applicant: Type.String(),
      unit: Type.String(),
      receivedAt: Instant,
      dueAt: Instant,
      returnedAt: Nullable(Instant),
      ended: Nullable(Type.String()),
    }),
  ),
});
export type RegisterResponse = Static<typeof RegisterResponse>;

const DossierIds = Type.Array(Uuid, { minItems: 1, maxItems: 200, uniqueItems: true });

/** What goes over: the dossiers to be worked on, or the results to be handed out. */
const HandOverWhat = Type.Union([Type.Literal('dossiers'), Type.Literal('results')]);

/** GET /api/papers/hand-over: what went to a unit on a day, to be put on a slip. */
export const HandOverQuery = Type.Object({ day: IsoDate, what: HandOverWhat, unit: Uuid }, closed);
export type HandOverQuery = Static<typeof HandOverQuery>;

/** In the order of the hand-over; `slip` is the number of the slip that a dossier is on already. */
export const HandOverResponse = Type.Object({
  items: Type.Array(
    Type.Object({ id: Type.String(), code: Type.String(), procedureName: Type.String(), applicant: Type.String(), papers: Type.Integer(), at: Instant, dueAt: Nullable(Instant), slip: Nullable(Type.String()) }),
  ),
});
export type HandOverResponse = Static<typeof HandOverResponse>;

/** POST /api/papers/hand-over-slips: these dossiers or results go to another unit. */
export const HandOverSlipRequest = Type.Object(
  { commandId: Uuid, dossierIds: DossierIds, what: HandOverWhat, toUnitId: Uuid, toName: Nullable(NeededWords(200)), note: Nullable(Words(500)) },
  closed,
);
export type HandOverSlipRequest = Static<typeof HandOverSlipRequest>;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}';

/** GET /api/papers/shelf-labels.pdf: the labels of up to 100 dossiers, their ids with commas between. Nothing is written. */
export const ShelfLabelsQuery = Type.Object({ ids: Type.String({ pattern: `^${UUID}(,${UUID}){0,99}$` }), layout: Type.Union([Type.Literal('sheet'), Type.Literal('roll')]) }, closed);

/** A paper that was issued, or that already said the same. */
export const PaperOrderResponse = Type.Object({ id: Type.String(), number: Type.Integer() });
export type PaperOrderResponse = Static<typeof PaperOrderResponse>;
