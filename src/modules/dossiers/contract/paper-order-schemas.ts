import { type Static, Type } from 'typebox';
import { closed, IsoDate, NeededWords, Nullable, Uuid, Words } from './parts.ts';

/** POST /api/dossiers/:id/papers: a paper that is made on demand. A receipt that says something new needs the reason. */
export const PaperOrderRequest = Type.Object({ commandId: Uuid, kind: Type.Union([Type.Literal('receipt'), Type.Literal('control-sheet')]), reason: Nullable(Words(500)) }, closed);
export type PaperOrderRequest = Static<typeof PaperOrderRequest>;

/** POST /api/papers/register: form 07 for the dossiers received from one day to another, at most a year. */
export const RegisterRequest = Type.Object({ commandId: Uuid, from: IsoDate, to: IsoDate }, closed);
export type RegisterRequest = Static<typeof RegisterRequest>;

const DossierIds = Type.Array(Uuid, { minItems: 1, maxItems: 200, uniqueItems: true });

/** POST /api/papers/hand-over-slips: these dossiers or results go to another unit. */
export const HandOverSlipRequest = Type.Object(
  { commandId: Uuid, dossierIds: DossierIds, what: Type.Union([Type.Literal('dossiers'), Type.Literal('results')]), toUnitId: Uuid, toName: Nullable(NeededWords(200)), note: Nullable(Words(500)) },
  closed,
);
export type HandOverSlipRequest = Static<typeof HandOverSlipRequest>;

/** POST /api/papers/shelf-labels.pdf: nothing is written, the labels are answered. */
export const ShelfLabelsRequest = Type.Object({ dossierIds: DossierIds, layout: Type.Union([Type.Literal('sheet'), Type.Literal('roll')]) }, closed);
export type ShelfLabelsRequest = Static<typeof ShelfLabelsRequest>;

/** A paper that was issued, or that already said the same. */
export const PaperOrderResponse = Type.Object({ id: Type.String(), number: Type.Integer() });
export type PaperOrderResponse = Static<typeof PaperOrderResponse>;
