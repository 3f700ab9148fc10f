import { type Role, type StaffActor, WORK_STEPS, type WorkStep } from '../../../kernel/actor.ts';
import { type DossierState, stageOf, type StepKey, type StepRole } from './dossier-states.ts';
import { type DossierPosition, holdsStep, isDoer } from './may-act.ts';
import { actionsAt, type DossierAction, transitionAt } from './transitions.ts';

const STEP_OF_ROLE: readonly (readonly [StepRole, StepKey])[] = [['reception', 'receive'], ['specialist', 'appraise'], ['leader', 'approve'], ['clerk', 'seal'], ['reception', 'hand-over']];
/** Where a dossier can stand, with whoever holds it there. A stop of the clock leaves the step as it was. */
const PLACES: readonly (readonly [DossierState, StepRole | null, StepKey | null])[] = [
  ['submitted', null, null], ['received', 'reception', 'receive'], ['in-progress', 'specialist', 'appraise'], ['in-progress', 'leader', 'approve'], ['in-progress', 'clerk', 'seal'],
  ...(['supplement-requested', 'payment-requested', 'withdraw-requested'] as const).flatMap((state) => STEP_OF_ROLE.filter(([, step]) => step !== 'hand-over').map(([role, step]) => [state, role, step] as const)),
  ['decided', 'reception', 'hand-over'], ['returned', 'reception', 'hand-over'],
];

const FIELD = 'own';
const UNIT = 'own-unit';

/** A position of a role with limits, as somebody who asks. */
export interface RoleLimits {
  readonly fields?: readonly string[];
  readonly unitScope?: 'own' | 'all';
  readonly steps?: readonly WorkStep[];
}

function holderOf(role: Role, limits: RoleLimits): StaffActor {
  return { kind: 'staff', staffId: 'asker', communeCode: '', fullName: '', userName: '', positions: [{ unitId: UNIT, role, title: '', fields: [], unitFields: [FIELD], ...limits }] };
}

function dossierAt([state, currentRole, currentStep]: (typeof PLACES)[number], field: string): DossierPosition {
  return { state, currentStep, currentRole, field, unitId: null, holderId: null, approvalAsked: null, urged: false, extended: false, answered: false, agencyAsked: false, handed: null };
}

/** A dossier of the same place that was handed to the asker's unit. */
function handedOver(dossier: DossierPosition): DossierPosition {
  return { ...dossier, unitId: UNIT, handed: { by: 'somebody else', fromUnitId: UNIT } };
}

/**
 * Everything that a position of a role may ever do to a dossier of its field (or of another, when `field` says so), asked of the very rule that
 * decides about each act: what is shown to people cannot differ from what is allowed. In the table's order.
 */
export function actionsOfRole(role: Role, limits: RoleLimits = {}, field = FIELD): readonly DossierAction[] {
  const asker = holderOf(role, limits);
  const found = new Set<DossierAction>();
  for (const place of PLACES) {
    const plain = dossierAt(place, field);
    for (const dossier of plain.state === 'in-progress' && plain.currentStep === 'appraise' ? [plain, handedOver(plain)] : [plain]) {
      for (const action of actionsAt(stageOf(dossier))) {
        const doers = transitionAt(stageOf(dossier), action)?.by ?? [];
        if (doers.some((doer) => isDoer(doer, dossier, asker))) found.add(action);
      }
    }
  }
  return [...found];
}

/** Which of the five steps a role holds, asked of the same rule. */
export function stepsOfRole(role: Role): readonly WorkStep[] {
  const held = PLACES.filter((place) => place[2] !== null && ['received', 'in-progress', 'decided'].includes(place[0]) && holdsStep(dossierAt(place, FIELD), holderOf(role, {}))).map((place) => place[2]);
  return WORK_STEPS.filter((step) => held.includes(step));
}

/** Whether anything that a role may do to dossiers goes away when its position is limited to other fields, to its own unit, or to no step of its own. */
export function limitsOfRole(role: Role): { readonly fields: boolean; readonly units: boolean; readonly steps: boolean } {
  const all = actionsOfRole(role).length;
  const shrinks = (limits: RoleLimits, field?: string): boolean => actionsOfRole(role, limits, field).length < all;
  const steps = stepsOfRole(role);
  return {
    fields: shrinks({ fields: ['another'] }),
    units: shrinks({ unitScope: 'own' }, 'another'),
    steps: steps.length > 0 && WORK_STEPS.some((step) => shrinks({ steps: [step] })),
  };
}
