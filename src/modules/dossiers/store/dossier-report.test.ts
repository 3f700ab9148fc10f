import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createDatabase, type TestDatabase } from '../../../../test/database.ts';
import { dateAt, MS_PER_DAY } from '../../../kernel/local-time.ts';
import { addFigures, type Figure, type FigureCounts, FIGURES, NO_FIGURES, sumFigures } from '../domain/report-figures.ts';
import { arbitraryDossiers, ME_ID, OTHER_ID, PROCEDURES, SEEN_AT } from './arbitrary-dossiers-for-tests.ts';
import { countFigures } from './dossier-report.ts';
import { type DossierFilter } from './filter-condition.ts';
import { insertSamples, removeSamples, type SampleDossier } from './sample-dossiers-for-tests.ts';
import { listWork } from './work-list.ts';
import { type WorkScope } from './work-scope.ts';

let database: TestDatabase;
let commune: TestCommune;
let stranger: TestCommune;
before(async () => {
  database = await createDatabase();
  commune = await createCommune(database.db, { now: new Date(SEEN_AT) });
  stranger = await createCommune(database.db, { now: new Date(SEEN_AT), commune: { code: '00070', name: 'Hoàn Kiếm', kind: 'phường', agencyCode: 'H26.10' } });
});
after(() => database.close());

interface Period {
  readonly from: number;
  readonly until: number;
}

/** The figures in which a dossier stands, told as an officer would count with a pencil. */
function figuresOf(one: SampleDossier, { from, until }: Period): readonly Figure[] {
  const figures: Figure[] = [];
  const { receivedAt, endedAt, dueAt } = one;
  const endedInPeriod = endedAt !== null && endedAt >= from && endedAt < until;
  if (receivedAt === null || dueAt === null) return one.state === 'rejected' && endedInPeriod ? ['refused'] : [];
  if (receivedAt < from && (endedAt === null || endedAt >= from)) figures.push('carried-over');
  if (receivedAt >= from && receivedAt < until) figures.push(one.channel === 'online' || one.channel === 'kiosk' ? 'received-online' : one.channel === 'post' ? 'received-post' : 'received-counter');
  if (endedInPeriod && one.state === 'stopped') figures.push(one.stopKind === 'withdrawn' ? 'withdrawn' : 'stopped');
  if (endedInPeriod && one.state !== 'stopped') {
    const late = endedAt > dueAt;
    figures.push(late ? 'finished-late' : dateAt(endedAt) === dateAt(dueAt) ? 'finished-on-time' : 'finished-early');
    if (!late && one.supplements > 1) figures.push('asked-twice');
  }
  if (receivedAt < until && (endedAt === null || endedAt >= until)) {
    const waits = one.requests.some(({ openedAt, closedAt }) => openedAt < until && (closedAt === null || closedAt >= until));
    const late = dueAt < until && !(one.pausedSince !== null && one.pausedSince < dueAt);
    figures.push(waits ? 'waiting-supplement' : late ? 'under-way-late' : 'under-way-in-time');
  }
  return figures;
}

function isLet(one: SampleDossier, filter: DossierFilter): boolean {
  const { received, due, unit } = filter;
  const between = (at: number | null, range: { readonly from: Date | null; readonly until: Date | null }): boolean =>
    at !== null && (range.from === null || at >= range.from.getTime()) && (range.until === null || at < range.until.getTime());
  return [
    filter.procedure === undefined || one.procedureCode === filter.procedure,
    filter.field === undefined || one.field === filter.field,
    filter.state === undefined || one.state === filter.state,
    unit === undefined || one.unitId === unit.id || (one.unitId === null && unit.fields.includes(one.field)),
    filter.holder === undefined || one.holderId === filter.holder,
    filter.channel === undefined || one.channel === filter.channel,
    received === undefined || between(one.receivedAt, received),
    due === undefined || between(one.dueAt, due),
    filter.supplements === undefined || one.supplements >= filter.supplements,
    filter.way === undefined || one.way === filter.way,
    filter.lateAt === undefined || (one.dueAt !== null && one.dueAt < (one.endedAt ?? filter.lateAt.getTime()) && !(one.pausedSince !== null && one.pausedSince < one.dueAt)),
  ].every(Boolean);
}

