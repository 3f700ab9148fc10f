import { type WorkItem } from '../../../modules/dossiers/contract/work-list-schemas.ts';
import { type SuggestedProcedures } from '../../../modules/procedures/contract/procedure-schemas.ts';
import { foldForSearch } from '../../../kernel/text-folding.ts';

/** One place that the command box can go to. */
export interface CommandEntry {
  readonly id: string;
  readonly group: 'go' | 'dossiers' | 'procedures';
  readonly title: string;
  readonly detail: string;
  readonly path: string;
}

/** What the catalogue suggests for typed letters. */
export type SuggestedProcedure = Pick<SuggestedProcedures['items'][number], 'code' | 'name' | 'field' | 'timeWords' | 'receivable'>;

/** The places whose every typed word begins one of their words, accents forgiven; all of them while nothing is typed. */
export function matchingPlaces(places: readonly CommandEntry[], typed: string): readonly CommandEntry[] {
  const wanted = foldForSearch(typed).split(' ').filter((word) => word !== '');
  return places.filter((place) => {
    const words = foldForSearch(place.title).split(' ');
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}

/** A dossier as an entry. */
export function dossierEntry(item: WorkItem, path: string): CommandEntry {
  return { id: `dossier-${item.id}`, group: 'dossiers', title: `${item.procedureName} · ${item.applicantName}`, detail: item.code, path };
}

/** A procedure that can be received now, as an entry; undefined for one that cannot. */
export function procedureEntry(procedure: SuggestedProcedure, path: string): CommandEntry | undefined {
  if (!procedure.receivable) return undefined;
  return { id: `procedure-${procedure.code}`, group: 'procedures', title: procedure.name, detail: `${procedure.field} · ${procedure.timeWords}`, path };
}
