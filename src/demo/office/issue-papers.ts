import { type StaffActor } from '../../kernel/actor.ts';
import { dateAt, dateOf, dayOf, instantOn, type DayNumber, type Instant } from '../../kernel/local-time.ts';
import { makeUuidV7 } from '../../kernel/uuid.ts';
import { type WorkingCalendar } from '../../kernel/working-calendar.ts';
import { dossierPaperView } from '../../modules/dossiers/api/issue-dossier-paper.ts';
import { paperOffice, paperTemplate } from '../../modules/dossiers/api/paper-frame.ts';
import { receiptView } from '../../modules/dossiers/api/receipt-paper.ts';
import { registerRow } from '../../modules/dossiers/api/register-row.ts';
import { supplementLines } from '../../modules/dossiers/api/supplement-lines.ts';
import { issuePaper, issuePapers, type PaperOrder, type PaperView, verificationCode } from '../../modules/official-papers/index.ts';
import { type Tx } from '../../platform/db/database.ts';
import { DEMO_COMMUNE } from '../demo-office.ts';
import { type Random } from '../random.ts';
import { type DossierHistoryRow, type DossierStory } from './dossier-rows.ts';

/** What the papers of the demonstration are made with. */
export interface PaperOffice {
  readonly calendar: WorkingCalendar;
  /** By user name. */
  readonly staff: ReadonlyMap<string, StaffActor>;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly random: Random;
  readonly now: Instant;
}

/** Receipts of results are given out by the hundred; the demonstration has those of so many days. */
const RESULT_DAYS = 14;

/**
 * The papers that the replayed months have issued, each at its moment and under the next number of its kind: receipts, requests for
 * supplements, refusals, the apology, receipts of results; and the register of the month before with a slip of the last hand-over.
 */
export async function issueDemoPapers(tx: Tx, office: PaperOffice, stories: readonly DossierStory[]): Promise<void> {
  const people = new Map([...office.staff.values()].map((actor) => [actor.staffId, actor]));
  const orders = stories.flatMap((story) => story.history.flatMap((line) => orderOf(office, story, line, people.get(line.actor_id ?? '')))).sort((a, b) => a.issuedAt.getTime() - b.issuedAt.getTime());
  const books = Map.groupBy(orders, ({ view, issuedAt }) => `${view.kind} ${dateAt(issuedAt.getTime()).slice(0, 4)}`);
  for (const book of books.values()) await issuePapers(tx, book);
  await issueRegister(tx, office, stories);
  await issueSlip(tx, office, stories, people);
}

function makeOrder({ random }: PaperOffice, at: Instant, by: StaffActor, dossierId: string | null, view: PaperView): PaperOrder {
  return {
    communeCode: DEMO_COMMUNE.code, id: makeUuidV7(at, random.bytes(10)), dossierId, view, verificationCode: verificationCode(random.bytes(12)), issuedAt: new Date(at),
    issuedBy: { staffId: by.staffId, name: by.fullName }, commandId: makeUuidV7(at, random.bytes(10)), synthetic: true,
  };
}

/** The paper that a line of history issued, if it issued one. */
function orderOf(office: PaperOffice, story: DossierStory, line: DossierHistoryRow, actor: StaffActor | undefined): readonly PaperOrder[] {
  if (actor === undefined) return [];
  const view = viewOf(office, story, line, actor);
  return view === undefined ? [] : [makeOrder(office, line.at.getTime(), actor, story.dossier.id, view)];
}

function viewOf(office: PaperOffice, { dossier, papers, supplements, faults, deliveries }: DossierStory, line: DossierHistoryRow, actor: StaffActor): PaperView | undefined {
  const order = { dossier, actor, now: line.at };
  switch (line.event) {
    case 'received':
      return dossier.code === null ? undefined : receiptView(dossier, dossier.code, papers, { commune: DEMO_COMMUNE, calendar: office.calendar, receivedBy: actor.fullName });
    case 'rejected':
      return dossierPaperView({ ...order, paper: { kind: 'refusal', reason: dossier.rejection_reason ?? '' } }, DEMO_COMMUNE);
    case 'supplement-requested':
    case 'supplement-approved': {
      const request = supplements.find(({ opened_at: opened }) => opened?.getTime() === line.at.getTime());
      if (request === undefined) return undefined;
      const items = supplementLines(
        faults.filter(({ request_id: of }) => of === request.id).map((fault) => ({ answerField: fault.answer_field, paperName: fault.paper_name, reasons: fault.reasons, words: fault.words, howToFix: fault.how_to_fix, legalBasis: fault.legal_basis })),
        request.asked_at,
        [],
      );
      return dossierPaperView({ ...order, paper: { kind: 'supplement', items, reason: request.words, answerBy: request.answer_by } }, DEMO_COMMUNE);
    }
    case 'extended':
      return dossier.extended_due_at === null ? undefined : dossierPaperView({ ...order, paper: { kind: 'apology', reason: line.facts['note'] ?? '', newDueAt: dossier.extended_due_at } }, DEMO_COMMUNE);
    case 'handed-over': {
      const way = deliveries.at(-1);
      if (way === undefined || way.method !== 'counter' || line.at.getTime() < office.now - RESULT_DAYS * 86_400_000) return undefined;
      const receiver = { name: way.receiver_name ?? dossier.applicant_name, relation: way.receiver_relation === 'authorised' ? 'authorised' : 'self', paper: way.receiver_paper } as const;
      return dossierPaperView({ ...order, paper: { kind: 'result-receipt', receiver } }, DEMO_COMMUNE);
    }
    default:
      return undefined;
  }
}