const arbitraryFilter = (): fc.Arbitrary<DossierFilter> => {
  const day = fc.integer({ min: -160, max: 30 }).map((days) => new Date(SEEN_AT + days * MS_PER_DAY));
  const range = fc.record({ from: fc.option(day), until: fc.option(day) }, { noNullPrototype: true });
  return fc.record(
    {
      procedure: fc.constantFrom(...PROCEDURES.map(([code]) => code)), field: fc.constantFrom(...PROCEDURES.map(([, , field]) => field)), state: fc.constantFrom('in-progress', 'returned', 'supplement-requested'),
      unit: fc.record({ id: fc.constantFrom(commune.units.office.id, commune.units.economy.id), fields: fc.subarray(PROCEDURES.map(([, , field]) => field)) }, { noNullPrototype: true }),
      holder: fc.constantFrom(null, ME_ID, OTHER_ID), channel: fc.constantFrom('online', 'counter'), received: range, due: range, lateAt: fc.constant(new Date(SEEN_AT)),
      supplements: fc.constantFrom(1, 2), way: fc.constantFrom('post', 'counter'),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
};

const arbitraryPeriod = fc.tuple(fc.integer({ min: 0, max: 160 }), fc.integer({ min: 1, max: 60 })).map(([before, days]): Period => {
  const from = SEEN_AT - before * MS_PER_DAY;
  return { from, until: Math.min(SEEN_AT, from + days * MS_PER_DAY) };
});

const scope = (): WorkScope => ({ communeCode: commune.commune.code, staffId: ME_ID, steps: [], sight: null, nearUntil: new Date(SEEN_AT), tomorrow: new Date(SEEN_AT), longSince: null, today: new Date(SEEN_AT), now: new Date(SEEN_AT) });

async function fill(dossiers: readonly SampleDossier[]): Promise<void> {
  await removeSamples(database.owner);
  await insertSamples(database.owner, commune.commune.code, dossiers);
  await insertSamples(database.owner, stranger.commune.code, dossiers.map((one) => ({ ...one, handed: null, unitId: null })));
}

test('whatever lies in the commune: the report is what a pencil counts, its sides balance, and each figure opens exactly its dossiers', async () => {
  const units = [commune.units.office.id, commune.units.economy.id];
  await fc.assert(
    fc.asyncProperty(arbitraryDossiers(units, 40), arbitraryPeriod, fc.oneof(fc.constant({}), arbitraryFilter()), async (dossiers, period, filter) => {
      await fill(dossiers);
      const range = { from: new Date(period.from), until: new Date(period.until) };
      const groups = await countFigures(database.db, commune.commune.code, range, filter);
      const counted = groups.reduce<FigureCounts>((sum, { counts }) => addFigures(sum, counts), NO_FIGURES);
      const chosen = dossiers.filter((one) => isLet(one, filter));
      const idsOf = (figure: Figure) => chosen.filter((one) => figuresOf(one, period).includes(figure)).map(({ id }) => id).toSorted();
      for (const figure of FIGURES) {
        const expected = idsOf(figure);
        assert.equal(counted[figure], expected.length, figure);
        const { rows, found } = await listWork(database.db, scope(), 'all', { ...filter, figure: { name: figure, period: range } }, null, 100);
        assert.deepEqual(rows.map(({ id }) => id).toSorted(), expected, figure);
        assert.equal(found, expected.length);
      }
      const sums = sumFigures(counted);
      assert.equal(sums.toHandle, sums.finished + sums.underWay + counted['waiting-supplement'] + sums.goneBack);
    }),
    { numRuns: 20 },
  );
});

test('whatever is chosen: a filter lets through what it says and nothing else', async () => {
  const units = [commune.units.office.id, commune.units.economy.id];
  await fc.assert(
    fc.asyncProperty(arbitraryDossiers(units, 40), arbitraryFilter(), async (dossiers, filter) => {
      await fill(dossiers);
      const { rows } = await listWork(database.db, scope(), 'all', filter, null, 100);
      assert.deepEqual(rows.map(({ id }) => id).toSorted(), dossiers.filter((one) => isLet(one, filter)).map(({ id }) => id).toSorted());
    }),
    { numRuns: 30 },
  );
});
