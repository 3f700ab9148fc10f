import { dueWords, momentWords } from '../../../kernel/date-words.ts';
import { dateAt } from '../../../kernel/local-time.ts';
import { type Database } from '../../../platform/db/database.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { type LinkedCaseView } from '../../dossiers/index.ts';
import { isChildEnded, type LinkedChild } from '../domain/linked-case.ts';
import { groupOfCase } from '../domain/linked-group.ts';
import { findLinkedCase, type TransferRow } from '../store/linked-cases.ts';
import { CITIZEN_CASE_WORDS } from '../ui/citizen-messages.ts';
import { standingOfCase } from './case-time.ts';
import { childrenOf, type FollowDeps } from './follow-dossier.ts';

type Translate = ReturnType<typeof translator<keyof (typeof CITIZEN_CASE_WORDS)['vi']>>;

function wayWords(child: LinkedChild, transfer: TransferRow | undefined, t: Translate): string | null {
  if (transfer === undefined || isChildEnded(child.state)) return null;
  switch (transfer.state) {
    case 'waiting':
      return t(transfer.fault === null ? 'way.sending' : 'way.trouble');
    case 'sent':
      return t('way.sent');
    case 'acknowledged':
    case 'repaired':
      return t('way.taken');
    case 'failed':
    case 'refused':
      return t('way.trouble');
    case 'cancelled':
      return null;
  }
}

/** A case as the holder of the slip sees it: agencies, states and due moments. Undefined when this commune has no such case. */
export async function citizenCase(deps: FollowDeps & { readonly db: Database }, communeCode: string, caseId: string, { locale, now }: Pick<RequestContext, 'now' | 'locale'>): Promise<LinkedCaseView | undefined> {
  const found = await findLinkedCase(deps.db, communeCode, caseId);
  if (found === undefined) return undefined;
  const { linkedCase, transfers } = found;
  const group = groupOfCase(deps.groups, linkedCase.group_code, linkedCase.group_valid_from);
  const calendar = await deps.calendarOf(communeCode);
  const t = translator(CITIZEN_CASE_WORDS, locale);
  const due = (at: number): string => dueWords(at, dateAt(now.getTime()), locale);
  const nameOf = (key: string): string => group.members.find((member) => member.key === key)?.name[locale] ?? key;
  const wordsOf = (child: LinkedChild): string => {
    const ended = child.endedAt === null ? '' : momentWords(child.endedAt, locale, 'without-year');
    switch (child.state) {
      case 'waiting':
        return t('waiting', { names: child.dependsOn.map(nameOf).join(', '), due: due(child.dueAt) });
      case 'in-progress':
        return t('in-progress', { due: due(child.dueAt) });
      case 'paused':
        return t(`paused.${child.pauseReason ?? 'citizen'}`, { due: child.answerBy === null ? '' : due(child.answerBy) });
      case 'finished':
        return t('finished', { moment: ended, result: group.members.find(({ key }) => key === child.key)?.result[locale] ?? '' });
      case 'refused':
      case 'stopped':
      case 'withdrawn':
        return t(child.state, { moment: ended });
    }
  };
  const standing = standingOfCase({ receivedAt: linkedCase.received_at.getTime(), dueAt: linkedCase.due_at.getTime(), endedAt: linkedCase.ended_at?.getTime() ?? null }, calendar, now.getTime(), locale);
  return {
    groupName: group.name[locale],
    dueWords: linkedCase.ended_at === null ? due(linkedCase.due_at.getTime()) : null,
    endedWords: linkedCase.ended_at === null ? null : momentWords(linkedCase.ended_at.getTime(), locale),
    time: { timeState: standing.timeState, timeWords: standing.timeWords },
    children: childrenOf(deps.groups, found).map((child) => ({
      name: nameOf(child.key),
      agencyName: group.members.find(({ key }) => key === child.key)?.agencyName[locale] ?? '',
      state: child.state,
      words: wordsOf(child),
      wayWords: wayWords(child, transfers.find(({ child_key }) => child_key === child.key), t),
      reason: child.state === 'refused' || child.state === 'stopped' ? child.words : null,
    })),
  };
}
