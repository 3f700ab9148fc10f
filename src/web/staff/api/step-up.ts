import { type Refusal } from './refusal.ts';

/** What the server wants proved before it does what was asked. */
export type ProofWanted = 'access.assurance-too-low' | 'access.second-factor-first';

/** Asks the person for the proof; answers whether it was given. */
type Prover = (wanted: ProofWanted) => Promise<boolean>;

/** How long a person who closed the dialog is left alone by what the screen reads by itself. */
const LEAVE_ALONE_MS = 10_000;

let prover: Prover | null = null;
let proving: Promise<boolean> | null = null;
let refusedAt = Number.NEGATIVE_INFINITY;

/** What a refusal wants proved; undefined when it wants nothing of the kind. */
export function proofWanted({ code }: Pick<Refusal, 'code'>): ProofWanted | undefined {
  return code === 'access.assurance-too-low' || code === 'access.second-factor-first' ? code : undefined;
}

/** The dialog that asks for proofs announces itself; answers how it takes its leave. */
export function offerProver(own: Prover): () => void {
  prover = own;
  return () => { if (prover === own) prover = null; };
}

/**
 * Asks the person once, however many requests want it at the same time. `byHand`: the person has just pressed something; what a screen reads by
 * itself does not open the dialog again that was closed a moment ago. False where nobody asks, or the person does not want to.
 */
export async function prove(wanted: ProofWanted, byHand: boolean, now: number = performance.now()): Promise<boolean> {
  if (proving !== null) return proving;
  if (prover === null || (!byHand && now - refusedAt < LEAVE_ALONE_MS)) return false;
  proving = prover(wanted);
  try {
    const proven = await proving;
    refusedAt = proven ? Number.NEGATIVE_INFINITY : now;
    return proven;
  } finally {
    proving = null;
  }
}
