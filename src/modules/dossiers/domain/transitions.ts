import { type Stage } from './dossier-states.ts';

/**
 * Who may do something to a dossier where it stands.
 * `holder`: whose position holds the current step (reception before there is one), and who has taken it on if somebody has.
 * `leader`: a head of unit or the President, for the dossier's field. `carrier`: who may carry a result home: a member of a team, or reception.
 * `sender`: who handed it to another unit: the person, or the appraisers of the unit it left. `citizen`: whoever has the secret link of the slip.
 */
export type Doer = 'holder' | 'reception' | 'leader' | 'cashier' | 'carrier' | 'sender' | 'citizen';

/** Where an action leads: to a state, along the steps, or nowhere because it changes something else. */
type Leads = 'next-step' | 'step-before' | 'where-it-was' | 'same' | Stage;

/** What must hold beside the stage; `nothing-asked`: no question waits for a leader; `extension-open`: nor was the one extension given; `answer-unseen`: the citizen answered and nobody looked; `agency-asked`: an agency’s answer is waited for. */
export type Condition = 'not-mine' | 'taken' | 'urged' | 'not-urged' | 'nothing-asked' | 'extension-open' | 'supplement-asked' | 'extension-asked' | 'not-extended' | 'answer-unseen' | 'agency-asked' | 'no-agency-asked';

export interface Transition {
  readonly by: readonly Doer[];
  readonly to: Leads;
  readonly when?: Condition;
}

const HOLDER = ['holder'] as const;
const LEADER = ['leader'] as const;
const RECEPTION = ['reception'] as const;
const CITIZEN_OR_RECEPTION = ['citizen', 'reception'] as const;
const HOLDER_OR_LEADER = ['holder', 'leader'] as const;

/** What can be done wherever somebody in the office holds a running dossier, beside the work of the step itself. */
const RUNNING = {
  'claim': { by: HOLDER, to: 'same', when: 'not-mine' },
  'release': { by: HOLDER_OR_LEADER, to: 'same', when: 'taken' },
  'assign': { by: LEADER, to: 'same' },
  'urge': { by: LEADER, to: 'same', when: 'not-urged' },
  'answer-urge': { by: HOLDER, to: 'same', when: 'urged' },
  'propose-extension': { by: HOLDER, to: 'same', when: 'extension-open' },
  'extend': { by: LEADER, to: 'same', when: 'not-extended' },
  'decline-extension': { by: LEADER, to: 'same', when: 'extension-asked' },
} as const satisfies Readonly<Record<string, Transition>>;

const ASK_CITIZEN = {
  'request-supplement': { by: HOLDER, to: 'supplement-requested', when: 'nothing-asked' },
  'approve-supplement': { by: LEADER, to: 'supplement-requested', when: 'supplement-asked' },
  'decline-supplement': { by: LEADER, to: 'same', when: 'supplement-asked' },
  'accept-supplement': { by: HOLDER, to: 'same', when: 'answer-unseen' },
  'request-payment': { by: HOLDER, to: 'payment-requested' },
} as const satisfies Readonly<Record<string, Transition>>;

/** An agency of the province is needed: what goes there, that it arrived, what came back. The clock goes on meanwhile. */
const ASK_AGENCY = {
  'send-to-agency': { by: HOLDER, to: 'same', when: 'no-agency-asked' },
  'note-agency-receipt': { by: HOLDER, to: 'same', when: 'agency-asked' },
  'note-agency-answer': { by: HOLDER, to: 'same', when: 'agency-asked' },
  'call-off-agency': { by: HOLDER, to: 'same', when: 'agency-asked' },
} as const satisfies Readonly<Record<string, Transition>>;

const WITHDRAW = { 'request-withdrawal': { by: CITIZEN_OR_RECEPTION, to: 'withdraw-requested' } } as const satisfies Readonly<Record<string, Transition>>;

/**
 * The one transition table: the server decides by it, the screens take their buttons from it, the tests walk through it.
 * National codes allow 1→2,3,7 · 2→4,5,6,7,8 · 4→5,6,7,8,9 · 5→4,7,8 · 6→4,8 · 7→8 or back · 9→10 · 9→4 with a reason (domain 1.4).
 * Beyond them a declaration may be sent back once for supplement before it is received (NĐ 309/2026, Điều 17.2a): 1→5→1.
 */
