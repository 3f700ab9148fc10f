import { addDays, daysBetween, type LocalDate, parseLocalDate } from '../../../kernel/local-time.ts';
import { ok, type Problem, refuse, type Result } from '../../../kernel/result.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';
import { type KnownUnit, type NewUnit, type UnitChange, type UnitFacts, type UnitPlan } from './unit-change.ts';

/** Most characters of a name and of a short name, most units in one change. */
export const UNIT_ENTRY = { name: 150, shortName: 40, reason: 300, units: 20 } as const;

/** A change further ahead is a plan and no decision yet. */
const FURTHEST_DAYS = 3 * 366;

const NOTHING: UnitPlan = { opened: [], versions: [], closed: [], successors: [], positions: [] };

const tidy = (text: string): string => text.normalize('NFC').replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim();

/** Whether a unit is there on a day. */
function isThere({ validFrom, validTo }: Pick<KnownUnit, 'validFrom' | 'validTo'>, on: LocalDate): boolean {
  return validFrom <= on && (validTo === null || validTo >= on);
}

/** The units that a change touches: those that it names and is about, not those that it makes. */
export function unitsOfChange(change: UnitChange): readonly string[] {
  switch (change.kind) {
    case 'add':
      return [];
    case 'rename':
    case 'close':
    case 'split':
      return [change.unitId];
    case 'merge':
      return [...change.unitIds, ...(typeof change.into === 'string' ? [change.into] : [])];
  }
}

/**
 * Which of its successors takes over something of a unit that ends: the first that looks after one of the fields, else the first of all.
 * No fields means every field, which the first takes over. Undefined without successors.
 */
export function successorFor(fields: readonly string[], successors: readonly Pick<NewUnit, 'id' | 'fields'>[]): string | undefined {
  return (successors.find((one) => one.fields.some((field) => fields.includes(field))) ?? successors[0])?.id;
}

/**
 * Decides a change of units (or villages, which have neither fields nor positions) from a day on. Refuses days that do not exist, lie in the
 * past or more than three years ahead; units that are not there on the day; names missing or taken on the day; a unit for which something
 * else is planned from that day on; merging a unit with itself or in a circle; closing what still holds dossiers or positions; a field that
 * nobody would look after; and leaving the commune without its service centre (NĐ 118/2025/NĐ-CP).
 */
export function decideUnitChange(change: UnitChange, effectiveOn: LocalDate, facts: UnitFacts): Result<UnitPlan> {
  if (!parseLocalDate(effectiveOn).ok || effectiveOn < facts.today) return refuse('identity.unit-date-past', {}, 'effectiveOn');
  if (daysBetween(facts.today, effectiveOn) > FURTHEST_DAYS) return refuse('identity.unit-date-far', {}, 'effectiveOn');
  for (const unitId of unitsOfChange(change)) {
    const wrong = checkThere(unitId, change.kind, effectiveOn, facts);
    if (wrong !== undefined) return { ok: false, problem: wrong };
  }
  switch (change.kind) {
    case 'add': {
      const unit = checkNew(change.unit, 'unit', effectiveOn, facts, []);
      return unit.ok ? ok({ ...NOTHING, opened: [unit.value] }) : unit;
    }
    case 'rename': {
      const unit = checkNew({ ...change, id: change.unitId, kind: '' }, '', effectiveOn, facts, [change.unitId]);
      return unit.ok ? ok({ ...NOTHING, versions: [{ unitId: change.unitId, name: unit.value.name, shortName: unit.value.shortName, fields: unit.value.fields }] }) : unit;
    }
    case 'close':
      return decideClosing(change.unitId, effectiveOn, facts);
    case 'merge':
      return decideMerge(change.unitIds, change.into, effectiveOn, facts);
    case 'split':
      return decideSplit(change.unitId, change.into, effectiveOn, facts);
  }
}

function checkThere(unitId: string, kind: UnitChange['kind'], on: LocalDate, { units, planned, today }: UnitFacts): Problem | undefined {
  const unit = units.find(({ id }) => id === unitId);
  if (unit === undefined) return { code: 'identity.unit-unknown', field: 'unitId' };
  // What ends has its last day on the day before, and must have been there until then.
  const lastNeeded = kind === 'rename' ? on : addDays(on, -1);
  if (!isThere(unit, on) || unit.validFrom > lastNeeded) return { code: 'identity.unit-not-there', facts: { unit: unit.name, date: on }, field: 'unitId' };
  const other = planned.find((one) => one.unitIds.includes(unitId) && one.effectiveOn > today && (kind === 'rename' ? one.effectiveOn < on : one.effectiveOn >= on));
  if (kind !== 'rename' && other !== undefined) return { code: 'identity.unit-planned', facts: { unit: unit.name, date: other.effectiveOn }, field: 'effectiveOn' };
  return undefined;
}

/** Checks a name and the fields of a unit that begins or goes on; `leaving`: units whose names are free on the day. */
function checkNew(unit: NewUnit, at: string, on: LocalDate, { units, fields }: UnitFacts, leaving: readonly string[]): Result<NewUnit> {
  const path = (name: string): string => (at === '' ? name : `${at}.${name}`);
  const [name, shortName] = [tidy(unit.name), tidy(unit.shortName)];
  if (name === '' || shortName === '') return refuse('identity.unit-name-missing', {}, path(name === '' ? 'name' : 'shortName'));
  const taken = units.find((one) => isThere(one, on) && !leaving.includes(one.id) && foldForSearch(one.name) === foldForSearch(name));
  if (taken !== undefined) return refuse('identity.unit-name-taken', { unit: taken.name }, path('name'));
  const before = new Set(units.flatMap((one) => one.fields));
  if (!unit.fields.every((field) => fields.has(field) || before.has(field))) return refuse('identity.field-unknown', undefined, path('fields'));
  return ok({ ...unit, name, shortName });
}

