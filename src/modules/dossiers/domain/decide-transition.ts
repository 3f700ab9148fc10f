import { type Actor } from '../../../kernel/actor.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import {
  type DossierAction,
  type DossierPosition,
  type DossierState,
  mayAct,
  NEXT,
  type StepKey,
  type StepRole,
  stageOf,
} from './dossier-states.ts';

/** One step of the pinned procedure version with what is known of it. */
export interface StepPlan {
  readonly position: number;
  readonly key: StepKey;
  readonly role: StepRole;
  /** Working hours allowed. */
  readonly hours: number;
}

export interface RunningDossier extends DossierPosition {
  readonly version: number;
  readonly steps: readonly StepPlan[];
}

/** What the actor asks for. `facts` are the words that the action needs. */
export interface TransitionCommand {
  readonly action: Exclude<DossierAction, 'receive' | 'reject'>;
  readonly expectedVersion: number;
  /** Result of the appraisal, reason for sending back, or a note for the next holder. */
  readonly note: string | null;
  /** Number and symbol of the result, taken at sealing, such as `25/2026`. */
  readonly resultNumber: string | null;
  /** Who took the result at hand-over. */
  readonly returnedTo: string | null;
}

/** What the transition changes. `nextStep` null means that the five steps are finished. */
export interface Transition {
  readonly event: 'transferred' | 'appraised' | 'approved' | 'sealed' | 'handed-over' | 'sent-back';
  readonly state: DossierState;
  readonly nextStep: StepPlan | null;
  readonly finishesDecision: boolean;
  readonly facts: Readonly<Record<string, string>>;
}

const EVENT = {
  transfer: 'transferred',
  appraise: 'appraised',
  approve: 'approved',
  seal: 'sealed',
  'hand-over': 'handed-over',
  'send-back': 'sent-back',
} as const satisfies Record<TransitionCommand['action'], Transition['event']>;

function stateOfStep(step: StepPlan | null): DossierState {
  if (step === null) return 'returned';
  if (step.key === 'receive') return 'received';
  return step.key === 'hand-over' ? 'decided' : 'in-progress';
}

/**
 * Decides one move along the five steps. Refuses an action that the table does not allow, an actor whose position does not hold
 * the step, a dossier that somebody changed meanwhile, and an action without the words it needs.
 */
export function decideTransition(dossier: RunningDossier, command: TransitionCommand, actor: Actor): Result<Transition> {
  const stage = stageOf(dossier);
  if (!(NEXT[stage] as readonly DossierAction[]).includes(command.action)) {
    return refuse(dossier.version === command.expectedVersion ? 'dossier.action-not-possible' : 'dossier.changed-meanwhile');
  }
  if (!mayAct(dossier, actor)) return refuse('dossier.not-your-step');
  if (dossier.version !== command.expectedVersion) return refuse('dossier.changed-meanwhile');

  const here = dossier.steps.findIndex((step) => step.key === dossier.currentStep);
  if (here < 0) throw new Error(`step ${String(dossier.currentStep)} is not in the plan`);
  const facts: Record<string, string> = {};
  if (command.note !== null && command.note.trim() !== '') facts['note'] = command.note.trim();

  if (command.action === 'send-back') {
    if (facts['note'] === undefined) return refuse('dossier.reason-missing', {}, 'note');
    const nextStep = dossier.steps[here - 1] ?? null;
    return ok({ event: EVENT['send-back'], state: stateOfStep(nextStep), nextStep, finishesDecision: false, facts });
  }
  if (command.action === 'seal') {
    if (command.resultNumber === null || command.resultNumber.trim() === '') return refuse('dossier.result-number-missing', {}, 'resultNumber');
    facts['resultNumber'] = command.resultNumber.trim();
  }
  if (command.action === 'hand-over') {
    if (command.returnedTo === null || command.returnedTo.trim() === '') return refuse('dossier.receiver-missing', {}, 'returnedTo');
    facts['returnedTo'] = command.returnedTo.trim();
  }
  const nextStep = dossier.steps[here + 1] ?? null;
  return ok({
    event: EVENT[command.action],
    state: stateOfStep(nextStep),
    nextStep,
    finishesDecision: nextStep?.key === 'hand-over',
    facts,
  });
}
