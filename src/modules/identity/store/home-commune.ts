import { type Soon } from '../../../kernel/soon.ts';
import { inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type Commune } from '../domain/commune.ts';
import { findHomeCommune } from './commune.ts';

/** This installation's commune, kept in memory because every page names it. */
export interface HomeCommune {
  /** Undefined before set-up. */
  find(): Soon<Commune | undefined>;
  /** Throws before set-up: callers serve pages that exist only afterwards. */
  get(): Promise<Commune>;
  /** To be called after the commune or the setting changed. */
  forget(): void;
}

/** Remembers the home commune of a database until told to forget; never remembers that there is none. */
export function createHomeCommune(db: Database): HomeCommune {
  let known: Commune | undefined;
  let generation = 0;
  async function read(): Promise<Commune | undefined> {
    const asked = generation;
    const found = await inWholeInstallation(() => findHomeCommune(db));
    // What was read before a change must not outlive it.
    if (asked === generation) known = found;
    return found;
  }
  const find = (): Soon<Commune | undefined> => known ?? read();
  return {
    find,
    get: async () => {
      const commune = await find();
      if (commune === undefined) throw new Error('this installation has no home commune yet');
      return commune;
    },
    forget: () => {
      known = undefined;
      generation += 1;
    },
  };
}
