import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { checkPermission, neededWords, type SeenDossier } from './check-permission.ts';
import { type DossierChange, type StepPlan } from './dossier-change.ts';
import { type DossierState } from './dossier-states.ts';
import { type Asker } from './may-act.ts';
import { type StepAction } from './transitions.ts';

export interface RunningDossier extends SeenDossier {
  readonly steps: readonly StepPlan[];
  /** What the appraisal proposed; null before it. */
  readonly resultKind: 'positive' | 'negative' | null;
}

/** What the actor asks for: one step on, or back. */
export interface StepCommand {
  readonly action: StepAction;
  readonly expectedVersion: number;
  /** Result of the appraisal, reason for sending back, or a note for the next holder. */
  readonly note: string | null;
  /** What the appraisal proposes; a negative one needs its legal basis. Null at every other step. */
  readonly outcome: 'positive' | 'negative' | null;
  readonly legalBasis: string | null;
  /** Number and symbol of the result, taken at sealing, such as `25/2026`. */
  readonly resultNumber: string | null;
}

/** A change along the five steps, with what the dossier keeps of the result. */
export interface StepChange extends DossierChange {
  readonly resultKind: 'positive' | 'negative' | null;
}

const EVENT = {
  'transfer': 'transferred',
  'appraise': 'appraised',
  'approve': 'approved',
  'seal': 'sealed',
  'send-back': 'sent-back',
} as const satisfies Record<StepAction, DossierChange['event']>;

function stateOfStep(step: StepPlan): DossierState {
  if (step.key === 'receive') return 'received';
  return step.key === 'hand-over' ? 'decided' : 'in-progress';
}

/**
 * Decides one move along the five steps. Refuses what `checkPermission` refuses, a move while a leader is asked about a supplement, an answer was not looked at or an agency’s answer is waited for,
 * and an action without the words it needs: a reason for sending back, the basis of a negative outcome, the number at sealing.
 */
export function decideStep(dossier: RunningDossier, command: StepCommand, asker: Asker): Result<StepChange> {
  const allowed = checkPermission(dossier, command.action, asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  if (dossier.approvalAsked === 'supplement') return refuse('dossier.approval-pending');
  if (dossier.agencyAsked) return refuse('dossier.agency-asked');
  if (dossier.answered && command.action !== 'send-back') return refuse('supplement.answer-not-seen');
  const here = dossier.steps.findIndex((step) => step.key === dossier.currentStep);
  if (here < 0) throw new Error(`step ${String(dossier.currentStep)} is not in the plan`);
  const facts: Record<string, string> = {};
  if (command.note !== null && command.note.trim() !== '') facts['note'] = command.note.trim();

  if (command.action === 'send-back') {
    const reason = neededWords(command.note, 'note');
    if (!reason.ok) return reason;
    const step = dossier.steps[here - 1];
    if (step === undefined) throw new Error('there is no step before the first');
    return ok({ event: EVENT['send-back'], state: stateOfStep(step), step, clock: 'as-it-was', holder: null, facts, resultKind: dossier.resultKind });
  }
  const words = neededAt(command);
  if (!words.ok) return words;
  Object.assign(facts, words.value);
  const step = dossier.steps[here + 1];
  if (step === undefined) throw new Error('there is no step behind the last');
  // Procedures without an appraisal of their own (certified copies) decide by being sealed.
  const resultKind = command.action === 'appraise' ? (command.outcome ?? 'positive') : (dossier.resultKind ?? (step.key === 'hand-over' ? 'positive' : null));
  return ok({
    event: EVENT[command.action],
    state: stateOfStep(step),
    step,
    holder: null,
    facts,
    resultKind,
    ...(step.key === 'hand-over' ? { clock: 'ends', decides: resultKind ?? 'positive' } : { clock: 'as-it-was' }),
  });
}

/** The words without which a step forward cannot be made, as facts for the history. */
function neededAt({ action, outcome, legalBasis, note, resultNumber }: StepCommand): Result<Readonly<Record<string, string>>> {
  switch (action) {
    case 'seal': {
      const number = resultNumber?.trim() ?? '';
      return number === '' ? refuse('dossier.result-number-missing', {}, 'resultNumber') : ok({ resultNumber: number });
    }
    case 'appraise': {
      if (outcome !== 'negative') return ok({});
      const reason = neededWords(note, 'note');
      if (!reason.ok) return reason;
      const basis = legalBasis?.trim() ?? '';
      return basis === '' ? refuse('dossier.legal-basis-missing', {}, 'legalBasis') : ok({ outcome: 'negative', legalBasis: basis });
    }
    case 'transfer':
    case 'approve':
    case 'send-back':
      return ok({});
  }
}

/** Takes a decided dossier back to the step before, because the decision itself was wrong; only a leader may, and only with a reason. */
export function decideReopen(dossier: RunningDossier, command: { readonly expectedVersion: number; readonly reason: string }, asker: Asker): Result<StepChange> {
  const allowed = checkPermission(dossier, 'reopen', asker, command.expectedVersion);
  if (!allowed.ok) return allowed;
  const reason = neededWords(command.reason, 'reason');
  if (!reason.ok) return reason;
  const here = dossier.steps.findIndex((step) => step.key === dossier.currentStep);
  const step = dossier.steps[here - 1];
  if (step === undefined) throw new Error('a decided dossier has no step before');
  return ok({ event: 'reopened', state: stateOfStep(step), step, clock: 'starts-again', holder: null, facts: { note: reason.value }, resultKind: dossier.resultKind });
}
