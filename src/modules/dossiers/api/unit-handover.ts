import { type StaffActor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { readSetting } from '../../settings/index.ts';
import { type PlainRequest, type ReasonRequest, type TransitionResponse, type UnitMoveRequest } from '../contract/action-schemas.ts';
import { type DossierChange } from '../domain/dossier-change.ts';
import { decideCallBack, decideTakeOver, decideTurnBack, decideUnitMove, takeOverBy, type WaitingHandover } from '../domain/decide-unit-handover.ts';
import { holdersOf, receiversOf } from '../domain/decide-recipients.ts';
import { TAKE_OVER_HOURS } from '../settings.ts';
import { closeHandover, findWaitingHandover, insertHandover, type UnitHandoverRow } from '../store/unit-handovers.ts';
import { changeDossier, type Decided, type LoadedDossier, staffChange } from './change-dossier.ts';
import { seenDossier } from './change-rows.ts';
import { type DossiersDeps } from './deps.ts';
import { staffMessage } from './staff-message.ts';

const TAKEN = { handed_at: null, handed_by: null, handed_from: null } as const;

/** Hands a dossier to another unit, which has two working hours to take it over unless the office set others; its appraisers and heads find it in their inbox. */
export function moveToUnit(deps: DossiersDeps, id: string, request: UnitMoveRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('move-to-unit', id, request, actor, context), async ({ dossier, calendar }) => {
    const [units, colleagues, commune] = await Promise.all([deps.unitsOf(actor.communeCode), deps.colleaguesOf(actor.communeCode), deps.communeOf(actor.communeCode)]);
    const unit = units.find(({ id: unitId }) => unitId === request.unitId);
    if (unit === undefined) return refuse('dossier.unit-unknown', {}, 'unitId');
    const receivers = receiversOf(unit.id, colleagues);
    const decided = decideUnitMove(seenDossier(dossier), request, { ...unit, staffed: receivers.appraisers.length > 0 }, actor);
    if (!decided.ok) return decided;
    const fromId = dossier.unit_id ?? appraisingUnit([actor, ...holdersOf(seenDossier(dossier), colleagues)]);
    const from = units.find(({ id: unitId }) => unitId === fromId);
    const handoverId = deps.newId();
    const takenOverBy = new Date(takeOverBy(calendar, context.now.getTime(), await readSetting(deps.db, actor.communeCode, TAKE_OVER_HOURS, context.now)));
    const told = [...receivers.appraisers, ...receivers.heads].map(({ staffId }) => staffId).filter((staffId) => staffId !== actor.staffId);
    return ok({
      change: decided.value,
      row: { unit_id: unit.id, handed_at: context.now, handed_by: actor.staffId, handed_from: dossier.unit_id },
      write: (tx) =>
        insertHandover(tx, dossier, {
          id: handoverId, from_unit_id: dossier.unit_id, from_unit_name: from?.name ?? commune.centreName, from_holder_id: dossier.holder_id, to_unit_id: unit.id, to_unit_name: unit.name,
          reason: decided.value.reason, handed_at: context.now, handed_by: actor.staffId, handed_by_name: actor.fullName, take_over_by: takenOverBy,
        }),
      outbox: [staffMessage(deps.newId(), dossier, 'handed-to-unit', handoverId, told, { by: actor.fullName, words: decided.value.reason, dueAt: takenOverBy.toISOString() })],
    });
  });
}

/** Without a unit of its own a dossier is where its appraisers sit; the first of these people who is one says where. */
function appraisingUnit(people: readonly StaffActor[]): string | undefined {
  return people.flatMap(({ positions }) => positions).find(({ role }) => role === 'specialist')?.unitId;
}

function waiting(row: UnitHandoverRow): WaitingHandover {
  return { fromUnitId: row.from_unit_id, fromUnitName: row.from_unit_name, fromHolderId: row.from_holder_id, toUnitName: row.to_unit_name, handedByName: row.handed_by_name };
}

/** The receiving unit takes it over; whoever handed it over is told. */
export function takeOverDossier(deps: DossiersDeps, id: string, request: PlainRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('take-over', id, request, actor, context), (loaded) =>
    answer(loaded, (dossier, row) => {
      const decided = decideTakeOver(dossier, request, waiting(row), actor);
      if (!decided.ok) return decided;
      return ended(deps, loaded, row, { change: decided.value, state: 'taken-over', words: null, actor, now: context.now });
    }));
}

/** The receiving unit does not take it; whoever handed it over has it again and reads why. */
export function turnBackDossier(deps: DossiersDeps, id: string, request: ReasonRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('turn-back', id, request, actor, context), (loaded) =>
    answer(loaded, (dossier, row) => {
      const decided = decideTurnBack(dossier, request, waiting(row), actor);
      if (!decided.ok) return decided;
      const words = decided.value.facts['note'] ?? '';
      return ended(deps, loaded, row, { change: decided.value, unitId: decided.value.unitId, state: 'turned-back', words, actor, now: context.now });
    }));
}

/** The sender calls it back before anybody took it over. */
export function callBackDossier(deps: DossiersDeps, id: string, request: PlainRequest, actor: StaffActor, context: RequestContext): Promise<Result<TransitionResponse>> {
  return changeDossier(deps, staffChange('call-back', id, request, actor, context), (loaded) =>
    answer(loaded, (dossier, row) => {
      const decided = decideCallBack(dossier, request, waiting(row), actor);
      if (!decided.ok) return decided;
      return ended(deps, loaded, row, { change: decided.value, unitId: decided.value.unitId, state: 'called-back', words: null, actor, now: context.now });
    }));
}

/** Loads the hand-over that waits; where none does the table refuses in its own words. */
async function answer({ tx, dossier }: LoadedDossier, decide: (dossier: ReturnType<typeof seenDossier>, row: UnitHandoverRow) => Result<Decided>): Promise<Result<Decided>> {
  const row = await findWaitingHandover(tx, dossier);
  return row === undefined || dossier.handed_at === null ? refuse('dossier.action-not-possible') : decide(seenDossier(dossier), row);
}

interface HandoverEnd {
  readonly change: DossierChange;
  /** The unit that has it afterwards; left out: the receiving one. */
  readonly unitId?: string | null;
  readonly state: 'taken-over' | 'turned-back' | 'called-back';
  readonly words: string | null;
  readonly actor: StaffActor;
  readonly now: Date;
}

function ended(deps: DossiersDeps, { dossier }: LoadedDossier, row: UnitHandoverRow, { change, unitId, state, words, actor, now }: HandoverEnd): Result<Decided> {
  const told = state === 'called-back' ? [] : [row.handed_by, ...(row.from_holder_id === null ? [] : [row.from_holder_id])].filter((staffId) => staffId !== actor.staffId);
  const kind = state === 'turned-back' ? 'handover-turned-back' : 'handover-taken';
  return ok({
    change,
    row: { ...TAKEN, ...(unitId === undefined ? {} : { unit_id: unitId }) },
    write: (tx) => closeHandover(tx, dossier, { state, at: now, by: actor.staffId, byName: actor.fullName, words }),
    outbox: told.length === 0 ? [] : [staffMessage(deps.newId(), dossier, kind, row.id, told, { by: actor.fullName, words: words ?? '' })],
  });
}
