import { type Selectable } from 'kysely';
import { parseTimeLimit } from '../../kernel/legal-clock/time-limit.ts';
import { dateAt, type Instant, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../../kernel/local-time.ts';
import { makeUuidV7 } from '../../kernel/uuid.ts';
import { type WorkingCalendar } from '../../kernel/working-calendar.ts';
import { type CaseLine, endChild } from '../../modules/linked-cases/domain/decide-child.ts';
import { type CaseFacts } from '../../modules/linked-cases/domain/fill-request.ts';
import { caseDueAt, caseEndedAt, endOfLimit, type LinkedChild, planCase } from '../../modules/linked-cases/domain/linked-case.ts';
import { groupInForce, type LinkedGroup } from '../../modules/linked-cases/domain/linked-group.ts';
import { acknowledge, afterTry, newTransfer, type SendOutcome, type Transfer, type TransferChange } from '../../modules/linked-cases/domain/transfer.ts';
import { loadLinkedGroups } from '../../modules/linked-cases/index.ts';
import { childColumns } from '../../modules/linked-cases/store/linked-cases.ts';
import { type AgencyTransferTable, type LinkedCaseTable, type LinkedChildTable, type LinkedEventTable } from '../../platform/db/tables.generated.ts';
import { type DemoData } from '../demo-data.ts';
import { type Random } from '../random.ts';
import { type DossierStory } from './dossier-rows.ts';

/** `facts` as data, like those of a dossier's history. */
type CaseRow = Omit<Selectable<LinkedCaseTable>, 'facts'> & { readonly facts: CaseFacts };
type EventRow = Omit<Selectable<LinkedEventTable>, 'facts'> & { readonly facts: Readonly<Record<string, string>> };

/** The cases of interlinked procedures of the demonstration. */
export interface LinkedRows {
  readonly cases: readonly CaseRow[];
  readonly children: readonly Selectable<LinkedChildTable>[];
  readonly transfers: readonly Selectable<AgencyTransferTable>[];
  readonly events: readonly EventRow[];
}

/** What the cases are made with. */
export interface LinkedWork {
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  readonly random: Random;
  readonly data: DemoData;
  readonly staffNames: ReadonlyMap<string, string>;
}

/** What becomes of a message to an agency. */
type Manner = 'done' | 'taken' | 'broken' | 'silent' | 'refused';

interface PlannedCase {
  readonly group: 'birth' | 'death';
  readonly procedure: string;
  /** How many later ones are passed over. */
  readonly skip: number;
  readonly wished: readonly string[];
  readonly manners: Readonly<Record<string, Manner>>;
}

/** A birth of which one request does not arrive and one is acknowledged, a birth that is over, a death of which one request is not answered and one not taken. */
const PLANNED: readonly PlannedCase[] = [
  { group: 'birth', procedure: '1.001193', skip: 0, wished: [], manners: { 'residence': 'taken', 'health-insurance': 'broken' } },
  { group: 'birth', procedure: '1.001193', skip: 1, wished: [], manners: { 'residence': 'done', 'health-insurance': 'done' } },
  { group: 'death', procedure: '1.000656', skip: 0, wished: ['survivor-benefit'], manners: { 'residence-removal': 'silent', 'survivor-benefit': 'refused' } },
];

/** So long ago the commune's own part was decided that every try since then has been made. */
const SINCE_DECISION = 6 * MS_PER_HOUR;

const REFUSAL = 'Số định danh của người mất chưa khớp với dữ liệu bảo hiểm. Kiểm tra lại rồi gửi lại.';

/** What happens to one message, one moment after the other. */
function happenings(manner: Manner, from: Instant, number: string): readonly { readonly at: Instant; readonly outcome: SendOutcome | 'acknowledged' }[] {
  const first = from + MS_PER_MINUTE;
  switch (manner) {
    case 'done':
    case 'taken':
      return [{ at: first, outcome: { kind: 'accepted' } }, { at: first + 7 * MS_PER_MINUTE, outcome: 'acknowledged' }];
    case 'silent':
      return [{ at: first, outcome: { kind: 'accepted' } }];
    case 'refused':
      return [{ at: first, outcome: { kind: 'refused', words: REFUSAL } }];
    case 'broken':
      return [0, 1, 3, 8, 23, 83, 263].map((minutes) => ({ at: first + minutes * MS_PER_MINUTE, outcome: { kind: 'fault', fault: number.endsWith('1') ? 'timeout' : 'server-error' } }));
  }
}

interface Told {
  readonly at: Instant;
  readonly line: CaseLine;
}

/** Carries a message through what happens to it, by the rules of the real one. */
function carry(manner: Manner, childKey: string, from: Instant, number: string, group: LinkedGroup, calendar: WorkingCalendar): { readonly transfer: Transfer; readonly told: readonly Told[] } {
  let transfer = newTransfer(from);
  const told: Told[] = [];
  for (const { at, outcome } of happenings(manner, from, number)) {
    const change: TransferChange | undefined = outcome === 'acknowledged' ? acknowledge(transfer, number, at) : afterTry(transfer, outcome, group.acknowledgement, at, calendar);
    if (change === undefined) throw new Error('a message of the demonstration came to something that cannot be');
    ({ transfer } = change);
    told.push({ at, line: { event: change.event, childKey, facts: change.facts } });
  }
  return { transfer, told };
}

/** What was asked once, from what the dossier says. */
function factsOf({ dossier }: DossierStory, group: 'birth' | 'death', { data, random }: LinkedWork, receivedAt: Instant): CaseFacts {
  const name = dossier.content.replace(/^Khai (?:sinh cho con|tử cho (?:ông|bà)) /, '');
  const day = dateAt(receivedAt - random.between(3, 20) * MS_PER_DAY);
  const applicant = { applicantName: dossier.applicant_name, applicantPhone: dossier.applicant_phone ?? '' };
  if (group === 'death') return { ...applicant, subjectName: name, deathDate: day, deathPlace: 'Tại nhà', address: dossier.applicant_address, receiverName: dossier.applicant_name };
  const isMother = dossier.applicant_sex === 'female';
  const given = name.split(' ').at(-1) ?? '';
  const sex = data.names.given.female.some(([one]) => one === given) ? 'female' : 'male';
  const parent = isMother ? { motherName: dossier.applicant_name, motherNumber: dossier.applicant_number ?? '' } : { motherName: 'Nguyễn Thị Mẫu', fatherName: dossier.applicant_name, fatherNumber: dossier.applicant_number ?? '' };
  return { ...applicant, subjectName: name, subjectBirthDate: day, subjectSex: sex, birthPlace: 'Trạm y tế xã Hoa Lộc', address: dossier.applicant_address, householderName: dossier.applicant_name, ...parent };
}

function linkCase(work: LinkedWork, planned: PlannedCase, story: DossierStory): LinkedRows {
  const { calendar, random } = work;
  const { dossier } = story;
  const [received, decided] = [dossier.received_at?.getTime() ?? 0, dossier.decided_at?.getTime() ?? 0];
  const empty: LinkedRows = { cases: [], children: [], transfers: [], events: [] };
  const group = groupInForce(loadLinkedGroups(), planned.group, dateAt(received));
  const [first] = group?.members ?? [];
  if (group === undefined || first?.limit == null || !parseTimeLimit(first.limit).ok) return empty;
  const newId = (at: Instant): string => makeUuidV7(at, random.bytes(10));
  const caseId = newId(received);
  // The part of the commune runs under the limit of the group.
  const due = new Date(endOfLimit(first.limit, received, calendar));
  Object.assign(dossier, { case_id: caseId, time_limit: first.limit, due_at: due, receipt_due_at: due } satisfies Partial<typeof dossier>);

  const plan = planCase(group, { wished: planned.wished, verification: false }, received, calendar);
  const begun = endChild(plan, first.key, { state: 'finished', resultNumber: dossier.result_number, words: null }, decided, calendar);
  if (!begun.ok) throw new Error(`the demonstration's case was refused: ${begun.problem.code}`);
  const told: Told[] = [{ at: received, line: { event: 'case-received', childKey: null, facts: {} } }, ...begun.value.lines.map((line) => ({ at: decided, line }))];
  let children: readonly LinkedChild[] = begun.value.children;
  const transfers: Selectable<AgencyTransferTable>[] = [];
  for (const { childKey, kind } of begun.value.transfers) {
    const manner = planned.manners[childKey] ?? 'taken';
    const number = `DT-${String(random.between(10_000, 99_999))}`;
    const carried = carry(manner, childKey, decided, number, group, calendar);
    told.push(...carried.told);
    if (manner === 'done') {
      const at = decided + random.between(100, 300) * MS_PER_MINUTE;
      const ended = endChild(children, childKey, { state: 'finished', resultNumber: number.replace('DT', 'KQ'), words: null }, at, calendar);
      if (!ended.ok) throw new Error(`the demonstration's result was refused: ${ended.problem.code}`);
      ({ children } = ended.value);
      told.push(...ended.value.lines.map((line) => ({ at, line })));
    }
    const date = (at: Instant | null): Date | null => (at === null ? null : new Date(at));
    const { acknowledgeBy, acknowledgedAt, attempts, externalCode, fault, nextTryAt, sentAt, state } = carried.transfer;
    transfers.push({
      commune_code: dossier.commune_code, id: newId(decided), case_id: caseId, child_key: childKey, kind, state, attempts, created_at: new Date(decided), next_try_at: date(nextTryAt), busy_until: null,
      sent_at: date(sentAt), acknowledge_by: date(acknowledgeBy), acknowledged_at: date(acknowledgedAt), external_code: externalCode, fault,
    });
  }
  const facts = factsOf(story, planned.group, work, received);
  const endedAt = caseEndedAt(children);
  const receiver = dossier.received_by ?? '';
  return {
    cases: [{
      commune_code: dossier.commune_code, id: caseId, group_code: group.code, group_valid_from: group.validFrom, first_dossier_id: dossier.id, code: dossier.code ?? '', applicant_name: dossier.applicant_name,
      subject_name: facts['subjectName'] ?? dossier.applicant_name, facts, verification: false, received_at: new Date(received), received_by: receiver, receipt_due_at: new Date(caseDueAt(plan)),
      due_at: new Date(caseDueAt(children)), ended_at: endedAt === null ? null : new Date(endedAt), version: 1, synthetic: true,
    }],
    children: children.map((child, position) => ({ commune_code: dossier.commune_code, case_id: caseId, position, dossier_id: position === 0 ? dossier.id : null, ...childColumns(child), pauses: [] }) as Selectable<LinkedChildTable>),
    transfers,
    events: told.toSorted((one, other) => one.at - other.at).map(({ at, line }, place) => {
      const byReceiver = line.event === 'case-received';
      return {
        commune_code: dossier.commune_code, case_id: caseId, seq: place + 1, at: new Date(at), event: line.event, child_key: line.childKey,
        actor_id: byReceiver ? receiver : null, actor_name: byReceiver ? (work.staffNames.get(receiver) ?? null) : null, facts: line.facts,
      };
    }),
  };
}

/** Makes cases of some dossiers that were decided lately: their parts at other agencies stand where a real office finds them. Nothing where no group is in force. */
export function linkCases(work: LinkedWork, stories: readonly DossierStory[]): LinkedRows {
  const rows = PLANNED.flatMap((planned) => {
    const decided = stories.filter(({ dossier }) => dossier.procedure_code === planned.procedure && dossier.decided_at !== null && dossier.result_kind === 'positive' && dossier.decided_at.getTime() <= work.now - SINCE_DECISION);
    const story = decided.toSorted((one, other) => (other.dossier.received_at?.getTime() ?? 0) - (one.dossier.received_at?.getTime() ?? 0))[planned.skip];
    return story === undefined ? [] : [linkCase(work, planned, story)];
  });
  return {
    cases: rows.flatMap(({ cases }) => cases), children: rows.flatMap(({ children }) => children), transfers: rows.flatMap(({ transfers }) => transfers), events: rows.flatMap(({ events }) => events),
  };
}
