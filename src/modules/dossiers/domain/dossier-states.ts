import { type Actor, hasRoleForField, type Role } from '../../../kernel/actor.ts';

/** Legal states of a dossier; in the national interchange vocabulary they are 1, 2, 3, 4, 9 and 10 (domain 1.4). */
export type DossierState = 'submitted' | 'received' | 'rejected' | 'in-progress' | 'decided' | 'returned';

/** The five steps in the office: tiếp nhận → thẩm định → phê duyệt → đóng dấu → trả kết quả. */
export type StepKey = 'receive' | 'appraise' | 'approve' | 'seal' | 'hand-over';

/** Who holds a step. A leader is the head of the unit or the President. */
export type StepRole = 'reception' | 'specialist' | 'leader' | 'clerk';

/** Where a dossier stands: its state, and its step while it is in progress. One word, so that one table covers it all. */
export type Stage = 'submitted' | 'received' | 'appraise' | 'approve' | 'seal' | 'decided' | 'rejected' | 'returned';

/** Everything that can be done to a dossier. */
export type DossierAction = 'receive' | 'reject' | 'transfer' | 'appraise' | 'approve' | 'seal' | 'hand-over' | 'send-back';

/** The transition table: used by the server to decide, by the screens for their buttons, and by the tests. */
export const NEXT = {
  submitted: ['receive', 'reject'],
  received: ['transfer'],
  appraise: ['appraise'],
  approve: ['approve', 'send-back'],
  seal: ['seal', 'send-back'],
  decided: ['hand-over'],
  rejected: [],
  returned: [],
} as const satisfies Record<Stage, readonly DossierAction[]>;

const ROLES_OF_STEP: Readonly<Record<StepRole, readonly Role[]>> = {
  reception: ['reception'],
  specialist: ['specialist'],
  leader: ['unit-head', 'president'],
  clerk: ['clerk'],
};

/** The part of a dossier that decides what may be done to it. */
export interface DossierPosition {
  readonly state: DossierState;
  readonly currentStep: StepKey | null;
  readonly currentRole: StepRole | null;
  readonly field: string;
}

/** The stage of a dossier in the transition table. */
export function stageOf(dossier: Pick<DossierPosition, 'state' | 'currentStep'>): Stage {
  if (dossier.state !== 'in-progress') return dossier.state;
  switch (dossier.currentStep) {
    case 'appraise':
    case 'approve':
    case 'seal':
      return dossier.currentStep;
    case 'receive':
    case 'hand-over':
    case null:
      throw new Error(`a dossier in progress cannot be at step ${String(dossier.currentStep)}`);
  }
}

/** Positions that may act for a step's role. */
export function rolesOfStep(role: StepRole): readonly Role[] {
  return ROLES_OF_STEP[role];
}

/** Whether this actor may act on the dossier where it stands now: the step's role, for the dossier's field. */
export function mayAct(dossier: DossierPosition, actor: Actor): boolean {
  const role: StepRole = dossier.currentRole ?? 'reception';
  return hasRoleForField(actor, dossier.field, ...ROLES_OF_STEP[role]);
}

/** Exactly the actions that the table and the actor's positions allow now; the screen shows these and no others. */
export function availableActions(dossier: DossierPosition, actor: Actor): readonly DossierAction[] {
  return mayAct(dossier, actor) ? NEXT[stageOf(dossier)] : [];
}
