import { type TimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { type Procedure } from './effective-procedure.ts';
import { type Bilingual, type LookedUp, type PaperRequirement, type StepKey, type StepRole } from './procedure-pack.ts';

/** What the office needs to know of a procedure to receive a dossier under it; the dossier stays pinned to code and version. */
export interface ProcedureToReceive {
  readonly code: string;
  readonly version: number;
  /** Null: neither published nor completed by the commune; no dossier can be received. */
  readonly timeLimit: TimeLimit | null;
  readonly steps: readonly { readonly position: number; readonly key: StepKey; readonly role: StepRole; readonly hours: number }[];
  /** Everyday name where one was curated, else the official one. */
  readonly name: Bilingual;
  readonly officialName: string;
  readonly field: string;
  readonly papers: readonly PaperRequirement[];
  readonly lookedUp: readonly LookedUp[];
}

/** The part of a procedure that reception rests on; steps are counted from 0. */
export function toReceive({ pack, timeLimit, steps }: Procedure): ProcedureToReceive {
  return {
    code: pack.code,
    version: pack.version,
    timeLimit,
    steps: steps.map(({ key, role, hours }, position) => ({ position, key, role, hours })),
    name: pack.everyday?.name ?? { vi: pack.name, en: null },
    officialName: pack.name,
    field: pack.field,
    papers: pack.papers,
    lookedUp: pack.lookedUp,
  };
}
