import { type StaffActor } from '../../kernel/actor.ts';
import { dateAt, type Instant } from '../../kernel/local-time.ts';
import { makeUuidV7 } from '../../kernel/uuid.ts';
import { changeRows, runningDossier, seenDossier } from '../../modules/dossiers/api/change-rows.ts';
import { personIdOf } from '../../modules/dossiers/index.ts';
import { searchText } from '../../modules/dossiers/domain/check-applicant.ts';
import { decideHandOver, type Receiver } from '../../modules/dossiers/domain/decide-delivery.ts';
import { decideRejection } from '../../modules/dossiers/domain/decide-end.ts';
import { decideReception, type Reception } from '../../modules/dossiers/domain/decide-reception.ts';
import { decideStep } from '../../modules/dossiers/domain/decide-step.ts';
import { type DossierChange } from '../../modules/dossiers/domain/dossier-change.ts';
import { buildDossierCode } from '../../modules/dossiers/domain/dossier-code.ts';
import { type DemoData } from '../demo-data.ts';
import { DEMO_COMMUNE } from '../demo-office.ts';
import { writeContent } from '../people/write-content.ts';
import { type Resident } from '../people/make-residents.ts';
import { type Random } from '../random.ts';
import { askCitizens } from './ask-citizens.ts';
import { type BookNumbers, certifyCopies, enterInBook } from './certify-copies.ts';
import { extendOne } from './extend-one.ts';
import { type DossierRows, type DossierStory, type PersonRow } from './dossier-rows.ts';
import { type Filing, openStory, tell } from './open-story.ts';
import { planMoves, type PlannedMove } from './plan-moves.ts';
import { type PlannedDeclaration } from './plan-present.ts';
import { type PlannedReception, type Workload } from './plan-workload.ts';
import { takePapers } from './take-papers.ts';
import { whoActs } from './who-acts.ts';

/** A resident who is known to the commune: where they live is one of its villages. */
export interface KnownResident extends Resident {
  readonly villageId: string;
}

/** What the months are replayed with. */
export interface Office extends Workload {
  readonly data: DemoData;
  readonly residents: readonly KnownResident[];
  /** The demonstration's staff by user name. */
  readonly staff: ReadonlyMap<string, StaffActor>;
  readonly linkHash: (dossierId: string) => string;
  /** The last number that was given out on a day before, by local day. */
  readonly lastNumbers: ReadonlyMap<string, number>;
}

interface OfficeEvent {
  readonly at: Instant;
  readonly happen: () => void;
}

/** Lets the planned receptions and declarations happen in order of time, by the office's own rules, and answers what they leave behind. */
export function replayOffice(office: Office, receptions: readonly PlannedReception[], declarations: readonly PlannedDeclaration[]): DossierRows {
  const numbers = new Map(office.lastNumbers);
  const results = new Map<string, number>();
  const books: BookNumbers = new Map();
  const certifying = office.random.fork('certification');
  const lastSeen = new Map<Resident, Instant>();
  const stories: DossierStory[] = [];
  const events: OfficeEvent[] = [];
  const shelves = office.random.fork('shelves');

  for (const plan of receptions) {
    const resident = chooseApplicant(office, plan);
    const filing = file(office, plan, resident, 'received');
    const reception = decide(office, plan, filing);
    const story = openStory(filing, office.linkHash, office.random);
    stories.push(story);
    if (plan.submittedAt < plan.receivedAt) tell(story, { event: 'declared', at: plan.submittedAt, actor: null, facts: {} });
    const receptionist = whoActs(office.staff, 'reception', plan.procedure.field, office.random);
    events.push({
      at: plan.receivedAt,
      happen: () => {
        const day = dateAt(plan.receivedAt);
        const number = (numbers.get(day) ?? 0) + 1;
        numbers.set(day, number);
        lastSeen.set(resident, plan.receivedAt);
        receive(story, reception, receptionist, plan.receivedAt, buildDossierCode(DEMO_COMMUNE.agencyCode, day, number));
        certifyCopies(story, receptionist, plan.receivedAt, certifying);
        notePapers(story, plan.receivedAt, shelves);
      },
    });
    for (const move of planMoves(plan, reception.dueAt, office)) {
      events.push({ at: move.at, happen: () => { makeMove(office, story, move, receptionist, { results, books }); } });
    }
  }

  for (const plan of declarations) {
    const story = openStory(file(office, { ...plan, channel: 'online' }, chooseApplicant(office, plan), 'declared'), office.linkHash, office.random);
    stories.push(story);
    tell(story, { event: 'declared', at: plan.submittedAt, actor: null, facts: {} });
    const { rejectedAt } = plan;
    if (rejectedAt !== null) events.push({ at: rejectedAt, happen: () => { reject(office, story, rejectedAt); } });
  }

  // Array.sort keeps the order of what happens at the same second, so that no dossier moves before it is received.
  for (const { happen } of events.sort((a, b) => a.at - b.at)) happen();
  askCitizens({ ...office, happen: (story, change, actor, at) => { happen(office, story, change, actor, at); } }, stories);
  extendOne({ ...office, random: office.random.fork('extension'), happen: (story, change, actor, at) => { happen(office, story, change, actor, at); } }, stories);
  return { persons: office.residents.map((resident) => personRow(resident, lastSeen.get(resident) ?? office.now)), stories, lastNumbers: numbers, bookNumbers: books };
}

