import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FastifyInstance } from 'fastify';
import { type Actor } from '../src/kernel/actor.ts';
import { type TimeLimit } from '../src/kernel/legal-clock/time-limit.ts';
import { createUuidSource } from '../src/kernel/uuid.ts';
import { type Calendars, createCalendars } from '../src/modules/calendar/index.ts';
import { signerCompares } from '../src/modules/certification/index.ts';
import { type DossierProcedure, type DossiersDeps } from '../src/modules/dossiers/api/deps.ts';
import { dossierRoutes } from '../src/modules/dossiers/api/dossier-routes.ts';
import { followMoney } from '../src/modules/dossiers/api/follow-money.ts';
import { listPayableDossiers, lockDossier } from '../src/modules/dossiers/store/payable-dossiers.ts';
import { createDossierPayables, type PayableDeps } from '../src/modules/payments/index.ts';
import { dossierFees } from '../src/compose-fees.ts';
import { DOSSIER_PROBLEMS } from '../src/modules/dossiers/contract/problems.ts';
import { findViewStanding } from '../src/modules/dossiers/store/dossier-standing.ts';
import { createViewKeeper, JOURNAL_PROBLEMS, purposeRoutes } from '../src/modules/journal/index.ts';
import { PAPER_PROBLEMS, paperRoutes, verifyRoutes } from '../src/modules/official-papers/index.ts';
import { getCommune, listStaffActors, listUnits, listVillages } from '../src/modules/identity/index.ts';
import { citizenCase, followDossier, LINKED_CASE_PROBLEMS, loadLinkedGroups } from '../src/modules/linked-cases/index.ts';
import { FEE_PROBLEMS, feeRoutes, type FeesAssessed, type FeesDeps } from '../src/modules/fees/index.ts';
import { FILE_PROBLEMS } from '../src/platform/files/file-problems.ts';
import { openFileStore } from '../src/platform/files/file-store.ts';
import { PLATFORM_PROBLEMS, type ProblemTable } from '../src/platform/http/problem-table.ts';
import { type Route } from '../src/platform/http/route.ts';
import { createServer } from '../src/platform/http/server.ts';
import { createLinkSigner } from '../src/platform/secrets/link-signer.ts';
import { createClock, type TestClock } from './clock.ts';
import { createCommune, type TestCommune } from './commune.ts';
import { createDatabase, type TestDatabase } from './database.ts';

/** A server with the dossier routes, a commune with people for every role, and two procedures. */
export interface DossierHouse {
  readonly database: TestDatabase;
  readonly commune: TestCommune;
  readonly clock: TestClock;
  readonly deps: DossiersDeps;
  /** What the fees told the payments, in order, and what they are told of payments by the id of a dossier. */
  readonly fees: { readonly assessed: FeesAssessed[]; readonly paid: Map<string, number> };
  readonly server: FastifyInstance;
  /** The headers of a request that this actor makes. */
  as(actor: Actor): Readonly<Record<string, string>>;
  /** Sends a JSON request as somebody; the answer's body is parsed. */
  call(actor: Actor, method: 'GET' | 'POST', url: string, body?: unknown): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }>;
  close(): Promise<void>;
}

const STEPS = [
  { position: 0, key: 'receive', role: 'reception', hours: 1 },
  { position: 1, key: 'appraise', role: 'specialist', hours: 3 },
  { position: 2, key: 'approve', role: 'leader', hours: 2 },
  { position: 3, key: 'seal', role: 'clerk', hours: 1 },
  { position: 4, key: 'hand-over', role: 'reception', hours: 1 },
] as const;

type HouseExtras = Partial<Pick<DossierProcedure, 'name' | 'papers' | 'lookedUp'>>;

function procedure(code: string, name: string, timeLimit: TimeLimit | null, extras: HouseExtras = {}): DossierProcedure {
  return { code, version: 1, timeLimit, steps: STEPS, name: { vi: name, en: null }, officialName: name, field: 'Hộ tịch', papers: [], lookedUp: [], ...extras };
}

/** One paper of every kind that the pages tell apart: alternatives, conditional, to be shown, a form. */
const BIRTH_PAPERS: DossierProcedure['papers'] = [
  { id: 'birth-declaration', name: { vi: 'Tờ khai đăng ký khai sinh', en: 'Birth registration form' }, help: null, handling: 'form', onlyWhen: null, anyOf: null },
  {
    id: 'birth-notice', name: { vi: 'Giấy chứng sinh', en: 'Birth notice' }, handling: 'submit-original', onlyWhen: null, anyOf: 'proof-of-birth',
    help: { vi: 'Bệnh viện hoặc trạm y tế nơi sinh cấp. Nộp bản chính.', en: 'Issued by the hospital or health station. Hand in the original.' },
  },
  {
    id: 'witness-statement', name: { vi: 'Văn bản của người làm chứng việc sinh', en: 'Statement of a witness of the birth' }, handling: 'submit-original', anyOf: 'proof-of-birth',
    help: { vi: 'Người biết rõ việc sinh viết và ký tên xác nhận.', en: 'Written and signed by a person who witnessed the birth.' },
    onlyWhen: { label: { vi: 'Chỉ khi không có giấy chứng sinh', en: 'Only if there is no birth notice' } },
  },
  {
    id: 'power-of-attorney', name: { vi: 'Giấy ủy quyền có chứng thực', en: null }, handling: 'submit-original', anyOf: null, help: null,
    onlyWhen: { label: { vi: 'Chỉ khi nhờ người không phải người thân của bé', en: 'Only if someone who is not a relative comes' } },
  },
  {
    id: 'identity-document', name: { vi: 'Căn cước của cha, mẹ hoặc người đi khai', en: 'Identity card of the parent or the person who comes' }, handling: 'show', onlyWhen: null, anyOf: null,
    help: { vi: 'Chỉ cần đưa cho cán bộ xem.', en: 'Only to be shown to the officer.' },
  },
];

