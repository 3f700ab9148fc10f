import { type WorkStep } from '../../../kernel/actor.ts';

/** Legal states of a dossier, each with its code in the national interchange vocabulary (`TrangThai`, domain 1.4). */
export const NATIONAL_CODE = {
  'submitted': 1,
  'received': 2,
  'rejected': 3,
  'in-progress': 4,
  'supplement-requested': 5,
  'payment-requested': 6,
  'withdraw-requested': 7,
  'stopped': 8,
  'decided': 9,
  'returned': 10,
} as const;

export type DossierState = keyof typeof NATIONAL_CODE;

/** The five steps in the office: tiếp nhận → thẩm định → phê duyệt → đóng dấu → trả kết quả. */
export type StepKey = WorkStep;

/** Who holds a step. A leader is the head of the unit or the President. */
export type StepRole = 'reception' | 'specialist' | 'leader' | 'clerk';

/** Where a dossier stands: its state, and its step while it is in progress, or that it is on its way to another unit. One word, so that one table covers it all. */
export type Stage = Exclude<DossierState, 'in-progress'> | 'appraise' | 'approve' | 'seal' | 'between-units';

/** The part of a dossier that decides where it stands. */
export interface DossierPlace {
  readonly state: DossierState;
  /** Null before reception. It stays while the clock stands still, and after a stop, so that one sees where it was. */
  readonly currentStep: StepKey | null;
  /** Set while another unit has to take it over. */
  readonly handed?: object | null;
}

/** The stage of a dossier in the transition table. */
export function stageOf({ state, currentStep, handed }: DossierPlace): Stage {
  if (state !== 'in-progress') return state;
  if (handed != null) return 'between-units';
  switch (currentStep) {
    case 'appraise':
    case 'approve':
    case 'seal':
      return currentStep;
    case 'receive':
    case 'hand-over':
    case null:
      throw new Error(`a dossier in progress cannot be at step ${String(currentStep)}`);
  }
}

/** The state of a dossier that runs at a step; no step yet: it waits for reception. Where a pause or a withdrawn wish leads back to. */
export function stateAtStep(step: StepKey | null): 'submitted' | 'received' | 'in-progress' | 'decided' {
  switch (step) {
    case null:
      return 'submitted';
    case 'receive':
      return 'received';
    case 'hand-over':
      return 'decided';
    case 'appraise':
    case 'approve':
    case 'seal':
      return 'in-progress';
  }
}

/** Whether the work on a dossier is over: nothing but handing over or a correction follows. */
export function isEnded(state: DossierState): boolean {
  return state === 'rejected' || state === 'stopped' || state === 'decided' || state === 'returned';
}
