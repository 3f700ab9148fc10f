import { type StaffActor } from '../../../kernel/actor.ts';
import { type DossierPosition, holdsStep } from './may-act.ts';

/** Who may approve what somebody appraised: another person where there is one, or anyone. */
type ApproverRule = 'another' | 'anyone';

/** What is known at the moment of a signature. */
export interface Appraised {
  /** Who did the appraisal as it stands now; null where there was none. */
  readonly appraisedBy: string | null;
  readonly rule: ApproverRule;
  /** The law has whoever signs compare the papers too, as with certified copies (NĐ 23/2015/NĐ-CP): one person is meant to do both. */
  readonly signerCompares: boolean;
}

/**
 * Whether a signature is refused because the signer appraised the dossier: appraisal and approval are two of the five steps, each with its own role
 * (NĐ 118/2025/NĐ-CP as amended by NĐ 309/2026/NĐ-CP), and where nobody else may approve, the one who may is not kept from it. `colleagues`:
 * everybody with the positions of today.
 */
export function refuseOwnAppraisal(dossier: DossierPosition, { appraisedBy, rule, signerCompares }: Appraised, signer: StaffActor, colleagues: readonly StaffActor[]): 'dossier.appraised-by-signer' | undefined {
  if (appraisedBy !== signer.staffId || rule === 'anyone' || signerCompares) return undefined;
  return colleagues.some((one) => one.staffId !== signer.staffId && holdsStep(dossier, one)) ? 'dossier.appraised-by-signer' : undefined;
}
