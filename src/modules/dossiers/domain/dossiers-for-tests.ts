import { type Role, type StaffActor } from '../../../kernel/actor.ts';
import { type RunningDossier } from './decide-step.ts';
import { type StepPlan } from './dossier-change.ts';
import { type DossierState, type StepRole } from './dossier-states.ts';

/** The five steps of an ordinary procedure. */
export const FIVE_STEPS: readonly StepPlan[] = [
  { position: 0, key: 'receive', role: 'reception', hours: 1 },
  { position: 1, key: 'appraise', role: 'specialist', hours: 3 },
  { position: 2, key: 'approve', role: 'leader', hours: 2 },
  { position: 3, key: 'seal', role: 'clerk', hours: 1 },
  { position: 4, key: 'hand-over', role: 'reception', hours: 1 },
];

/** Who holds each kind of step. */
export const HOLDER_OF: Readonly<Record<StepRole, Role>> = { reception: 'reception', specialist: 'specialist', leader: 'president', clerk: 'clerk' };

export const ME = '01890000-0000-7000-8000-000000000001';
export const UNIT = '01890000-0000-7000-8000-000000000002';

/** An officer with one position. */
export function officer(role: Role, fields: readonly string[] = [], staffId = ME, unitId = UNIT): StaffActor {
  return { kind: 'staff', staffId, communeCode: '16072', fullName: 'Lê Thị Điểm', userName: 'le.diem', positions: [{ unitId, role, title: 'Công chức', fields }] };
}

/** A dossier that runs at a step of the five, version 3, held by nobody in particular. */
export function dossierAt(index: number, over: Partial<RunningDossier> = {}): RunningDossier {
  const step = FIVE_STEPS[index];
  if (step === undefined) throw new Error('no such step');
  const state: DossierState = step.key === 'receive' ? 'received' : step.key === 'hand-over' ? 'decided' : 'in-progress';
  return {
    state, currentStep: step.key, currentRole: step.role, field: 'Hộ tịch', unitId: null, holderId: null, approvalAsked: null, urged: false, extended: false, answered: false, agencyAsked: false, handed: null,
    version: 3, steps: FIVE_STEPS, resultKind: null, ...over,
  };
}

/** A declaration that waits at the counter. */
export function declared(over: Partial<RunningDossier> = {}): RunningDossier {
  return dossierAt(0, { state: 'submitted', currentStep: null, currentRole: null, steps: [], ...over });
}
