import { dueWords, plainDateWords } from '../../../kernel/date-words.ts';
import { limitWords } from '../../../kernel/legal-clock/limit-words.ts';
import { parseTimeLimit } from '../../../kernel/legal-clock/time-limit.ts';
import { dateAt, parseLocalDate } from '../../../kernel/local-time.ts';
import { maskNumbersIn } from '../../../kernel/mask-numbers.ts';
import { type WorkingCalendar } from '../../../kernel/working-calendar.ts';
import { type RequestContext } from '../../../platform/http/route.ts';
import { translator } from '../../../platform/i18n/catalogue.ts';
import { type Locale } from '../../../platform/i18n/locale.ts';
import { type CaseListResponse, type CaseResponse, type GroupResponse } from '../contract/linked-case-schemas.ts';
import { childActions } from '../domain/child-actions.ts';
import { type CaseFacts, fillRequest } from '../domain/fill-request.ts';
import { maskedFacts } from '../domain/masked-facts.ts';
import { caseDueAt, isChildEnded, type LinkedChild, planCase } from '../domain/linked-case.ts';
import { groupOfCase, type GroupMember, type LinkedGroup } from '../domain/linked-group.ts';
import { TRANSFER_FAULTS, transferAlert } from '../domain/transfer.ts';
import { type CaseListRow } from '../store/case-list.ts';
import { type CaseAggregate, type TransferRow } from '../store/linked-cases.ts';
import { CASE_WORDS } from '../ui/case-messages.ts';
import { transferOf } from './case-state.ts';
import { standingOfCase, standingOfChild } from './case-time.ts';
import { type LinkedCasesDeps } from './deps.ts';
import { caseFacts } from './exchange.ts';
import { childrenOf } from './follow-dossier.ts';

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
const moment = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function wordsOfLimit(notation: string, locale: Locale): string {
  const limit = parseTimeLimit(notation);
  return limit.ok ? limitWords(limit.value, locale) : notation;
}

/** A group as reception shows it, due as if it were received now; optional members that are not wished show when they would be due. */
export function groupView(group: LinkedGroup, wishes: { readonly wished: readonly string[]; readonly verification: boolean }, calendar: WorkingCalendar, { now, locale }: Pick<RequestContext, 'now' | 'locale'>): GroupResponse {
  const t = translator(CASE_WORDS, locale);
  const { verification } = wishes;
  const due = (at: number): string => dueWords(at, dateAt(now.getTime()), locale);
  const everything = planCase(group, { wished: group.members.map(({ key }) => key), verification }, now.getTime(), calendar);
  return {
    group: {
      code: group.code,
      name: group.name[locale],
      summary: group.summary[locale],
      basis: group.basis,
      firstProcedure: group.members[0]?.procedureCode ?? '',
      facts: group.facts.map(({ key, label, kind, needed }) => ({ key, label: label[locale], kind, needed })),
      members: group.members.map(({ key, name, agencyName, optional, limit, withVerification }) => {
        const own = verification ? withVerification : limit;
        const child = everything.find((one) => one.key === key);
        return {
          key, name: name[locale], agencyName: agencyName[locale], optional, dueWords: child === undefined ? '' : due(child.dueAt),
          limitWords: own === null ? t('within-whole', { limit: wordsOfLimit((verification ? group.whole?.withVerification : group.whole?.limit) ?? '', locale) }) : wordsOfLimit(own, locale),
        };
      }),
      applicants: group.applicants.map(({ label, fills }) => ({ label: label[locale], fills: { ...fills } })),
      dueWords: due(caseDueAt(planCase(group, wishes, now.getTime(), calendar))),
    },
  };
}

function faultWords({ state, fault }: Pick<TransferRow, 'state' | 'fault'>, locale: Locale): string | null {
  if (fault === null) return null;
  const known = TRANSFER_FAULTS.find((name) => name === fault);
  // What an agency wrote is passed on in its own words.
  if (state === 'refused' || known === undefined) return fault;
  return translator(CASE_WORDS, locale)(`fault.${known}`);
}

