import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createCommune, type TestCommune } from '../../../../test/commune.ts';
import { createDossierHouse, type DossierHouse, receptionRequest } from '../../../../test/dossier-house.ts';

let house: DossierHouse;
let stranger: TestCommune;
before(async () => {
  house = await createDossierHouse();
  stranger = await createCommune(house.database.db, { commune: { code: '16073', name: 'Vạn Lộc', agencyCode: 'H56.15' } });
  await house.database.owner.db.updateTable('unit').set({ fields: ['Hộ tịch'] }).where('id', '=', house.commune.units.office.id).execute();
  const { reception } = house.commune.staff;
  for (const [procedureCode, channel] of [['1.004873', 'counter'], ['1.004873', 'post'], ['1.001193', 'counter']] as const) {
    assert.equal((await house.call(reception.actor, 'POST', '/api/dossiers', receptionRequest(house, { procedureCode, channel }))).status, 200);
  }
});
after(() => house.close());

const MONTH = 'from=2026-11-01&to=2026-11-30';
interface Row {
  readonly key: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly sums: Readonly<Record<string, number>>;
}
interface Report {
  readonly rows: readonly Row[];
  readonly total: Omit<Row, 'key'>;
}

const report = async (query: string, actor = house.commune.staff.committee.actor) => (await house.call(actor, 'GET', `/api/reports/dossiers?${query}`)).body as unknown as Report;

test('the month by field, procedure and unit counts the same dossiers, each by its channel', async () => {
  const byField = await report(`${MONTH}&by=field`);
  assert.deepEqual(byField.rows.map(({ key }) => key), ['Hộ tịch']);
  assert.deepEqual([byField.total.sums['toHandle'], byField.total.counts['received-counter'], byField.total.counts['received-post'], byField.total.sums['underWay']], [3, 2, 1, 3]);
  const byProcedure = await report(`${MONTH}&by=procedure`);
  assert.deepEqual(byProcedure.rows.map(({ key, sums }) => [key, sums['toHandle']]), [['1.001193', 1], ['1.004873', 2]]);
  const units = await report(`${MONTH}&by=unit`);
  assert.deepEqual(units.rows.map(({ key, sums }) => [key, sums['toHandle']]), [[house.commune.units.office.id, 3]]);
});

test('a figure of the report opens a list of exactly its dossiers', async () => {
  const { reception } = house.commune.staff;
  const { body } = await house.call(reception.actor, 'GET', `/api/dossiers?list=all&figure=received-counter&${MONTH}&procedure=1.004873`);
  assert.equal((body['items'] as unknown[]).length, 1);
  assert.equal(body['found'], 1);
});

test('a stranger’s report knows nothing of this commune', async () => {
  const theirs = await report(`${MONTH}&by=field`, stranger.staff.president.actor);
  assert.deepEqual([theirs.rows, theirs.total.sums['toHandle']], [[], 0]);
});

for (const [period, why] of [['from=2026-11-30&to=2026-11-01', 'ends before it begins'], ['from=2026-02-31&to=2026-03-01', 'begins on a day that does not exist']] as const) {
  test(`a period that ${why} is refused`, async () => {
    const answer = await house.call(house.commune.staff.president.actor, 'GET', `/api/reports/dossiers?${period}&by=field`);
    assert.deepEqual([answer.status, answer.body['code']], [422, 'report.period-unreadable']);
  });
}

test('the report is a PDF and a sheet as well', async () => {
  for (const [ending, begins] of [['pdf', '%PDF-'], ['xlsx', 'PK']] as const) {
    const key = house.commune.staff.president.actor.staffId;
    await house.call(house.commune.staff.president.actor, 'GET', '/api/villages');
    const answer = await house.server.inject({ method: 'GET', url: `/api/reports/dossiers.${ending}?${MONTH}&by=field`, headers: { 'x-actor': key } });
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.rawPayload.subarray(0, begins.length).toString('latin1'), begins);
  }
});