function chooseApplicant({ random, residents }: Office, { task, submittedAt }: Pick<PlannedReception, 'task' | 'submittedAt'>): KnownResident {
  const [youngest, oldest] = task.ages ?? [18, 95];
  const year = Number(dateAt(submittedAt).slice(0, 4));
  const fitting = residents.filter(({ birthDate }) => {
    const age = year - Number(birthDate.slice(0, 4));
    return age >= youngest && age <= oldest;
  });
  return random.pick(fitting.length === 0 ? residents : fitting);
}

function file(office: Office, plan: Pick<PlannedReception, 'task' | 'procedure' | 'channel' | 'submittedAt'>, resident: KnownResident, stage: 'declared' | 'received'): Filing {
  const { data, random, residents } = office;
  const online = plan.channel === 'online';
  const leader = data.villages.find(({ name }) => name === resident.villageName);
  const isHelped = leader !== undefined && random.chance(plan.channel === 'home' ? 0.5 : online ? 0.2 : 0);
  const isOld = Number(resident.birthDate.slice(0, 4)) < Number(dateAt(plan.submittedAt).slice(0, 4)) - 70;
  // How the result is fetched is asked at reception.
  const method = stage === 'declared' ? 'counter' : random.weighted([['counter', 86], ['post', 5], ['home', isOld ? 25 : 3], ['electronic', online ? 15 : 0]] as const);
  return {
    procedure: plan.procedure,
    applicant: {
      citizenNumber: resident.citizenNumber,
      fullName: resident.fullName,
      birthDate: resident.birthDate,
      sex: resident.sex,
      address: resident.address,
      villageId: resident.villageId,
      phone: resident.phone,
      email: null,
    },
    ...writeContent(plan.task, resident, residents, data, dateAt(plan.submittedAt), random),
    papers: takePapers(plan.procedure, { online, lookUp: stage === 'received' }),
    channel: plan.channel,
    assistedBy: isHelped ? `${leader.teamLeader}, tổ công nghệ số thôn ${leader.name}` : null,
    authorisedBy: plan.channel === 'counter' && random.chance(0.03) ? random.pick(residents.filter((other) => other !== resident)).fullName : null,
    delivery: { method, address: method === 'post' || method === 'home' ? resident.address : null },
    submittedAt: plan.submittedAt,
  };
}

function decide({ calendar, staff }: Office, { procedure, receivedAt }: PlannedReception, { applicant, delivery, papers }: Filing): Reception {
  const actor = staff.get('motcua1');
  if (actor === undefined) throw new Error('the demonstration has no reception officer');
  const decided = decideReception(procedure, { applicant, delivery, paperCount: papers.length }, actor, { now: receivedAt, calendar });
  if (!decided.ok) throw new Error(`the demonstration's reception was refused: ${decided.problem.code}`);
  return decided.value;
}

