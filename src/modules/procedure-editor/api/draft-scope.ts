import { type StaffActor } from '../../../kernel/actor.ts';
import { type InstallationStanding } from '../../../kernel/installation-standing.ts';
import { inWholeInstallation } from '../../../platform/db/commune-scope.ts';
import { type DraftScope } from '../store/drafts.ts';

/** Whose drafts somebody works on: where several communes share the procedures, whoever speaks for all of them works on everybody's. */
export function draftScope({ speaks, communes }: Pick<InstallationStanding, 'speaks' | 'communes'>, actor: StaffActor): DraftScope {
  return speaks && communes > 1 ? null : actor.communeCode;
}

/** Does work on the drafts of a scope, with the rows that it needs in sight. */
export function inScope<T>(scope: DraftScope, work: (scope: DraftScope) => T): T {
  return scope === null ? inWholeInstallation(() => work(null)) : work(scope);
}
