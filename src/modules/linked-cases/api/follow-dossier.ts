import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type Tx } from '../../../platform/db/database.ts';
import { type CaseDossier } from '../../dossiers/index.ts';
import { type CaseChange, type ChildEnd, endChild, reopenChild } from '../domain/decide-child.ts';
import { isChildEnded, type LinkedChild, withDueMoments } from '../domain/linked-case.ts';
import { groupOfCase, type LinkedGroup } from '../domain/linked-group.ts';
import { type CaseAggregate, loadLinkedCaseForUpdate } from '../store/linked-cases.ts';
import { childOf, writeChange } from './case-state.ts';

/** What following a dossier needs; the calendar is the commune's. */
export interface FollowDeps {
  readonly groups: readonly LinkedGroup[];
  readonly newId: () => string;
  readonly calendarOf: (communeCode: string) => Promise<WorkingCalendar>;
}

/** The children of a case as its rules see them. */
export function childrenOf(groups: readonly LinkedGroup[], { linkedCase, children }: CaseAggregate): readonly LinkedChild[] {
  const group = groupOfCase(groups, linkedCase.group_code, linkedCase.group_valid_from);
  return children.map((row) => childOf(row, group.members.find(({ key }) => key === row.key)?.dependsOn ?? []));
}

function endOf(dossier: CaseDossier): ChildEnd | undefined {
  switch (dossier.state) {
    case 'decided':
    case 'returned':
      return { state: dossier.resultKind === 'negative' ? 'refused' : 'finished', resultNumber: dossier.resultNumber, words: dossier.resultKind === 'negative' ? dossier.words : null };
    case 'stopped':
      return { state: dossier.stopKind === 'withdrawn' ? 'withdrawn' : 'stopped', resultNumber: null, words: dossier.words };
    case 'submitted':
    case 'received':
    case 'rejected':
    case 'in-progress':
    case 'supplement-requested':
    case 'payment-requested':
    case 'withdraw-requested':
      return undefined;
  }
}

function changeOf(children: readonly LinkedChild[], key: string, dossier: CaseDossier, calendar: WorkingCalendar): CaseChange | undefined {
  const child = children.find((one) => one.key === key);
  if (child === undefined) return undefined;
  const end = endOf(dossier);
  if (isChildEnded(child.state)) return end === undefined ? reopenChild(children, key, calendar) : undefined;
  const moved = children.map((one) => (one.key === key ? { ...one, dueAt: dossier.dueAt.getTime() } : one));
  if (end !== undefined) {
    const ended = endChild(moved, key, end, dossier.now.getTime(), calendar);
    return ended.ok ? ended.value : undefined;
  }
  const paused = dossier.state === 'supplement-requested' || dossier.state === 'payment-requested';
  const state = paused ? 'paused' : 'in-progress';
  if (child.state === state && child.dueAt === dossier.dueAt.getTime()) return undefined;
  const lines = child.state === state ? [] : [{ event: paused ? ('child-paused' as const) : ('child-resumed' as const), childKey: key, facts: {} }];
  return { children: withDueMoments(moved.map((one) => (one.key === key ? { ...one, state } : one)), calendar), transfers: [], lines };
}

/**
 * A dossier of this commune changed: its child follows in the same transaction. With its result the children that waited begin and their
 * requests lie ready to be sent; a partial result is the citizen's at once, because the dossier itself is decided.
 */
export async function followDossier(deps: FollowDeps, tx: Tx, dossier: CaseDossier): Promise<void> {
  const found = await loadLinkedCaseForUpdate(tx, dossier.communeCode, dossier.caseId);
  const row = found?.children.find(({ dossier_id }) => dossier_id === dossier.dossierId);
  if (found === undefined || row === undefined) return;
  const change = changeOf(childrenOf(deps.groups, found), row.key, dossier, dossier.calendar ?? (await deps.calendarOf(dossier.communeCode)));
  if (change !== undefined) await writeChange(tx, found, change, null, dossier.now, deps.newId);
}
