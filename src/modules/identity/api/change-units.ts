import { type StaffActor } from '../../../kernel/actor.ts';
import { addDays, dateAt } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { runCommand } from '../../../platform/commands.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { type ChangeUnit, type PreviewUnit, type UnitChanged, type UnitPreview } from '../contract/units.ts';
import { decideUnitChange, successorFor, unitsOfChange } from '../domain/decide-unit-change.ts';
import { type UnitFacts, type UnitPlan } from '../domain/unit-change.ts';
import { lockStaff } from '../store/staff-administration.ts';
import { countPositionsInNewUnits, listPositionsFrom, listUnitChanges, loadUnitFacts, lockUnitChange, undoUnitChange, writeUnitChange } from '../store/unit-changes.ts';
import { type Identify } from './identify.ts';
import { sayProblem } from './say-problem.ts';

/** What the administration of units works with. */
export interface UnitDeps {
  readonly db: Database;
  readonly identify: Identify;
  readonly newId: () => string;
  /** The fields (lĩnh vực) of the procedures that a commune handles on a day. */
  readonly listFields: (communeCode: string, on: string) => readonly string[];
  /** Open dossiers by the unit that they were moved to. */
  readonly openDossiers: (db: Database, communeCode: string) => Promise<ReadonlyMap<string, number>>;
}

type UnitContext = Pick<RequestContext, 'address' | 'now' | 'locale'>;

async function factsOf(deps: UnitDeps, db: Database, communeCode: string, wish: PreviewUnit, now: Date): Promise<UnitFacts> {
  const today = dateAt(now.getTime());
  const openDossiers = await deps.openDossiers(db, communeCode);
  return loadUnitFacts(db, communeCode, wish.subject, wish.effectiveOn, { today, openDossiers, fields: new Set(deps.listFields(communeCode, today)) });
}

/** What a change would do and what is in its way, for whoever is about to decide it. Writes nothing. */
export async function previewUnitChange(deps: UnitDeps, actor: StaffActor, wish: PreviewUnit, context: UnitContext): Promise<UnitPreview> {
  const { communeCode } = actor;
  const facts = await factsOf(deps, deps.db, communeCode, wish, context.now);
  const decided = decideUnitChange(wish.change, wish.effectiveOn, facts);
  const positions = wish.subject === 'unit' ? await listPositionsFrom(deps.db, communeCode, wish.effectiveOn) : [];
  return viewOf(wish, facts, decided, positions, context);
}

function viewOf(wish: PreviewUnit, facts: UnitFacts, decided: Result<UnitPlan>, positions: Awaited<ReturnType<typeof listPositionsFrom>>, { locale }: UnitContext): UnitPreview {
  const plan = decided.ok ? decided.value : undefined;
  const opened = plan?.opened ?? [];
  const nameOf = (id: string): string => opened.find((one) => one.id === id)?.name ?? facts.units.find((one) => one.id === id)?.name ?? '';
  const ending = wish.change.kind === 'rename' ? [] : wish.change.kind === 'merge' ? wish.change.unitIds : unitsOfChange(wish.change);
  const toOf = new Map((plan?.positions ?? []).map(({ positionId, toUnitId }) => [positionId, nameOf(toUnitId)]));
  const heirs = (unitId: string) => (plan?.successors ?? []).filter((one) => one.unitId === unitId).map(({ successorId }) => ({ id: successorId, fields: fieldsAfter(plan, facts, successorId) }));
  return {
    problem: decided.ok ? null : { code: decided.problem.code, message: sayProblem(decided.problem, locale).sentence, field: decided.problem.field ?? null },
    positions: positions.filter(({ unitId }) => ending.includes(unitId)).map((one) => ({ staffId: one.staffId, fullName: one.fullName, title: one.title, fromUnit: nameOf(one.unitId), toUnit: toOf.get(one.positionId) ?? null })),
    dossiers: ending.flatMap((unitId) => {
      const count = facts.openDossiers.get(unitId) ?? 0;
      const to = heirs(unitId).map(({ id }) => nameOf(id)).join(', ');
      return count === 0 ? [] : [{ unitId, unit: nameOf(unitId), count, to: to === '' ? null : to }];
    }),
    fields: ending.flatMap((unitId) => (facts.units.find(({ id }) => id === unitId)?.fields ?? []).flatMap((field) => {
      const to = successorFor([field], heirs(unitId));
      return to === undefined ? [] : [{ field, from: nameOf(unitId), to: nameOf(to) }];
    })),
  };
}