function receive(story: DossierStory, reception: Reception, actor: StaffActor, at: Instant, code: string): void {
  const { dossier, steps } = story;
  const first = reception.steps[0];
  Object.assign(dossier, {
    code,
    state: 'received',
    person_id: personIdOf(dossier.commune_code, reception.applicant),
    received_at: new Date(at),
    received_by: actor.staffId,
    time_limit: reception.timeLimit,
    due_at: new Date(reception.dueAt),
    receipt_due_at: new Date(reception.dueAt),
    notice_at: new Date(at),
    current_step: first?.key ?? null,
    current_role_name: first?.role ?? null,
    holder_id: actor.staffId,
    held_since: new Date(at),
    step_due_at: new Date(reception.firstStepDueAt),
    search_text: `${dossier.search_text} ${code.toLowerCase()}`,
  } satisfies Partial<typeof dossier>);
  steps.push(
    ...reception.steps.map(({ hours, key, position, role }, place) => ({
      commune_code: dossier.commune_code,
      dossier_id: dossier.id,
      position,
      key,
      role_name: role,
      hours,
      started_at: place === 0 ? new Date(at) : null,
      due_at: place === 0 ? new Date(reception.firstStepDueAt) : null,
      finished_at: null,
      holder_id: place === 0 ? actor.staffId : null,
    })),
  );
  tell(story, { event: 'received', at, actor, facts: {} });
}

/** How the papers were taken: what was looked up when, how many pages there are, and on which shelf an original lies that stays. */
function notePapers({ papers }: DossierStory, at: Instant, random: Random): void {
  for (const paper of papers) {
    if (paper.source === 'database') Object.assign(paper, { looked_up_at: new Date(at) } satisfies Partial<typeof paper>);
    if (paper.source !== 'submitted' || paper.kind === 'electronic') continue;
    const kept = paper.kind === 'original' && random.chance(0.4);
    const shelf = kept ? `${random.pick(['A', 'B', 'C'])}${random.pick(['1', '2', '3', '4'])}-${random.pick(['05', '11', '12', '17', '20'])}` : null;
    Object.assign(paper, { page_count: random.pick([1, 1, 1, 2, 2, 4]), original_kept: kept, shelf } satisfies Partial<typeof paper>);
  }
}

function makeMove(office: Office, story: DossierStory, move: PlannedMove, receptionist: StaffActor, given: { readonly results: Map<string, number>; readonly books: BookNumbers }): void {
  const { dossier, steps } = story;
  const { data, random } = office;
  const { action, at } = move;
  if (dossier.current_role_name === null) throw new Error('a dossier that moves is at a step');
  const actor = action === 'transfer' ? receptionist : whoActs(office.staff, dossier.current_role_name, dossier.field, random);
  if (action === 'hand-over') {
    handOver(office, story, actor, at);
    return;
  }
  const decided = decideStep(
    runningDossier(dossier, steps),
    {
      action,
      expectedVersion: dossier.version,
      note: action === 'send-back' ? random.pick(data.sentBack) : action === 'appraise' && random.chance(0.4) ? random.pick(data.appraisals) : null,
      outcome: null,
      legalBasis: null,
      // A certification got its number with the signature.
      resultNumber: action === 'seal' ? (dossier.result_number ?? takeResultNumber(given.results, dossier.field, at)) : null,
    },
    actor,
  );
  if (!decided.ok) throw new Error(`the demonstration's move was refused: ${decided.problem.code}`);
  Object.assign(dossier, { result_kind: decided.value.resultKind } satisfies Partial<typeof dossier>);
  const number = action === 'approve' ? enterInBook(story, actor, at, given.books) : undefined;
  happen(office, story, number === undefined ? decided.value : { ...decided.value, facts: { ...decided.value.facts, resultNumber: number } }, actor, at);
  if (decided.value.decides !== undefined) openWay(story, at, random);
}

/** The result lies in the office and waits for its owner. */
function openWay({ dossier, deliveries }: DossierStory, at: Instant, random: Random): void {
  Object.assign(dossier, { delivery_state: 'waiting' } satisfies Partial<typeof dossier>);
  deliveries.push({
    ...NO_DELIVERY, commune_code: dossier.commune_code, dossier_id: dossier.id, id: makeUuidV7(at, random.bytes(10)), method: dossier.delivery_method, address: dossier.delivery_address,
    opened_at: new Date(at),
  });
}

