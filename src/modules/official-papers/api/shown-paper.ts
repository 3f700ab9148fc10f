import { type ShownData } from '../../../platform/http/route.ts';
import { type OfficialPaperRow } from '../store/official-papers.ts';

/** Whose data an issued paper shows: those of its dossier; a register or a slip about several stands for itself. */
export function shownPaper({ id, dossier_id: dossierId }: Pick<OfficialPaperRow, 'id' | 'dossier_id'>): ShownData {
  return dossierId === null ? { object: `paper:${id}` } : { object: `dossier:${dossierId}`, part: `paper:${id}` };
}