function transferView(row: TransferRow, now: Date, locale: Locale): CaseResponse['children'][number]['transfer'] {
  return {
    id: row.id, kind: row.kind, state: row.state, attempts: row.attempts, nextTryAt: iso(row.next_try_at), sentAt: iso(row.sent_at), acknowledgeBy: iso(row.acknowledge_by),
    acknowledgedAt: iso(row.acknowledged_at), externalCode: row.external_code, faultWords: faultWords(row, locale), alert: transferAlert(transferOf(row), now.getTime()),
  };
}

/** The facts of a case as people read them: a day as a day, a sex as a word. */
function shownFacts(group: LinkedGroup, facts: CaseFacts, locale: Locale): CaseFacts {
  const t = translator(CASE_WORDS, locale);
  const shown = Object.fromEntries(
    group.facts.flatMap(({ key, kind }) => {
      const value = facts[key];
      if (value === undefined) return [];
      if (kind === 'date') return [[key, parseLocalDate(value).ok ? plainDateWords(value, locale) : value]];
      return [[key, kind === 'sex' && (value === 'male' || value === 'female') ? t(`sex.${value}`) : value]];
    }),
  );
  return { ...facts, ...shown };
}

const PAUSES: readonly string[] = ['supplement', 'consent', 'incident'] satisfies readonly LinkedChild['pauseReason'][];

function historyNote(told: CaseFacts, locale: Locale): string | null {
  const t = translator(CASE_WORDS, locale);
  const { note, reason, fault, to } = told;
  const why = PAUSES.includes(reason ?? '') ? t(`pause.${reason as NonNullable<LinkedChild['pauseReason']>}`) : undefined;
  const parts = [why, fault === undefined ? undefined : faultWords({ state: 'failed', fault }, locale), to === undefined ? undefined : t('handed-to', { name: to }), note];
  const known = parts.filter((part) => part !== undefined && part !== null);
  return known.length === 0 ? null : known.join(' · ');
}

const maskedNote = (note: string | null): string | null => (note === null ? null : maskNumbersIn(note));

function isLate(child: LinkedChild, now: Date): boolean {
  return !isChildEnded(child.state) && child.state !== 'paused' && child.dueAt < now.getTime();
}