/** The register (form 07) of the month before, made on the first opening of this one. */
async function issueRegister(tx: Tx, office: PaperOffice, stories: readonly DossierStory[]): Promise<void> {
  const first = dayOf(`${dateAt(office.now).slice(0, 8)}01`);
  const from = dayOf(`${dateOf(first - 1).slice(0, 8)}01`);
  const clerk = office.staff.get('vanthu');
  const listed = stories
    .map(({ dossier }) => dossier)
    .filter(({ received_at: received }) => received !== null && received.getTime() >= instantOn(from, 0) && received.getTime() < instantOn(first, 0))
    .toSorted((a, b) => (a.received_at?.getTime() ?? 0) - (b.received_at?.getTime() ?? 0) || ((a.code ?? '') < (b.code ?? '') ? -1 : 1));
  const opening = openingOn(office, first);
  if (clerk === undefined || listed.length === 0 || opening === undefined || opening > office.now) return;
  const rows = listed.flatMap((dossier) => {
    const { code, received_at: received, receipt_due_at: due } = dossier;
    return code === null || received === null || due === null ? [] : [registerRow({ ...dossier, code, received_at: received, receipt_due_at: due }, office.units, DEMO_COMMUNE.centreName)];
  });
  await issuePaper(tx, makeOrder(office, opening, clerk, null, {
    kind: 'register-book', template: paperTemplate('register-book', new Date(opening)), office: paperOffice(DEMO_COMMUNE), from: dateOf(from), to: dateOf(first - 1), field: null, madeBy: clerk.fullName, rows,
  }));
}

/** The opening of the first working day from a day on. */
function openingOn({ calendar }: PaperOffice, from: DayNumber): Instant | undefined {
  for (let day = from; day < from + 15; day += 1) {
    const [session] = calendar.day(day).sessions;
    if (session !== undefined) return instantOn(day, session.opens);
  }
  return undefined;
}

/** The slip with which the newest transferred dossiers of civil status went to the unit that appraises them, those of one day. */
async function issueSlip(tx: Tx, office: PaperOffice, stories: readonly DossierStory[], people: ReadonlyMap<string, StaffActor>): Promise<void> {
  const taker = office.staff.get('tuphap');
  const fields = taker?.positions[0]?.fields ?? [];
  const unit = office.units.find(({ id }) => id === taker?.positions[0]?.unitId);
  const went = stories
    .filter(({ dossier }) => fields.includes(dossier.field))
    .flatMap((story) => story.history.filter(({ event }) => event === 'transferred').map((line) => ({ story, line })))
    .toSorted((a, b) => a.line.at.getTime() - b.line.at.getTime());
  const last = went.at(-1);
  const giver = people.get(last?.line.actor_id ?? '');
  if (last === undefined || giver === undefined || taker === undefined || unit === undefined) return;
  const day = dateAt(last.line.at.getTime());
  const taken = went.filter(({ line }) => dateAt(line.at.getTime()) === day);
  const view = {
    kind: 'hand-over-slip', template: paperTemplate('hand-over-slip', last.line.at), office: paperOffice(DEMO_COMMUNE), what: 'dossiers',
    from: { unit: DEMO_COMMUNE.centreName, person: giver.fullName }, to: { unit: unit.name, person: taker.fullName }, note: null,
    rows: taken.map(({ story: { dossier, papers } }) => ({
      code: dossier.code ?? dossier.reference, procedureName: dossier.procedure_name, applicant: dossier.applicant_name, papers: papers.filter(({ source }) => source === 'submitted').length,
      dueAt: (dossier.extended_due_at ?? dossier.due_at)?.getTime() ?? null,
    })),
  } as const;
  await issuePaper(tx, { ...makeOrder(office, last.line.at.getTime(), giver, null, view), dossierIds: taken.map(({ story }) => story.dossier.id) });
}
