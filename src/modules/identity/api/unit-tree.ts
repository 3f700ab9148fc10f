import { dateAt } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type ChangeUnit, type UnitNodeAnswer, type UnitTree } from '../contract/units.ts';
import { unitsOfChange } from '../domain/decide-unit-change.ts';
import { getCommune } from '../store/commune.ts';
import { listKnownUnits, listNames, listPositionsFrom, listSuccessors, listUnitChanges, type UnitSubject } from '../store/unit-changes.ts';
import { type UnitDeps } from './change-units.ts';

async function nodesOf(deps: UnitDeps, db: Database, communeCode: string, subject: UnitSubject, today: string): Promise<readonly UnitNodeAnswer[]> {
  const [units, names, successors, positions, dossiers] = await Promise.all([
    listKnownUnits(db, communeCode, subject, today), listNames(db, communeCode, subject), listSuccessors(db, communeCode, subject),
    subject === 'unit' ? listPositionsFrom(db, communeCode, today) : Promise.resolve([]),
    subject === 'unit' ? deps.openDossiers(db, communeCode) : Promise.resolve(new Map<string, number>()),
  ]);
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  return units.map((unit) => ({
    ...unit,
    fields: [...unit.fields],
    names: names.filter(({ unitId }) => unitId === unit.id).map(({ name, validFrom }) => ({ name, from: validFrom })),
    predecessors: successors.filter(({ successorId }) => successorId === unit.id).map(({ unitId }) => nameOf.get(unitId) ?? ''),
    successors: successors.filter(({ unitId }) => unitId === unit.id).map(({ successorId }) => nameOf.get(successorId) ?? ''),
    people: new Set(positions.filter(({ unitId }) => unitId === unit.id).map(({ staffId }) => staffId)).size,
    dossiers: dossiers.get(unit.id) ?? 0,
  }));
}

/** The commune with its units and villages of every time, named as today, and what was changed. */
export async function unitTree(deps: UnitDeps, communeCode: string, now: Date): Promise<UnitTree> {
  const { db } = deps;
  const today = dateAt(now.getTime());
  const [commune, units, villages, changes] = await Promise.all([getCommune(db, communeCode), nodesOf(deps, db, communeCode, 'unit', today), nodesOf(deps, db, communeCode, 'village', today), listUnitChanges(db, communeCode)]);
  const nodes = [...units, ...villages];
  const nameBefore = (id: string, on: string): string => {
    const node = nodes.find((one) => one.id === id);
    return node?.names.filter(({ from }) => from < on).at(-1)?.name ?? node?.name ?? '';
  };
  return {
    today,
    commune: { name: commune.name, kind: commune.kind, provinceName: commune.provinceName },
    units: [...units],
    villages: [...villages],
    changes: changes.map((row) => {
      const change = row.request as ChangeUnit['change'];
      const made = change.kind === 'add' ? [change.unit.name] : change.kind === 'rename' ? [change.name] : change.kind === 'split' ? change.into.map(({ name }) => name)
        : change.kind === 'merge' ? [typeof change.into === 'string' ? nameBefore(change.into, row.effective_on) : change.into.name] : [];
      const from = change.kind === 'merge' ? change.unitIds : unitsOfChange(change);
      return {
        id: row.id, subject: row.subject, kind: row.kind, effectiveOn: row.effective_on, reason: row.reason, enteredAt: row.entered_at.toISOString(), enteredBy: row.entered_by_name,
        from: from.map((id) => nameBefore(id, row.effective_on)), to: [...made],
        withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at.toISOString(), by: row.withdrawn_by_name ?? '' },
        canWithdraw: row.withdrawn_at === null && row.effective_on > today,
      };
    }),
    fields: deps.listFields(communeCode, today).toSorted((a, b) => a.localeCompare(b, 'vi')),
  };
}
