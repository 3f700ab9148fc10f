import { AsyncLocalStorage } from 'node:async_hooks';

/** Work on the whole installation: every commune's rows. */
const WHOLE_INSTALLATION = '*';

/** Whose rows the database shows to the work under way. It may become narrower, never wider. */
export interface CommuneScope {
  commune: string;
}

const scopes = new AsyncLocalStorage<CommuneScope>();

/** Does work for one commune: the database shows it no row of another and lets it write none. */
export function inCommune<T>(communeCode: string, work: () => T): T {
  return scopes.run({ commune: communeCode }, work);
}

/**
 * Does work for the whole installation, whatever the request that it began in may see: what several requests share, such as what is kept
 * in memory, and what concerns two communes.
 */
export function inWholeInstallation<T>(work: () => T): T {
  return scopes.run({ commune: WHOLE_INSTALLATION }, work);
}

/** From here on the work under way is for this commune alone: its secret link, code or page has named it. Throws when it was for another one. */
export function narrowToCommune(communeCode: string): void {
  const scope = scopes.getStore();
  if (scope === undefined || scope.commune === communeCode) return;
  if (scope.commune !== WHOLE_INSTALLATION) throw new Error(`work for commune ${scope.commune} turns to commune ${communeCode}`);
  scope.commune = communeCode;
}

/** For whom the work under way is; background work and the command line, which nobody has narrowed, are for the whole installation. */
export function currentScope(): string {
  return scopes.getStore()?.commune ?? WHOLE_INSTALLATION;
}