const BIRTH_LOOKED_UP: DossierProcedure['lookedUp'] = [
  {
    name: { vi: 'Giấy chứng nhận kết hôn của cha mẹ', en: 'Marriage certificate of the parents' },
    source: { vi: 'Cơ sở dữ liệu hộ tịch điện tử', en: 'Electronic civil status database' },
  },
];

const HOUSE_HOURS = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '07:00', closes: '11:30' },
  { weekday, opens: '13:30', closes: '17:00' },
]);

/** Procedures of the test house: birth (same day), marital status (three working days), one without a known limit. */
const HOUSE_PROCEDURES: readonly DossierProcedure[] = [
  procedure('1.001193', 'Đăng ký khai sinh', { unit: 'same-day' }, {
    name: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
    papers: BIRTH_PAPERS,
    lookedUp: BIRTH_LOOKED_UP,
  }),
  procedure('1.004873', 'Xác nhận tình trạng hôn nhân', { unit: 'working-day', value: 3 }),
  procedure('9.000001', 'Thủ tục chưa rõ thời hạn', null),
];

/** Builds the house; the caller closes it. `more` adds routes of other files or modules, `moreProblems` their refusals, `instead` other ears. */
export async function createDossierHouse(more: (deps: DossiersDeps, calendars: Calendars) => readonly Route[] = () => [], moreProblems: ProblemTable = {}, instead: Partial<Pick<DossiersDeps, 'onStateChange' | 'formPath' | 'hasAnswers' | 'scannedForm' | 'declared'>> = {}): Promise<DossierHouse> {
  const database = await createDatabase();
  const clock = createClock('2026-11-23T08:00:00+07:00');
  const commune = await createCommune(database.db, { now: clock.now() });
  for (const { code, version, name, field } of HOUSE_PROCEDURES) {
    await database.owner.db
      .insertInto('procedure_version')
      .values({ code, version, valid_from: '2025-07-01', field, name: name.vi, public: true, pack: '{}', content_hash: code, loaded_at: clock.now() })
      .execute();
  }
  const folder = await mkdtemp(join(tmpdir(), 'xaso-house-'));
  const calendars = createCalendars(database.db);
  const newId = createUuidSource({ now: () => clock.now().getTime(), randomBytes });
  const following = { groups: loadLinkedGroups(), newId, calendarOf: calendars.getCalendar };
  const payableDeps: PayableDeps = { newId, randomBytes, lockDossier, dossiersOf: listPayableDossiers, onMoney: (tx, change) => followMoney(deps, tx, change), onPayment: () => Promise.resolve({ ok: true, value: undefined }), onMoneyBack: () => Promise.resolve({ ok: true, value: undefined }) };
  const fees: DossierHouse['fees'] = { assessed: [], paid: new Map() };
  const feesDeps = houseFees(database, calendars, newId, fees);
  const deps: DossiersDeps = {
    db: database.db,
    files: openFileStore(folder),
    links: createLinkSigner(Buffer.alloc(32, 7)),
    publicUrl: 'http://xa.test',
    newId,
    feeReceipts: { list: () => Promise.resolve([]), numbersOf: () => Promise.resolve(new Map()), draw: () => Promise.resolve(undefined) },
    randomBytes,
    homeCommune: () => Promise.resolve(commune.commune),
    office: () => Promise.resolve({ ...commune.commune, name: `Xã ${commune.commune.name}`, hours: HOUSE_HOURS }),
    communeOf: (code, tx) => getCommune(tx ?? database.db, code),
    calendarOf: calendars.getCalendar,
    procedureInForce: (_commune, code) => Promise.resolve(HOUSE_PROCEDURES.find((known) => known.code === code)),
    procedureSpan: (code) => ({ '9.000008': { from: '2025-07-01', to: '2026-10-31' }, '9.000009': { from: '2027-01-01', to: null } } as const)[code as '9.000008'],
    villagesOf: (code) => listVillages(database.db, code, '2026-11-23'),
    colleaguesOf: (code) => listStaffActors(database.db, code, '2026-11-23'),
    unitsOf: (code) => listUnits(database.db, code, '2026-11-23'),
    caseOf: (code, caseId, context) => citizenCase({ ...following, db: database.db }, code, caseId, context),
    onCaseDossier: (tx, dossier) => followDossier(following, tx, dossier),
    onSigned: () => Promise.resolve(null), signerCompares,
    bankAccountOf: () => Promise.resolve({ bin: '970436', bankName: 'Vietcombank', number: '1012345678', holder: 'UBND XA HOA LOC' }),
    staffName: async (code, id) => (await listStaffActors(database.db, code, '2026-11-23')).find(({ staffId }) => staffId === id)?.fullName,
    fees: dossierFees(feesDeps, database.db),
    onStateChange: () => Promise.resolve(),
    money: createDossierPayables(payableDeps, { db: database.db, bankAccountOf: (code) => deps.bankAccountOf(code), desk: { hindrance: () => Promise.resolve(undefined), givesReceipt: () => Promise.resolve(false) } }),
    viewersOf: () => Promise.resolve([]),
    ...instead,
  };
  const paperDeps = { db: deps.db, publicUrl: deps.publicUrl, trackingLink: (id: string) => `${deps.publicUrl}/h/${deps.links.token('dossier', id)}` };
  const actors = new Map<string, Actor>();
  const as = (actor: Actor) => {
    const key = actor.kind === 'staff' ? actor.staffId : 'nobody';
    actors.set(key, actor);
    return { 'x-actor': key };
  };
  const server = await createServer({
    // Who has to say a purpose is tried with the whole program: here everybody may look, so that each test sees what it asks for.
    keepView: createViewKeeper({ db: deps.db, standingOf: () => Promise.resolve('own' as const) }),
    problems: { ...PLATFORM_PROBLEMS, ...FILE_PROBLEMS, ...DOSSIER_PROBLEMS, ...LINKED_CASE_PROBLEMS, ...PAPER_PROBLEMS, ...JOURNAL_PROBLEMS, ...FEE_PROBLEMS, ...moreProblems },
    routes: [...dossierRoutes(deps), ...purposeRoutes({ db: deps.db, standingOf: (actor, id) => findViewStanding(deps.db, actor, id) }), ...paperRoutes(paperDeps), ...verifyRoutes({ ...paperDeps, office: deps.office, others: [] }), ...feeRoutes(feesDeps), ...more(deps, calendars)],
    identify: (request) => Promise.resolve(actors.get(String(request.headers['x-actor'])) ?? { kind: 'anonymous' }),
    renderProblemPage: (view) => `<!doctype html><title>${view.code}</title>`,
    contentSecurityPolicy: "default-src 'none'",
    version: '0',
    clock: clock.now,
    logLevel: 'silent',
    secure: false,
  });
  return {
    database,
    commune,
    clock,
    deps,
    fees,
    server,
    as,
    async call(actor, method, url, body) {
      const answer = await server.inject({ method, url, headers: as(actor), ...(body === undefined ? {} : { payload: body as object }) });
      return { status: answer.statusCode, body: answer.body === '' ? {} : (JSON.parse(answer.body) as Record<string, unknown>) };
    },
    async close() {
      await server.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The fees of the house's procedures: every one is free by publication unless a tariff or the commune says otherwise. */
function houseFees(database: TestDatabase, calendars: Calendars, newId: () => string, { assessed, paid }: DossierHouse['fees']): FeesDeps {
  const published = HOUSE_PROCEDURES.map(({ code, name }) => ({ procedureCode: code, procedureName: name, known: code !== '9.000001', lines: [] }));
  return {
    db: database.db, newId, calendarOf: calendars.getCalendar, onRates: () => undefined,
    publishedFee: (_commune, code) => published.find(({ procedureCode }) => procedureCode === code),
    publishedFees: () => published,
    provinceOf: () => Promise.resolve({ code: '38', name: 'Thanh Hóa' }),
    feesAssessed: (_tx, told) => {
      assessed.push(told);
      return Promise.resolve();
    },
    paidOf: (_db, _commune, dossierId) => Promise.resolve(paid.get(dossierId) ?? 0),
  };
}

/** A reception request that is right; `change` makes it different. */
export function receptionRequest(house: DossierHouse, change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    commandId: house.deps.newId(),
    dossierId: house.deps.newId(),
    procedureCode: '1.001193',
    channel: 'counter',
    person: {
      citizenNumber: '003190999901', fullName: 'Nguyễn Thị Mẫu', birthDate: '1990-03-05', sex: 'female',
      address: 'Thôn Hoa Phú, xã Hoa Lộc', villageId: null, phone: '0900000012', email: null,
    },
    authorisedBy: null,
    assistedBy: null,
    content: 'Khai sinh cho con Trần Minh Thử',
    copies: 1,
    papers: [paper(house, 'Giấy chứng sinh', 'original', 'submitted'), paper(house, 'Căn cước của mẹ', 'original', 'shown')],
    delivery: { method: 'counter', address: null },
    ...change,
  };
}

function paper(house: DossierHouse, name: string, kind: string, source: string) {
  return { id: house.deps.newId(), requirementId: null, name, kind, source, copies: 1, reusedFrom: null, files: [] };
}
