import { type JournalObject, journalObject, type JournalObjectKind } from '../../kernel/journal-object.ts';
import { type RouteShows, type RequestContext, type ShownData } from './route.ts';

/** Answers about the one thing that the address names, such as `dossier:<id>`; `partParam` names the place of the address that says which part. */
export function showsOne(action: string, kind: JournalObjectKind, { part, param = 'id', partParam = '' }: { readonly part?: string; readonly param?: string; readonly partParam?: string } = {}): RouteShows {
  return {
    action,
    of: ({ params }) => {
      const named = [part, params[partParam]].filter((word) => word !== undefined).join(':');
      return { object: journalObject(kind, params[param] ?? ''), ...(named === '' ? {} : { part: named }) };
    },
  };
}

/** Answers that list people of the actor's commune: `list` under `key` of the answer, the dossiers named by `idKey`; null: they are no dossiers and counted only. */
export function showsList(action: string, part: string, key: string, idKey: string | null): RouteShows {
  return {
    action,
    of: ({ context }, answered) => {
      const listed = (answered as Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>)[key] ?? [];
      if (idKey === null) return { object: communeOf(context), part, count: listed.length };
      return { object: communeOf(context), part, ...peopleOfDossiers(listed.map((one) => one[idKey])) };
    },
  };
}

/** What a list about dossiers shows, whatever of it is about none. */
export function peopleOfDossiers(ids: readonly unknown[]): Pick<ShownData, 'dossiers'> {
  return { dossiers: [...new Set(ids.filter((id) => typeof id === 'string'))] };
}

/** Lists are about the whole commune of whoever asks. */
export function communeOf({ actor }: Pick<RequestContext, 'actor'>): JournalObject {
  return `commune:${actor.kind === 'staff' ? actor.communeCode : ''}`;
}
