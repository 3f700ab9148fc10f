import { type StaffActor } from '../../../kernel/actor.ts';
import { type Database, type Tx } from '../../../platform/db/database.ts';
import { mayReveal } from '../domain/may-reveal.ts';
import { findDossierRow } from '../store/dossier-head.ts';
import { seenDossier } from '../store/seen-dossier.ts';

/** What the screens of a dossier mask, whole, with whether this member of staff may see it now. */
export interface HeldNumbers {
  readonly code: string;
  readonly citizenNumber: string | null;
  readonly phone: string | null;
  readonly content: string;
  readonly mayReveal: boolean;
}

/** The masked numbers of a dossier for whoever asks; undefined when the commune has no such dossier. The caller refuses and journals. */
export async function findHeldNumbers(db: Database | Tx, actor: StaffActor, id: string): Promise<HeldNumbers | undefined> {
  const row = await findDossierRow(db, actor.communeCode, id);
  if (row === undefined) return undefined;
  return { code: row.code ?? row.reference, citizenNumber: row.applicant_number, phone: row.applicant_phone, content: row.content, mayReveal: mayReveal(seenDossier(row), actor) };
}
