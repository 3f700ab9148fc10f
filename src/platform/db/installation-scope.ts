import { type StaffActor } from '../../kernel/actor.ts';
import { type InstallationStanding } from '../../kernel/installation-standing.ts';
import { inWholeInstallation } from './commune-scope.ts';

/** Whose rows of what belongs to the whole installation: those that were written in a commune, or in any for whoever speaks for all of them. */
export type InstallationScope = string | null;

/** Whose drafts somebody works on: where several communes share what is edited, whoever speaks for all of them works on everybody's. */
export function installationScope({ speaks, communes }: Pick<InstallationStanding, 'speaks' | 'communes'>, actor: StaffActor): InstallationScope {
  return speaks && communes > 1 ? null : actor.communeCode;
}

/** Does work on the rows of a scope, with what it needs in sight. */
export function inScope<T>(scope: InstallationScope, work: (scope: InstallationScope) => T): T {
  return scope === null ? inWholeInstallation(() => work(null)) : work(scope);
}
