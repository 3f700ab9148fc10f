import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type RemoveFilterRequest, type RenameFilterRequest, type SavedFilterResponse, type SavedFiltersResponse, type SaveFilterRequest } from '../contract/saved-filter-schemas.ts';
import { type WorkFilter } from '../contract/work-filter-schemas.ts';
import { type WorkList } from '../contract/work-lists.ts';
import { checkSavedFilter, mayChangeFilter, readFilterName, unitsToShareWith } from '../domain/decide-saved-filter.ts';
import { countFilters, deleteSavedFilter, insertSavedFilter, listSavedFilters, loadSavedFilterForUpdate, readShelf, renameSavedFilter, type SavedFilterRow } from '../store/saved-filters.ts';
import { isOpenList } from '../store/work-scope.ts';
import { type DossiersDeps } from './deps.ts';
import { dossierFilterOf } from './dossier-filter-of.ts';
import { workScopeOf } from './work-scope-of.ts';

const ownerOf = ({ owner_id, unit_id }: SavedFilterRow) => ({ ownerId: owner_id, unitId: unit_id });

function command(deps: DossiersDeps, kind: string, request: { readonly commandId: string; readonly id?: string }, actor: StaffActor, context: RequestContext, write: (tx: Tx) => Promise<Result<string>>): Promise<Result<SavedFilterResponse>> {
  const envelope = { communeCode: actor.communeCode, commandId: request.commandId, kind, actor, request, now: context.now, address: context.address };
  return runCommand(deps.db, envelope, async (tx) => {
    const done = await write(tx);
    return done.ok ? ok({ result: { id: done.value }, journal: { action: kind, object: `saved-filter:${done.value}` } }) : done;
  });
}

/** Keeps the present filter of a list under a name. Refuses what `readFilterName` and `checkSavedFilter` refuse, and a name that is taken. */
export function saveFilter(deps: DossiersDeps, request: SaveFilterRequest, actor: StaffActor, context: RequestContext): Promise<Result<SavedFilterResponse>> {
  const { communeCode, staffId } = actor;
  return command(deps, 'save-filter', request, actor, context, async (tx) => {
    const name = readFilterName(request.name);
    if (!name.ok) return name;
    const shelf = await readShelf(tx, communeCode, { ownerId: staffId, unitId: request.unitId }, name.value);
    const checked = checkSavedFilter({ unitId: request.unitId, parts: Object.keys(request.filter).length, kept: shelf.kept }, actor);
    if (!checked.ok) return checked;
    if (shelf.taken) return refuse('filter.name-taken', { name: name.value }, 'name');
    const id = deps.newId();
    await insertSavedFilter(tx, { commune_code: communeCode, id, owner_id: staffId, unit_id: request.unitId, name: name.value, list: request.list, filter: JSON.stringify(request.filter), saved_at: context.now });
    return ok(id);
  });
}

/** Gives a saved filter another name. Refuses what is not seen or not the actor's, a bad name, and one that is taken. */
export function renameFilter(deps: DossiersDeps, id: string, request: RenameFilterRequest, actor: StaffActor, context: RequestContext): Promise<Result<SavedFilterResponse>> {
  const { communeCode } = actor;
  return command(deps, 'rename-filter', { id, ...request }, actor, context, async (tx) => {
    const row = await loadSavedFilterForUpdate(tx, communeCode, id);
    if (row === undefined) return refuse('filter.not-found');
    const allowed = mayChangeFilter(ownerOf(row), actor);
    if (!allowed.ok) return allowed;
    const name = readFilterName(request.name);
    if (!name.ok) return name;
    const { taken } = await readShelf(tx, communeCode, ownerOf(row), name.value);
    if (taken && name.value.toLowerCase() !== row.name.toLowerCase()) return refuse('filter.name-taken', { name: name.value }, 'name');
    await renameSavedFilter(tx, communeCode, id, name.value);
    return ok(id);
  });
}

/** Removes a saved filter. Refuses what is not seen or not the actor's. */
export function removeFilter(deps: DossiersDeps, id: string, request: RemoveFilterRequest, actor: StaffActor, context: RequestContext): Promise<Result<SavedFilterResponse>> {
  const { communeCode } = actor;
  return command(deps, 'remove-filter', { id, ...request }, actor, context, async (tx) => {
    const row = await loadSavedFilterForUpdate(tx, communeCode, id);
    if (row === undefined) return refuse('filter.not-found');
    const allowed = mayChangeFilter(ownerOf(row), actor);
    if (!allowed.ok) return allowed;
    await deleteSavedFilter(tx, communeCode, id);
    return ok(id);
  });
}

/** The filters beside the lists: the reader's own and those of the reader's units, with their counts as the reader's lists hold them. */
export async function savedFiltersView(deps: DossiersDeps, actor: StaffActor, now: Date): Promise<SavedFiltersResponse> {
  const { communeCode } = actor;
  const units = await deps.unitsOf(communeCode);
  const rows = await listSavedFilters(deps.db, communeCode, actor.staffId, actor.positions.map(({ unitId }) => unitId));
  // Only `saveFilter` writes them, by the contract of the request.
  const filters = rows.map((row) => ({ row, list: row.list as WorkList, filter: row.filter as WorkFilter }));
  const open = filters.filter(({ list }) => isOpenList(list));
  const scope = workScopeOf(actor, await deps.calendarOf(communeCode), now);
  const counts = await countFilters(deps.db, scope, open.map(({ list, filter }) => ({ list, filter: { ...dossierFilterOf(filter, units, now), time: filter.time } })));
  const countOf = new Map(open.map(({ row }, place) => [row.id, counts[place] ?? 0]));
  return {
    items: filters.map(({ row, list, filter }) => ({
      id: row.id, name: row.name, list, filter, unitName: row.unit_id === null ? null : (units.find(({ id }) => id === row.unit_id)?.name ?? ''),
      mayChange: mayChangeFilter(ownerOf(row), actor).ok, count: countOf.get(row.id) ?? null,
    })),
    units: units.filter(({ id }) => unitsToShareWith(actor).includes(id)).map(({ id, name }) => ({ id, name })),
  };
}
