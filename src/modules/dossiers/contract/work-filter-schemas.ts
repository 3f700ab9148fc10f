import { type Static, type TObject, Type } from 'typebox';
import { FIGURES, type Figure } from '../domain/report-figures.ts';
import { TIME_CHIPS, type TimeChip } from './work-lists.ts';
import { ChannelSchema, DeliveryMethodSchema, IsoDate, NeededWords, State, Uuid } from './parts.ts';

/**
 * What narrows a list down. It stands in the address of the screen, so it names nobody: a name or number goes into the search box, which
 * does not. `figure` with `from` and `to` is a figure of the report: exactly the dossiers that it counts.
 */
export const WORK_FILTER = {
  procedure: Type.Optional(NeededWords(40)),
  field: Type.Optional(NeededWords(200)),
  state: Type.Optional(State),
  unit: Type.Optional(Uuid),
  holder: Type.Optional(Type.Union([Uuid, Type.Literal('nobody')])),
  channel: Type.Optional(ChannelSchema),
  receivedFrom: Type.Optional(IsoDate),
  receivedTo: Type.Optional(IsoDate),
  dueFrom: Type.Optional(IsoDate),
  dueTo: Type.Optional(IsoDate),
  late: Type.Optional(Type.Literal('yes')),
  supplements: Type.Optional(Type.Union([Type.Literal('1'), Type.Literal('2')])),
  way: Type.Optional(DeliveryMethodSchema),
  /** One of the chips of the list; with another list it narrows nothing. */
  time: Type.Optional(Type.Unsafe<TimeChip>(Type.Union(TIME_CHIPS.map((chip) => Type.Literal(chip))))),
  figure: Type.Optional(Type.Unsafe<Figure>(Type.Union(FIGURES.map((figure) => Type.Literal(figure))))),
  from: Type.Optional(IsoDate),
  to: Type.Optional(IsoDate),
};

export type WorkFilter = Static<TObject<typeof WORK_FILTER>>;

/** GET /api/dossiers/choices: what the lists can be narrowed down to. */
export const FilterChoicesResponse = Type.Object({
  procedures: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), field: Type.String() })),
  units: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  officers: Type.Array(Type.Object({ id: Type.String(), fullName: Type.String() })),
});
export type FilterChoicesResponse = Static<typeof FilterChoicesResponse>;
