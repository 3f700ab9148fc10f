import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { handlesField, type Position, type Role, type StaffActor, WORK_STEPS } from '../../../kernel/actor.ts';
import { MS_PER_DAY } from '../../../kernel/local-time.ts';
import { createCalendars } from '../../calendar/index.ts';
import { workScopeOf } from '../api/work-scope-of.ts';
import { chipsOf, type TimeChip, WORK_LISTS, type WorkList } from '../contract/work-lists.ts';
import { holdsStep, isDoer } from '../domain/may-act.ts';
import { arbitraryDossiers, ME_ID, PROCEDURES, SEEN_AT } from './arbitrary-dossiers-for-tests.ts';
import { insertSamples, removeSamples, SAMPLE_ANSWER_TIME, type SampleDossier } from './sample-dossiers-for-tests.ts';
import { listWork, type TimedFilter, type WorkCursor } from './work-list.ts';
import { type WorkScope } from './work-scope.ts';

let database: TestDatabase;
let commune: TestCommune;
let stranger: TestCommune;
let scopeOf: (positions: readonly Position[]) => WorkScope;
before(async () => {
  database = await createDatabase();
  commune = await createCommune(database.db, { now: new Date(SEEN_AT) });
  stranger = await createCommune(database.db, { now: new Date(SEEN_AT), commune: { code: '00070', name: 'Hoàn Kiếm', kind: 'phường', agencyCode: 'H26.10' } });
  const calendar = await createCalendars(database.db).getCalendar(commune.commune.code);
  scopeOf = (positions) => workScopeOf(actorOf(positions), calendar, new Date(SEEN_AT));
});
after(() => database.close());

const actorOf = (positions: readonly Position[]): StaffActor => ({ kind: 'staff', staffId: ME_ID, communeCode: commune.commune.code, fullName: 'Lê Thị Điểm', userName: 'le.diem', positions });

const arbitraryPositions = (): fc.Arbitrary<readonly Position[]> =>
  fc.array(
    fc.record({
      unitId: fc.constantFrom(commune.units.office.id, commune.units.economy.id), title: fc.constant('Công chức'),
      role: fc.constantFrom<Role>('reception', 'specialist', 'unit-head', 'president', 'clerk', 'committee'),
      fields: fc.subarray(PROCEDURES.map(([, , field]) => field)), unitScope: fc.constantFrom('own', 'all'), unitFields: fc.subarray(PROCEDURES.map(([, , field]) => field)),
      steps: fc.oneof(fc.constant([]), fc.subarray([...WORK_STEPS])),
    }, { noNullPrototype: true }),
    { minLength: 1, maxLength: 2 },
  );

const unitIds = () => [commune.units.office.id, commune.units.economy.id];

function isSeen(dossier: SampleDossier, positions: readonly Position[]): boolean {
  return positions.some((position) => position.unitId === dossier.unitId || ((position.unitScope !== 'own' || dossier.unitId === null) && handlesField(position, dossier.field)));
}

/** What a list holds, the long way round: every dossier asked by the rules themselves. */
function stands(dossier: SampleDossier, list: WorkList, positions: readonly Position[], nearUntil: number): boolean {
  const seen = isSeen(dossier, positions);
  switch (list) {
    case 'mine': {
      const place = { ...dossier, currentStep: dossier.step, currentRole: dossier.role, approvalAsked: null, urged: false, extended: false, answered: false, agencyAsked: false };
      const works = dossier.state === 'received' || dossier.state === 'in-progress' || dossier.state === 'withdraw-requested' || dossier.state === 'decided';
      if (dossier.handed !== null && isDoer('sender', place, actorOf(positions))) return true;
      return works && dossier.role !== null && holdsStep(place, actorOf(positions)) && (dossier.holderId === null || dossier.holderId === ME_ID);
    }
    case 'waiting':
      return seen && dossier.state === 'submitted';
    case 'near':
      return seen && (dossier.state === 'received' || dossier.state === 'in-progress') && (dossier.dueAt ?? 0) < nearUntil;
    case 'new':
      return seen && dossier.state === 'received';
    case 'in-progress':
      return seen && dossier.state === 'in-progress';
    case 'supplement':
      return seen && dossier.state === 'supplement-requested';
    case 'payment':
      return seen && dossier.state === 'payment-requested';
    case 'unanswered':
      return seen && dossier.state === 'supplement-requested' && dossier.requests.some(({ openedAt, closedAt }) => closedAt === null && openedAt + SAMPLE_ANSWER_TIME < SEEN_AT);
    case 'withdrawal':
      return seen && dossier.state === 'withdraw-requested';
    case 'hand-over':
      return seen && dossier.state === 'decided';
    case 'stopped':
      return seen && dossier.state === 'stopped';
    case 'all':
      return seen || dossier.holderId === ME_ID;
  }
}

