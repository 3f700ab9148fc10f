import { type Static, Type } from 'typebox';
import { WORK_LISTS, type WorkList } from './work-lists.ts';
import { closed, NeededWords, Nullable, Uuid } from './parts.ts';
import { WORK_FILTER } from './work-filter-schemas.ts';

const List = Type.Unsafe<WorkList>(Type.Union(WORK_LISTS.map((list) => Type.Literal(list))));
const Filter = Type.Object(WORK_FILTER, closed);

export const SavedFilterParams = Type.Object({ id: Uuid });

/** POST /api/saved-filters: the present filter of a list under a name; `unitId`: shared with everybody of the unit. */
export const SaveFilterRequest = Type.Object({ commandId: Uuid, name: NeededWords(200), list: List, filter: Filter, unitId: Nullable(Uuid) }, closed);
export type SaveFilterRequest = Static<typeof SaveFilterRequest>;

/** POST /api/saved-filters/:id/rename */
export const RenameFilterRequest = Type.Object({ commandId: Uuid, name: NeededWords(200) }, closed);
export type RenameFilterRequest = Static<typeof RenameFilterRequest>;

/** POST /api/saved-filters/:id/remove */
export const RemoveFilterRequest = Type.Object({ commandId: Uuid }, closed);
export type RemoveFilterRequest = Static<typeof RemoveFilterRequest>;

/** What saving, renaming and removing answer. */
export const SavedFilterResponse = Type.Object({ id: Type.String() });
export type SavedFilterResponse = Static<typeof SavedFilterResponse>;

/** GET /api/saved-filters: the own ones, then those of the reader's units, each by name. */
export const SavedFiltersResponse = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      list: List,
      filter: Filter,
      /** The unit that it is shared with; null: the reader's own. */
      unitName: Nullable(Type.String()),
      mayChange: Type.Boolean(),
      /** How many dossiers it lets through; null for the lists that only grow, where counting would read all of them. */
      count: Nullable(Type.Integer()),
    }),
  ),
  /** The units that the reader may share a filter with. */
  units: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});
export type SavedFiltersResponse = Static<typeof SavedFiltersResponse>;