/** A case as the workspace shows it, with exactly what may be done to each child now. */
export async function caseView(deps: LinkedCasesDeps, found: CaseAggregate, context: Pick<RequestContext, 'now' | 'locale'>, events: readonly { readonly at: Date; readonly event: string; readonly child_key: string | null; readonly actor_name: string | null; readonly facts: unknown }[], mayAct: boolean): Promise<CaseResponse> {
  const { linkedCase, transfers } = found;
  const { now, locale } = context;
  const group = groupOfCase(deps.groups, linkedCase.group_code, linkedCase.group_valid_from);
  const dossiers = await deps.listCaseDossiers(linkedCase.commune_code, linkedCase.id);
  const kept = caseFacts(linkedCase.facts);
  // The case begins to show its numbers only to whoever asks for them: `revealCase`.
  const masked = maskedFacts(group, kept);
  const facts = shownFacts(group, masked, locale);
  const calendar = await deps.calendarOf(linkedCase.commune_code);
  const children = childrenOf(deps.groups, found);
  const memberOf = (key: string): GroupMember => {
    const member = group.members.find((one) => one.key === key);
    if (member === undefined) throw new Error(`the group ${group.code} has no member ${key}`);
    return member;
  };
  const results = Object.fromEntries(children.map(({ key, resultNumber }) => [key, resultNumber]));
  const t = translator(CASE_WORDS, locale);
  const views = children.map(async (child): Promise<CaseResponse['children'][number]> => {
    const member = memberOf(child.key);
    const row = transfers.find(({ child_key }) => child_key === child.key);
    const dossierId = found.children.find(({ key }) => key === child.key)?.dossier_id ?? null;
    const holderId = dossiers.find(({ id }) => id === dossierId)?.holder_id;
    const holderName = holderId == null ? undefined : await deps.staffName(linkedCase.commune_code, holderId);
    return {
      key: child.key,
      name: member.name[locale],
      agency: child.agency,
      agencyName: member.agencyName[locale],
      resultName: member.result[locale],
      state: child.state,
      dossierId,
      holderName: holderName ?? null,
      waitsFor: child.state === 'waiting' ? child.dependsOn.map((key) => memberOf(key).name[locale]) : [],
      limitWords: member.limit === null ? t('within-whole', { limit: wordsOfLimit(child.limit, locale) }) : wordsOfLimit(child.limit, locale),
      startedAt: moment(child.startedAt),
      dueAt: new Date(child.dueAt).toISOString(),
      endedAt: moment(child.endedAt),
      overdue: isLate(child, now),
      ...standingOfChild(child, calendar, now.getTime(), locale),
      pauseReason: child.pauseReason,
      answerBy: moment(child.answerBy),
      resultNumber: child.resultNumber,
      words: maskedNote(child.words),
      request: fillRequest(group, member, masked, results).map(({ name, value }) => ({ name, value })),
      transfer: row === undefined ? null : transferView(row, now, locale),
      actions: mayAct ? [...childActions(child, row === undefined ? undefined : transferOf(row), now.getTime())] : [],
    };
  });
  return {
    id: linkedCase.id,
    code: linkedCase.code,
    version: linkedCase.version,
    groupName: group.name[locale],
    groupSummary: group.summary[locale],
    basis: group.basis,
    firstDossierId: linkedCase.first_dossier_id,
    applicantName: linkedCase.applicant_name,
    subjectName: linkedCase.subject_name,
    verification: linkedCase.verification,
    facts: group.facts.map(({ key, label, kind, needed }) => ({ key, label: label[locale], kind, needed, value: masked[key] ?? '', words: facts[key] ?? '' })),
    mayCorrect: mayAct && linkedCase.ended_at === null,
    receivedAt: linkedCase.received_at.toISOString(),
    receiptDueAt: linkedCase.receipt_due_at.toISOString(),
    dueAt: linkedCase.due_at.toISOString(),
    dueWords: dueWords(linkedCase.due_at.getTime(), dateAt(now.getTime()), locale),
    endedAt: iso(linkedCase.ended_at),
    overdue: linkedCase.ended_at === null && linkedCase.due_at < now,
    ...standingOfCase({ receivedAt: linkedCase.received_at.getTime(), dueAt: linkedCase.due_at.getTime(), endedAt: linkedCase.ended_at?.getTime() ?? null }, calendar, now.getTime(), locale),
    children: await Promise.all(views),
    history: events.map(({ at, event, child_key, actor_name, facts: told }) => {
      const said = caseFacts(told);
      return { at: at.toISOString(), event, child: child_key === null ? null : memberOf(child_key).name[locale], actorName: actor_name, note: maskedNote(historyNote(said, locale)), number: said['number'] ?? null };
    }),
  };
}

/** One line of the list of cases. */
export function caseListItem(groups: readonly LinkedGroup[], row: CaseListRow, calendar: WorkingCalendar, now: Date, locale: Locale): CaseListResponse['items'][number] {
  return {
    id: row.id, code: row.code, groupName: groupOfCase(groups, row.group_code, row.group_valid_from).name[locale], applicantName: row.applicant_name, subjectName: row.subject_name,
    receivedAt: row.received_at.toISOString(), dueAt: row.due_at.toISOString(), endedAt: iso(row.ended_at), children: row.children, ended: row.ended,
    alerts: row.failing + row.unacknowledged + row.late, failing: row.failing, unacknowledged: row.unacknowledged, late: row.late,
    overdue: row.ended_at === null && row.due_at < now,
    ...standingOfCase({ receivedAt: row.received_at.getTime(), dueAt: row.due_at.getTime(), endedAt: row.ended_at?.getTime() ?? null }, calendar, now.getTime(), locale),
  };
}
