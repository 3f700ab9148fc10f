import { type Actor, doesStep, handlesField, type Position, type Role } from '../../../kernel/actor.ts';
import { type DossierPlace, stageOf, type StepKey, type StepRole } from './dossier-states.ts';
import { actionsAt, type Condition, type Doer, type DossierAction, transitionAt } from './transitions.ts';

const ROLES_OF_STEP: Readonly<Record<StepRole, readonly Role[]>> = {
  reception: ['reception'],
  specialist: ['specialist'],
  leader: ['unit-head', 'president'],
  clerk: ['clerk'],
};

/** The part of a dossier that decides what may be done to it, and by whom. */
export interface DossierPosition extends DossierPlace {
  readonly currentRole: StepRole | null;
  readonly field: string;
  /** The unit that the dossier was moved to; null: whoever handles its field. */
  readonly unitId: string | null;
  /** Who has taken the step on; null: nobody yet. */
  readonly holderId: string | null;
  /** What waits for a leader's word. */
  readonly approvalAsked: 'supplement' | 'extension' | null;
  /** Whether a leader's urging waits for its answer. */
  readonly urged: boolean;
  /** Whether the one extension was given. */
  readonly extended: boolean;
  /** Whether the citizen answered a request for supplements and the holder has not looked at it yet. */
  readonly answered: boolean;
  /** Whether the answer of an agency of the province is waited for. */
  readonly agencyAsked: boolean;
  /** Who handed it to the unit that has not taken it over yet, and from which unit (null: whoever handles its field); null: nobody has to. */
  readonly handed: { readonly by: string; readonly fromUnitId: string | null } | null;
}

/** Who asks: a member of staff, a stranger, or whoever holds the secret link of this dossier's slip. */
export type Asker = Actor | { readonly kind: 'link-holder' };

/** Positions that may act for a step's role. */
export function rolesOfStep(role: StepRole): readonly Role[] {
  return ROLES_OF_STEP[role];
}

/**
 * A moved dossier is appraised by the unit it was moved to; everything else goes by its field. A position limited to its own unit sees nothing
 * that was moved elsewhere, and of the rest what its unit looks after.
 */
function covers(position: Position, dossier: DossierPosition): boolean {
  if (dossier.unitId === null) return handlesField(position, dossier.field);
  if (position.role === 'specialist' || position.unitScope === 'own') {
    return position.unitId === dossier.unitId && (position.role === 'specialist' || position.fields.length === 0 || position.fields.includes(dossier.field));
  }
  return handlesField(position, dossier.field);
}

/** `step` null: what is done beside the five steps, such as leading or collecting. */
function holdsRole(dossier: DossierPosition, asker: Asker, roles: readonly Role[], step: StepKey | null): boolean {
  return asker.kind === 'staff' && asker.positions.some((position) => roles.includes(position.role) && (step === null || doesStep(position, step)) && covers(position, dossier));
}

/** The one of the five steps that a dossier waits for; a declaration waits to be received. */
function stepOf({ currentStep }: DossierPlace): StepKey {
  return currentStep ?? 'receive';
}

/** Whether this actor's position holds the step where the dossier stands now, taken on by somebody else or not. */
export function holdsStep(dossier: DossierPosition, asker: Asker): boolean {
  return holdsRole(dossier, asker, ROLES_OF_STEP[dossier.currentRole ?? 'reception'], stepOf(dossier));
}

/** Whether somebody else has taken the step on. The loser of a race is told instead of writing over the other's work. */
function isTakenByAnother(dossier: DossierPosition, asker: Asker): boolean {
  return dossier.holderId !== null && !(asker.kind === 'staff' && asker.staffId === dossier.holderId);
}

/** Whoever handed it over, and the appraisers of the unit that it left: what was not taken over is still theirs to look after. */
function isSender({ handed, ...dossier }: DossierPosition, asker: Asker): boolean {
  if (handed === null || asker.kind !== 'staff') return false;
  return asker.staffId === handed.by || holdsRole({ ...dossier, handed, unitId: handed.fromUnitId }, asker, ROLES_OF_STEP.specialist, 'appraise');
}

/** Whether an actor is one of those whom the table names as a doer of an action. */
export function isDoer(doer: Doer, dossier: DossierPosition, asker: Asker): boolean {
  switch (doer) {
    case 'holder':
      return holdsStep(dossier, asker);
    case 'reception':
      // The counter takes in whatever comes, wherever the dossier is, and hands over at its end.
      return holdsRole(dossier, asker, ROLES_OF_STEP.reception, stepOf(dossier) === 'hand-over' || dossier.state === 'returned' ? 'hand-over' : 'receive');
    case 'leader':
      return holdsRole(dossier, asker, ROLES_OF_STEP.leader, null);
    case 'carrier':
      return holdsRole(dossier, asker, ['reception', 'team-member'], null);
    case 'cashier':
      return holdsRole(dossier, asker, ['cashier'], null);
    case 'sender':
      return isSender(dossier, asker);
    case 'citizen':
      return asker.kind === 'link-holder';
  }
}

function holdsCondition(condition: Condition, dossier: DossierPosition, asker: Asker): boolean {
  switch (condition) {
    case 'not-mine':
      return !(asker.kind === 'staff' && asker.staffId === dossier.holderId);
    case 'taken':
      return dossier.holderId !== null;
    case 'urged':
      return dossier.urged;
    case 'not-urged':
      return !dossier.urged;
    case 'nothing-asked':
      return dossier.approvalAsked === null;
    case 'extension-open':
      return dossier.approvalAsked === null && !dossier.extended;
    case 'supplement-asked':
      return dossier.approvalAsked === 'supplement';
    case 'extension-asked':
      return dossier.approvalAsked === 'extension';
    case 'not-extended':
      return !dossier.extended;
    case 'answer-unseen':
      return dossier.answered;
    case 'agency-asked':
      return dossier.agencyAsked;
    case 'no-agency-asked':
      return !dossier.agencyAsked;
  }
}

/** What an actor may do with an action at the dossier's stage. */
export type Permission = 'allowed' | 'not-possible' | 'not-yours' | 'taken';

/** Taking a step over from a colleague is how one gets past “taken”; the rest waits for it. */
const OVER_ANOTHER: ReadonlySet<DossierAction> = new Set(['claim']);

/** Whether the table allows an action to this actor now: the one place where who may do what is decided. */
export function permissionFor(dossier: DossierPosition, action: DossierAction, asker: Asker): Permission {
  const transition = transitionAt(stageOf(dossier), action);
  if (transition === undefined) return 'not-possible';
  if (transition.when !== undefined && !holdsCondition(transition.when, dossier, asker)) return 'not-possible';
  const doers = transition.by.filter((doer) => isDoer(doer, dossier, asker));
  if (doers.length === 0) return 'not-yours';
  const onlyAsHolder = doers.every((doer) => doer === 'holder');
  return onlyAsHolder && isTakenByAnother(dossier, asker) && !OVER_ANOTHER.has(action) ? 'taken' : 'allowed';
}

/** Exactly the actions that the table and the actor's positions allow now; the screen shows these and no others. */
export function availableActions(dossier: DossierPosition, asker: Asker): readonly DossierAction[] {
  return actionsAt(stageOf(dossier)).filter((action) => permissionFor(dossier, action, asker) === 'allowed');
}