const NO_DELIVERY = {
  state: 'waiting', carrier: null, tracking_number: null, envelope_code: null, receiver_name: null, receiver_relation: null, receiver_paper: null, proof: null, proof_sha256: null, closed_at: null,
} as const;

/** The receiver comes, or somebody with a paper for them. */
function handOver(office: Office, story: DossierStory, actor: StaffActor, at: Instant): void {
  const { dossier, deliveries } = story;
  const receiver = receiverOf(story, office.random);
  const decided = decideHandOver(seenDossier(dossier), { expectedVersion: dossier.version, receiver, note: null }, actor);
  if (!decided.ok) throw new Error(`the demonstration's hand-over was refused: ${decided.problem.code}`);
  happen(office, story, decided.value, actor, at);
  Object.assign(dossier, { delivery_state: 'delivered' } satisfies Partial<typeof dossier>);
  const way = deliveries.at(-1);
  if (way !== undefined) Object.assign(way, { state: 'delivered', closed_at: new Date(at), receiver_name: receiver.name, receiver_relation: receiver.relation, receiver_paper: receiver.paper } satisfies Partial<typeof way>);
}

/** Lets a decided change happen to the rows of a story, as it would happen to those of the database. */
function happen({ calendar }: Office, story: DossierStory, change: DossierChange, actor: StaffActor, at: Instant): void {
  const { dossier, steps } = story;
  const { changes, finished, started, postponed } = changeRows({ dossier, steps }, change, { staffId: actor.staffId, name: actor.fullName }, at, calendar);
  const { pauses, ...rest } = changes;
  Object.assign(dossier, rest, pauses === undefined ? {} : { pauses: JSON.parse(pauses) as unknown });
  const before = steps.find(({ position }) => position === finished?.position);
  if (before !== undefined && finished !== null) Object.assign(before, { finished_at: finished.at, holder_id: finished.holderId } satisfies Partial<typeof before>);
  const next = steps.find(({ position }) => position === started?.position);
  if (next !== undefined && started !== null) Object.assign(next, { started_at: started.at, due_at: started.dueAt, finished_at: null, holder_id: null } satisfies Partial<typeof next>);
  const waited = steps.find(({ position }) => position === postponed?.position);
  if (waited !== undefined && postponed !== null) Object.assign(waited, { due_at: postponed.dueAt } satisfies Partial<typeof waited>);
  tell(story, { event: change.event, at, actor, facts: change.facts });
}

function reject(office: Office, story: DossierStory, at: Instant): void {
  const actor = whoActs(office.staff, 'reception', story.dossier.field, office.random);
  const decided = decideRejection(seenDossier(story.dossier), { expectedVersion: story.dossier.version, reason: office.random.pick(office.data.rejections) }, actor);
  if (!decided.ok) throw new Error(`the demonstration's refusal was refused: ${decided.problem.code}`);
  happen(office, story, decided.value, actor, at);
}

/** Each field's book of results counts on through the year, such as 25/2026. */
function takeResultNumber(results: Map<string, number>, field: string, at: Instant): string {
  const year = dateAt(at).slice(0, 4);
  const number = (results.get(`${field} ${year}`) ?? 0) + 1;
  results.set(`${field} ${year}`, number);
  return `${number}/${year}`;
}

function receiverOf({ dossier }: DossierStory, random: Random): Receiver {
  return random.chance(0.08)
    ? { name: `${dossier.applicant_name} (người nhà nhận thay)`, relation: 'authorised', paper: 'Giấy ủy quyền có chứng thực' }
    : { name: dossier.applicant_name, relation: 'self', paper: null };
}

function personRow(resident: KnownResident, seenAt: Instant): PersonRow {
  const { address, birthDate, citizenNumber, fullName, phone, sex, villageId } = resident;
  const applicant = { citizenNumber, fullName, birthDate, sex, address, villageId, phone, email: null };
  return {
    commune_code: DEMO_COMMUNE.code,
    id: personIdOf(DEMO_COMMUNE.code, applicant),
    citizen_number: citizenNumber,
    full_name: fullName,
    birth_date: birthDate,
    sex,
    address,
    village_id: villageId,
    phone,
    email: null,
    search_text: searchText({ name: fullName, codes: [citizenNumber, phone] }),
    updated_at: new Date(seenAt),
    synthetic: true,
    restricted_at: null,
  };
}
