import { type Database } from '../../../platform/db/database.ts';
import { type MergePreview } from '../contract/merge-schemas.ts';
import { judgePreview } from '../domain/judge-preview.ts';
import { readFindings } from '../store/merge-findings.ts';
import { type CommuneMergesDeps } from './deps.ts';

/** What would go over if one commune merged into another now, and what stands in the way. Changes nothing. */
export async function previewMerge(deps: CommuneMergesDeps, db: Database, from: string, into: string, now: Date): Promise<MergePreview> {
  const stored = await readFindings(db, from, into);
  const shown = { ...stored, waitingMessages: await deps.countWaitingMessages(db, from), differentDays: await deps.countDifferentDays(from, into, now) };
  const { hindrances, notes } = judgePreview({ ...shown, administratorsFrom: await deps.countAdministrators(from), administratorsInto: await deps.countAdministrators(into) });
  return { ...shown, books: [...stored.books], hindrances: [...hindrances], notes: [...notes] };
}