export const TRANSITIONS = {
  'submitted': {
    'receive': { by: RECEPTION, to: 'received' },
    'reject': { by: RECEPTION, to: 'rejected' },
    'request-supplement': { by: RECEPTION, to: 'supplement-requested', when: 'nothing-asked' },
    'approve-supplement': ASK_CITIZEN['approve-supplement'],
    'decline-supplement': ASK_CITIZEN['decline-supplement'],
    'accept-supplement': ASK_CITIZEN['accept-supplement'],
    ...WITHDRAW,
  },
  'received': {
    'transfer': { by: HOLDER, to: 'next-step' },
    'stop': { by: HOLDER_OR_LEADER, to: 'stopped' },
    ...ASK_CITIZEN,
    ...WITHDRAW,
    ...RUNNING,
  },
  'appraise': {
    'appraise': { by: HOLDER, to: 'next-step' },
    'send-back': { by: HOLDER, to: 'step-before' },
    'stop': { by: HOLDER_OR_LEADER, to: 'stopped' },
    ...ASK_CITIZEN,
    ...WITHDRAW,
    ...RUNNING,
    'move-to-unit': { by: HOLDER_OR_LEADER, to: 'between-units' },
    ...ASK_AGENCY,
  },
  // Handed to another unit that has not taken it over: it takes it, or turns it back; the sender may call it back.
  'between-units': {
    'take-over': { by: HOLDER, to: 'appraise' },
    'turn-back': { by: HOLDER, to: 'appraise' },
    'call-back': { by: ['sender'], to: 'appraise' },
    'urge': RUNNING['urge'],
    'answer-urge': RUNNING['answer-urge'],
    'extend': RUNNING['extend'],
    'decline-extension': RUNNING['decline-extension'],
    ...WITHDRAW,
  },
  'approve': {
    'approve': { by: HOLDER, to: 'next-step' },
    'send-back': { by: HOLDER, to: 'step-before' },
    'stop': { by: HOLDER, to: 'stopped' },
    ...WITHDRAW,
    ...RUNNING,
  },
  'seal': {
    'seal': { by: HOLDER, to: 'next-step' },
    'send-back': { by: HOLDER, to: 'step-before' },
    ...RUNNING,
  },
  'supplement-requested': {
    'answer-supplement': { by: CITIZEN_OR_RECEPTION, to: 'where-it-was' },
    'cancel-supplement': { by: HOLDER_OR_LEADER, to: 'where-it-was' },
    'stop': { by: HOLDER_OR_LEADER, to: 'stopped' },
    ...WITHDRAW,
  },
  'payment-requested': {
    'confirm-payment': { by: ['cashier', 'reception'], to: 'where-it-was' },
    'cancel-payment': { by: HOLDER_OR_LEADER, to: 'where-it-was' },
    'stop': { by: HOLDER_OR_LEADER, to: 'stopped' },
  },
  'withdraw-requested': {
    'accept-withdrawal': { by: HOLDER_OR_LEADER, to: 'stopped' },
    'decline-withdrawal': { by: HOLDER_OR_LEADER, to: 'where-it-was' },
  },
  'decided': {
    'hand-over': { by: RECEPTION, to: 'returned' },
    'dispatch': { by: RECEPTION, to: 'same' },
    'report-delivery': { by: ['carrier'], to: 'same' },
    'reopen': { by: LEADER, to: 'step-before' },
  },
  'rejected': {},
  'stopped': {},
  // Final: what was wrong is put right by a new dossier that names this one.
  'returned': { 'correct': { by: RECEPTION, to: 'same' } },
} as const satisfies Readonly<Record<Stage, Readonly<Record<string, Transition>>>>;

type ActionsOf<S extends Stage> = keyof (typeof TRANSITIONS)[S];

/** Everything that can be done to a dossier. */
export type DossierAction = { [S in Stage]: ActionsOf<S> }[Stage];

/** The work of the step itself: one step on, or back. */
export type StepAction = 'transfer' | 'appraise' | 'approve' | 'seal' | 'send-back';

const TABLE: Readonly<Record<Stage, Readonly<Partial<Record<DossierAction, Transition>>>>> = TRANSITIONS;

/** What an action does at a stage; undefined when it is not possible there. */
export function transitionAt(stage: Stage, action: DossierAction): Transition | undefined {
  return TABLE[stage][action];
}

/** Every action that the table knows at a stage, in the table's order. */
export function actionsAt(stage: Stage): readonly DossierAction[] {
  // the keys of an object literal of the table above
  return Object.keys(TABLE[stage]) as DossierAction[];
}
