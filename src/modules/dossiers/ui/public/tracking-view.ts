import { type FeesWords } from '../../../fees/contract/assessed-fees.ts';
import { type DossierState } from '../../domain/dossier-states.ts';
import { type LinkedCaseView } from './linked-case-view.ts';
import { type AskedPayment, type AskedSupplement, type OpenFee } from './supplement-view.ts';

/** What the tracking page knows of a dossier: nothing personal. */
export interface TrackingView {
  readonly code: string;
  readonly hasOfficialCode: boolean;
  readonly declaredCode: string | null;
  readonly state: DossierState;
  readonly submittedWords: string;
  readonly receivedWords: string | null;
  readonly dueWords: string | null;
  readonly time: { readonly timeState: 'in-time' | 'near' | 'due-today' | 'overdue' | 'paused' | 'finished' | 'waiting'; readonly timeWords: string };
  readonly trace: readonly string[];
  readonly steps: readonly TrackingStep[];
  readonly holderRole: 'reception' | 'specialist' | 'leader' | 'clerk' | null;
  readonly rejectionReason: string | null;
  readonly stopReason: string | null;
  readonly negative: boolean;
  readonly extendedWords: string | null;
  readonly apology: string | null;
  /** Where the citizen asks to withdraw; null when it is no longer possible. */
  readonly dataAddress: string;
  /** Where what was declared is read; null when it was declared without a form. */
  readonly answersAddress: string | null;
  /** Where what was declared is used again in another declaration; null: nothing was declared with a form. */
  readonly reuseAddress: string | null;
  /** How the person agreed to being helped; null when nobody helped. Nobody is named. */
  readonly assisted: 'spoken' | 'written' | 'signature' | 'code' | 'recording' | null;
  readonly withdrawAddress: string | null;
  readonly withdrawalDeclined: string | null;
  readonly dateMoved: { readonly receiptWords: string; readonly reason: string } | null;
  readonly resultNumber: string | null;
  readonly returnedWords: string | null;
  readonly deliveryMethod: 'counter' | 'post' | 'home' | 'electronic';
  readonly papers: readonly { readonly name: string; readonly fileCount: number; readonly erased: boolean }[];
  readonly way: {
    readonly method: 'counter' | 'post' | 'home' | 'electronic';
    readonly state: 'waiting' | 'sent' | 'delivered' | 'returned';
    readonly carrier: string | null;
    readonly trackingNumber: string | null;
    readonly events: readonly { readonly event: 'sealed' | 'handed-on' | 'posted' | 'arrived' | 'not-met' | 'delivered' | 'came-back'; readonly words: string }[];
  } | null;
  readonly electronicResult: string | null;
  readonly commune: { readonly centreName: string; readonly address: string; readonly hotline: string };
  /** What was issued to the citizen; each opens with four digits. */
  readonly issued: readonly { readonly title: string; readonly number: string; readonly day: string; readonly address: string }[];
  readonly askedSupplement: AskedSupplement | null;
  readonly askedPayment: AskedPayment | null;
  /** Fees that are to be paid beside that. */
  readonly openFees: readonly OpenFee[];
  readonly answered: boolean;
  /** The case of interlinked procedures that it belongs to. */
  readonly linked: LinkedCaseView | null;
  /** Other dossiers that were declared with it; null for one that stands alone. */
  readonly together: { readonly event: string; readonly dossiers: readonly { readonly name: string; readonly words: string }[] } | null;
  /** What is to be paid; null: nobody has assessed it. */
  readonly fees: FeesWords | null;
  /** What the office owes back and has paid back, as amounts; null: neither. */
  readonly moneyBack: { readonly owed: string | null; readonly paidBack: string | null } | null;
  /** Everything that was to be paid has come in. */
  readonly feesPaid: boolean;
}

/** A step that the office takes, or the declaration before them. */
export interface TrackingStep {
  readonly key: 'declared' | 'receive' | 'appraise' | 'approve' | 'seal' | 'hand-over';
  readonly state: 'done' | 'now' | 'later';
  readonly doneWords: string | null;
}