function fieldsAfter(plan: UnitPlan | undefined, facts: UnitFacts, unitId: string): readonly string[] {
  return plan?.opened.find(({ id }) => id === unitId)?.fields ?? plan?.versions.find((one) => one.unitId === unitId)?.fields ?? facts.units.find(({ id }) => id === unitId)?.fields ?? [];
}

/**
 * Changes units or villages from a day on, with the number of the decision: names, ends, successors and the positions that go on there, in one
 * transaction. Dossiers follow on that day, within a minute (`settleUnits`). Refuses what `decideUnitChange` refuses.
 */
export async function changeUnits(deps: UnitDeps, actor: StaffActor, body: ChangeUnit, context: UnitContext): Promise<Result<UnitChanged>> {
  const { communeCode } = actor;
  const { changeId, change, subject, effectiveOn } = body;
  const envelope = { communeCode, commandId: body.commandId, kind: 'ChangeUnits', actor, request: body, now: context.now, address: context.address };
  let moved: ReadonlySet<string> = new Set();
  const outcome = await runCommand<UnitChanged>(deps.db, envelope, async (tx) => {
    await lockStaff(tx, communeCode);
    const facts = await factsOf(deps, tx, communeCode, body, context.now);
    const decided = decideUnitChange(change, effectiveOn, facts);
    if (!decided.ok) return decided;
    if ((await lockUnitChange(tx, communeCode, changeId)) !== undefined) return refuse('identity.id-used');
    if (facts.units.some(({ id }) => decided.value.opened.some((unit) => unit.id === id))) return refuse('identity.id-used');
    const going = new Set(decided.value.positions.map(({ positionId }) => positionId));
    moved = new Set(facts.positions.filter(({ positionId }) => going.has(positionId)).map(({ staffId }) => staffId));
    await writeUnitChange(
      tx,
      { commune_code: communeCode, id: changeId, subject, kind: change.kind, effective_on: effectiveOn, reason: body.reason.trim(), entered_at: context.now, entered_by: actor.staffId, entered_by_name: actor.fullName },
      change, decided.value, { lastDay: addDays(effectiveOn, -1), synthetic: false, newId: deps.newId },
    );
    return ok({
      result: { id: changeId, effectiveOn },
      journal: { action: `${subject}-${change.kind}`, object: `unit-change:${changeId}`, facts: { effectiveOn, closed: decided.value.closed, opened: decided.value.opened.map(({ id }) => id), positions: decided.value.positions.length } },
    });
  });
  for (const staffId of moved) deps.identify.forgetStaff(staffId);
  return outcome;
}

/** Takes back a change that has not begun. Refuses one of another commune, one that has begun or was withdrawn, and one on which positions or later changes rest. */
export async function withdrawUnitChange(deps: UnitDeps, actor: StaffActor, id: string, commandId: string, context: UnitContext): Promise<Result<UnitChanged>> {
  const { communeCode, staffId, fullName } = actor;
  const envelope = { communeCode, commandId, kind: 'WithdrawUnitChange', actor, request: { id }, now: context.now, address: context.address };
  return runCommand<UnitChanged>(deps.db, envelope, async (tx) => {
    await lockStaff(tx, communeCode);
    const row = await lockUnitChange(tx, communeCode, id);
    if (row === undefined) return refuse('identity.unit-change-unknown');
    if (row.withdrawn_at !== null || row.effective_on <= dateAt(context.now.getTime())) return refuse('identity.unit-change-begun');
    const touched = touchedBy(row.request as ChangeUnit['change']);
    const later = (await listUnitChanges(tx, communeCode)).some((other) =>
      other.id !== id && other.withdrawn_at === null && other.subject === row.subject && other.entered_at >= row.entered_at && touchedBy(other.request as ChangeUnit['change']).some((unit) => touched.includes(unit)));
    if (later || (await countPositionsInNewUnits(tx, communeCode, row)) > 0) return refuse('identity.unit-change-needed');
    await undoUnitChange(tx, row, { at: context.now, staffId, name: fullName });
    return ok({ result: { id, effectiveOn: row.effective_on }, journal: { action: 'unit-change-withdrawn', object: `unit-change:${id}`, facts: { kind: row.kind, effectiveOn: row.effective_on } } });
  });
}

/** The units that a change is about or makes. */
function touchedBy(change: ChangeUnit['change']): readonly string[] {
  const made = change.kind === 'add' ? [change.unit] : change.kind === 'split' ? change.into : change.kind === 'merge' && typeof change.into !== 'string' ? [change.into] : [];
  return [...unitsOfChange(change), ...made.map(({ id }) => id)];
}
