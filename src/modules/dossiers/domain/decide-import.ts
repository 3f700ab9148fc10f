import { formatTimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type Instant } from '../../../kernel/local-time.ts';
import { ok, refuse, type Result } from '../../../kernel/result.ts';
import { type Applicant, type ApplicantInput, checkApplicant } from './check-applicant.ts';
import { decideDueDate, type ReceivableProcedure, type ReceptionContext, stepDueAt } from './decide-reception.ts';
import { isDossierCode } from './dossier-code.ts';
import { type StepPlan } from './dossier-change.ts';

/** A dossier that was filed in another system, as far as that system tells. */
export interface ImportInput {
  /** The official code that the other system gave it; a dossier has exactly one (NĐ 309/2026, Điều 17.3). */
  readonly externalCode: string;
  /** Where the work stands: waiting for reception, received, or already with the specialist. */
  readonly entersAs: 'submitted' | 'received' | 'in-progress';
  readonly applicant: ApplicantInput;
  readonly content: string;
  readonly submittedAt: Instant;
  /** Null for one that nobody has received yet. */
  readonly receivedAt: Instant | null;
}

/** An import that may be written. */
export interface ImportPlan {
  readonly applicant: Applicant;
  /** Null before reception. */
  readonly received: { readonly at: Instant; readonly dueAt: Instant; readonly timeLimit: string; readonly step: StepPlan; readonly stepDueAt: Instant } | null;
}

/**
 * Decides how a dossier from another system enters here. The clock counts from the stated receipt, not from the import. Refuses a code
 * that no dossier has, an applicant that cannot be reached, a receipt that is missing, in the future or before the filing, and a
 * procedure whose time limit nobody has determined.
 */
export function decideImport(procedure: ReceivableProcedure, input: ImportInput, { now, calendar }: ReceptionContext): Result<ImportPlan> {
  if (!isDossierCode(input.externalCode)) return refuse('dossier.external-code-wrong', { code: input.externalCode.slice(0, 60) }, 'externalCode');
  const applicant = checkApplicant(input.applicant, now);
  if (!applicant.ok) return applicant;
  if (input.submittedAt > now) return refuse('dossier.stated-in-future', {}, 'submittedAt');
  if (input.entersAs === 'submitted') return ok({ applicant: applicant.value, received: null });
  const at = input.receivedAt;
  if (at === null) return refuse('dossier.receipt-instant-missing', {}, 'receivedAt');
  if (at > now) return refuse('dossier.stated-in-future', {}, 'receivedAt');
  if (at < input.submittedAt) return refuse('dossier.received-before-filed', {}, 'receivedAt');
  const due = decideDueDate(procedure, { now: at, calendar });
  if (!due.ok) return due;
  const key = input.entersAs === 'received' ? 'receive' : 'appraise';
  const step = procedure.steps.find((one) => one.key === key);
  if (step === undefined) throw new Error(`procedure ${procedure.code} has no step ${key}`);
  // What was received elsewhere long ago begins here now; its first step is never due after the dossier itself.
  return ok({ applicant: applicant.value, received: { at, dueAt: due.value.dueAt, timeLimit: formatTimeLimit(due.value.limit), step, stepDueAt: stepDueAt(calendar, now, step.hours, due.value.dueAt) } });
}
