import { type DossierState, type StepKey, type StepRole } from './dossier-states.ts';

/** One step of the pinned procedure version with what is known of it. */
export interface StepPlan {
  readonly position: number;
  readonly key: StepKey;
  readonly role: StepRole;
  /** Working hours allowed. */
  readonly hours: number;
}

/** Everything that can have happened to a dossier, as its history names it. */
export const DOSSIER_EVENTS = [
  'declared', 'declared-together', 'received', 'imported', 'rejected', 'transferred', 'appraised', 'approved', 'sealed', 'handed-over', 'sent-back', 'reopened',
  'supplement-requested', 'supplement-proposed', 'supplement-approved', 'supplement-declined', 'supplement-answered', 'supplement-accepted', 'supplement-cancelled',
  'payment-requested', 'payment-confirmed', 'payment-cancelled', 'fees-paid',
  'withdrawal-requested', 'withdrawal-accepted', 'withdrawal-declined', 'stopped',
  'claimed', 'released', 'assigned', 'handed-to', 'moved-to-unit', 'taken-over', 'turned-back', 'called-back', 'unit-changed',
  'sent-to-agency', 'agency-received', 'agency-answered', 'agency-called-off',
  'urged', 'urge-answered', 'extension-proposed', 'extended', 'extension-declined', 'deadline-moved',
  'dispatched', 'delivery-moved', 'delivered', 'corrected', 'linked', 'transfer-sent', 'transfer-failed', 'transfer-acknowledged', 'transfer-answered',
] as const;
export type DossierEvent = (typeof DOSSIER_EVENTS)[number];

/** What one decision changes. Every change writes one line of history and raises the dossier's version by one. */
export interface DossierChange {
  readonly event: DossierEvent;
  /** What the history line says beside the event. Texts only. */
  readonly facts: Readonly<Record<string, string>>;
  readonly state: DossierState;
  /** The step it goes to; null: behind the last one; left out: it stays at its step. */
  readonly step?: StepPlan | null;
  /** `pauses`: from now on the citizen is waited for; `resumes`: the answer came; `ends`: the work is over; `starts-again`: it is not over after all. */
  readonly clock: 'as-it-was' | 'pauses' | 'resumes' | 'ends' | 'starts-again';
  /** The outcome of the work, with which `ends` makes it decided. */
  readonly decides?: 'positive' | 'negative';
  /** Who has it from now on; null: nobody in particular; left out: as it was. */
  readonly holder?: string | null;
}