function known(unitIds: readonly string[], { units }: UnitFacts): readonly KnownUnit[] {
  return unitIds.flatMap((id) => units.find((unit) => unit.id === id) ?? []);
}

/** Whether a service centre is left on the day. */
function leavesCentre(closed: readonly KnownUnit[], opened: readonly NewUnit[], on: LocalDate, { units }: UnitFacts): boolean {
  if (!closed.some(({ kind }) => kind === 'centre')) return true;
  return opened.some(({ kind }) => kind === 'centre') || units.some((unit) => unit.kind === 'centre' && isThere(unit, on) && !closed.includes(unit));
}

function decideClosing(unitId: string, on: LocalDate, facts: UnitFacts): Result<UnitPlan> {
  const [unit] = known([unitId], facts);
  if (unit === undefined) return refuse('identity.unit-unknown', undefined, 'unitId');
  if (!leavesCentre([unit], [], on, facts)) return refuse('identity.unit-last-centre', { unit: unit.name }, 'unitId');
  const dossiers = facts.openDossiers.get(unitId) ?? 0;
  const positions = facts.positions.filter((one) => one.unitId === unitId).length;
  if (dossiers + positions > 0) return refuse('identity.unit-in-use', { unit: unit.name, dossiers, positions }, 'unitId');
  const others = facts.units.filter((one) => one.id !== unitId && isThere(one, on));
  const orphan = unit.fields.find((field) => !others.some((one) => one.fields.includes(field)));
  if (orphan !== undefined) return refuse('identity.unit-field-orphan', { unit: unit.name, field: orphan }, 'unitId');
  return ok({ ...NOTHING, closed: [unitId] });
}

function decideMerge(unitIds: readonly string[], into: string | NewUnit, on: LocalDate, facts: UnitFacts): Result<UnitPlan> {
  const intoId = typeof into === 'string' ? into : into.id;
  const least = typeof into === 'string' ? 1 : 2;
  if (new Set(unitIds).size !== unitIds.length || unitIds.includes(intoId) || unitIds.length < least) return refuse('identity.unit-merge-itself', {}, 'unitIds');
  if (leadsTo(intoId, unitIds, facts.successors)) return refuse('identity.unit-circle', {}, 'into');
  const ending = known(unitIds, facts);
  const standing = typeof into === 'string' ? known([into], facts)[0] : undefined;
  const opened = typeof into === 'string' ? undefined : checkNew(into, 'into', on, facts, unitIds);
  if (opened !== undefined && !opened.ok) return opened;
  if (!leavesCentre(ending, opened === undefined ? [] : [opened.value], on, facts)) return refuse('identity.unit-last-centre', { unit: ending.find(({ kind }) => kind === 'centre')?.name ?? '' }, 'unitIds');
  const fields = [...new Set([...(standing?.fields ?? opened?.value.fields ?? []), ...ending.flatMap((unit) => unit.fields)])];
  return ok({
    opened: opened === undefined ? [] : [{ ...opened.value, fields }],
    versions: standing === undefined || fields.length === standing.fields.length ? [] : [{ unitId: standing.id, name: standing.name, shortName: standing.shortName, fields }],
    closed: unitIds,
    successors: unitIds.map((unitId) => ({ unitId, successorId: intoId })),
    positions: facts.positions.filter(({ unitId }) => unitIds.includes(unitId)).map(({ positionId }) => ({ positionId, toUnitId: intoId })),
  });
}

/** Whether following the successors of a unit comes to one of others. */
function leadsTo(from: string, targets: readonly string[], successors: UnitFacts['successors']): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (id !== from && targets.includes(id)) return true;
    open.push(...successors.filter(({ unitId }) => unitId === id).map(({ successorId }) => successorId));
  }
  return false;
}

function decideSplit(unitId: string, into: readonly NewUnit[], on: LocalDate, facts: UnitFacts): Result<UnitPlan> {
  if (into.length < 2) return refuse('identity.unit-split-few', {}, 'into');
  const [unit] = known([unitId], facts);
  if (unit === undefined) return refuse('identity.unit-unknown', undefined, 'unitId');
  const opened: NewUnit[] = [];
  for (const [index, one] of into.entries()) {
    const checked = checkNew(one, `into.${index}`, on, facts, [unitId]);
    if (!checked.ok) return checked;
    const double = opened.find(({ id, name }) => id === one.id || foldForSearch(name) === foldForSearch(checked.value.name));
    if (double !== undefined) return refuse('identity.unit-name-taken', { unit: double.name }, `into.${index}.name`);
    opened.push(checked.value);
  }
  const orphan = unit.fields.find((field) => !opened.some((one) => one.fields.includes(field)));
  if (orphan !== undefined) return refuse('identity.unit-field-orphan', { unit: unit.name, field: orphan }, 'into');
  if (!leavesCentre([unit], opened, on, facts)) return refuse('identity.unit-last-centre', { unit: unit.name }, 'unitId');
  return ok({
    opened, versions: [], closed: [unitId],
    successors: opened.map(({ id }) => ({ unitId, successorId: id })),
    positions: facts.positions.flatMap((one) => {
      const toUnitId = one.unitId === unitId ? successorFor(one.fields, opened) : undefined;
      return toUnitId === undefined ? [] : [{ positionId: one.positionId, toUnitId }];
    }),
  });
}