function inOrder(list: WorkList, dossiers: readonly SampleDossier[]): readonly string[] {
  const newestFirst = list === 'all' || list === 'stopped';
  const key = (one: SampleDossier): number => (list === 'mine' && one.handed !== null ? -Infinity : list === 'waiting' || list === 'all' ? one.submittedAt : list === 'stopped' ? (one.endedAt ?? 0) : (one.dueAt ?? Infinity));
  const ordered = dossiers.toSorted((a, b) => (key(a) === key(b) ? (a.id < b.id ? -1 : 1) : key(a) < key(b) ? -1 : 1));
  return (newestFirst ? ordered.toReversed() : ordered).map(({ id }) => id);
}

/** What a chip lets through, the long way round. */
function inChip({ dueAt, endedAt, pausedSince, submittedAt }: SampleDossier, chip: TimeChip, scope: WorkScope): boolean {
  const running = endedAt === null && pausedSince === null && dueAt !== null;
  const [tomorrow, near, today, long] = [scope.tomorrow.getTime(), scope.nearUntil.getTime(), scope.today.getTime(), scope.longSince?.getTime() ?? -Infinity];
  switch (chip) {
    case 'late':
      return dueAt !== null && dueAt < (endedAt ?? SEEN_AT) && (pausedSince === null || pausedSince >= dueAt);
    case 'today':
      return running && dueAt >= SEEN_AT && dueAt < tomorrow;
    case 'soon':
      return running && dueAt >= tomorrow && dueAt < near;
    case 'later':
      return running && dueAt >= near;
    case 'long':
      return submittedAt <= long;
    case 'overnight':
      return submittedAt > long && submittedAt < today;
    case 'sent-today':
      return submittedAt > long && submittedAt >= today;
  }
}

async function readAll(scope: WorkScope, list: WorkList, limit: number, filter: TimedFilter = {}): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: WorkCursor | null = null;
  for (;;) {
    const { rows }: Awaited<ReturnType<typeof listWork>> = await listWork(database.db, scope, list, filter, after, limit);
    ids.push(...rows.map(({ id }) => id));
    const last = rows.at(-1);
    if (rows.length < limit || last === undefined) return ids;
    after = { key: last.sort_key, id: last.id };
  }
}

test('whatever lies in the commune: each list holds what the rules say, in its order, page by page without gaps or doubles, and its count is its length', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryDossiers(unitIds(), 40), arbitraryPositions(), fc.integer({ min: 1, max: 9 }), async (dossiers, positions, limit) => {
      await removeSamples(database.owner);
      await insertSamples(database.owner, commune.commune.code, dossiers);
      await insertSamples(database.owner, stranger.commune.code, dossiers.map((one) => ({ ...one, handed: null, unitId: null })));
      const scope = scopeOf(positions);
      const { counts, waitingSince, waitingLong } = await listWork(database.db, scope, 'mine', {}, null, 1);
      for (const list of WORK_LISTS) {
        const expected = inOrder(list, dossiers.filter((one) => stands(one, list, positions, scope.nearUntil.getTime())));
        assert.deepEqual(await readAll(scope, list, limit), expected, list);
        assert.equal(counts[list], expected.length, `the count of ${list}`);
        const { chips } = await listWork(database.db, scope, list, { field: PROCEDURES[0][2] }, null, 1);
        assert.deepEqual(chips.map(({ chip }) => chip), chipsOf(list));
        for (const { chip, count } of chips) {
          const through = inOrder(list, dossiers.filter((one) => expected.includes(one.id) && inChip(one, chip, scope)));
          assert.deepEqual(await readAll(scope, list, limit, { time: chip }), through, `${list} under ${chip}`);
          const narrowed = dossiers.filter((one) => through.includes(one.id) && one.field === PROCEDURES[0][2]).length;
          assert.equal(count, narrowed, `the count of ${chip} over ${list} under a filter`);
          assert.equal((await listWork(database.db, scope, list, { field: PROCEDURES[0][2], time: chip }, null, 1)).found, narrowed);
        }
      }
      const waiting = dossiers.filter((one) => stands(one, 'waiting', positions, 0)).map(({ submittedAt }) => submittedAt);
      assert.equal(waitingSince?.getTime() ?? null, waiting.length === 0 ? null : Math.min(...waiting));
      assert.equal(waitingLong, waiting.filter((at) => at < SEEN_AT - (SEEN_AT + 7 * 3_600_000) % MS_PER_DAY).length);
    }),
    { numRuns: 25 },
  );
});
